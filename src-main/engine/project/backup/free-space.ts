import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refuse } from '../../refuse.ts';

/** Room that a copy leaves on the disk of the project itself: the city must still be able to save. */
const reservedBytes = 8_000_000;

/** Bytes that this person may still write in a folder, which need not be there yet; null where the system does not say. */
export async function freeBytes(folder: string): Promise<number | null> {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    const { bavail, bsize } = await statfs(place);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Refused beforehand where the copy does not fit. On the project's own disk a reserve must stay. */
export async function requireSpace(need: { folder: string; byteCount: number; projectPath: string }): Promise<void> {
  const free = await freeBytes(need.folder);
  if (free === null) return;
  const reserve = isSameDisk(need.folder, need.projectPath) ? reservedBytes : 0;
  const needed = need.byteCount + reserve;
  if (free < needed) refuse('copies/no-space', { path: need.folder, neededMegabytes: megabytes(needed), freeMegabytes: megabytes(free) });
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

function isSameDisk(a: string, b: string): boolean {
  try {
    return statSync(a).dev === statSync(b).dev;
  } catch {
    return false;
  }
}
