import type { Cell } from '../foreign-table.ts';
import { nameColumns } from '../tables/column-names.ts';
import { filledWidth, type GridRow } from '../tables/header-row.ts';
import { findSheetHeader, type MergedRange } from './sheet-header.ts';

/** A sheet made into a table: named columns, rows below the header, nothing empty at the edges or between columns. */
export interface SheetTable {
  readonly headerRow: number;
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
}

const LONG_NOTE = 60;
const NOTE = /^(?:\*|\(?\d{1,2}\)?[ .)]|source|note|fuente|nota|fonte|المصدر|مصدر|ملاحظ)/i;

/** Cuts the table out of a sheet: header by merged cells, notes below left off, columns without any content dropped. */
export function cutTable(rows: readonly GridRow[], merges: readonly MergedRange[], statedHeaderRow: number | null): SheetTable {
  const header = findSheetHeader(rows, merges, statedHeaderRow);
  const below = rows.filter(({ row }) => row > header.bottom);
  const data = header.top === 0 ? below : withoutNotes(below, merges);
  const width = data.reduce((most, { cells }) => Math.max(most, cells.length), filledWidth(header.names));
  const used = usedColumns(header.own, data, width);
  const names = nameColumns(header.names, width);
  return {
    headerRow: header.top,
    columns: used.map((column) => names[column] ?? ''),
    rows:
      used.length === width ? data.map((row) => padded(row, width)) : data.map(({ row, cells }) => ({ row, cells: used.map((column) => cells[column] ?? '') })),
  };
}

function padded(row: GridRow, width: number): GridRow {
  if (row.cells.length === width) return row;
  const cells: Cell[] = [...row.cells];
  while (cells.length < width) cells.push('');
  return { row: row.row, cells };
}

function usedColumns(own: ReadonlySet<number>, rows: readonly GridRow[], width: number): number[] {
  const used = Array.from({ length: width }, (_, column) => own.has(column));
  let left = used.filter((is) => !is).length;
  for (const { cells } of rows) {
    if (left === 0) break;
    for (let column = 0; column < cells.length; column++) {
      if (used[column] || cells[column] === '') continue;
      used[column] = true;
      left--;
    }
  }
  return used.flatMap((is, column) => (is ? [column] : []));
}

/** Rows below the last full one that hold a single cell are notes from the first one on that reads like a note or lies across merged cells. */
function withoutNotes(rows: readonly GridRow[], merges: readonly MergedRange[]): readonly GridRow[] {
  let last = rows.length - 1;
  while (last >= 0 && filledCount(rows[last]) <= 1) last--;
  if (last < 0) return rows;
  const wide = new Set(merges.filter(({ s, e }) => e.c > s.c).map(({ s }) => s.r + 1));
  const note = rows.findIndex((row, index) => index > last && isNote(row, wide));
  return note < 0 ? rows : rows.slice(0, note);
}

function filledCount(row: GridRow | undefined): number {
  return row?.cells.filter((cell) => cell !== '').length ?? 0;
}

function isNote(row: GridRow, wide: ReadonlySet<number>): boolean {
  const text = String(row.cells.find((cell) => cell !== '') ?? '');
  return wide.has(row.row) || text.length > LONG_NOTE || NOTE.test(text);
}

/** How much of a table a sheet is: filled cells in rows of two and more, so that prose and lists of contents weigh little. */
export function weighTable(table: SheetTable): number {
  let weight = 0;
  for (const row of table.rows) {
    const filled = filledCount(row);
    weight += filled > 1 ? filled : 0.5;
  }
  return weight;
}
