import type { Progress } from '#shared/domain/outputs.ts';
import { refuse } from '../../refuse.ts';
import { newestRevision, stateOf } from '../backup/copy-open-file.ts';
import { askAsideWithProgress } from '../backup/copy-process.ts';
import type { HeldFile } from '../held-file.ts';
import type { OpenProject } from '../open-project.ts';
import { translateSqliteError } from '../project-file.ts';
import type { ProjectKey } from './project-key.ts';
import { dropRekeyedCopies, freshRekeyedPath, makeRekeyedCopy } from './rekeyed-copy.ts';

/** So often a copy is made anew because somebody changed the project meanwhile; then once while everybody waits. */
const restlessAttempts = 3;

/**
 * Makes the copy of an open project under another passphrase in a process of its own, and calls `put` with it once it holds all that the file holds: in the
 * same turn, so that nothing can be changed between. Refused as `project/stopped` when the signal stops it or the project is closed; the file is then what it was.
 */
export async function* rekeyOpenFile(
  project: OpenProject,
  file: Pick<HeldFile, 'path' | 'connection' | 'key'>,
  next: ProjectKey | null,
  put: (copy: string) => void,
  signal: AbortSignal,
): AsyncGenerator<Progress, void> {
  for (let attempt = 0; attempt < restlessAttempts; attempt += 1) {
    const copy = freshRekeyedPath(file.path);
    const still = project.keepStill();
    try {
      const before = stateOf(file.connection);
      const revision = yield* copyAside(file, { to: copy, next }, signal, still.signal);
      if (!still.signal.aborted && stateOf(file.connection) === before && newestRevision(file.connection) === revision) return put(copy);
    } finally {
      still.end();
      dropRekeyedCopies(file.path);
    }
  }
  project.settle();
  const copy = freshRekeyedPath(file.path);
  try {
    makeRekeyedCopy(file.connection, copy, { from: file.key, to: next });
  } catch (error) {
    throw translateSqliteError(error, file.path);
  }
  put(copy);
}

/** The last change that the copy holds; null where it was broken off for somebody who could not wait. */
async function* copyAside(
  { path, connection, key }: Pick<HeldFile, 'path' | 'connection' | 'key'>,
  { to, next }: { to: string; next: ProjectKey | null },
  signal: AbortSignal,
  broken: AbortSignal,
): AsyncGenerator<Progress, number | null> {
  const ask = { path, to, passphrase: key?.share() ?? null, next: next?.share() ?? null, engine: process.pid };
  let revision: number | null = null;
  try {
    ({ revision } = yield* askAsideWithProgress('rekey', ask, AbortSignal.any([signal, broken])));
  } catch (error) {
    if (!signal.aborted && !broken.aborted) throw error;
  }
  if (signal.aborted || !connection.open) refuse('project/stopped');
  return revision;
}
