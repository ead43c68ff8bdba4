import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Deed } from './city-model.ts';

/**
 * What came of a deed. The engine's answers: `acknowledged`, `refused`. Found in the file after a kill, for one that had no answer:
 * `turned-out-done`, `turned-out-not-done`.
 */
export type Outcome = 'acknowledged' | 'refused' | 'turned-out-done' | 'turned-out-not-done';

type Line = { readonly is: 'sent'; readonly deed: Deed } | { readonly is: Outcome; readonly at: number };

export interface Promised {
  /** In order; `at` is where the record of the disk stood when the answer came. */
  readonly done: readonly { readonly deed: Deed; readonly at: number }[];
  /** Sent, and no answer came: it may be in the project wholly or not at all. */
  readonly unanswered: Deed | null;
}

/**
 * A client's own book of what it asked for and what it was told is done: kept in a file by a process that nobody kills. The client asks for
 * one thing at a time.
 */
export class Acknowledgements {
  readonly path: string;
  readonly #file: number;

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'a');
  }

  sent(deed: Deed): void {
    this.#write({ is: 'sent', deed });
  }

  settled(outcome: Outcome, at = 0): void {
    this.#write({ is: outcome, at });
  }

  /** What the book says, read back from its file. */
  read(): Promised {
    const done: { deed: Deed; at: number }[] = [];
    let open: Deed | null = null;
    for (const text of readFileSync(this.path, 'utf8').split('\n').filter(Boolean)) {
      const line = JSON.parse(text) as Line;
      if (line.is === 'sent') {
        if (open) throw new Error('the book holds two deeds without an answer');
        open = line.deed;
      } else {
        if (open && (line.is === 'acknowledged' || line.is === 'turned-out-done')) done.push({ deed: open, at: line.at });
        open = null;
      }
    }
    return { done, unanswered: open };
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(line: Line): void {
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
  }
}
