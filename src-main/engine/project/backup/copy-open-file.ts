import { open } from 'node:fs/promises';
import type { Connection } from '../project-file.ts';
import type { Passphrase } from './copy-messages.ts';
import { askAsideWithProgress } from './copy-process.ts';
import { removeHalf } from './flush.ts';

/** A file that is open in this process. */
export interface OpenFile {
  readonly path: string;
  readonly connection: Connection;
  readonly passphrase: Passphrase;
}

export type TellProgress = (done: number, total: number) => void;

/** Pages per step: under two milliseconds on a slow disk, so that requests pass between the steps. */
const pagesPerStep = 128;
/** Written bytes that may wait for the disk before the copying waits too: the last step's own flush then takes no time. */
const unflushedBytes = 24_000_000;
const restlessAttempts = 5;

/**
 * Copies the open file to a path that is free, while the project goes on being used: what is changed meanwhile is in the copy too. SQLite's
 * backup on the open connection in small steps; an encrypted file has its bytes copied by another process until none changed meanwhile, because
 * the backup cannot open an encrypted target. Answers the number of the last change that the copy holds.
 */
export async function copyOpenFile(file: OpenFile, to: string, tell: TellProgress, signal?: AbortSignal): Promise<number> {
  const revision = file.passphrase === null ? await backUpInSteps(file.connection, to, tell, signal) : await copyEncrypted(file, to, tell, signal);
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  return revision;
}

async function backUpInSteps(connection: Connection, to: string, tell: TellProgress, signal: AbortSignal | undefined): Promise<number> {
  const pageBytes = Number(connection.pragma('page_size', { simple: true }));
  const flusher = new Flusher(to);
  try {
    await connection.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        signal?.throwIfAborted();
        const done = totalPages - remainingPages;
        tell(done, totalPages);
        const waiting = flusher.wrote(done * pageBytes);
        // The engine answers between the steps; a slow disk is given a breath instead of a queue that the last step would wait for.
        if (waiting > unflushedBytes) pause(2);
        return waiting > unflushedBytes ? 1 : pagesPerStep;
      },
    });
    // In the turn of the last step: no change can lie between.
    return newestRevision(connection);
  } finally {
    await flusher.end();
  }
}

const sleeper = new Int32Array(new SharedArrayBuffer(4));
const pause = (ms: number): void => {
  Atomics.wait(sleeper, 0, 0, ms);
};

/** Flushes a growing file in the background, in a thread of Node's own. */
class Flusher {
  readonly #path: string;
  #flushed = 0;
  #written = 0;
  #running: Promise<void> | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** Bytes that wait for the disk after so many were written. */
  wrote(bytes: number): number {
    this.#written = bytes;
    const waiting = bytes - this.#flushed;
    if (!this.#running && waiting > unflushedBytes / 2) {
      this.#running = this.#flush(bytes).finally(() => {
        this.#running = null;
      });
    }
    return waiting;
  }

  async end(): Promise<void> {
    await this.#running;
  }

  async #flush(bytes: number): Promise<void> {
    try {
      const handle = await open(this.#path, 'r+');
      try {
        await handle.datasync();
      } finally {
        await handle.close();
      }
    } catch {
      // The copy itself meets what is wrong with the disk.
    }
    this.#flushed = Math.max(this.#flushed, Math.min(bytes, this.#written));
  }
}

async function copyEncrypted(file: OpenFile, to: string, tell: TellProgress, signal: AbortSignal | undefined): Promise<number> {
  for (let attempt = 0; attempt < restlessAttempts; attempt += 1) {
    const before = stateOf(file.connection);
    const copying = askAsideWithProgress('bytes', { from: file.path, to }, signal);
    for (let next = await copying.next(); !next.done; next = await copying.next()) tell(next.value.done, next.value.total ?? next.value.done);
    if (stateOf(file.connection) === before) return newestRevision(file.connection);
    removeHalf(to);
  }
  // Never still: one step that holds everything up for a moment.
  file.connection.prepare('VACUUM INTO ?').run(to);
  return newestRevision(file.connection);
}

/** The number of the last change in the file. */
export function newestRevision(connection: Pick<Connection, 'prepare'>): number {
  return Number(connection.prepare('SELECT ifnull(max(revision), 0) FROM change').pluck().get());
}

/** Changes with every change of the file, by this connection or another. */
export function stateOf(connection: Connection): string {
  return `${connection.pragma('data_version', { simple: true })} ${connection.prepare('SELECT total_changes()').pluck().get()}`;
}
