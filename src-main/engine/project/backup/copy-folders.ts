import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyReason } from '#shared/domain/copies.ts';
import { copyFileName, copyFolderName, idMark, parseCopyName } from './copy-names.ts';
import { removeHalf } from './flush.ts';
import { copiesToKeep } from './retention.ts';

const abandonedAfterMs = 5 * 60_000;

/** A copy as it lies in a folder. */
export interface FoundCopy {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly madeAt: Date;
  readonly reason: CopyReason;
  readonly byteCount: number;
}

/** The folder of a project's copies inside the folder for all copies; made by name where there is none with the project's mark yet. */
export function folderOfProject(root: string, project: { id: string; title: string }): string {
  const mark = ` ${idMark(project.id)}`;
  const known = namesIn(root).find((name) => name.endsWith(mark));
  return join(root, known ?? copyFolderName(project.title, project.id));
}

/** The copies in a folder, newest first. A folder that is not there has none. */
export function copiesIn(folder: string): FoundCopy[] {
  return namesIn(folder)
    .flatMap((name) => {
      const parsed = parseCopyName(name);
      const path = join(folder, name);
      const size = parsed ? sizeOf(path) : null;
      return parsed && size !== null ? [{ name, path, byteCount: size, ...parsed }] : [];
    })
    .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime() || (a.name < b.name ? 1 : -1));
}

/** A path for a new copy whose name is still free. */
export function freeCopyPath(folder: string, copy: { title: string; madeAt: Date; reason: CopyReason }): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, copyFileName(copy, number));
    if (!existsSync(path)) return path;
  }
}

/** Where a copy is built before it has its name. */
export const halfOf = (path: string): string => `${path}.part`;

/** Makes the folder and clears away what an attempt that was cut off left in it. */
export function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of namesIn(folder)) {
    const finished = name.endsWith('.part') ? name.slice(0, -'.part'.length) : null;
    if (finished !== null && parseCopyName(finished) && isAbandoned(join(folder, name))) removeHalf(join(folder, name));
  }
}

/** Removes the copies whose time is over, never `justMade`. */
export function pruneFolder(folder: string, now: Date, justMade: string): void {
  const copies = copiesIn(folder);
  const keep = copiesToKeep(copies, now);
  for (const copy of copies) if (!keep.has(copy.name) && copy.path !== justMade) rmSync(copy.path, { force: true });
}

/** Another program may be at work in the same folder: what it writes is young. */
function isAbandoned(path: string): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs > abandonedAfterMs;
  } catch {
    return false;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function sizeOf(path: string): number | null {
  try {
    const found = statSync(path);
    return found.isFile() ? found.size : null;
  } catch {
    return null;
  }
}
