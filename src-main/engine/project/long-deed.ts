import type { Progress } from '#shared/domain/outputs.ts';
import type { LongWork } from '#shared/domain/project.ts';
import type { InTurns } from './in-turns.ts';
import type { ChangeDescription, ChangeWriter, OpenProject } from './open-project.ts';

/**
 * A change in turns for procedures that answer once and tell no progress of their own: how far it is stands in the project's present work
 * (`project.work`), where whoever waits can see it and stop it.
 */
export async function longDeed<Result>(
  project: OpenProject,
  description: ChangeDescription,
  body: (write: ChangeWriter) => InTurns<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  return inPlainView(project, description.name, (stop) => project.changeInTurns(description, body, stop), signal);
}

/** Reads a stream of progress to its end, in sight of every window. */
export async function inPlainView<Result>(
  project: OpenProject,
  name: string,
  work: (signal: AbortSignal) => AsyncGenerator<Progress, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const stopper = new AbortController();
  const stop = () => stopper.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  const stream = work(stopper.signal);
  const about = (progress: Progress | null): LongWork => ({ name, done: progress?.done ?? 0, total: progress?.total ?? null });
  const seen = project.work.begin(about(null), stop);
  try {
    for (;;) {
      const next = await stream.next();
      if (next.done) return next.value;
      seen.tell(about(next.value));
    }
  } finally {
    seen.end();
    signal?.removeEventListener('abort', stop);
  }
}
