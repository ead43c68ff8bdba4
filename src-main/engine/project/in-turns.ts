import type { Progress } from '#shared/domain/outputs.ts';

/** Work in short turns: it yields wherever others may be answered, now and then with how far it is. */
export type InTurns<Result> = Generator<Progress | undefined, Result, void>;

/** The same work without giving way. */
export function atOnce<Result>(work: InTurns<Result>): Result {
  for (;;) {
    const turn = work.next();
    if (turn.done) return turn.value;
  }
}
