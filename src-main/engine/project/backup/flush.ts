import { renameSync, rmSync } from 'node:fs';
import { syncFolderOf } from '../encryption/copy-database.ts';

/** Gives a finished file its name in one step, and makes the name last: after a power cut there is the old state or the new one. */
export function moveIntoPlace(half: string, path: string): void {
  renameSync(half, path);
  syncFolderOf(path);
}

/** What SQLite may leave beside a file. A journal that outlives its file would be rolled back into the next file of that name. */
export const sideFileEndings = ['-journal', '-wal', '-shm'] as const;

/** Removes what is left of an attempt, with the side files that SQLite may have made beside it. */
export function removeHalf(path: string): void {
  for (const end of ['', ...sideFileEndings]) rmSync(`${path}${end}`, { force: true });
}
