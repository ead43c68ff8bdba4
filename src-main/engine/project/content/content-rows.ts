import type { Connection } from '../project-file.ts';

type Writer = Pick<Connection, 'prepare'>;
export type ContentValue = number | string | null;

/**
 * Rows that are the content of their dataset besides incidents, by table, with their columns but for the file's own key and the dataset.
 * All of them name a place.
 */
export const contentColumns = {
  figure: ['row', 'place_key', 'series', 'breakdown', 'breakdown2', 'breakdown3', 'year', 'month', 'value', 'low', 'high', 'unit'],
  respondent: ['row', 'place_key', 'weight', 'stratum', 'cluster', 'year', 'answers'],
} as const satisfies Record<string, readonly string[]>;
export type ContentTable = keyof typeof contentColumns;
export const contentTables = Object.keys(contentColumns) as ContentTable[];

/** One statement takes many rows: the way into SQLite costs more than a row does. */
const rowsPerStatement = 32;

/** Writes rows of one dataset; what is left over at the end is written by `end`. */
export class ContentWriter {
  readonly #connection: Writer;
  readonly #table: ContentTable;
  readonly #datasetKey: number;
  readonly #insertMany;
  #values: ContentValue[] = [];

  constructor(connection: Writer, table: ContentTable, datasetKey: number) {
    this.#connection = connection;
    this.#table = table;
    this.#datasetKey = datasetKey;
    this.#insertMany = this.#insertOf(rowsPerStatement);
  }

  /** The values of the table's `contentColumns`, in their order. */
  add(row: readonly ContentValue[]): void {
    for (const value of row) this.#values.push(value);
    if (this.#values.length < rowsPerStatement * contentColumns[this.#table].length) return;
    this.#insertMany.run(this.#values);
    this.#values = [];
  }

  end(): void {
    if (this.#values.length > 0) this.#insertOf(this.#values.length / contentColumns[this.#table].length).run(this.#values);
    this.#values = [];
  }

  #insertOf(rows: number) {
    const columns = contentColumns[this.#table];
    const row = `(${this.#datasetKey}${', ?'.repeat(columns.length)})`;
    return this.#connection.prepare<unknown[]>(
      `INSERT INTO "${this.#table}" (dataset_key, ${columns.map((column) => `"${column}"`).join(', ')}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`,
    );
  }
}

/** Whether a dataset has rows of any kind of content, incidents too. */
export function holdsContent(connection: Writer, datasetId: string): boolean {
  return ['incident', ...contentTables].some(
    (table) =>
      connection.prepare<[string]>(`SELECT 1 FROM "${table}" WHERE dataset_key = (SELECT key FROM dataset WHERE id = ?) LIMIT 1`).get(datasetId) !== undefined,
  );
}
