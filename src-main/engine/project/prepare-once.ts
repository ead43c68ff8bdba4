import type Database from 'better-sqlite3';

type Statement = Database.Statement<unknown[]>;

const known = new WeakMap<object, Map<string, Statement>>();

/**
 * The prepared statement for a text on a connection, made at the first time of asking, for what every change runs: a statement holds kilobytes of
 * SQLite's memory, of which the garbage collector knows nothing. Each text is to be read in one way (`pluck`, `raw`) wherever it is used.
 */
export function prepareOnce<Parameters extends unknown[] = unknown[], Row = unknown>(
  connection: Pick<Database.Database, 'prepare'>,
  text: string,
): Database.Statement<Parameters, Row> {
  let statements = known.get(connection);
  if (!statements) {
    statements = new Map();
    known.set(connection, statements);
  }
  let statement = statements.get(text);
  if (!statement) {
    statement = connection.prepare<unknown[]>(text);
    statements.set(text, statement);
  }
  return statement as unknown as Database.Statement<Parameters, Row>;
}
