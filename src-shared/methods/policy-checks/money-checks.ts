import type { PolicyCheck } from '../../domain/policy-checks.ts';
import { check, ofMeasure, type PolicyPlan } from './policy-plan.ts';

/** Whether it is known what a measure costs, and who pays. */
export function moneyChecks({ measures }: PolicyPlan): PolicyCheck[] {
  return measures.flatMap((measure) => {
    const hasCost = measure.costLines.length > 0 ? measure.totalCost !== null : measure.capitalCost !== null || measure.recurrentCostPerYear !== null;
    return [
      ...check(!hasCost, 'measure-without-cost', ofMeasure(measure)),
      ...check(measure.funding === null, 'measure-without-funding', ofMeasure(measure)),
      ...check(measure.gap !== null && measure.gap > 0, 'measure-with-gap', ofMeasure(measure)),
    ];
  });
}
