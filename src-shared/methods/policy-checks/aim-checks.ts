import type { Measure } from '../../domain/policy.ts';
import type { PolicyCheck } from '../../domain/policy-checks.ts';
import { check, ofMeasure, ofObjective, type PolicyPlan } from './policy-plan.ts';

/** Whether it will be known that something was reached: indicator, target, and where it started. */
export function aimChecks({ objectives, measures }: PolicyPlan): PolicyCheck[] {
  return [
    ...objectives.flatMap((objective) =>
      check(objective.targetValue !== null && objective.baselineValue === null, 'target-without-baseline', ofObjective(objective)),
    ),
    ...measures.flatMap(checkMeasure),
  ];
}

function checkMeasure(measure: Measure): PolicyCheck[] {
  const hasIndicator = measure.indicatorCode !== null || measure.indicatorText.trim() !== '';
  const isOpen = measure.baselineValue === null;
  const hasTarget = measure.targetValue !== null;
  return [
    ...check(!hasIndicator, 'measure-without-indicator', ofMeasure(measure)),
    ...check(hasIndicator && !hasTarget, 'measure-without-target', ofMeasure(measure)),
    ...check(isOpen && hasTarget, 'target-without-baseline', ofMeasure(measure)),
    ...check(hasIndicator && isOpen && !hasTarget, 'measure-without-baseline', ofMeasure(measure)),
  ];
}
