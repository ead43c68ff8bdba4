import type { Cell } from '../foreign-table.ts';
import { nameColumns } from './column-names.ts';

/** Objects laid out as columns: every key of any of them, in the order they are met, nested objects as `outer / inner`. */
export interface RecordTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const DEEPEST = 3;
const MOST_COLUMNS = 2_000;
/** Records that each bring keys of their own would make a grid of holes. */
const MOST_CELLS = 20_000_000;

/** Lays out records as a table. Lists of plain values are joined with `; `, other lists are left out; true and false are text; null is ''. */
export function tabulateRecords(records: readonly unknown[]): RecordTable {
  const keys = new Map<string, number>();
  const most = Math.min(MOST_COLUMNS, Math.max(100, Math.floor(MOST_CELLS / Math.max(1, records.length))));
  const rows = records.map((record) => {
    const cells: Cell[] = [];
    fill(cells, keys, record, '', 0, most);
    return cells;
  });
  for (const cells of rows) while (cells.length < keys.size) cells.push('');
  return { columns: nameColumns([...keys.keys()], keys.size), rows };
}

function fill(cells: Cell[], keys: Map<string, number>, value: unknown, path: string, depth: number, most: number): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    if (depth >= DEEPEST) return;
    for (const [key, inner] of Object.entries(value)) fill(cells, keys, inner, path === '' ? key : `${path} / ${key}`, depth + 1, most);
    return;
  }
  const cell = cellOf(value);
  if (cell === null) return;
  const name = path === '' ? 'value' : path;
  let column = keys.get(name);
  if (column === undefined) {
    if (keys.size >= most) return;
    column = keys.size;
    keys.set(name, column);
  }
  while (cells.length <= column) cells.push('');
  cells[column] = cell;
}

/** A JSON or database value as a cell; null for what no cell can hold. */
export function cellOf(value: unknown): Cell | null {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return Number.isFinite(value) ? value : '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'bigint') return value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER ? Number(value) : String(value);
  if (Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object')) return value.map((item) => String(item ?? '')).join('; ');
  return null;
}
