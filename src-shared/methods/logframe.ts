import type { Measure, Objective } from '../domain/policy.ts';
import type { Pillar } from '../domain/policy-frame.ts';
import { planTree } from './plan-tree.ts';

/** The four levels of the logical framework (methods section 12), from the change wanted down to the work. */
export const logframeLevels = ['impact', 'outcome', 'output', 'activity'] as const;

/** One row of the table: what it is about, and the objective or measure whose fields its cells are. */
export type LogframeRow =
  | { readonly level: 'impact'; readonly pillar: null; readonly number: ''; readonly of: 'policy'; readonly text: string }
  | { readonly level: 'impact' | 'outcome'; readonly pillar: Pillar | null; readonly number: string; readonly of: 'objective'; readonly objective: Objective }
  | { readonly level: 'output' | 'activity'; readonly pillar: Pillar | null; readonly number: string; readonly of: 'measure'; readonly measure: Measure };

/**
 * The rows of the logframe: the vision as the impact where no objective is one; then for each outcome its measures, each with its output and its
 * activities. Indicator, means of verification and assumption of an output are those of the measure.
 */
export function logframeRows(plan: {
  vision: string;
  pillars: readonly Pillar[];
  objectives: readonly Objective[];
  measures: readonly Measure[];
}): LogframeRow[] {
  const { impacts, branches } = planTree(plan.pillars, plan.objectives, plan.measures);
  const top: LogframeRow[] =
    impacts.length > 0
      ? impacts.map((objective) => ({ level: 'impact', pillar: null, number: '', of: 'objective', objective }))
      : [{ level: 'impact', pillar: null, number: '', of: 'policy', text: plan.vision }];
  const rows = branches.flatMap(({ pillar, objectives }) =>
    objectives.flatMap(({ objective, number, measures }): LogframeRow[] => [
      ...(objective.level === 'outcome' ? [{ level: 'outcome', pillar, number, of: 'objective', objective } as const] : []),
      ...measures.flatMap((hanging): LogframeRow[] => [
        { level: 'output', pillar, number: hanging.number, of: 'measure', measure: hanging.measure },
        { level: 'activity', pillar, number: hanging.number, of: 'measure', measure: hanging.measure },
      ]),
    ]),
  );
  return [...top, ...rows];
}

/** Activities as they are written, one to a line. */
export function activityLines(activities: string): string[] {
  return activities
    .split('\n')
    .map((line) => line.replace(/^\s*[-–•*]\s*/, '').trim())
    .filter((line) => line !== '');
}
