import { constants, existsSync, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { ProjectState } from '#shared/domain/project.ts';
import { refuse } from '../../refuse.ts';
import type { EngineServices } from '../../services.ts';
import { syncFile } from '../encryption/copy-database.ts';
import type { ProjectKey } from '../encryption/project-key.ts';
import { identifyFile } from './identify-file.ts';
import { lookAtFile } from './look-at-file.ts';
import { findSideFile } from './side-files.ts';

/** Copies a file, or the open project (`from` null), to the projects' folder of this computer and opens the copy. The original stays as it is. */
export async function openCopyHere(
  { session, folders }: Pick<EngineServices, 'session' | 'folders'>,
  options: { from: string | null; key: ProjectKey | null; despiteDamage: boolean },
): Promise<ProjectState> {
  mkdirSync(folders.projects, { recursive: true });
  if (options.from === null) {
    const project = session.require();
    const target = freePath(folders.projects, project.path);
    session.copyTo(target);
    return session.open(target, { key: session.key });
  }
  const target = freePath(folders.projects, options.from);
  await copyBytes(options.from, target, options);
  return session.open(target, { key: options.key, despiteDamage: options.despiteDamage });
}

/** Nobody has the file open here, so its bytes are its content; unfinished work of its own comes along and is taken back in the copy. */
async function copyBytes(from: string, target: string, options: { key: ProjectKey | null; despiteDamage: boolean }): Promise<void> {
  const { key, despiteDamage } = options;
  const look = despiteDamage ? lookAtFile(from) : identifyFile(from);
  const side = look.kind === 'sqlite' || look.kind === 'sealed' ? findSideFile(from, look, key) : { kind: 'none' as const };
  const room = statfsSync(join(target, '..'));
  if (room.bavail * room.bsize < statSync(from).size) refuse('project/disk-full', { path: target });
  try {
    if (side.kind === 'own' && !despiteDamage) await copyFile(side.path, `${target}${side.path.slice(from.length)}`, constants.COPYFILE_EXCL);
    await copyFile(from, target, constants.COPYFILE_EXCL);
    syncFile(target);
  } catch (error) {
    for (const ending of ['', '-journal', '-wal']) rmSync(`${target}${ending}`, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC') refuse('project/disk-full', { path: target });
    if (code === 'EACCES' || code === 'EPERM' || code === 'EIO') refuse('project/not-readable', { path: from });
    throw error;
  }
}

/** A name in the folder that nothing has yet. */
function freePath(folder: string, path: string): string {
  const ending = extname(path);
  const stem = basename(path, ending);
  for (let number = 1; ; number += 1) {
    const candidate = join(folder, `${stem}${number === 1 ? '' : ` ${number}`}${ending}`);
    if (!existsSync(candidate)) return candidate;
  }
}
