import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { changeIncidents, incidentColumns as columns, IncidentWriter, removeIncidents } from '../../incidents/incident-rows.ts';
import { firstChunkOfTables, packTables, unpackTables } from '../content/packed-rows.ts';
import type { InTurns } from '../in-turns.ts';
import type { Connection } from '../project-file.ts';

/** Incidents of one packed chunk: columns one after the other, which deflates three times better than rows. */
const chunkRows = 50_000;
/** Rows that are brought back in one turn. */
const rowsPerTurn = 2_048;

const bytesPerRow = columns.length * Float64Array.BYTES_PER_ELEMENT;

type PackedRow = (number | null)[];

/**
 * Puts the incidents, figures and respondents of a dataset aside, packed, before the dataset is removed: its rows are too many for the history, and must be there
 * again when the removal is undone. About 6 bytes an incident; with points to six digits about 20.
 */
export function* packContentInTurns(connection: Pick<Connection, 'prepare'>, datasetId: string): InTurns<void> {
  connection.prepare<[string]>('DELETE FROM dataset_content WHERE dataset_id = ?').run(datasetId);
  const page = connection
    .prepare<[string, number, number]>(
      `SELECT key, ${columns.map((column) => `"${column}"`).join(', ')} FROM incident
       WHERE dataset_key = (SELECT key FROM dataset WHERE id = ?) AND key > ? ORDER BY key LIMIT ?`,
    )
    .raw();
  const save = connection.prepare<[string, number, Buffer]>('INSERT INTO dataset_content (dataset_id, chunk, rows) VALUES (?, ?, ?)');
  for (let last = 0, chunk = 0; ; chunk += 1) {
    const rows = page.all(datasetId, last, chunkRows) as PackedRow[];
    if (rows.length === 0) break;
    last = rows.at(-1)?.[0] ?? last;
    save.run(datasetId, chunk, packRows(rows.map((row) => row.slice(1))));
    yield;
  }
  const key = keyOf(connection, datasetId);
  if (key !== undefined) yield* removeIncidents(connection, key);
  packTables(connection, datasetId);
}

/** Brings the content of a dataset back after its row has returned. */
export function* unpackContentInTurns(connection: Pick<Connection, 'prepare'>, datasetId: string): InTurns<void> {
  const chunks = connection.prepare<[string, number], Buffer>('SELECT rows FROM dataset_content WHERE dataset_id = ? AND chunk < ? ORDER BY chunk').pluck();
  const key = keyOf(connection, datasetId);
  if (key === undefined) return;
  const packed = chunks.all(datasetId, firstChunkOfTables);
  const writer = new IncidentWriter(connection, key);
  const total = rowsOf(packed);
  yield* changeIncidents(connection, { added: total }, function* () {
    let done = 0;
    for (const chunk of packed) {
      for (const row of unpackRows(chunk)) {
        writer.add(...row);
        done += 1;
        if (done % rowsPerTurn === 0) yield { step: 'writing', done, total };
      }
    }
    writer.end();
  });
  unpackTables(connection, datasetId, key);
  connection.prepare<[string]>('DELETE FROM dataset_content WHERE dataset_id = ?').run(datasetId);
}

/** All chunks but the last are full. */
function rowsOf(packed: readonly Uint8Array[]): number {
  const last = packed.at(-1);
  return last === undefined ? 0 : (packed.length - 1) * chunkRows + inflateRawSync(last).length / bytesPerRow;
}

function keyOf(connection: Pick<Connection, 'prepare'>, datasetId: string): number | undefined {
  return connection.prepare<[string], number>('SELECT key FROM dataset WHERE id = ?').pluck().get(datasetId);
}

/** Each column as 8-byte numbers; a missing value is NaN. */
function packRows(rows: readonly PackedRow[]): Buffer {
  const values = new Float64Array(rows.length * columns.length);
  for (let column = 0; column < columns.length; column += 1) {
    for (let row = 0; row < rows.length; row += 1) values[column * rows.length + row] = rows[row]?.[column] ?? Number.NaN;
  }
  return deflateRawSync(Buffer.from(values.buffer), { level: 4 });
}

function* unpackRows(packed: Uint8Array): Generator<PackedRow> {
  const bytes = inflateRawSync(packed);
  const values = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const count = values.length / columns.length;
  for (let row = 0; row < count; row += 1) {
    yield columns.map((_column, column) => {
      const value = values[column * count + row] ?? Number.NaN;
      return Number.isNaN(value) ? null : value;
    });
  }
}
