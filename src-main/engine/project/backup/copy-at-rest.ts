import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { syncFile } from '../encryption/copy-database.ts';
import type { Passphrase } from './copy-messages.ts';
import { removeHalf } from './flush.ts';
import { isSealed, openToRead } from './open-to-read.ts';

const sliceBytes = 1 << 20;

/**
 * Copies a file that no program writes to into a new one and flushes it. Runs in the process for copies. An encrypted file is copied as it
 * is: SQLite's backup cannot open an encrypted target here.
 */
export async function copyAtRest(from: string, to: string, passphrase: Passphrase, tell: (done: number, total: number) => void): Promise<void> {
  try {
    if (!isSealed(from)) {
      const connection = openToRead(from, passphrase);
      try {
        await connection.backup(to, {
          progress: ({ totalPages, remainingPages }) => {
            tell(totalPages - remainingPages, totalPages);
            return 2_000;
          },
        });
      } finally {
        connection.close();
      }
      syncFile(to);
    } else copyBytes(from, to, tell);
  } catch (error) {
    removeHalf(to);
    throw error;
  }
}

/** Copies bytes, flushes them, and tells how far it is. */
export function copyBytes(from: string, to: string, tell: (done: number, total: number) => void): void {
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'wx');
    try {
      const buffer = Buffer.allocUnsafe(sliceBytes);
      let done = 0;
      for (;;) {
        const count = readSync(source, buffer, 0, sliceBytes, done);
        if (count === 0) break;
        for (let written = 0; written < count; ) written += writeSync(target, buffer, written, count - written, done + written);
        done += count;
        tell(done, done + count);
      }
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}
