import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';

/**
 * A whole, compact copy of an open database under a new name, with the same passphrase or none, on the disk when it returns.
 * `VACUUM INTO` is the one way that keeps the key: SQLite's backup needs a destination with the same cipher, which the driver opens without.
 */
export function copyDatabase(connection: Database.Database, target: string): void {
  if (existsSync(target)) throw new Error(`there is already a file at ${target}`);
  try {
    connection.prepare('VACUUM INTO ?').run(target);
    syncFile(target);
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
}

/** Waits until a file's bytes are on the disk. */
export function syncFile(path: string): void {
  // Windows flushes only what is open for writing.
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Waits until a folder's names are on the disk, where the system has such a thing. */
export function syncFolderOf(path: string): void {
  if (process.platform === 'win32') return;
  try {
    const descriptor = openSync(dirname(path), 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Some file systems have no such flush; the rename itself is still one step.
  }
}
