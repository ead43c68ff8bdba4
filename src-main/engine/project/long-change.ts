import { setImmediate } from 'node:timers/promises';
import type { Progress } from '#shared/domain/outputs.ts';
import { RefusalError } from '../refuse.ts';
import { type InTurns, turnMs } from './in-turns.ts';

const reportEveryMs = 120;

/** What a long change came to. */
type Outcome<Result> = { readonly result: Result } | { readonly error: unknown };

/** A change that is being written in turns. It ends in one of three ways: it is through, it failed, or it was given up; `over` resolves then. */
export class LongChange<Result> {
  readonly over: Promise<void>;
  #outcome: Outcome<Result> | null = null;
  #isWorking = false;
  readonly #work: InTurns<Result>;
  readonly #settle: { keep(): void; takeBack(): void };
  #told: () => void = () => {};

  /** `settle` ends the transaction, and is called once. */
  constructor(work: InTurns<Result>, settle: { keep(): void; takeBack(): void }) {
    this.#work = work;
    this.#settle = settle;
    this.over = new Promise((resolve) => {
      this.#told = resolve;
    });
  }

  /** Whether the change itself is at work right now, and not somebody between two of its turns. */
  get isWorking(): boolean {
    return this.#isWorking;
  }

  /** Works on until so many milliseconds have gone by, or to the end. Returns how far it is, where the work says so. */
  work(forMs: number): Progress | undefined {
    const until = performance.now() + forMs;
    let progress: Progress | undefined;
    try {
      this.#isWorking = true;
      while (!this.#outcome) {
        const turn = this.#work.next();
        if (turn.done) {
          this.#settle.keep();
          this.#end({ result: turn.value });
        } else {
          progress = turn.value ?? progress;
          if (performance.now() >= until) break;
        }
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isWorking = false;
    }
    return progress;
  }

  /**
   * Works in short turns with everybody answered between them, and says now and then how far it is. Throws what made it fail; whoever reads no further
   * or aborts the signal takes all of it back.
   */
  async *inTurns(signal?: AbortSignal): AsyncGenerator<Progress, Result> {
    try {
      let lastReport = 0;
      let progress: Progress | undefined;
      while (!this.#outcome) {
        if (signal?.aborted) this.stop();
        progress = this.work(turnMs) ?? progress;
        const now = performance.now();
        if (progress && now - lastReport > reportEveryMs && !this.#outcome) {
          lastReport = now;
          yield progress;
          progress = undefined;
        }
        await setImmediate();
      }
      if ('result' in this.#outcome) return this.#outcome.result;
      throw this.#outcome.error;
    } finally {
      this.stop();
    }
  }

  /** Takes everything back, unless it is over already: refused as `project/stopped`. */
  stop(): void {
    this.#fail(new RefusalError('project/stopped'));
  }

  #fail(error: unknown): void {
    if (this.#outcome) return;
    this.#end({ error });
    try {
      this.#settle.takeBack();
    } catch (problem) {
      console.error(problem);
    }
  }

  #end(outcome: Outcome<Result>): void {
    this.#outcome = outcome;
    this.#told();
  }
}
