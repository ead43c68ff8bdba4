import { basename, dirname } from 'node:path';
import { refuse } from '../../refuse.ts';
import { newestVersion } from '../migrations/migrations.ts';
import { type FileLook, holdsProjectTables, lookAtFile, type OpenableLook } from './look-at-file.ts';
import { hasSideFile } from './side-files.ts';
import type { SqliteHeader } from './sqlite-header.ts';

/** `CSSt` in ASCII: how a project file says what it is, whatever its name. */
export const applicationId = 0x43535374;

/** The file name ending of a project, without the dot. */
export const projectExtension = 'citysafety';

/** No version ever counts up that far; a file that claims it has a broken number. */
const absurdlyNewer = 5_000;

/**
 * Says by its bytes alone whether a file can be a project, and refuses what cannot, each kind with its own code. SQLite has not been asked yet:
 * it would roll a foreign journal back into the file, or make side files beside it.
 */
export function identifyFile(path: string): OpenableLook {
  const look = lookAtFile(path);
  if (look.kind === 'sqlite') {
    checkHeader(path, look.size, look.header);
    return look;
  }
  if (look.kind === 'sealed' && isNamedLikeProject(path)) return look;
  return refuseLook(path, look);
}

function refuseLook(path: string, look: Exclude<FileLook, { kind: 'sqlite' }>): never {
  switch (look.kind) {
    case 'missing':
      return refuse('project/not-found', { path });
    case 'folder-gone':
      return refuse('project/folder-gone', { path, folder: dirname(path) });
    case 'not-a-file':
      return refuse('project/not-a-file', { path });
    case 'not-readable':
      return refuse('project/not-readable', { path });
    case 'in-use':
      return refuse('project/in-use', { path });
    case 'empty':
      return refuse('project/empty-file', { path });
    case 'fragment':
    case 'overwritten':
      return refuse(isNamedLikeProject(path) || holdsProjectTables(path) ? 'project/damaged' : 'project/foreign', { path });
    case 'sealed':
    case 'other':
      return refuse('project/foreign', { path });
  }
}

function checkHeader(path: string, size: number, header: SqliteHeader): void {
  // A hurt number in the beginning does not make a project another program's file.
  if (header.applicationId !== applicationId) refuse(holdsProjectTables(path) ? 'project/damaged' : 'project/foreign', { path });
  checkVersion(path, header.userVersion);
  if (header.pageSize < 512 || !Number.isInteger(Math.log2(header.pageSize))) refuse('project/damaged', { path });
  // A change that was cut short may have written the new length first; its journal knows the old one.
  if (!hasSideFile(path) && header.pageCount !== null && header.pageCount * header.pageSize > size) refuse('project/damaged', { path });
}

/** Refuses a file of a newer version by naming both; shared with encrypted files, whose version shows only once they are open. */
export function checkVersion(path: string, version: number): void {
  if (version > newestVersion + absurdlyNewer) refuse('project/damaged', { path });
  if (version > newestVersion) refuse('project/from-newer-version', { path, fileVersion: version, ownVersion: newestVersion });
}

function isNamedLikeProject(path: string): boolean {
  return basename(path).toLowerCase().includes(`.${projectExtension}`);
}
