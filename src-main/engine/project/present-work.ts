import type { LongWork } from '#shared/domain/project.ts';

/** What takes long in the project right now and tells no stream of its own; windows show it once it lasts. */
export class PresentWork {
  #now: { work: LongWork; readonly stop: () => void } | null = null;
  readonly #listeners = new Set<() => void>();

  get now(): LongWork | null {
    return this.#now?.work ?? null;
  }

  begin(work: LongWork, stop: () => void): { tell(work: LongWork): void; end(): void } {
    const mine = { work, stop };
    this.#now = mine;
    this.#changed();
    return {
      tell: (further) => {
        mine.work = further;
        if (this.#now === mine) this.#changed();
      },
      end: () => {
        if (this.#now !== mine) return;
        this.#now = null;
        this.#changed();
      },
    };
  }

  /** Asks it to stop; nothing happens where nothing is going on. */
  stop(): void {
    this.#now?.stop();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
