import type Database from 'better-sqlite3';
import { prepareOnce } from '../prepare-once.ts';

/**
 * Begins a change with the file's first page, which the end of the change writes in any case. Its former content then stands first in the journal, and
 * with it the counter of commits by which a left-over journal is known as this file's own.
 */
export function touchFirstPage(connection: Database.Database): void {
  const version = prepareOnce<[], number>(connection, 'PRAGMA user_version').pluck().get();
  prepareOnce(connection, `PRAGMA user_version = ${version}`).run();
}
