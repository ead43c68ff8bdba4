const leastPauseMs = 250;

/** Tells at once, and then at most four times a second however often there is something to tell: two hundred answers must not make every window read two hundred times. */
export class CalmTeller {
  readonly #tell: () => void;
  #timer: NodeJS.Timeout | undefined;
  #hasMore = false;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  note(): void {
    if (this.#timer) {
      this.#hasMore = true;
      return;
    }
    this.#tell();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#hasMore) return;
      this.#hasMore = false;
      this.note();
    }, leastPauseMs);
    this.#timer.unref?.();
  }

  /** What waits to be told is told now. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#hasMore) this.#tell();
    this.#hasMore = false;
  }
}
