import type { PolicyCheck } from '../../domain/policy-checks.ts';
import { check, ofMeasure, ofObjective, ofPolicy, type PolicyPlan } from './policy-plan.ts';

/** Whether there is a plan at all: vision, objectives with measures, periods. */
export function planChecks({ policy, objectives, measures }: PolicyPlan): PolicyCheck[] {
  const acting = new Set(measures.map((measure) => measure.objectiveId));
  return [
    ...check(policy.vision.trim() === '', 'no-vision', ofPolicy(policy.title)),
    ...check(objectives.length === 0, 'no-objectives', ofPolicy(policy.title)),
    ...check(isReversed(policy), 'period-reversed', ofPolicy(policy.title)),
    ...objectives.flatMap((objective) => check(!acting.has(objective.id), 'objective-without-measure', ofObjective(objective))),
    ...measures.flatMap((measure) => [
      ...check(measure.startYear === null || measure.endYear === null, 'measure-without-period', ofMeasure(measure)),
      ...check(isReversed(measure), 'period-reversed', ofMeasure(measure)),
    ]),
  ];
}

function isReversed(period: { startYear: number | null; endYear: number | null }): boolean {
  return period.startYear !== null && period.endYear !== null && period.endYear < period.startYear;
}
