import { parseNumber } from '../detect/numbers.ts';
import { type GridRow, readsAsNames } from '../tables/header-row.ts';
import { readsAsNote } from './footnotes.ts';

/** A stretch of a sheet that holds one table: from its title on to where the next one begins. */
export interface SheetBlock {
  /** The line above its header; '' where there is none. */
  readonly title: string;
  /** Places in the sheet's rows, the end not included. */
  readonly from: number;
  readonly to: number;
  /** Place of the header's first row; null for the first block, whose header is found by its looks. */
  readonly header: number | null;
}

export interface FirstHeader {
  /** Places in the sheet's rows of the first and the last row of the header. */
  readonly top: number;
  readonly bottom: number;
}

const FEWEST_NAMES = 2;

/**
 * The tables stacked on one sheet: another begins where the header stands again word for word, or where after an empty row a row of names stands over
 * columns of figures. One block where there is one.
 */
export function findBlocks(rows: readonly GridRow[], first: FirstHeader): SheetBlock[] {
  const headers = [first.top];
  for (let at = first.bottom + 1; at < rows.length; at++) {
    if (isSameHeader(rows, first, at)) {
      headers.push(at);
      at += first.bottom - first.top;
    } else if (isOtherHeader(rows, at)) headers.push(at);
  }
  const starts = headers.map((header, index) => (index === 0 ? 0 : titleStart(rows, header)));
  return headers.map((header, index) => ({
    title: titleAbove(rows, starts[index] ?? 0, header),
    from: starts[index] ?? 0,
    to: starts[index + 1] ?? rows.length,
    header: index === 0 ? null : header,
  }));
}

function isSameHeader(rows: readonly GridRow[], { top, bottom }: FirstHeader, at: number): boolean {
  const names = filled(rows[top]);
  if (names.length < FEWEST_NAMES || filled(rows[at]).length !== names.length) return false;
  for (let i = top; i <= bottom; i++) {
    const own = rows[i]?.cells ?? [];
    const other = rows[at + i - top]?.cells ?? [];
    for (let column = 0; column < Math.max(own.length, other.length); column++) if ((own[column] ?? '') !== (other[column] ?? '')) return false;
  }
  return true;
}

/** Names after an empty row, standing over figures, where figures stood above too: in a table of words a gap is only a gap. */
function isOtherHeader(rows: readonly GridRow[], at: number): boolean {
  const row = rows[at];
  const below = rows[at + 1];
  if (!row || !below || filled(row).length < FEWEST_NAMES || !followsGap(rows, at) || !readsAsNames(row.cells)) return false;
  const columns = filled(row).filter((column) => column !== filled(row)[0]);
  const figures = columns.filter((column) => isFigure(below.cells[column] ?? ''));
  if (figures.length < Math.max(1, columns.length * 0.6)) return false;
  return columns.every((column) => !isFigure(row.cells[column] ?? '')) && filled(row).length >= filled(below).length - 1;
}

/** An empty row above, titles in between or not. */
function followsGap(rows: readonly GridRow[], at: number): boolean {
  for (let i = at; i > 0; i--) {
    const above = rows[i - 1];
    if (above === undefined || (rows[i]?.row ?? 0) - above.row > 1) return true;
    if (filled(above).length > 1) return false;
  }
  return true;
}

/** Where the lines begin that stand alone above a header: after the last row of the table above, its notes left to it. */
function titleStart(rows: readonly GridRow[], header: number): number {
  let start = header;
  while (start > 0 && filled(rows[start - 1]).length <= 1 && !readsAsNote(textOf(rows[start - 1]))) {
    start--;
    if ((rows[start + 1]?.row ?? 0) - (rows[start]?.row ?? 0) > 2) return start + 1;
    // One line is the title; what stands further up after a gap belongs to the table above.
    if ((rows[start]?.row ?? 0) - (rows[start - 1]?.row ?? 0) > 1) break;
  }
  return start;
}

function titleAbove(rows: readonly GridRow[], from: number, header: number): string {
  const row = header > from ? rows[header - 1] : undefined;
  return row === undefined || filled(row).length > 1 ? '' : textOf(row);
}

/** The only text of a row. */
export function textOf(row: GridRow | undefined): string {
  return row === undefined
    ? ''
    : row.cells
        .filter((cell) => cell !== '')
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim();
}

function filled(row: GridRow | undefined): number[] {
  return row === undefined ? [] : row.cells.flatMap((cell, column) => (cell === '' ? [] : [column]));
}

function isFigure(cell: string | number): boolean {
  return cell !== '' && (parseNumber(cell, '.') ?? parseNumber(cell, ',')) !== null;
}
