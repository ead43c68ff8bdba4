import Database from 'better-sqlite3';
import { onBehalfOf } from '../project/history/request-author.ts';
import type { ChangeWriter, OpenProject } from '../project/open-project.ts';
import { RefusalError } from '../refuse.ts';

/** Something a phone wants written: looks and writes inside the change, and says what came of it. */
export interface Deed<Outcome> {
  apply(write: ChangeWriter): Outcome;
}

interface Waiting {
  readonly deed: Deed<unknown>;
  readonly resolve: (outcome: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Short enough that nobody notices, long enough that a room that answers at once needs few transactions. */
const gatheringMs = 5;
const mostAtOnce = 250;

/**
 * Gathers what arrives within a few milliseconds into one change, and answers when that is on the disk. A deed that fails, fails alone; a disk that fails,
 * fails them all, and nobody was told otherwise.
 */
export class GroupCommit {
  readonly #project: OpenProject;
  readonly #onWritten: () => void;
  readonly #onFailed: () => void;
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(project: OpenProject, listeners: { onWritten(): void; onFailed(): void }) {
    this.#project = project;
    this.#onWritten = listeners.onWritten;
    this.#onFailed = listeners.onFailed;
  }

  do<Outcome>(deed: Deed<Outcome>): Promise<Outcome> {
    return new Promise<Outcome>((resolve, reject) => {
      // A promise takes what its own deed came to.
      this.#waiting.push({ deed: deed as Deed<unknown>, resolve: resolve as (outcome: unknown) => void, reject });
      this.#timer ??= setTimeout(() => this.#flushWhenCalm(), gatheringMs);
    });
  }

  /** While a long change is being written answers wait, and windows do not. */
  #flushWhenCalm(): void {
    const { calm } = this.#project;
    if (calm) void calm.then(() => this.#flushWhenCalm());
    else this.flush();
  }

  /** Writes what waits now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#waiting.length > 0) this.#write(this.#waiting.splice(0, mostAtOnce));
  }

  #write(batch: readonly Waiting[]): void {
    let done: { waiting: Waiting; outcome?: unknown; error?: unknown }[] = [];
    try {
      // Nobody at the laptop wrote this.
      onBehalfOf('', () =>
        this.#project.change(
          { name: 'room.answers', params: { count: batch.length }, subjects: ['ballots', 'room'], kind: 'note', isToldByCaller: true },
          (write) => {
            done = batch.map((waiting) => attempt(waiting, write));
          },
        ),
      );
    } catch (error) {
      this.#onFailed();
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const { waiting, outcome, error } of done) {
      if (error !== undefined) waiting.reject(error);
      else waiting.resolve(outcome);
    }
    this.#onWritten();
  }
}

/** A deed looks before it writes, so one that fails has written nothing; what the file itself throws concerns them all. */
function attempt(waiting: Waiting, write: ChangeWriter): { waiting: Waiting; outcome?: unknown; error?: unknown } {
  try {
    return { waiting, outcome: waiting.deed.apply(write) };
  } catch (error) {
    if (error instanceof Database.SqliteError || error instanceof RefusalError) throw error;
    return { waiting, error: error ?? new Error('failed') };
  }
}
