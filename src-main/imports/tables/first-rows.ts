import type { Cell } from '../foreign-table.ts';

const mostRows = 25;
/** Rows shown below a header that stands further down. */
const rowsBelowHeader = 8;
const mostCells = 60;
const longestCell = 120;

/** The first rows as they stand in the file, from its row 1 on, for a picture of it: rows that hold nothing are there, empty. `headerRow` is 0 without one. */
export function firstRowsOf(rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[], headerRow: number): string[][] {
  const last = Math.max(mostRows, Math.min(headerRow + rowsBelowHeader, 4 * mostRows));
  const shown: string[][] = [];
  for (const { row, cells } of rows) {
    if (row > last) break;
    while (shown.length < row - 1) shown.push([]);
    shown.push(cells.slice(0, mostCells).map((cell) => String(cell).slice(0, longestCell)));
  }
  return shown;
}
