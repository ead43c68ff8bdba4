import { randomUUID } from 'node:crypto';
import { accessSync, constants, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { refuse } from '../refuse.ts';

/**
 * Writes a finished output: all of it under a name of its own in the target folder, then in one step under the name wanted. Whatever goes
 * wrong, the folder holds either the old file or the new one.
 */
export function writeOutput(path: string, bytes: Uint8Array): void {
  const half = join(dirname(path), `.${randomUUID()}.part`);
  try {
    writeFileSync(half, bytes, { flag: 'wx' });
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    refuseSystemError(error, path);
  }
}

/** Makes the folder where it is missing; refused before any work where nothing can be written there. */
export function requireOutputFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    refuseSystemError(error, join(folder, ' '));
  }
}

/** The operating system's codes as refusals; a rename onto a file that another program holds open is EBUSY or EPERM on Windows. */
function refuseSystemError(error: unknown, path: string): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const folder = dirname(path);
  if (code === 'ENOSPC' || code === 'EDQUOT') refuse('project/disk-full', { path: folder });
  if (code === 'EBUSY' || code === 'ETXTBSY' || (code === 'EPERM' && process.platform === 'win32') || code === 'EISDIR')
    refuse('output/file-in-use', { path, name: basename(path) });
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(code)) refuse('output/folder-not-writable', { path: folder });
  throw error;
}
