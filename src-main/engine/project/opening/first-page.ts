import type Database from 'better-sqlite3';

/**
 * Begins a change with the file's first page, which the end of the change writes in any case. Its former content then stands first in the journal, and
 * with it the counter of commits by which a left-over journal is known as this file's own.
 */
export function touchFirstPage(connection: Database.Database): void {
  const version = connection.pragma('user_version', { simple: true });
  connection.pragma(`user_version = ${Number(version)}`);
}
