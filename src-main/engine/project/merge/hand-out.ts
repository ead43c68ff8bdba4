import { existsSync, renameSync, rmSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import type { HandedCopy } from '#shared/domain/merging.ts';
import { refuse } from '../../refuse.ts';
import { syncFile, syncFolderOf } from '../encryption/copy-database.ts';
import type { ProjectKey } from '../encryption/project-key.ts';
import { type OpenProject, sql } from '../open-project.ts';
import { openProjectFile, projectExtension, translateSqliteError } from '../project-file.ts';

/** Copies that were handed out, newest first, and when they last came back. */
export function listHandedCopies(project: OpenProject): HandedCopy[] {
  return project.all(sql.selectFrom('handed_copy').selectAll().orderBy('handed_out_at', 'desc').orderBy('name')).map((row) => ({
    id: row.id,
    name: row.name,
    handedOutAt: row.handed_out_at,
    broughtBackAt: row.brought_back_at,
  }));
}

/**
 * Makes a copy for a break-out group: a file of its own that knows its name and where it came from, with the same passphrase. Whole or not
 * there at all; it is listed once it is whole. Refusals: `project/already-exists`, `project/read-only`, those of writing.
 */
export function handOutCopy(project: OpenProject, options: { path: string; name: string; key: ProjectKey | null; copyTo: (path: string) => void }): HandedCopy {
  const { path, name, key, copyTo } = options;
  if (project.isReadOnly) refuse('project/read-only', { path: project.path });
  if (existsSync(path)) refuse('project/already-exists', { path });
  const half = `${path}.part`;
  const copy = { id: uuidv7(), name, handedOutAt: project.nowText(), broughtBackAt: null };
  try {
    rmSync(half, { force: true });
    copyTo(half);
    nameCopy(half, copy, key);
    syncFile(half);
    project.change({ kind: 'note', name: 'merging.handOut', params: { name }, subjects: ['project'] }, (write) => {
      write.run(sql.insertInto('handed_copy').values({ id: copy.id, name, handed_out_at: copy.handedOutAt, brought_back_at: null }));
    });
    renameSync(half, path);
    syncFolderOf(path);
  } catch (error) {
    rmSync(half, { force: true });
    throw translateSqliteError(error, path);
  }
  return copy;
}

function nameCopy(path: string, copy: HandedCopy, key: ProjectKey | null): void {
  const { connection } = openProjectFile(path, { key });
  try {
    connection.transaction(() => {
      const origin = connection.prepare<[], { id: string; name: string }>('SELECT id, name FROM this_copy').get();
      connection.exec('DELETE FROM this_copy; DELETE FROM handed_copy');
      connection
        .prepare<unknown[]>('INSERT INTO this_copy (id, name, origin_id, origin_name, handed_out_at) VALUES (?, ?, ?, ?, ?)')
        .run(copy.id, copy.name, origin?.id ?? null, origin?.name ?? '', copy.handedOutAt);
    })();
  } finally {
    connection.close();
  }
}

/** The project's file name with the group's name, without characters that a stick's file system refuses; a number where that is taken. */
export function copyFileName(projectPath: string, name: string, isTaken: (fileName: string) => boolean): string {
  const base =
    projectPath
      .split(/[\\/]/)
      .at(-1)
      ?.replace(new RegExp(`\\.${projectExtension}$`, 'i'), '') ?? '';
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // File systems take 255 bytes; a letter takes up to four.
  const stem = `${[...base].slice(0, 40).join('')} – ${[...plain]
    .slice(0, 40)
    .join('')
    .replace(/[. ]+$/, '')}`;
  for (let number = 1; ; number += 1) {
    const fileName = `${stem}${number === 1 ? '' : ` (${number})`}.${projectExtension}`;
    if (!isTaken(fileName)) return fileName;
  }
}
