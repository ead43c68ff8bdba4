import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { ProjectState } from '#shared/domain/project.ts';
import { refuse } from '../../refuse.ts';
import type { EngineServices } from '../../services.ts';
import { syncFolderOf } from '../encryption/copy-database.ts';
import type { ProjectKey } from '../encryption/project-key.ts';
import { projectExtension } from '../project-file.ts';
import { translateCopyError } from './copy-errors.ts';
import { copyFileName, parseCopyName } from './copy-names.ts';
import { askAside } from './copy-process.ts';
import { moveIntoPlace, removeHalf, sideFileEndings } from './flush.ts';
import { requireSpace } from './free-space.ts';
import { sizeOf, verifyCopy } from './make-copy.ts';

export interface Restored {
  readonly state: ProjectState;
  /** Where what was replaced is now. */
  readonly kept: string;
}

/**
 * Puts a copy in the place of the open project. First the copy is built and checked beside the project, then the present file becomes a copy
 * itself; only then does one rename put the new one in its place. Whatever fails before that leaves the project as it is.
 */
export async function restoreOpen(services: EngineServices, copyPath: string, key: ProjectKey | null): Promise<Restored> {
  const current = services.copies.current ?? refuse('project/none-open');
  const { path } = current.project;
  if (current.project.isReadOnly) refuse('project/read-only', { path });
  current.project.guard?.();
  const half = await buildBeside(copyPath, path, key);
  try {
    const { path: kept } = await services.copies.make('replaced');
    if (services.session.current !== current.project) refuse('project/none-open');
    services.session.replaceFile(
      () => {
        removeSideFiles(path);
        moveIntoPlace(half, path);
      },
      { key },
    );
    return { state: noteRestored(services, copyPath), kept };
  } catch (error) {
    removeHalf(half);
    throw translateCopyError(error, path);
  }
}

/** Puts a copy in the place of a file that is not open, and may be damaged: that file stays beside it under another name, with its journal. */
export async function restoreOver(services: EngineServices, copyPath: string, path: string, key: ProjectKey | null): Promise<Restored> {
  const half = await buildBeside(copyPath, path, key);
  try {
    const kept = putAside(path, services.now());
    moveIntoPlace(half, path);
    openAgain(services, path, key);
    return { state: noteRestored(services, copyPath), kept };
  } catch (error) {
    removeHalf(half);
    throw translateCopyError(error, path);
  }
}

/** Opens a copy as a new file of its own; the copy stays as it is. */
export async function openBeside(services: EngineServices, copyPath: string, chosen: string | null, key: ProjectKey | null): Promise<ProjectState> {
  const path = chosen ?? freePathBeside(services, copyPath);
  if (existsSync(path)) refuse('project/already-exists', { path });
  const half = await buildBeside(copyPath, path, key);
  try {
    moveIntoPlace(half, path);
    return openAgain(services, path, key);
  } catch (error) {
    removeHalf(half);
    throw translateCopyError(error, path);
  }
}

/** The copy, checked, under a name of its own in the folder where it is wanted. */
async function buildBeside(copyPath: string, path: string, key: ProjectKey | null): Promise<string> {
  if (resolve(copyPath) === resolve(path)) refuse('copies/not-a-copy', { path });
  if (!existsSync(copyPath)) refuse('file/not-found', { path: copyPath, fileName: basename(copyPath) });
  const half = `${path}.restoring`;
  const passphrase = key?.share() ?? null;
  try {
    removeHalf(half);
    await requireSpace({ folder: dirname(path), byteCount: sizeOf(copyPath), projectPath: copyPath });
    await verifyCopy(copyPath, passphrase, null);
    await askAside('copy', { from: copyPath, to: half, passphrase });
    await verifyCopy(half, passphrase, null);
    return half;
  } catch (error) {
    removeHalf(half);
    throw translateCopyError(error, half);
  }
}

/** An old journal beside the restored file would be rolled back into it. The open file was closed in order, so that it needs none. */
function removeSideFiles(path: string): void {
  for (const end of sideFileEndings) rmSync(`${path}${end}`, { force: true });
}

/**
 * Gives a file that cannot be opened another name. The name it had goes on existing until the new file takes it, where the file system has hard
 * links; its journal goes with it, for that may be the way to mend it.
 */
function putAside(path: string, now: Date): string {
  const title = basename(path, extname(path));
  let number = 1;
  const asideAt = () => join(dirname(path), copyFileName({ title, madeAt: now, reason: 'replaced' }, number));
  while (existsSync(asideAt())) number += 1;
  const aside = asideAt();
  for (const end of sideFileEndings) if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${aside}${end}`);
  if (existsSync(path)) {
    try {
      linkSync(path, aside);
    } catch {
      renameSync(path, aside);
    }
  }
  syncFolderOf(aside);
  return aside;
}

function openAgain(services: EngineServices, path: string, key: ProjectKey | null): ProjectState {
  return services.session.open(path, { key });
}

/** What was done stands in the history of the restored file. */
function noteRestored(services: EngineServices, copyPath: string): ProjectState {
  const project = services.session.require();
  const name = basename(copyPath);
  project.change(
    { kind: 'note', name: 'copies.restore', params: { name, at: parseCopyName(name)?.madeAt.toISOString() ?? '' }, subjects: ['project'] },
    () => {},
  );
  return services.session.state() ?? refuse('project/none-open');
}

function freePathBeside(services: EngineServices, copyPath: string): string {
  const stem = basename(copyPath, extname(copyPath));
  for (let number = 1; ; number += 1) {
    const path = join(services.folders.projects, `${stem}${number === 1 ? '' : ` (${number})`} beside.${projectExtension}`);
    if (!existsSync(path)) return path;
  }
}
