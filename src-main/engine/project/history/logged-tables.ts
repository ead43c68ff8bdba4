import type { Connection } from '../project-file.ts';
import { textColumns } from '../texts/text-columns.ts';

/** A link from a column to another table, by its `id` or by this file's own `key`. */
export interface Reference {
  readonly column: string;
  readonly table: string;
  readonly by: 'id' | 'key';
  /** What happens to this row when the other one goes. */
  readonly onDelete: 'CASCADE' | 'SET NULL';
}

/** How rows of a table are written into the history. */
export interface LoggedTable {
  readonly name: string;
  /** Columns that go into the history, in the table's order: all but the file's own `key` and what is derived. */
  readonly columns: readonly string[];
  /** Columns that tell rows apart in every copy of the project. */
  readonly identity: readonly string[];
  readonly hasKey: boolean;
  readonly references: readonly Reference[];
  /** Travels to other copies when they are brought together. */
  readonly isShared: boolean;
}

/**
 * Tables that have no history of their own. Incidents, figures and respondents are the content of their dataset, `photo_content` that of a photo; places are derived from the areas they name;
 * the rest is the history itself or says which copy this is.
 */
const unloggedTables: ReadonlySet<string> = new Set([
  'incident',
  'figure',
  'respondent',
  'place',
  'place_area',
  'change',
  'edit',
  'object',
  'writer',
  'this_copy',
  'handed_copy',
  'dataset_content',
  'photo_content',
  'kept_alive',
  'review',
  'erased',
]);

/** Rows that are the same thing in two copies although each has made its own. */
const naturalIdentities: Readonly<Record<string, readonly string[]>> = {
  population: ['area_key', 'year', 'sex', 'age_band'],
  offence: ['name'],
};

/** Columns that are computed from logged rows. */
const derivedColumns: Readonly<Record<string, readonly string[]>> = { project: textColumns, draft_section: ['plain_text'] };

/** Tables whose rows mean something in this file only. A snapshot names a revision of this file. */
const ownTables: ReadonlySet<string> = new Set(['snapshot']);

/** People: erased for good when a person is deleted, and left out of a copy without personal data. */
export const personalTables: ReadonlySet<string> = new Set(['person', 'team_member', 'contact', 'participant', 'speaker', 'certificate']);

interface ColumnInfo {
  name: string;
  pk: number;
}
interface ForeignKeyInfo {
  table: string;
  from: string;
  to: string | null;
  on_delete: string;
}

/** Every table of a person's work, read from the file's own schema; a table that a later version adds is logged without being named here. */
export function loggedTables(connection: Connection): LoggedTable[] {
  const names = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid").pluck().all();
  return inOrderOfLinks(names.filter((name) => !unloggedTables.has(name)).map((name) => describeTable(connection, name)));
}

function describeTable(connection: Connection, name: string): LoggedTable {
  const all = connection.pragma(`table_info("${name}")`) as ColumnInfo[];
  const derived = derivedColumns[name] ?? [];
  const columns = all.map((column) => column.name).filter((column) => column !== 'key' && !derived.includes(column));
  const primary = all.filter((column) => column.pk > 0 && column.name !== 'key').map((column) => column.name);
  const links = connection.pragma(`foreign_key_list("${name}")`) as ForeignKeyInfo[];
  return {
    name,
    columns,
    identity: naturalIdentities[name] ?? (columns.includes('id') ? ['id'] : primary),
    hasKey: all.some((column) => column.name === 'key' && column.pk > 0),
    references: links.map((link) => ({
      column: link.from,
      table: link.table,
      by: link.to === null ? primaryKeyOf(connection, link.table) : link.to === 'key' ? 'key' : 'id',
      onDelete: link.on_delete === 'SET NULL' ? 'SET NULL' : 'CASCADE',
    })),
    isShared: !ownTables.has(name),
  };
}

function primaryKeyOf(connection: Connection, table: string): 'id' | 'key' {
  const columns = connection.pragma(`table_info("${table}")`) as ColumnInfo[];
  return columns.some((column) => column.pk > 0 && column.name === 'key') ? 'key' : 'id';
}

/** Tables after those they point to, so that rows can be inserted in this order. */
function inOrderOfLinks(tables: readonly LoggedTable[]): LoggedTable[] {
  const ordered: LoggedTable[] = [];
  const visit = (table: LoggedTable) => {
    if (ordered.includes(table)) return;
    for (const { table: target } of table.references) {
      const parent = tables.find(({ name }) => name === target);
      if (parent && parent !== table) visit(parent);
    }
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}
