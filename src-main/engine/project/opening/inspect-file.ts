import { randomUUID } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { copyFile, truncate } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import type { FileInspection } from '#shared/domain/project.ts';
import { applyKey, type ProjectKey } from '../encryption/project-key.ts';
import { lookAtFile, type OpenableLook } from './look-at-file.ts';
import { findSideFile } from './side-files.ts';
import { tablesOfFile } from './tables-of-file.ts';

/**
 * What of a file that did not open can still be read. Never throws for what is wrong with the file, and changes nothing: a file with left-overs
 * beside it, without its end, or that asks for a write-ahead log, is read as a copy in `folder`.
 */
export async function inspectFile(options: { path: string; key: ProjectKey | null; folder: string }): Promise<FileInspection> {
  const { path, key, folder } = options;
  const look = lookAtFile(path);
  const found = statSync(path, { throwIfNoEntry: false });
  const facts: FileInspection = {
    path,
    fileName: basename(path),
    byteCount: found?.isFile() ? found.size : null,
    expectedByteCount: look.kind === 'sqlite' && look.header.pageCount !== null ? look.header.pageCount * look.header.pageSize : null,
    changedAt: found?.mtime.toISOString() ?? null,
    cityName: null,
    lastChangeAt: null,
    tables: [],
    leftOver: null,
  };
  if (look.kind !== 'sqlite' && look.kind !== 'sealed') return facts;
  const leftOver = findSideFile(path, look, key);
  const withLeftOver = { ...facts, leftOver: leftOver.kind === 'none' ? null : basename(leftOver.path) };
  if (look.kind === 'sealed' && !key) return withLeftOver;
  return { ...withLeftOver, ...(await readContents(path, look, { key, folder, needsCopy: leftOver.kind !== 'none' })) };
}

type Contents = Pick<FileInspection, 'cityName' | 'lastChangeAt' | 'tables'>;

async function readContents(path: string, look: OpenableLook, options: { key: ProjectKey | null; folder: string; needsCopy: boolean }): Promise<Contents> {
  const { key, folder, needsCopy } = options;
  const wholeBytes = look.kind === 'sqlite' ? (look.header.pageCount ?? 0) * look.header.pageSize : 0;
  const isInPlace = !needsCopy && !(look.kind === 'sqlite' && look.header.hasWriteAheadLog) && look.size >= wholeBytes;
  if (isInPlace) return readTables(path, look.kind === 'sealed' ? key : null);
  const copy = join(folder, `${randomUUID()}.copy`);
  try {
    await copyFile(path, copy);
    // SQLite reads nothing of a file that lacks its end; with zeros in its place it reads what is there.
    if (look.size < wholeBytes) await truncate(copy, wholeBytes);
    return readTables(copy, look.kind === 'sealed' ? key : null);
  } catch {
    return nothing;
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${copy}${ending}`, { force: true });
  }
}

const nothing: Contents = { cityName: null, lastChangeAt: null, tables: [] };

function readTables(path: string, key: ProjectKey | null): Contents {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(path, { readonly: true, fileMustExist: true });
    applyKey(connection, key);
    const reading = connection;
    const tables = tablesOfFile(reading).map(({ name, quotedName, columns }) => {
      const values = columns.map((column) => `max(${column})`).join(', ');
      // Counting alone would look at an index; this reads every row to its end.
      const rows = attempt(() => {
        const row = reading.prepare(`SELECT count(*) AS n, ${values} FROM ${quotedName} NOT INDEXED`).raw().get() as unknown[];
        return Number(row[0]);
      });
      return { name, rows };
    });
    const text = (sql: string) => attempt(() => (reading.prepare(sql).pluck().get() as string | undefined) ?? null);
    return { cityName: text('SELECT name FROM project'), lastChangeAt: text('SELECT at FROM change ORDER BY revision DESC LIMIT 1'), tables };
  } catch {
    return nothing;
  } finally {
    connection?.close();
  }
}

function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
