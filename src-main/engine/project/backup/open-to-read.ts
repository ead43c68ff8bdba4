import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { applyKey, ProjectKey } from '../encryption/project-key.ts';
import type { Connection } from '../project-file.ts';
import type { Passphrase } from './copy-messages.ts';

const plainStart = Buffer.from('SQLite format 3\0', 'latin1');

/** Whether a file is encrypted: one that is not begins with words that every SQLite file begins with. */
export function isSealed(path: string): boolean {
  const descriptor = openSync(path, 'r');
  try {
    const start = Buffer.alloc(plainStart.length);
    return readSync(descriptor, start, 0, start.length, 0) === start.length && !start.equals(plainStart);
  } finally {
    closeSync(descriptor);
  }
}

/** A connection that cannot change the file, with its key where it has one. */
export function openToRead(path: string, passphrase: Passphrase): Connection {
  const connection = new Database(path, { readonly: true, fileMustExist: true });
  try {
    // A copy from before the project had a passphrase has none.
    applyKey(connection, passphrase === null || !isSealed(path) ? null : new ProjectKey(passphrase));
    // Nothing of an encrypted file may lie about in plain.
    connection.pragma('temp_store = MEMORY');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}
