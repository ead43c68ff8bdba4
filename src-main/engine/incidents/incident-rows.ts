import type { InTurns } from '../project/in-turns.ts';
import type { Connection } from '../project/project-file.ts';

type Writer = Pick<Connection, 'prepare'>;
type Value = number | null;

/** Columns of an incident besides its key and its dataset. */
export const incidentColumns = ['row', 'place_key', 'offence_key', 'year', 'month', 'day', 'weekday', 'hour', 'longitude', 'latitude', 'count'] as const;

/** Building an index anew is cheaper than filing rows into it one by one, or taking them out, once this share of its rows comes or goes. */
const rebuildShare = 0.25;

/** What each sorter of an index may keep in memory; it takes the connection's cache for its measure, which is four times as large. */
const sorterKibibytes = 8 * 1024;

/** Does `work`, which adds or removes so many rows, without indexes in its way where they are better built anew afterwards. Inside a change. */
export function* changeIncidents(
  connection: Writer,
  rows: { readonly added: number } | { readonly removed: number },
  work: () => InTurns<void>,
): InTurns<void> {
  const before = connection.prepare<[], number>('SELECT count(*) FROM incident').pluck().get() ?? 0;
  const [changed, most] = 'added' in rows ? [rows.added, before + rows.added] : [rows.removed, before];
  const indexes = changed > rebuildShare * most ? dropIndexes(connection) : [];
  yield* work();
  yield;
  if (indexes.length === 0) return;
  // Sorting a million entries on two processors at once takes two thirds of the time.
  const cache = connection.prepare<[], number>('PRAGMA cache_size').pluck().get() ?? 0;
  connection.prepare('PRAGMA threads = 2').get();
  connection.prepare(`PRAGMA cache_size = -${sorterKibibytes}`).run();
  for (const index of indexes) {
    connection.prepare(index).run();
    yield;
  }
  connection.prepare(`PRAGMA cache_size = ${cache}`).run();
  connection.prepare('PRAGMA threads = 0').get();
}

/** Drops the indexes of the incidents; returns the statements that build them again. */
function dropIndexes(connection: Writer): string[] {
  const indexes = connection
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'incident' AND sql IS NOT NULL ORDER BY name",
    )
    .all();
  for (const { name } of indexes) connection.prepare(`DROP INDEX "${name}"`).run();
  return indexes.map((index) => index.sql);
}

/** One statement takes many rows: the way into SQLite costs more than a row does. */
const rowsPerStatement = 64;

/** Writes rows of one dataset; what is left over at the end is written by `end`. */
export class IncidentWriter {
  readonly #connection: Writer;
  readonly #datasetKey: number;
  readonly #insertMany;
  /** Filled over and over: a list for each statement would be work for the collector. */
  readonly #values: Value[] = new Array(rowsPerStatement * incidentColumns.length).fill(null);
  #length = 0;

  constructor(connection: Writer, datasetKey: number) {
    this.#connection = connection;
    this.#datasetKey = datasetKey;
    this.#insertMany = this.#insertOf(rowsPerStatement);
  }

  /** The values of `incidentColumns`, in their order. */
  add(...row: Value[]): void {
    for (let i = 0; i < row.length; i++) this.#values[this.#length++] = row[i] as Value;
    if (this.#length < this.#values.length) return;
    this.#insertMany.run(this.#values);
    this.#length = 0;
  }

  end(): void {
    if (this.#length > 0) this.#insertOf(this.#length / incidentColumns.length).run(this.#values.slice(0, this.#length));
    this.#length = 0;
  }

  #insertOf(rows: number) {
    const row = `(${this.#datasetKey}${', ?'.repeat(incidentColumns.length)})`;
    return this.#connection.prepare<unknown[]>(
      `INSERT INTO incident (dataset_key, ${incidentColumns.map((column) => `"${column}"`).join(', ')}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`,
    );
  }
}

/** Rows that are removed in one turn. */
const rowsPerTurn = 20_000;

/** Removes all rows of one dataset. */
export function* removeIncidents(connection: Writer, datasetKey: number): InTurns<void> {
  const removed = connection.prepare<[number], number>('SELECT count(*) FROM incident WHERE dataset_key = ?').pluck().get(datasetKey) ?? 0;
  if (removed === 0) return;
  const remove = connection.prepare<[number, number]>(
    'DELETE FROM incident WHERE key IN (SELECT key FROM incident WHERE dataset_key = ? ORDER BY key LIMIT ?)',
  );
  yield* changeIncidents(connection, { removed }, function* () {
    for (let done = 0; done < removed; done += rowsPerTurn) {
      remove.run(datasetKey, rowsPerTurn);
      yield { step: 'writing', done: Math.min(done + rowsPerTurn, removed), total: removed };
    }
  });
}
