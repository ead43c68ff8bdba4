import { existsSync, readFileSync, statSync } from 'node:fs';

/** First bytes of a rollback journal (SQLite file format, section 3). */
const magic = 'd9d505f920a163d7';

/**
 * What a kill left beside the project. `none`: between two changes. `open`: a change had begun, and had not touched the file itself.
 * `hot`: the file itself was being written, and only the journal knows what was there before.
 */
export type JournalState = 'none' | 'open' | 'hot';

export function journalPath(project: string): string {
  return `${project}-journal`;
}

export function journalState(project: string): JournalState {
  const path = journalPath(project);
  if (!existsSync(path)) return 'none';
  const head = readFileSync(path).subarray(0, 12);
  if (head.length < 12 || head.toString('hex', 0, 8) !== magic) return 'open';
  // The number of pages is written once they are synced, just before the first page of the file is.
  return head.readUInt32BE(8) > 0 ? 'hot' : 'open';
}

/** Tells a journal from the one that was there before; a journal that never came to anything lies there until the next change. */
export function journalMark(project: string): string {
  const path = journalPath(project);
  return existsSync(path) ? `${statSync(path).ino} ${statSync(path).mtimeMs}` : '';
}
