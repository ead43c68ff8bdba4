import Database from 'better-sqlite3';
import { migrate } from '../../migrations/migrate.ts';
import { migrations } from '../../migrations/migrations.ts';
import type { Value } from './records.ts';

export interface PlannedColumn {
  readonly name: string;
  readonly type: string;
  readonly mayBeNull: boolean;
  /** Its value is the rowid, and the record holds null. */
  readonly isRowid: boolean;
}

export interface PlannedLink {
  readonly column: string;
  readonly parent: string;
  readonly parentColumn: string;
}

/** A table as the migrations of a version make it. */
export interface PlannedTable {
  readonly name: string;
  readonly hasRowid: boolean;
  /** In the order of the stored record: a table without rowids has its key first. */
  readonly columns: readonly PlannedColumn[];
  readonly links: readonly PlannedLink[];
}

/** The tables of a version, learned from a database in memory that the same migrations made. */
export function planTables(version: number): PlannedTable[] {
  const connection = new Database(':memory:');
  try {
    migrate(
      connection,
      migrations.filter((step) => step.version <= version),
    );
    const tables = connection.pragma('table_list') as { schema: string; name: string; type: string; wr: number }[];
    return tables
      .filter(({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
      .map(({ name, wr }) => planTable(connection, name, wr === 0))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } finally {
    connection.close();
  }
}

interface ColumnInfo {
  name: string;
  type: string;
  notnull: number;
  pk: number;
  hidden: number;
}

function planTable(connection: Database.Database, name: string, hasRowid: boolean): PlannedTable {
  const infos = (connection.pragma(`table_xinfo("${name}")`) as ColumnInfo[]).filter(({ hidden }) => hidden === 0);
  const keyCount = infos.filter(({ pk }) => pk > 0).length;
  const columns = infos.map((info) => {
    const isRowid = hasRowid && keyCount === 1 && info.pk === 1 && info.type.toUpperCase() === 'INTEGER';
    const isKey = info.pk > 0 && (!hasRowid || isRowid);
    return { column: { name: info.name, type: info.type.toUpperCase(), mayBeNull: info.notnull === 0 && !isKey, isRowid }, pk: info.pk };
  });
  const stored = hasRowid ? columns : [...columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk), ...columns.filter(({ pk }) => pk === 0)];
  return { name, hasRowid, columns: stored.map(({ column }) => column), links: planLinks(connection, name) };
}

function planLinks(connection: Database.Database, name: string): PlannedLink[] {
  const links = connection.pragma(`foreign_key_list("${name}")`) as { table: string; from: string; to: string | null }[];
  return links.map(({ table, from, to }) => ({ column: from, parent: table, parentColumn: to ?? primaryKeyOf(connection, table) }));
}

function primaryKeyOf(connection: Database.Database, table: string): string {
  const infos = connection.pragma(`table_xinfo("${table}")`) as ColumnInfo[];
  return infos.find(({ pk }) => pk === 1)?.name ?? 'rowid';
}

/** Whether a record can be a row of the table: as many values, each of its column's type. All tables are STRICT. */
export function fits(table: PlannedTable, values: readonly Value[]): boolean {
  return values.length === table.columns.length && table.columns.every((column, index) => fitsColumn(column, values[index] ?? null));
}

function fitsColumn({ type, mayBeNull, isRowid }: PlannedColumn, value: Value): boolean {
  if (isRowid) return value === null;
  if (value === null) return mayBeNull;
  if (type === 'ANY') return true;
  if (type === 'TEXT') return typeof value === 'string';
  if (type === 'BLOB') return Buffer.isBuffer(value);
  if (type === 'INTEGER') return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
  return typeof value === 'number' || typeof value === 'bigint';
}

const idPattern = /^(first:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const kindPattern = /^[a-z_]+$/;
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** How well a fitting record looks like a row of the table, by what its columns are called: 0 to 1. Tells tables of one shape apart. */
export function likeness(table: PlannedTable, values: readonly Value[]): number {
  const told: boolean[] = table.columns.flatMap(({ name, type }, index) => {
    const value = values[index];
    if (type !== 'TEXT' || typeof value !== 'string') return [];
    const isId = idPattern.test(value);
    const isInstant = instantPattern.test(value);
    // What the history names by kind and identity, which may be several ids in one.
    if (table.name === 'object') return [name === 'type' ? kindPattern.test(value) : true];
    if (name === 'id' || name.endsWith('_id')) return [isId];
    if (name === 'at' || name.endsWith('_at')) return [isInstant];
    if (name === 'params' || name === 'recipe' || name === 'problems') return [value.startsWith('{') || value.startsWith('[')];
    return [!isId && !isInstant];
  });
  return told.length === 0 ? 1 : told.filter(Boolean).length / told.length;
}
