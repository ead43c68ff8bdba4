import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Connection } from '../project-file.ts';
import { type ContentTable, type ContentValue, ContentWriter, contentColumns, contentTables } from './content-rows.ts';

/** Rows of one packed chunk. */
const chunkRows = 20_000;

/** Where the chunks of a table begin in `dataset_content`; those of incidents begin at 0. */
const firstChunk: Readonly<Record<ContentTable, number>> = { figure: 1_000_000, respondent: 2_000_000 };
export const firstChunkOfTables = 1_000_000;

type PackedRow = ContentValue[];

/** Puts figures and respondents of a dataset aside, packed column by column as JSON, and takes the rows out. */
export function packTables(connection: Pick<Connection, 'prepare'>, datasetId: string): void {
  const save = connection.prepare<[string, number, Buffer]>('INSERT INTO dataset_content (dataset_id, chunk, rows) VALUES (?, ?, ?)');
  for (const table of contentTables) {
    const page = connection
      .prepare<[string, number, number]>(
        `SELECT key, ${contentColumns[table].map((column) => `"${column}"`).join(', ')} FROM "${table}"
         WHERE dataset_key = (SELECT key FROM dataset WHERE id = ?) AND key > ? ORDER BY key LIMIT ?`,
      )
      .raw();
    let last = 0;
    for (let chunk = firstChunk[table]; ; chunk += 1) {
      const rows = page.all(datasetId, last, chunkRows) as PackedRow[];
      if (rows.length === 0) break;
      last = Number(rows.at(-1)?.[0] ?? last);
      const columns = contentColumns[table].map((_column, index) => rows.map((row) => row[index + 1] ?? null));
      save.run(datasetId, chunk, deflateRawSync(Buffer.from(JSON.stringify(columns)), { level: 4 }));
    }
    if (last > 0) connection.prepare<[string]>(`DELETE FROM "${table}" WHERE dataset_key = (SELECT key FROM dataset WHERE id = ?)`).run(datasetId);
  }
}

/** Brings them back under the dataset's key. */
export function unpackTables(connection: Pick<Connection, 'prepare'>, datasetId: string, datasetKey: number): void {
  const chunks = connection
    .prepare<[string, number, number], Buffer>('SELECT rows FROM dataset_content WHERE dataset_id = ? AND chunk >= ? AND chunk < ? ORDER BY chunk')
    .pluck();
  for (const table of contentTables) {
    const writer = new ContentWriter(connection, table, datasetKey);
    for (const packed of chunks.all(datasetId, firstChunk[table], firstChunk[table] + firstChunkOfTables)) {
      const columns = JSON.parse(inflateRawSync(packed).toString('utf8')) as ContentValue[][];
      for (let row = 0; row < (columns[0]?.length ?? 0); row += 1) writer.add(columns.map((column) => column[row] ?? null));
    }
    writer.end();
  }
}
