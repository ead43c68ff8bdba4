import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { copyDatabase, syncFile, syncFolderOf } from './copy-database.ts';
import { applyKey, type ProjectKey, removeKey } from './project-key.ts';

const mark = '.passphrase-part-';

/**
 * Where a file grows that has the new passphrase and not yet the project's name. Never the same twice: a process that outlived its engine must not find
 * another's work under its own name.
 */
export function freshRekeyedPath(path: string): string {
  return `${path}${mark}${randomUUID()}`;
}

/** Takes away copies that were not put in place. What cannot be removed now is removed when the project is opened again. */
export function dropRekeyedCopies(path: string): void {
  try {
    const names = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}${mark}`));
    for (const name of names) rmSync(join(dirname(path), name), { force: true });
  } catch (error) {
    console.error(error);
  }
}

/** Of copying, giving the copy its key, and checking it. */
export const rekeyStepCount = 3;

/**
 * Makes a whole copy of an open project under another passphrase (null = none) under a name that is free, checks it, and leaves it on the disk. SQLite's own change of
 * passphrase rewrites the file in place; this way the file under the project's name is at every moment whole, under the old passphrase or the new.
 * `tell` hears how many of the steps are done; what it throws ends the work, and the copy is taken away.
 */
export function makeRekeyedCopy(
  connection: Database.Database,
  copy: string,
  keys: { from: ProjectKey | null; to: ProjectKey | null },
  tell: (done: number) => void = () => {},
): void {
  try {
    tell(0);
    copyDatabase(connection, copy);
    tell(1);
    rekey(copy, keys.from, keys.to);
    syncFile(copy);
    tell(2);
    requireSame(connection, copy, keys.to);
    tell(rekeyStepCount);
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
}

/** Gives the finished copy the project's name, in one step. No connection to the project may be open. */
export function putRekeyedCopyInPlace(copy: string, path: string): void {
  renameSync(copy, path);
  syncFolderOf(path);
}

function rekey(copy: string, from: ProjectKey | null, to: ProjectKey | null): void {
  const connection = new Database(copy, { fileMustExist: true });
  try {
    applyKey(connection, from);
    // The copy can be made again at any time, so nothing is put aside for taking the change back: no unencrypted pages in a journal.
    connection.pragma('journal_mode = OFF');
    connection.pragma('synchronous = OFF');
    connection.pragma('temp_store = MEMORY');
    if (to) to.rekey(connection);
    else removeKey(connection);
  } finally {
    connection.close();
  }
}

function requireSame(original: Database.Database, copyPath: string, key: ProjectKey | null): void {
  const copy = new Database(copyPath, { readonly: true, fileMustExist: true });
  try {
    applyKey(copy, key);
    const check = copy.pragma('quick_check(1)', { simple: true });
    if (check !== 'ok') throw new Error(`the copy with the new passphrase is not whole: ${String(check)}`);
    for (const read of ['application_id', 'user_version']) {
      if (copy.pragma(read, { simple: true }) !== original.pragma(read, { simple: true })) throw new Error(`the copy has another ${read}`);
    }
    const last = 'SELECT max(revision) FROM change';
    if (copy.prepare(last).pluck().get() !== original.prepare(last).pluck().get()) throw new Error('the copy lacks changes');
  } finally {
    copy.close();
  }
}
