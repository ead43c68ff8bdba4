import type { Cell } from '../foreign-table.ts';
import { filledWidth, findHeader, type GridRow, readsAsNames } from '../tables/header-row.ts';

/** Cells joined into one; rows and columns counted from 0, ends included. */
export interface MergedRange {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

/** Where a sheet's table has its header (1-based rows, both ends included; top 0 = none) and what it says for each column. */
export interface SheetHeader {
  readonly top: number;
  readonly bottom: number;
  readonly names: readonly Cell[];
}

const ROWS_LOOKED_AT = 300;
const MOST_HEADER_ROWS = 6;
const SEPARATOR = ' / ';

/**
 * Finds the header of a sheet: the stated row, else the first row as wide as the table that reads as names, merged cells counted over their width.
 * It goes on below as far as merged cells tell (a name over two rows, or over several columns with their own names under it); the rows are joined
 * with « / ».
 */
export function findSheetHeader(rows: readonly GridRow[], merges: readonly MergedRange[], stated: number | null): SheetHeader {
  if (stated === 0) return { top: 0, bottom: 0, names: [] };
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  const width = Math.max(0, ...looked.map(({ cells }) => filledWidth(cells)));
  const spread = spreadMerges(looked, merges, width);
  const index = stated === null ? findHeader(spread) : spread.findIndex(({ row }) => row >= stated);
  const header = index === null ? undefined : spread[index];
  if (index === null || header === undefined) return { top: 0, bottom: 0, names: [] };
  const bottom = bottomOf(spread, index, merges);
  const block = spread.filter(({ row }) => row >= header.row && row <= bottom);
  const columns = Math.max(...block.map(({ cells }) => cells.length));
  return { top: header.row, bottom, names: Array.from({ length: columns }, (_, column) => joinNames(block, column)) };
}

/** Rows in which a cell merged sideways stands in each of its columns; one across most of the table is a title and stays one cell. */
function spreadMerges(rows: readonly GridRow[], merges: readonly MergedRange[], width: number): GridRow[] {
  const byRow = new Map<number, MergedRange[]>();
  for (const merge of merges) {
    const columns = merge.e.c - merge.s.c + 1;
    if (columns < 2 || columns >= Math.max(3, width * 0.8) || merge.e.r - merge.s.r >= MOST_HEADER_ROWS) continue;
    byRow.set(merge.s.r + 1, [...(byRow.get(merge.s.r + 1) ?? []), merge]);
  }
  return rows.map((row) => {
    const here = byRow.get(row.row);
    if (!here) return row;
    const cells = [...row.cells];
    for (const { s, e } of here) {
      const value = cells[s.c] ?? '';
      while (cells.length <= e.c) cells.push('');
      cells.fill(value, s.c, e.c + 1);
    }
    return { row: row.row, cells };
  });
}

/** The last row of the header that begins at `index`. */
function bottomOf(rows: readonly GridRow[], index: number, merges: readonly MergedRange[]): number {
  const top = rows[index]?.row ?? 0;
  let bottom = top;
  for (let changed = true; changed && bottom - top < MOST_HEADER_ROWS; ) {
    changed = false;
    for (const { s, e } of merges) {
      const inside = s.r + 1 >= top && s.r + 1 <= bottom;
      if (inside && e.r + 1 > bottom && e.r + 1 - top < MOST_HEADER_ROWS) {
        bottom = e.r + 1;
        changed = true;
      }
      const sideways = s.r === e.r && e.c > s.c && s.r + 1 === bottom;
      const below = rows.find(({ row }) => row === bottom + 1);
      if (sideways && below && readsAsNames(below.cells) && hasNamesUnder(below, s.c, e.c)) {
        bottom++;
        changed = true;
      }
    }
  }
  return bottom;
}

function hasNamesUnder(row: GridRow, from: number, to: number): boolean {
  return row.cells.slice(from, to + 1).filter((cell) => cell !== '').length >= 2;
}

function joinNames(block: readonly GridRow[], column: number): string {
  const parts: string[] = [];
  for (const { cells } of block) {
    const text = String(cells[column] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    if (text !== '' && text !== parts.at(-1)) parts.push(text);
  }
  return parts.join(SEPARATOR);
}
