import { openToRead } from '../backup/open-to-read.ts';
import { newestVersion } from '../migrations/migrations.ts';
import type { Connection } from '../project-file.ts';
import type { PeopleFound } from './scrub-messages.ts';

/** Looks into a copy; runs in the process for copies. */
export function lookForPeople(path: string, passphrase: string | null, ids: readonly string[]): PeopleFound {
  let connection: Connection | undefined;
  try {
    connection = openToRead(path, passphrase);
    const version = Number(connection.pragma('user_version', { simple: true }));
    if (version === newestVersion) return ids.some(holder(connection)) ? 'some' : 'none';
    return olderHolds(connection, ids) ? 'older' : 'none';
  } catch {
    return 'unknown';
  } finally {
    connection?.close();
  }
}

function holder(connection: Connection): (id: string) => boolean {
  const find = connection.prepare<[string, string], number>(
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM person WHERE id = ?) OR EXISTS (SELECT 1 FROM object WHERE type = 'person' AND id = ?)",
  );
  return (id) => find.get(id, id) !== undefined;
}

/** Version 10 has the team as text in the project's row; any later one has the table of people. */
function olderHolds(connection: Connection, ids: readonly string[]): boolean {
  const tables = new Set(connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all());
  if (tables.has('person')) return ids.some(holder(connection));
  const team = connection.prepare<[], string>('SELECT team FROM project').pluck().get() ?? '';
  return ids.some((id) => team.includes(id));
}
