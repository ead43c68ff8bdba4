import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { refuse } from '../../refuse.ts';
import { copyDatabase } from '../encryption/copy-database.ts';
import type { ProjectKey } from '../encryption/project-key.ts';
import { newestVersion } from '../migrations/migrations.ts';
import type { OpenProject } from '../open-project.ts';
import { type Connection, openProjectFile } from '../project-file.ts';

/** Another copy of the open project, open to be read. */
export interface CopyAtHand {
  readonly path: string;
  readonly fileName: string;
  readonly connection: Connection;
  /** Which copy it is; an empty name = the first file, or a copy made by hand. */
  readonly copy: { readonly id: string; readonly name: string };
  close(): void;
}

/**
 * Opens a copy without touching it. An older one is brought up to date in a temporary place first.
 * Refusals: those of opening a project, `merge/other-project`, `merge/same-file`, `merge/no-common-history`.
 */
export function openCopy(project: OpenProject, path: string, options: { key: ProjectKey | null; temporaryFolder: string }): CopyAtHand {
  if (path === project.path) refuse('merge/same-file', { fileName: basename(path) });
  const opened = openUpToDate(path, options);
  try {
    const { connection } = opened;
    requireSameProject(project, connection, basename(path));
    const copy = connection.prepare<[], { id: string; name: string }>('SELECT id, name FROM this_copy').get() ?? { id: '', name: '' };
    return { path, fileName: basename(path), connection, copy, close: opened.close };
  } catch (error) {
    opened.close();
    throw error;
  }
}

function openUpToDate(path: string, { key, temporaryFolder }: { key: ProjectKey | null; temporaryFolder: string }): { connection: Connection; close(): void } {
  const original = openProjectFile(path, { key, isReadOnly: true, mayBeOlder: true }).connection;
  if (Number(original.pragma('user_version', { simple: true })) === newestVersion) return { connection: original, close: () => original.close() };
  const folder = mkdtempSync(join(temporaryFolder || tmpdir(), 'older-copy-'));
  const moved = join(folder, basename(path));
  try {
    copyDatabase(original, moved);
    const { connection } = openProjectFile(moved, { key });
    return {
      connection,
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
