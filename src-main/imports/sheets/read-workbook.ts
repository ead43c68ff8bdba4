import { CFB, read, type WorkBook } from 'xlsx';
import type { Guess } from '#shared/domain/imports.ts';
import { ForeignFileError } from '../foreign-file-error.ts';
import type { Cell } from '../foreign-table.ts';
import { firstRowsOf } from '../tables/first-rows.ts';
import type { GridRow } from '../tables/header-row.ts';
import { readSheetCells } from './sheet-cells.ts';
import { cutTable, type SheetTable, type TableChoice, weighTable } from './sheet-table.ts';

export interface ReadWorkbook {
  readonly sheets: readonly string[];
  readonly hiddenSheets: readonly string[];
  readonly sheet: string;
  readonly table: SheetTable;
  /** Of the sheet as it stands, from its row 1 on. */
  readonly firstRows: readonly (readonly string[])[];
  /** Of the whole workbook and of the table. */
  readonly guesses: readonly Guess[];
}

export interface WorkbookChoice extends TableChoice {
  readonly fileName: string;
  /** null = the sheet with the largest table, hidden ones only where no other has one. */
  readonly sheet: string | null;
}

/**
 * Reads one sheet of a spreadsheet of any kind (xlsx, xlsm, xlsb, xls, ods, HTML tables and XML spreadsheets called `.xls`) as a table.
 * Throws `file/password`, `file/other-kind`, `file/damaged`, `file/no-such-sheet`, `file/empty`, `file/only-header`. Runs in its own process.
 */
export function readWorkbook(bytes: Uint8Array, choice: WorkbookChoice): ReadWorkbook {
  const { fileName } = choice;
  refuseOtherDocuments(bytes, fileName);
  const book = parse(bytes, choice);
  const sheets = book.SheetNames;
  if (choice.sheet !== null && !sheets.includes(choice.sheet)) {
    throw new ForeignFileError('file/no-such-sheet', { fileName, sheet: choice.sheet, sheets: sheets.join(', ') });
  }
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const candidates = choice.sheet === null ? sheets : [choice.sheet];
  const hiddenSheets = sheets.filter((_, index) => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0);
  let best: (FoundTable & { weight: number }) | null = null;
  let tableCount = 0;
  const indexSheets: string[] = [];
  let hasContent = false;
  candidates.forEach((sheet) => {
    const worksheet = book.Sheets[sheet];
    if (!worksheet) return;
    const cells = readSheetCells(worksheet, fileName, is1904);
    delete book.Sheets[sheet];
    if (cells.length === 0) return;
    hasContent = true;
    const table = cutTable(cells, worksheet['!merges'] ?? [], choice);
    const isIndex = listsSheets(cells, sheets);
    if (isIndex) indexSheets.push(sheet);
    const weight = weighTable(table) / (hiddenSheets.includes(sheet) ? 1e9 : isIndex ? 1e6 : 1);
    if (table.rows.length > 0) tableCount++;
    if (table.rows.length > 0 && weight > (best?.weight ?? 0)) best = { sheet, table, weight, firstRows: firstRowsOf(cells, table.headerRow) };
  });
  const found = chosen(best, hasContent, fileName);
  return { sheets, hiddenSheets, ...found, guesses: [...sheetGuesses(choice.sheet, found.sheet, tableCount, indexSheets), ...found.table.guesses] };
}

/** A list of contents: most other sheets are named in one of its columns, in full or as the number that the name was taken for. */
function listsSheets(rows: readonly GridRow[], sheets: readonly string[]): boolean {
  if (sheets.length < 4) return false;
  const names = new Set(sheets.flatMap((name) => [name, String(Number(name))]));
  const width = rows.slice(0, 500).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  for (let column = 0; column < Math.min(width, 6); column++) {
    const listed = new Set(rows.slice(0, 500).map(({ cells }) => String(cells[column] ?? '')));
    const named = sheets.filter((name) => listed.has(name) || listed.has(String(Number(name)))).length;
    const strangers = [...listed].filter((text) => text !== '' && !names.has(text)).length;
    if (named >= (sheets.length - 1) * 0.7 && strangers <= named / 2) return rows.slice(0, 500).some(({ cells }) => isLongText(cells[column + 1]));
  }
  return false;
}

function isLongText(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.length > 25;
}

function sheetGuesses(stated: string | null, sheet: string, tableCount: number, indexSheets: readonly string[]): Guess[] {
  if (stated !== null || tableCount < 2) return [];
  const largest: Guess = { setting: 'sheet', value: sheet, code: 'largest-sheet', params: { sheet, count: tableCount }, isSure: false };
  return [largest, ...indexSheets.map((index): Guess => ({ setting: 'sheet', value: index, code: 'index-sheet', params: { sheet: index }, isSure: true }))];
}

type FoundTable = Pick<ReadWorkbook, 'sheet' | 'table' | 'firstRows'>;

function chosen(best: FoundTable | null, hasContent: boolean, fileName: string): FoundTable {
  if (best) return { sheet: best.sheet, table: best.table, firstRows: best.firstRows };
  throw new ForeignFileError(hasContent ? 'file/only-header' : 'file/empty', { fileName, row: 1 });
}

function parse(bytes: Uint8Array, { fileName, sheet }: WorkbookChoice): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellHTML: false,
      cellText: false,
      cellFormula: false,
      UTC: true,
      raw: true,
      ...(sheet === null ? {} : { sheets: sheet }),
    });
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new ForeignFileError(isLocked ? 'file/password' : 'file/damaged', { fileName });
  }
}

/** Word and PowerPoint files of the old kind, and locked workbooks, share the container of old Excel files. */
function refuseOtherDocuments(bytes: Uint8Array, fileName: string): void {
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf) return;
  let paths: string[];
  try {
    paths = CFB.read(bytes, { type: 'array' }).FullPaths.map((path: string) => path.toLowerCase());
  } catch {
    throw new ForeignFileError('file/damaged', { fileName });
  }
  const has = (name: string) => paths.some((path) => path.endsWith(`/${name}`));
  if (has('workbook') || has('book')) return;
  if (has('encryptedpackage')) throw new ForeignFileError('file/password', { fileName });
  throw new ForeignFileError('file/other-kind', { fileName, kind: has('worddocument') ? 'Word' : has('powerpoint document') ? 'PowerPoint' : 'OLE' });
}
