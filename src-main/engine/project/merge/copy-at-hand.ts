import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { RefusalError, refuse } from '../../refuse.ts';
import { copyDatabase } from '../encryption/copy-database.ts';
import type { ProjectKey } from '../encryption/project-key.ts';
import { newestVersion } from '../migrations/migrations.ts';
import type { OpenProject } from '../open-project.ts';
import { requireNothingLeftOut } from '../privacy/left-out.ts';
import { type Connection, openProjectFile } from '../project-file.ts';
import { readVector } from './knowledge.ts';

/** Another copy of the open project, open to be read. */
export interface CopyAtHand {
  readonly path: string;
  readonly fileName: string;
  readonly connection: Connection;
  /** Which copy it is; an empty name = the first file, or a copy made by hand. */
  readonly copy: { readonly id: string; readonly name: string; readonly handedOutAt: string | null };
  /** Was written by an older version of the application. */
  readonly isOlder: boolean;
  close(): void;
}

const cacheKibibytes = 2 * 1024;

export interface CopyToOpen {
  readonly path: string;
  /** The name the person knows it by (an upload's temporary path has another). */
  readonly fileName: string;
}

export interface CopyOpening {
  /** Passphrases that it may have, likeliest first. */
  readonly keys: readonly ProjectKey[];
  readonly temporaryFolder: string;
}

/**
 * Opens a copy without touching it. An older one is brought up to date in a temporary place first.
 * Refusals: those of opening a project, `merge/other-project`, `merge/same-file`, `merge/no-common-history`, `merge/left-out`.
 */
export function openCopy(project: OpenProject, { path, fileName }: CopyToOpen, options: CopyOpening): CopyAtHand {
  if (isSameFile(path, project.path)) refuse('merge/same-file', { fileName });
  const opened = openWithOneOf(path, options);
  try {
    const { connection } = opened;
    // Read once from end to end: many copies with a cache each would fill an old laptop's memory.
    connection.pragma(`cache_size = -${cacheKibibytes}`);
    requireSameProject(project, connection, fileName);
    requireNothingLeftOut(readVector(project.reader), connection, fileName);
    const copy = connection
      .prepare<[], { id: string; name: string; handedOutAt: string | null }>('SELECT id, name, handed_out_at AS handedOutAt FROM this_copy')
      .get() ?? { id: '', name: '', handedOutAt: null };
    return { path, fileName, copy, ...opened };
  } catch (error) {
    opened.close();
    throw error;
  }
}

function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync.native(one) === realpathSync.native(other);
  } catch {
    return one === other;
  }
}

type OpenedCopy = Pick<CopyAtHand, 'connection' | 'isOlder' | 'close'>;

/** A file without passphrase needs none of the keys; one with a passphrase opens with the first that fits. */
function openWithOneOf(path: string, { keys, temporaryFolder }: CopyOpening): OpenedCopy {
  for (const key of keys.slice(0, -1)) {
    try {
      return openUpToDate(path, { key, temporaryFolder });
    } catch (error) {
      if (!(error instanceof RefusalError && error.refusal.code === 'project/passphrase-wrong')) throw error;
    }
  }
  return openUpToDate(path, { key: keys.at(-1) ?? null, temporaryFolder });
}

function openUpToDate(path: string, { key, temporaryFolder }: { key: ProjectKey | null; temporaryFolder: string }): OpenedCopy {
  const original = openProjectFile(path, { key, isReadOnly: true, mayBeOlder: true }).connection;
  if (Number(original.pragma('user_version', { simple: true })) === newestVersion) {
    return { connection: original, isOlder: false, close: () => original.close() };
  }
  const folder = mkdtempSync(join(temporaryFolder || tmpdir(), 'older-copy-'));
  const moved = join(folder, basename(path));
  try {
    copyDatabase(original, moved);
    const { connection } = openProjectFile(moved, { key });
    return {
      connection,
      isOlder: true,
      close: () => {
        connection.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    original.close();
  }
}

/** The same city's project, and a past in common: changes from before the record of values must be the same in both. */
function requireSameProject(project: OpenProject, other: Connection, fileName: string): void {
  const idOf = (reader: Pick<Connection, 'prepare'>) => reader.prepare<[], string>('SELECT id FROM project').pluck().get();
  if (idOf(project.reader) !== idOf(other)) refuse('merge/other-project', { fileName });
  const firstMoments = (reader: Pick<Connection, 'prepare'>) =>
    reader.prepare<[], string>("SELECT c.at FROM change c JOIN writer w ON w.key = c.writer_key WHERE w.id LIKE 'first:%' ORDER BY c.sequence").pluck().all();
  const mine = firstMoments(project.reader);
  const theirs = firstMoments(other);
  // History that was folded keeps only its last entry.
  if (mine.length > 1 && theirs.length > 1 && (mine.length !== theirs.length || mine.at(-1) !== theirs.at(-1))) {
    refuse('merge/no-common-history', { fileName });
  }
}
