import type { Measure, Objective } from '../domain/policy.ts';
import type { Pillar } from '../domain/policy-frame.ts';

type Placed = Pick<Objective, 'id' | 'level' | 'pillarId'>;
type Hanging = Pick<Measure, 'id' | 'objectiveId' | 'code'>;

export interface PlanBranch<O, M> {
  /** Null = objectives without a pillar, which come last. */
  readonly pillar: Pillar | null;
  readonly objectives: readonly {
    readonly objective: O;
    readonly number: string;
    readonly measures: readonly { readonly measure: M; readonly number: string }[];
  }[];
}

export interface PlanTree<O, M> {
  /** Changes that the outcomes add to. */
  readonly impacts: readonly O[];
  readonly branches: readonly PlanBranch<O, M>[];
}

/**
 * The plan as it is read: pillar by pillar, its objectives, their measures, numbered through. An objective has one number in the whole plan, a
 * measure its own code, else its objective's number and its place under it. Measures under an impact make it a branch like the others.
 */
export function planTree<O extends Placed, M extends Hanging>(pillars: readonly Pillar[], objectives: readonly O[], measures: readonly M[]): PlanTree<O, M> {
  const hasMeasures = new Set(measures.map(({ objectiveId }) => objectiveId));
  const impacts = objectives.filter(({ level }) => level === 'impact');
  const branching = objectives.filter(({ level, id }) => level === 'outcome' || hasMeasures.has(id));
  const known = new Set(pillars.map(({ id }) => id));
  const places = [...pillars, null].map((pillar) => ({
    pillar,
    own: branching.filter(({ pillarId }) => (pillar ? pillarId === pillar.id : pillarId === null || !known.has(pillarId))),
  }));
  let count = 0;
  const branches = places
    .filter(({ pillar, own }) => pillar !== null || own.length > 0)
    .map(({ pillar, own }) => ({
      pillar,
      objectives: own.map((objective) => {
        count += 1;
        const number = String(count);
        const hanging = measures.filter(({ objectiveId }) => objectiveId === objective.id);
        return { objective, number, measures: hanging.map((measure, index) => ({ measure, number: measure.code || `${number}.${index + 1}` })) };
      }),
    }));
  return { impacts, branches };
}

/** Numbers of objectives and measures by id, as `planTree` gives them. */
export function planNumbers<O extends Placed, M extends Hanging>(tree: PlanTree<O, M>): Map<string, string> {
  return new Map(
    tree.branches.flatMap(({ objectives }) =>
      objectives.flatMap(({ objective, number, measures }) => [
        [objective.id, number] as const,
        ...measures.map((hanging) => [hanging.measure.id, hanging.number] as const),
      ]),
    ),
  );
}
