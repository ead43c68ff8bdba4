import { objectKeys } from '../history/change-log.ts';
import { type Clock, laterClock } from '../history/hybrid-clock.ts';
import type { LoggedTable } from '../history/logged-tables.ts';
import { rekeyClocks } from '../history/written-clocks.ts';
import type { Connection } from '../project-file.ts';
import { readVector, type VersionVector } from './knowledge.ts';

type Reader = Pick<Connection, 'prepare'>;

interface IncomingChange {
  revision: number;
  writer_key: number;
  writer: string;
  sequence: number;
  clock: string;
  at: string;
  kind: string;
  name: string;
  params: string;
  subjects: string;
  person: string;
  session_id: string | null;
  knows: string | null;
}

interface IncomingEdit {
  type: string;
  id: string;
  kind: number;
  before: string | Uint8Array | null;
  after: string | Uint8Array | null;
  clocks: string | null;
}

export interface TouchedObject {
  readonly type: string;
  readonly id: string;
}

/** Changes of another copy that a file does not know yet, oldest first. */
export function unknownChanges(mine: VersionVector, other: Reader): IncomingChange[] {
  const theirs = readVector(other);
  const changes: IncomingChange[] = [];
  const read = other.prepare<[string, number], IncomingChange>(
    `SELECT c.revision, c.writer_key, w.id AS writer, c.sequence, c.clock, c.at, c.kind, c.name, c.params, c.subjects, c.person, c.session_id, c.knows
     FROM change c JOIN writer w ON w.key = c.writer_key WHERE w.id = ? AND c.sequence > ? ORDER BY c.sequence`,
  );
  for (const [writer, last] of Object.entries(theirs)) {
    const known = mine[writer] ?? 0;
    if (last > known) changes.push(...read.all(writer, known));
  }
  return changes.sort((a, b) => (a.clock < b.clock || (a.clock === b.clock && a.writer < b.writer) ? -1 : 1));
}

/** The latest clock of a file. */
export function latestClock(other: Reader): Clock {
  const clocks = other.prepare<[], string>('SELECT clock FROM change').pluck();
  let latest: Clock = '';
  for (const clock of clocks.iterate()) latest = laterClock(latest, clock);
  return latest;
}

/**
 * Writes the changes of another copy into the history here, as they were made there, under the merge that takes them in. Returns the
 * objects that they touched. What was erased for good here is not taken in again.
 */
export function takeInLog(
  connection: Connection,
  options: { other: Reader; changes: readonly IncomingChange[]; mergeRevision: number; tables: readonly LoggedTable[] },
): TouchedObject[] {
  const { other, changes, mergeRevision } = options;
  const shared = new Set(options.tables.filter(({ isShared }) => isShared).map(({ name }) => name));
  const erased = connection.prepare<[string, string]>('SELECT 1 FROM erased WHERE type = ? AND id = ?');
  const keyOfWriter = writerKeys(connection, other);
  const keyOfObject = objectKeys(connection);
  const addChange = connection.prepare<unknown[]>(
    `INSERT INTO change (writer_key, sequence, clock, at, kind, name, params, subjects, person, session_id, knows, merge_revision)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addEdit = connection.prepare<unknown[]>('INSERT INTO edit (change_revision, object_key, kind, before, after, clocks) VALUES (?, ?, ?, ?, ?, ?)');
  const editsOf = other.prepare<[number], IncomingEdit>(
    'SELECT o.type, o.id, e.kind, e.before, e.after, e.clocks FROM edit e JOIN object o ON o.key = e.object_key WHERE e.change_revision = ?',
  );
  const touched = new Map<string, TouchedObject>();
  for (const change of changes) {
    const { sequence, clock, at, kind, name, params, subjects, person, session_id, knows } = change;
    const writerKey = keyOfWriter(change.writer_key);
    const revision = addChange.run(writerKey, sequence, clock, at, kind, name, params, subjects, person, session_id, knows, mergeRevision).lastInsertRowid;
    // What a merge did there follows here from the changes themselves.
    if (kind === 'merge') continue;
    for (const edit of editsOf.all(change.revision)) {
      if (!shared.has(edit.type) || erased.get(edit.type, edit.id)) continue;
      addEdit.run(revision, keyOfObject(edit.type, edit.id, null), edit.kind, edit.before, edit.after, edit.clocks && rekeyClocks(edit.clocks, keyOfWriter));
      touched.set(`${edit.type} ${edit.id}`, { type: edit.type, id: edit.id });
    }
  }
  return [...touched.values()];
}

/** Their key of a writer → ours; makes the writer known here, and those that it followed. */
function writerKeys(connection: Connection, other: Reader): (key: number) => number {
  const known = new Map<number, number>();
  const read = other.prepare<[number], Record<string, string | number | null>>(
    'SELECT id, copy_id, copy_name, started_at, previous_id, previous_sequence FROM writer WHERE key = ?',
  );
  const find = connection.prepare<[string], number>('SELECT key FROM writer WHERE id = ?').pluck();
  const add = connection.prepare<unknown[]>(
    'INSERT INTO writer (id, copy_id, copy_name, started_at, previous_id, previous_sequence) VALUES (:id, :copy_id, :copy_name, :started_at, :previous_id, :previous_sequence)',
  );
  return (key) => {
    const mine = known.get(key);
    if (mine !== undefined) return mine;
    const row = read.get(key);
    if (!row) throw new Error(`no writer ${key}`);
    const found = find.get(String(row.id)) ?? Number(add.run(row).lastInsertRowid);
    known.set(key, found);
    return found;
  };
}
