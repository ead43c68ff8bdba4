import type { Guess, ImportPreview } from '#shared/domain/imports.ts';
import type { Cell } from '../foreign-table.ts';
import { nameColumns } from '../tables/column-names.ts';
import { filledWidth, type GridRow } from '../tables/header-row.ts';
import { cellsWithoutMarks, isMark, noteNumbers, readsAsNote, withoutMarks } from './footnotes.ts';
import { findBlocks, type SheetBlock, textOf } from './sheet-blocks.ts';
import { findSheetHeader, type MergedRange, type SheetHeader } from './sheet-header.ts';

/** A sheet made into a table: named columns, rows below the header, nothing empty at the edges or between columns. */
export interface SheetTable {
  readonly headerRow: number;
  readonly headerRowCount: number;
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
  /** Titles above and notes below. */
  readonly notes: readonly string[];
  /** Empty where the sheet holds one table. */
  readonly blocks: ImportPreview['blocks'];
  readonly guesses: readonly Guess[];
}

/** What a person states about where the table is; null = found by its looks. */
export interface TableChoice {
  readonly headerRow: number | null;
  readonly headerRowCount: number | null;
  readonly block: number | null;
}

const LONG_NOTE = 60;
const MOST_NOTES = 100;
const LONGEST_NOTE = 2_000;
/** The column that says which of several blocks a row stood in. */
const BLOCK_COLUMN = 'block';

/**
 * Cuts the table out of a sheet: header by merged cells, titles above and notes below left off (and kept as notes), columns without any content dropped,
 * footnote marks taken off. Of several tables stacked on the sheet those with the same columns are one, with the title of each in a column `block`.
 */
export function cutTable(rows: readonly GridRow[], merges: readonly MergedRange[], choice: TableChoice): SheetTable {
  const header = firstHeader(rows, merges, choice);
  const blocks = header.top === 0 ? [] : findBlocks(rows, placesOf(rows, header));
  if (blocks.length < 2) return cutOne(rows, merges, choice.headerRow === 0 ? header : { ...header, bottom: header.bottom || titleEnd(rows) });
  const cuts = blocks.map((block, index) => {
    const inside = rows.slice(block.from, block.to);
    const own = index === 0 ? header : findSheetHeader(inside, merges, rows[block.header ?? 0]?.row ?? 1, choice.headerRowCount);
    return { block, title: block.title, table: cutOne(inside, merges, own) };
  });
  return joinBlocks(cuts, choice.block);
}

/** The header by its looks; where a smaller table stands above the one it belongs to, that one's. */
function firstHeader(rows: readonly GridRow[], merges: readonly MergedRange[], { headerRow, headerRowCount }: TableChoice): SheetHeader {
  const header = findSheetHeader(rows, merges, headerRow, headerRowCount);
  const above = rows.filter(({ row }) => row < header.top);
  if (headerRow !== null || above.filter((row) => filledCount(row) > 1).length < 2) return header;
  const higher = findSheetHeader(above, merges, null, headerRowCount);
  const hasRows = above.some((row) => row.row > higher.bottom && filledCount(row) > 1);
  return higher.top > 0 && hasRows && findBlocks(rows, placesOf(rows, higher)).length > 1 ? higher : header;
}

/** Without a header: the last of the lines that stand alone above a table of two columns and more; 0 where there are none. */
function titleEnd(rows: readonly GridRow[]): number {
  if (rows.filter((row) => filledCount(row) > 1).length < rows.length * 0.6) return 0;
  const first = rows.findIndex((row) => filledCount(row) > 1);
  return rows[first - 1]?.row ?? 0;
}

function placesOf(rows: readonly GridRow[], { top, bottom }: SheetHeader): { top: number; bottom: number } {
  const first = rows.findIndex(({ row }) => row >= top);
  let last = first;
  while (last + 1 < rows.length && (rows[last + 1]?.row ?? 0) <= bottom) last++;
  return { top: first, bottom: last };
}

interface CutBlock {
  readonly block: SheetBlock;
  readonly title: string;
  readonly table: SheetTable;
}

/** The stated block alone; else all that have the columns of the largest, one below the other. */
function joinBlocks(cuts: readonly CutBlock[], stated: number | null): SheetTable {
  const blocks = cuts.map(({ title, table }) => ({ row: table.headerRow, title, rowCount: table.rows.length }));
  const chosen = stated === null ? undefined : (cuts[stated] ?? cuts.at(-1));
  if (chosen) return { ...chosen.table, blocks };
  const weights = new Map<string, number>();
  for (const { table } of cuts) weights.set(table.columns.join('\n'), (weights.get(table.columns.join('\n')) ?? 0) + weighTable(table));
  const [columns] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [''];
  const alike = cuts.filter(({ table }) => table.columns.join('\n') === columns);
  const [first] = alike;
  if (first === undefined) throw new Error('a sheet of blocks without any');
  const guess: Guess = {
    setting: 'block',
    value: '',
    code: 'stacked-blocks',
    params: { count: alike.length, all: cuts.length },
    isSure: alike.length === cuts.length,
  };
  const guesses = [...first.table.guesses, guess];
  const notes = cuts.flatMap(({ table }) => table.notes).slice(0, MOST_NOTES);
  if (alike.length === 1) return { ...first.table, blocks, guesses };
  const names = [...first.table.columns, BLOCK_COLUMN];
  return {
    ...first.table,
    columns: nameColumns(names, names.length),
    rows: alike.flatMap(({ title, table }, index) => table.rows.map(({ row, cells }) => ({ row, cells: [...cells, title || `${index + 1}`] }))),
    notes,
    blocks,
    guesses,
  };
}

/** A sheet, or a part of one, with a single table. */
function cutOne(rows: readonly GridRow[], merges: readonly MergedRange[], header: SheetHeader): SheetTable {
  const above = rows.filter(({ row }) => row < (header.top || header.bottom + 1));
  const below = rows.filter(({ row }) => row > header.bottom);
  const data = header.bottom === 0 ? below : withoutNotes(below, merges);
  const after = below.slice(data.length);
  const notes = [...above, ...after]
    .map((row) => textOf(row).slice(0, LONGEST_NOTE))
    .filter((note) => note !== '')
    .slice(0, MOST_NOTES);
  const width = data.reduce((most, { cells }) => Math.max(most, cells.length), filledWidth(header.names));
  const used = usedColumns(header.own, data, width);
  const grid =
    used.length === width ? data.map((row) => padded(row, width)) : data.map(({ row, cells }) => ({ row, cells: used.map((column) => cells[column] ?? '') }));
  const numbers = noteNumbers(after.map(textOf));
  const written = used.map((column) => header.names[column] ?? '');
  const plain = written.map((name) =>
    typeof name === 'string'
      ? name
          .split(' / ')
          .map((part) => withoutMarks(part, numbers))
          .join(' / ')
      : name,
  );
  const { rows: clean, example } = withoutMarkedCells(grid, numbers, used.length);
  const guesses = [...headerGuesses(header, above.length), ...noteGuesses(after.length), ...markGuesses(written, plain, example)];
  const named = nameColumns(
    Array.from({ length: width }, (_, column) => plain[used.indexOf(column)] ?? ''),
    width,
  );
  return {
    headerRow: header.top,
    headerRowCount: header.top === 0 ? 1 : header.bottom - header.top + 1,
    columns: used.map((column) => named[column] ?? ''),
    rows: clean,
    notes,
    blocks: [],
    guesses,
  };
}

function headerGuesses({ top, bottom }: SheetHeader, rowsAbove: number): Guess[] {
  if (top === 0) return [{ setting: 'headerRow', value: '0', code: 'no-header', params: {}, isSure: false }];
  const rows: Guess[] = [{ setting: 'headerRow', value: String(top), code: 'header-row', params: { row: top, above: rowsAbove }, isSure: rowsAbove === 0 }];
  if (bottom === top) return rows;
  const count = bottom - top + 1;
  return [...rows, { setting: 'headerRowCount', value: String(count), code: 'header-rows', params: { row: top, count }, isSure: true }];
}

function noteGuesses(count: number): Guess[] {
  return count === 0 ? [] : [{ setting: 'notes', value: String(count), code: 'notes-below', params: { count }, isSure: true }];
}

function markGuesses(written: readonly Cell[], plain: readonly Cell[], example: { written: string; plain: string } | null): Guess[] {
  const changed = written.flatMap((name, index) => (name === plain[index] ? [] : [index]));
  const guesses: Guess[] = [];
  const [first] = changed;
  if (first !== undefined) {
    const params = { count: changed.length, written: oneLine(written[first]), plain: oneLine(plain[first]) };
    guesses.push({ setting: 'columns', value: params.plain, code: 'footnote-marks', params, isSure: true });
  }
  if (example) guesses.push({ setting: 'cells', value: example.plain, code: 'footnote-marks-in-cells', params: example, isSure: false });
  return guesses;
}

function oneLine(name: Cell | undefined): string {
  return String(name ?? '').replace(/\s+/g, ' ');
}

/** Cells without the marks of notes, and one of those that had some. */
function withoutMarkedCells(
  rows: readonly GridRow[],
  numbers: ReadonlySet<number>,
  width: number,
): { rows: readonly GridRow[]; example: { written: string; plain: string } | null } {
  let example: { written: string; plain: string } | null = null;
  const changes = new Map<number, readonly Cell[]>();
  for (let column = 0; column < width; column++) {
    const cells = rows.map((row) => row.cells[column] ?? '');
    const plain = cellsWithoutMarks(cells, numbers);
    if (plain === null) continue;
    changes.set(column, plain);
    const at = plain.findIndex((cell, index) => cell !== cells[index]);
    example ??= { written: String(cells[at] ?? ''), plain: String(plain[at] ?? '') };
  }
  if (changes.size === 0) return { rows, example };
  return { rows: rows.map(({ row, cells }, index) => ({ row, cells: cells.map((cell, column) => changes.get(column)?.[index] ?? cell) })), example };
}

function padded(row: GridRow, width: number): GridRow {
  if (row.cells.length === width) return row;
  const cells: Cell[] = [...row.cells];
  while (cells.length < width) cells.push('');
  return { row: row.row, cells };
}

/** Columns with a header cell of their own or with content; content that is nothing but marks does not count. */
function usedColumns(own: ReadonlySet<number>, rows: readonly GridRow[], width: number): number[] {
  const used = Array.from({ length: width }, (_, column) => own.has(column));
  let left = used.filter((is) => !is).length;
  for (const { cells } of rows) {
    if (left === 0) break;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column] ?? '';
      if (used[column] || cell === '' || isMark(cell)) continue;
      used[column] = true;
      left--;
    }
  }
  return used.flatMap((is, column) => (is ? [column] : []));
}

/** Rows below the last full one that hold a single cell are notes from the first one on that reads like a note or lies across merged cells. */
function withoutNotes(rows: readonly GridRow[], merges: readonly MergedRange[]): readonly GridRow[] {
  let last = rows.length - 1;
  while (last >= 0 && (filledCount(rows[last]) <= 1 || isNoteWithLink(rows[last]))) last--;
  if (last < 0) return rows;
  const wide = new Set(merges.filter(({ s, e }) => e.c > s.c).map(({ s }) => s.r + 1));
  const note = rows.findIndex((row, index) => index > last && isNote(row, wide));
  return note < 0 ? rows : rows.slice(0, note);
}

/** «Source: | the police» in two cells. */
function isNoteWithLink(row: GridRow | undefined): boolean {
  const texts = row?.cells.filter((cell) => cell !== '') ?? [];
  return texts.length === 2 && texts.every((cell) => typeof cell === 'string') && /^(?:source|fuente|nota|note|المصدر|مصدر)\b/i.test(String(texts[0]));
}

function filledCount(row: GridRow | undefined): number {
  return row?.cells.filter((cell) => cell !== '').length ?? 0;
}

function isNote(row: GridRow, wide: ReadonlySet<number>): boolean {
  const text = String(row.cells.find((cell) => cell !== '') ?? '');
  return wide.has(row.row) || text.length > LONG_NOTE || readsAsNote(text) || isNoteWithLink(row);
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
