import { setImmediate } from 'node:timers/promises';
import type { Progress } from '#shared/domain/outputs.ts';
import { refuse } from '../refuse.ts';

const longestTurnMs = 12;
const reportEveryMs = 120;

/** Long work in short turns: in between the engine answers others, and stops when nobody waits for the result any more. */
export class Turns {
  readonly #signal: AbortSignal | undefined;
  #turnStart = performance.now();
  #lastReport = 0;

  readonly #isPointless: () => boolean;

  /** `isPointless` tells that the work has lost its object, e.g. because the project was closed. */
  constructor(signal?: AbortSignal, isPointless: () => boolean = () => false) {
    this.#signal = signal;
    this.#isPointless = isPointless;
  }

  get signal(): AbortSignal | undefined {
    return this.#signal;
  }

  /** Refused as `import/cancelled` once the reader has gone or the project was closed. */
  check(): void {
    if (this.#signal?.aborted || this.#isPointless()) refuse('import/cancelled');
  }

  /** Lets others have their turn when this one has taken long enough. */
  async pass(): Promise<void> {
    this.check();
    if (performance.now() - this.#turnStart < longestTurnMs) return;
    await setImmediate();
    this.#turnStart = performance.now();
    this.check();
  }

  /** A progress now and then, so that reports cost nothing. */
  *report(step: string, done: number, total: number | null): Generator<Progress, void> {
    const now = performance.now();
    if (now - this.#lastReport < reportEveryMs) return;
    this.#lastReport = now;
    yield { step, done, total };
  }
}
