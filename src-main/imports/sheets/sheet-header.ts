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
  /** Columns that have a header cell of their own, not only a share in a merged one. */
  readonly own: ReadonlySet<number>;
}

const ROWS_LOOKED_AT = 300;
const ROWS_ABOVE = 20;
const MOST_HEADER_ROWS = 6;
const SEPARATOR = ' / ';

/**
 * Finds the header of a sheet: the stated row, else the first row as wide as the table that reads as names, merged cells counted over their width.
 * It goes on below as far as merged cells tell (a name over two rows, or over several columns with their own names under it); the rows are joined
 * with « / ».
 */
export function findSheetHeader(
  rows: readonly GridRow[],
  merges: readonly MergedRange[],
  stated: number | null,
  statedCount: number | null = null,
): SheetHeader {
  const none = { top: 0, bottom: 0, names: [], own: new Set<number>() };
  if (stated === 0) return none;
  const start = stated === null ? 0 : Math.max(0, rows.findIndex(({ row }) => row >= stated) - ROWS_ABOVE);
  const looked = rows.slice(start, start + ROWS_LOOKED_AT);
  const inside = merges.filter((merge) => isInsideTable(merge, Math.max(0, ...looked.map(({ cells }) => filledWidth(cells)))));
  const spread = spreadMerges(looked, inside, false);
  const index = stated === null ? findHeader(spread, spreadMerges(looked, inside, true)) : spread.findIndex(({ row }) => row >= stated);
  const header = index === null ? undefined : spread[index];
  if (index === null || header === undefined) return none;
  const bottom = statedCount === null ? bottomOf(spread, index, inside) : header.row + statedCount - 1;
  const block = spread.filter(({ row }) => row >= header.row && row <= bottom);
  const columns = Math.max(...block.map(({ cells }) => cells.length));
  const own = new Set(
    looked.filter(({ row }) => row >= header.row && row <= bottom).flatMap(({ cells }) => cells.flatMap((cell, column) => (cell === '' ? [] : [column]))),
  );
  return { top: header.row, bottom, names: Array.from({ length: columns }, (_, column) => joinNames(block, column)), own };
}

/** A cell merged across most of the table is a title or a note, one over many rows belongs to the data. */
function isInsideTable({ s, e }: MergedRange, width: number): boolean {
  const columns = e.c - s.c + 1;
  return columns < Math.max(Math.min(3, width), width * 0.8) && e.r - s.r < MOST_HEADER_ROWS;
}

/** Rows in which a merged cell stands in each of its columns of its first row, and with `down` in the rows below too. */
function spreadMerges(rows: readonly GridRow[], merges: readonly MergedRange[], down: boolean): GridRow[] {
  const spread = new Map(rows.map(({ row, cells }) => [row, [...cells]]));
  for (const { s, e } of merges) {
    const value = spread.get(s.r + 1)?.[s.c] ?? '';
    if (value === '') continue;
    for (let row = s.r + 1; row <= (down ? e.r + 1 : s.r + 1); row++) {
      const cells = spread.get(row);
      if (!cells) continue;
      while (cells.length <= e.c) cells.push('');
      cells.fill(value, s.c, e.c + 1);
    }
  }
  return rows.map(({ row }) => ({ row, cells: spread.get(row) ?? [] }));
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
