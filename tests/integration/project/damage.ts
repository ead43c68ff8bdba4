import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { ProjectKey } from '#main/engine/project/encryption/project-key.ts';
import { touchFirstPage } from '#main/engine/project/opening/first-page.ts';

export const pageBytes = 4096;

/** Writes bytes into a file at a place, the rest stays. */
export function overwrite(path: string, position: number, bytes: Uint8Array): void {
  const descriptor = openSync(path, 'r+');
  writeSync(descriptor, bytes, 0, bytes.length, position);
  closeSync(descriptor);
}

/** Turns over one bit. */
export function flip(path: string, position: number, bit = 0): void {
  const byte = readFileSync(path)[position] ?? 0;
  overwrite(path, position, Uint8Array.of(byte ^ (1 << bit)));
}

export function cutTo(path: string, share: number): void {
  truncateSync(path, Math.floor(statSync(path).size * share));
}

/** Noise that is the same in every run. */
export function noise(length: number, seed = 7): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

export function swapPages(path: string, one: number, other: number): void {
  const bytes = readFileSync(path);
  const page = (number: number) => Uint8Array.from(bytes.subarray((number - 1) * pageBytes, number * pageBytes));
  overwrite(path, (one - 1) * pageBytes, page(other));
  overwrite(path, (other - 1) * pageBytes, page(one));
}

/** The first page of a table's own tree. */
export function rootPageOf(path: string, table: string): number {
  const connection = new Database(path, { readonly: true });
  const page = connection.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table);
  connection.close();
  return Number(page);
}

/**
 * Leaves a file as a power cut in the middle of a change leaves it: its pages half written, the journal beside it. `write` is the change. Returns the
 * bytes of the journal.
 */
export function interruptChange(path: string, write: (connection: Database.Database) => void, passphrase?: string): Buffer {
  const connection = new Database(path);
  if (passphrase !== undefined) new ProjectKey(passphrase).apply(connection);
  // So small a cache writes pages before the end; the journal is flushed before them.
  connection.pragma('cache_size = 2');
  connection.exec('BEGIN IMMEDIATE');
  touchFirstPage(connection);
  write(connection);
  const half = readFileSync(path);
  const journal = readFileSync(`${path}-journal`);
  connection.exec('ROLLBACK');
  connection.close();
  writeFileSync(path, half);
  writeFileSync(`${path}-journal`, journal);
  return journal;
}
