import type { RefusalParams } from '#shared/contract/refusal.ts';
import type { Stage, StageStatus } from '#shared/domain/stages.ts';

/** One thing a stage wants: whether it is there, and what to say and where to go while it is not. */
export interface Step {
  readonly code: string;
  readonly isDone: boolean;
  readonly to: string;
  readonly params?: RefusalParams;
  /** Only asked once it makes sense; until then it counts as open but is not listed among the next steps. */
  readonly isLater?: boolean;
}

/** A stage's state out of its steps: the open ones in their order are what comes next. `hasAny` = somebody began, though no step is done. */
export function statusOf(stage: Stage, { steps, hasAny }: { steps: readonly Step[]; hasAny: boolean }): StageStatus {
  const done = steps.filter((step) => step.isDone).length;
  const todos = steps.filter((step) => !step.isDone && !step.isLater).map(({ code, params = {}, to }) => ({ code, params, to }));
  return { stage, state: done === steps.length ? 'complete' : done > 0 || hasAny ? 'started' : 'empty', done, total: steps.length, todos };
}
