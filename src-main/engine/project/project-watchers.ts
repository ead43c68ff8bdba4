/** Those who want to know of something whenever it changes, e.g. which project is open. */
export class ProjectWatchers<Event> {
  readonly #watchers = new Set<(event: Event) => void>();

  /** `read` is asked for the event only when somebody listens; what it throws is told to nobody: whoever asks next is told. */
  tell(read: () => Event): void {
    if (this.#watchers.size === 0) return;
    let event: Event;
    try {
      event = read();
    } catch (error) {
      // A stick that was pulled out.
      console.error(error);
      return;
    }
    for (const watcher of this.#watchers) watcher(event);
  }

  /** `first`, then every event from now on until the signal is aborted. */
  async *watch(first: Event, signal?: AbortSignal): AsyncGenerator<Event, void> {
    const queue: { readonly event: Event }[] = [{ event: first }];
    let wake: (() => void) | undefined;
    const watcher = (event: Event) => {
      queue.push({ event });
      wake?.();
    };
    const stop = () => wake?.();
    this.#watchers.add(watcher);
    signal?.addEventListener('abort', stop);
    try {
      while (!signal?.aborted) {
        const next = queue.shift();
        if (next) yield next.event;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      this.#watchers.delete(watcher);
      signal?.removeEventListener('abort', stop);
    }
  }
}
