import type { ByteSource } from '../files/byte-source.ts';
import { loadBytes } from '../files/load-bytes.ts';
import { type ForeignTable, plainTable } from '../foreign-table.ts';
import { limits } from '../guard/limits.ts';
import { readDbase } from './dbase.ts';
import { tableOfRows } from './rows-in-memory.ts';

/** Opens a .dbf that came alone. `row` is the record's number. */
export async function openDbase(source: ByteSource, sha256: string, signal?: AbortSignal): Promise<ForeignTable> {
  const { fileName, byteCount } = source;
  const { columns, rows, encoding } = readDbase(await loadBytes(source, limits.spreadsheetFile, signal), fileName);
  const reading = { format: 'table', encoding, delimiter: null, sheet: null, headerRow: null } as const;
  const kept = rows.flatMap((cells, index) => (cells === null ? [] : [{ row: index + 1, cells }]));
  return tableOfRows({ fileName, byteCount, sha256, ...plainTable, reading, sheets: [], columns, rows: kept });
}
