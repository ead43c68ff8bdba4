import type { RefusalCode, RefusalParams } from '#shared/contract/refusal.ts';
import type { GridRow } from '../tables/header-row.ts';
import type { WorkbookChoice } from './read-workbook.ts';
import type { SheetTable } from './sheet-table.ts';

/** What the engine's process asks of the process that reads a spreadsheet. */
export type SpreadsheetRequest =
  | ({ readonly ask: 'open'; readonly bytes: Uint8Array } & WorkbookChoice)
  | { readonly ask: 'rows'; readonly from: number; readonly count: number };

export interface OpenedSpreadsheet {
  readonly tell: 'opened';
  /** Names of all sheets, hidden ones too. */
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly rowCount: number;
  readonly hiddenSheets: readonly string[];
  readonly firstRows: readonly (readonly string[])[];
  readonly guesses: SheetTable['guesses'];
  readonly table: Omit<SheetTable, 'rows' | 'guesses'>;
}
/** The answers, one for each request. */
export type SpreadsheetAnswer =
  | OpenedSpreadsheet
  | { readonly tell: 'rows'; readonly rows: readonly GridRow[] }
  | { readonly tell: 'refused'; readonly code: RefusalCode; readonly params: RefusalParams };
