import type Database from 'better-sqlite3';

/** A table as the checks walk through it. Names are quoted for SQL. */
export interface TableToCheck {
  readonly name: string;
  readonly quotedName: string;
  /** The columns by which rows are stored in order. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** Indexes that hold every row. */
  readonly indexes: readonly string[];
}

export function tablesOfFile(connection: Database.Database): TableToCheck[] {
  const names = connection
    .prepare(`SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`)
    .all() as { name: string; wr: number }[];
  return names.map(({ name, wr }) => {
    const columns = connection.prepare('SELECT name, pk FROM pragma_table_info(?)').all(name) as { name: string; pk: number }[];
    const primary = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    const indexes = connection.prepare('SELECT name, origin, partial FROM pragma_index_list(?)').all(name) as IndexRow[];
    return {
      name,
      quotedName: quoted(name),
      key: wr ? primary.map((column) => quoted(column.name)) : ['rowid'],
      columns: columns.map((column) => quoted(column.name)),
      // Without a rowid the table is its own primary index.
      indexes: indexes.filter(({ origin, partial }) => !partial && !(wr && origin === 'pk')).map((index) => quoted(index.name)),
    };
  });
}

interface IndexRow {
  readonly name: string;
  readonly origin: string;
  readonly partial: number;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
