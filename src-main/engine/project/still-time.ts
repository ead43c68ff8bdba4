/**
 * A time in which the file is read as a whole and nothing is to change: whoever can wait with writing waits for `over`. Whoever cannot breaks it off, which
 * its reader hears at once by `signal`.
 */
export class StillTime {
  readonly over: Promise<void>;
  readonly #broken = new AbortController();
  #isOver = false;
  #told: () => void = () => {};

  constructor() {
    this.over = new Promise((resolve) => {
      this.#told = resolve;
    });
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Aborted once somebody could not wait, or the project was closed. */
  get signal(): AbortSignal {
    return this.#broken.signal;
  }

  breakOff(): void {
    if (this.#isOver) return;
    this.end();
    this.#broken.abort();
  }

  end(): void {
    this.#isOver = true;
    this.#told();
  }
}
