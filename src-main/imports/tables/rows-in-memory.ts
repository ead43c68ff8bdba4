import { ForeignFileError } from '../foreign-file-error.ts';
import type { ForeignRow, ForeignTable } from '../foreign-table.ts';

const BATCH_ROWS = 2_000;

type MemoryTable = Omit<ForeignTable, 'rowCount' | 'batches' | 'close'> & { readonly rows: readonly ForeignRow[] };

/** A table whose rows are in memory already (JSON, maps of a few thousand areas). Throws `file/empty` when there are none. */
export function tableOfRows({ rows, ...table }: MemoryTable): ForeignTable {
  if (rows.length === 0) throw new ForeignFileError('file/empty', { fileName: table.fileName });
  async function* batches(options: { signal?: AbortSignal; onBytes?: (done: number, total: number) => void } = {}): AsyncGenerator<ForeignRow[]> {
    for (let from = 0; from < rows.length; from += BATCH_ROWS) {
      options.signal?.throwIfAborted();
      options.onBytes?.(Math.round((table.byteCount * Math.min(rows.length, from + BATCH_ROWS)) / rows.length), table.byteCount);
      yield rows.slice(from, from + BATCH_ROWS);
    }
  }
  return { ...table, rowCount: rows.length, batches, close: () => {} };
}
