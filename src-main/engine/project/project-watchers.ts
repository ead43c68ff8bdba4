import type { ProjectEvent } from '#shared/contract/project.ts';

type Watcher = (event: ProjectEvent) => void;

/** Those who want to know whenever the open project, or which project is open, changes. */
export class ProjectWatchers {
  readonly #watchers = new Set<Watcher>();

  /** `read` is asked for the event only when somebody listens; what it throws is told to nobody: whoever asks next is told. */
  tell(read: () => ProjectEvent): void {
    if (this.#watchers.size === 0) return;
    let event: ProjectEvent;
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
  async *watch(first: ProjectEvent, signal?: AbortSignal): AsyncGenerator<ProjectEvent, void> {
    const queue: ProjectEvent[] = [first];
    let wake: (() => void) | undefined;
    const watcher = (event: ProjectEvent) => {
      queue.push(event);
      wake?.();
    };
    const stop = () => wake?.();
    this.#watchers.add(watcher);
    signal?.addEventListener('abort', stop);
    try {
      while (!signal?.aborted) {
        const event = queue.shift();
        if (event) yield event;
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
