import type { TraceFact, TraceFactName, TraceStep } from '#shared/domain/trace.ts';

/** A step of a trail before it has its place, and what follows it. */
export interface Step {
  readonly kind: TraceStep['kind'];
  readonly id: string | null;
  readonly title: string;
  readonly facts?: readonly TraceFact[];
  readonly support?: TraceStep['support'];
  readonly stance?: TraceStep['stance'];
  readonly isRestricted?: boolean;
  readonly next?: () => readonly Step[];
}

/** Facts of those that are known: nothing and the empty text are none. */
export function factsOf(known: Partial<Record<TraceFactName, string | number | null | undefined>>): TraceFact[] {
  return Object.entries(known).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ name: name as TraceFactName, value }],
  );
}

/** A thing in a ring of links would go on for ever; no trail of claims is deeper. */
const deepest = 8;

/** The step alone. */
export function plainStep(step: Step, place: { key: string; depth: number; isRepeat: boolean }): TraceStep {
  const { kind, id, title, facts = [], support = null, stance = null, isRestricted = false } = step;
  return { ...place, kind, id, title, facts: [...facts], support, stance, isRestricted };
}

/** Steps with all that follows them, in the order of reading. What was there already with what follows it is only named again. */
export function inOrder(steps: readonly Step[]): TraceStep[] {
  const seen = new Set<string>();
  const placed: TraceStep[] = [];
  const place = (list: readonly Step[], depth: number, before: string): void => {
    for (const [index, step] of list.entries()) {
      const key = `${before}${index}`;
      const self = `${step.kind} ${step.id}`;
      const isRepeat = step.id !== null && seen.has(self);
      placed.push(plainStep(step, { key, depth, isRepeat }));
      if (isRepeat || depth >= deepest) continue;
      seen.add(self);
      place(step.next?.() ?? [], depth + 1, `${key}.`);
    }
  };
  place(steps, 1, '');
  return placed;
}
