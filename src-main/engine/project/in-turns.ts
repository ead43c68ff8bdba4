import { setImmediate } from 'node:timers/promises';
import type { Progress } from '#shared/domain/outputs.ts';
import { refuse } from '../refuse.ts';

/** How long work in turns goes on before others are answered. */
export const turnMs = 12;

/** Work in short turns: it yields wherever others may be answered, now and then with how far it is. */
export type InTurns<Result> = Generator<Progress | undefined, Result, void>;

/** The same work without giving way. */
export function atOnce<Result>(work: InTurns<Result>): Result {
  for (;;) {
    const turn = work.next();
    if (turn.done) return turn.value;
  }
}

/** The same work with room for others between its turns, for what only reads at its beginning. Refused as `project/stopped` once nobody waits for it. */
export async function givingWay<Result>(work: InTurns<Result>, signal?: AbortSignal): Promise<Result> {
  for (;;) {
    const until = performance.now() + turnMs;
    do {
      const turn = work.next();
      if (turn.done) return turn.value;
    } while (performance.now() < until);
    await setImmediate();
    if (signal?.aborted) refuse('project/stopped');
  }
}
