import { CFB, read, type WorkBook } from 'xlsx';
import { ForeignFileError } from '../foreign-file-error.ts';
import { readSheetCells } from './sheet-cells.ts';
import { cutTable, type SheetTable, weighTable } from './sheet-table.ts';

export interface ReadWorkbook {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly table: SheetTable;
}

export interface WorkbookChoice {
  readonly fileName: string;
  /** null = the sheet with the largest table, hidden ones only where no other has one. */
  readonly sheet: string | null;
  readonly headerRow: number | null;
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
  let best: { sheet: string; table: SheetTable; weight: number } | null = null;
  let hasContent = false;
  candidates.forEach((sheet) => {
    const worksheet = book.Sheets[sheet];
    if (!worksheet) return;
    const cells = readSheetCells(worksheet, fileName, is1904);
    delete book.Sheets[sheet];
    if (cells.length === 0) return;
    hasContent = true;
    const table = cutTable(cells, worksheet['!merges'] ?? [], choice.headerRow);
    const hidden = (book.Workbook?.Sheets?.[sheets.indexOf(sheet)]?.Hidden ?? 0) !== 0;
    const weight = hidden ? weighTable(table) / 1e9 : weighTable(table);
    if (table.rows.length > 0 && weight > (best?.weight ?? 0)) best = { sheet, table, weight };
  });
  return { sheets, ...chosen(best, hasContent, fileName) };
}

function chosen(best: { sheet: string; table: SheetTable } | null, hasContent: boolean, fileName: string): { sheet: string; table: SheetTable } {
  if (best) return { sheet: best.sheet, table: best.table };
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
