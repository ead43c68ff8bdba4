/** The process that reads one spreadsheet: it may be killed at any moment, and ends when its parent lets go of it. */
import { ForeignFileError } from '../foreign-file-error.ts';
import type { GridRow } from '../tables/header-row.ts';
import { readWorkbook } from './read-workbook.ts';
import type { SpreadsheetAnswer, SpreadsheetRequest } from './spreadsheet-messages.ts';

let rows: readonly GridRow[] = [];

function answer(request: SpreadsheetRequest): SpreadsheetAnswer {
  if (request.ask === 'rows') return { tell: 'rows', rows: rows.slice(request.from, request.from + request.count) };
  const { sheets, hiddenSheets, sheet, table, firstRows, guesses } = readWorkbook(request.bytes, request);
  const { rows: all, guesses: _, ...rest } = table;
  rows = all;
  return { tell: 'opened', sheets, hiddenSheets, sheet, firstRows, guesses, table: rest, rowCount: rows.length };
}

process.on('disconnect', () => process.exit(0));
process.on('message', (request: SpreadsheetRequest) => {
  try {
    process.send?.(answer(request));
  } catch (error) {
    if (!(error instanceof ForeignFileError)) throw error;
    process.send?.({ tell: 'refused', code: error.code, params: error.params } satisfies SpreadsheetAnswer);
  }
});
