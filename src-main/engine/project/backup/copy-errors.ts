import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { type RefusalError, refuse } from '../../refuse.ts';

/** What the operating system or SQLite says about a copy as a refusal; anything else is passed on as it is. */
export function translateCopyError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  const folder = dirname(path);
  try {
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') refuse('copies/disk-full', { path: folder });
    if (['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY'].includes(code)) refuse('copies/folder-not-writable', { path: folder });
    if (['ENOENT', 'ENOTDIR', 'EIO', 'ENODEV', 'ESTALE'].includes(code) || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_IOERR'))
      refuse('copies/folder-not-there', { path: folder });
    if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') refuse('copies/not-whole', { path, name: basename(path) });
    if (error instanceof TypeError && error.message.includes('directory does not exist')) refuse('copies/folder-not-there', { path: folder });
  } catch (refusal) {
    return refusal as RefusalError;
  }
  return error;
}

function codeOf(error: unknown): string {
  if (error instanceof Database.SqliteError) return error.code;
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
