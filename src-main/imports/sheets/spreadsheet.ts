import type { RecipePatch } from '#shared/domain/recipes.ts';
import { ForeignFileError } from '../foreign-file-error.ts';
import { type ForeignRow, type ForeignTable, plainTable } from '../foreign-table.ts';
import { SpreadsheetProcess } from './spreadsheet-process.ts';

const BATCH_ROWS = 2_000;

export interface SpreadsheetSource {
  readonly fileName: string;
  /** The spreadsheet itself, already past the ZIP guard where it is a ZIP. */
  readonly bytes: Buffer;
  /** Of the file on disk. */
  readonly byteCount: number;
  readonly sha256: string;
}

/** Opens a spreadsheet in a process of its own, which holds the rows until the table is closed. Row numbers are those of the sheet. */
export async function openSpreadsheet(source: SpreadsheetSource, patch: RecipePatch, signal?: AbortSignal): Promise<ForeignTable> {
  const { fileName, byteCount, sha256 } = source;
  const reader = new SpreadsheetProcess(fileName);
  try {
    const { sheet: stated = null, headerRow = null, headerRowCount = null, block = null } = patch;
    const opened = await reader.ask({ ask: 'open', bytes: source.bytes, fileName, sheet: stated, headerRow, headerRowCount, block }, signal);
    if (opened.tell === 'refused') throw new ForeignFileError(opened.code, opened.params);
    if (opened.tell !== 'opened') throw new ForeignFileError('file/parser-stopped', { fileName });
    const { sheets, hiddenSheets, sheet, firstRows, guesses, table, rowCount } = opened;
    const { columns, notes, blocks } = table;
    const reading = { format: 'table', encoding: null, delimiter: null, sheet, headerRow: table.headerRow } as const;
    async function* batches(options: { signal?: AbortSignal; onBytes?: (done: number, total: number) => void } = {}): AsyncGenerator<ForeignRow[]> {
      for (let from = 0; from < rowCount; from += BATCH_ROWS) {
        options.signal?.throwIfAborted();
        const answer = await reader.ask({ ask: 'rows', from, count: BATCH_ROWS }, options.signal);
        if (answer.tell !== 'rows') throw new ForeignFileError('file/parser-stopped', { fileName });
        options.onBytes?.(Math.round((byteCount * Math.min(rowCount, from + BATCH_ROWS)) / rowCount), byteCount);
        yield [...answer.rows];
      }
    }
    const close = () => reader.kill();
    return { fileName, byteCount, sha256, ...plainTable, reading, sheets, hiddenSheets, columns, notes, blocks, firstRows, guesses, rowCount, batches, close };
  } catch (error) {
    reader.kill();
    throw error;
  }
}
