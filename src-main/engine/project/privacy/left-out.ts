import { refuse } from '../../refuse.ts';
import { ChangeLog } from '../history/change-log.ts';
import { readVector, type VersionVector } from '../merge/knowledge.ts';
import type { Connection } from '../project-file.ts';

const noteName = 'privacy.share';

/** Writes down in a copy without personal data which changes it holds without the people in them: all up to now. */
export function noteLeftOut(connection: Connection, at: string): void {
  const log = new ChangeLog(() => connection);
  const note = { kind: 'note', name: noteName, params: {}, subjects: ['project'], person: '', sessionId: null, at, target: null, receivedClock: '' } as const;
  // Nothing is ended: what is kept alive by a merge stays weighed as it was.
  log.begin({ ...note, knows: readVector(connection) });
}

/**
 * Refuses a copy without personal data (`merge/left-out`) where this file does not know all of the changes that the copy holds without people:
 * it would take them for the whole changes, and never get the people in them.
 */
export function requireNothingLeftOut(mine: VersionVector, other: Pick<Connection, 'prepare'>, fileName: string): void {
  const notes = other
    .prepare<[string], string>("SELECT knows FROM change WHERE name = ? AND kind = 'note' AND knows IS NOT NULL AND merge_revision IS NULL")
    .pluck()
    .all(noteName);
  for (const knows of notes) {
    for (const [writer, last] of Object.entries(JSON.parse(knows) as VersionVector)) if ((mine[writer] ?? 0) < last) refuse('merge/left-out', { fileName });
  }
}
