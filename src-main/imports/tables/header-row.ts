import { parseDay } from '../detect/days.ts';
import { parseNumber } from '../detect/numbers.ts';
import { parseTime } from '../detect/times.ts';
import type { Cell } from '../foreign-table.ts';

export interface GridRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

const ROWS_LOOKED_AT = 60;

/**
 * Index (in `rows`) of the row that names the columns, null when the first full row already holds data. Title and note rows above the table are
 * short or stand alone; the header is the first row about as wide as the table, with such a row below it, whose cells read as names. Years and counting
 * numbers (0, 1, 2 … 23) are names too when other names stand beside them. `shapes` are the same rows with merged cells counted wherever they lie.
 */
export function findHeader(rows: readonly GridRow[], shapes: readonly GridRow[] = rows): number | null {
  const width = tableWidth(shapes);
  for (let i = 0; i < Math.min(rows.length, ROWS_LOOKED_AT); i++) {
    const below = shapes[i + 1];
    if (!isAsWide(shapes[i]?.cells ?? [], width) || (below && filledWidth(below.cells) < width * 0.4)) continue;
    return readsAsNames(rows[i]?.cells ?? []) && !isRepeatedBelow(rows, i) ? i : null;
  }
  return null;
}

/** Columns up to the last cell with content. */
export function filledWidth(cells: readonly Cell[]): number {
  let width = cells.length;
  while (width > 0 && (cells[width - 1] ?? '') === '') width--;
  return width;
}

/** The width that most of the content has: rows count by how wide they are, so that many short notes do not outweigh a table. */
function tableWidth(rows: readonly GridRow[]): number {
  const content = new Map<number, number>();
  for (const { cells } of rows) {
    const width = filledWidth(cells);
    if (width > 0) content.set(width, (content.get(width) ?? 0) + width);
  }
  let best = 0;
  let most = 0;
  for (const [width, sum] of content) {
    if (sum > most || (sum === most && width > best)) [best, most] = [width, sum];
  }
  return best;
}

/** About as wide as the table, and not mostly holes. */
function isAsWide(cells: readonly Cell[], width: number): boolean {
  if (filledWidth(cells) < width * 0.8) return false;
  let filled = 0;
  for (const cell of cells) if (cell !== '') filled++;
  return filled >= width * 0.5;
}

/** True when the cells of a row could be the names of columns. */
export function readsAsNames(cells: readonly Cell[]): boolean {
  let words = 0;
  let others = 0;
  const numbers: number[] = [];
  for (const cell of cells) {
    if (cell === '') continue;
    const number = parseNumber(cell, '.') ?? parseNumber(cell, ',');
    if (number !== null) numbers.push(number);
    else if (isWord(cell)) words++;
    else others++;
  }
  if (words === 0) return false;
  if (others > 0 && others * 10 > words) return false;
  return numbers.length === 0 || numbers.every(isYear) || isCounting(numbers);
}

function isWord(cell: Cell): boolean {
  if (typeof cell === 'number' || cell.length > 300 || !/\p{L}/u.test(cell)) return typeof cell === 'string' && /\d\s*[-–+]/.test(cell) && isNoDay(cell);
  return isNoDay(cell) && (parseTime(cell) === null || !/\d/.test(cell));
}

function isNoDay(cell: string): boolean {
  const day = parseDay(cell, 'dmy');
  return day === 'not-a-date' || day === 'empty';
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100;
}

function isCounting(numbers: readonly number[]): boolean {
  return (
    numbers.length > 1 && numbers.every((value, index) => Number.isInteger(value) && value >= 0 && (index === 0 || value === (numbers[index - 1] ?? 0) + 1))
  );
}

/** A row of words of which most come again in their own columns is data: a header's names do not, but where the whole header stands again over another block. */
function isRepeatedBelow(rows: readonly GridRow[], at: number): boolean {
  const cells = rows[at]?.cells ?? [];
  let filled = 0;
  let repeated = 0;
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column] ?? '';
    if (cell === '') continue;
    filled++;
    for (let i = at + 1; i < rows.length; i++) {
      if (rows[i]?.cells[column] === cell && !isSameRow(cells, rows[i]?.cells ?? [])) {
        repeated++;
        break;
      }
    }
  }
  return filled > 1 && repeated > filled / 2;
}

function isSameRow(a: readonly Cell[], b: readonly Cell[]): boolean {
  const width = Math.max(a.length, b.length);
  for (let column = 0; column < width; column++) if ((a[column] ?? '') !== (b[column] ?? '')) return false;
  return true;
}
