import type { PolicyCheck } from '../../domain/policy-checks.ts';
import type { Priority } from '../../domain/priorities.ts';
import { type CheckSubject, check, type PolicyPlan } from './policy-plan.ts';

/** A priority gets too little where one that is decided to come later gets more than so many times its money (convention of this application). */
const mostTimes = 2;

/** Whether chosen priorities are taken up and paid for, and whether the money follows their order (methods, section 12: «compare budget share with priority rank»). */
export function priorityChecks(plan: PolicyPlan): PolicyCheck[] {
  const chosen = plan.priorities.filter((priority) => priority.isChosen);
  const answered = new Set(plan.objectives.flatMap((objective) => objective.priorityIds));
  return chosen.flatMap((priority) => {
    const subject: CheckSubject = { objectKind: 'priority', objectId: priority.id, title: priority.title };
    const isAnswered = answered.has(priority.id);
    return [
      ...check(!isAnswered, 'priority-without-objective', subject),
      ...check(isAnswered && fundsOf(plan, priority) === 0, 'priority-without-money', subject),
      ...check(getsTooLittle(plan, priority, chosen), 'budget-against-rank', subject),
    ];
  });
}

function measuresOf(plan: PolicyPlan, priority: Priority) {
  const objectives = new Set(plan.objectives.filter(({ priorityIds }) => priorityIds.includes(priority.id)).map(({ id }) => id));
  return plan.measures.filter((measure) => objectives.has(measure.objectiveId));
}

/** Funds that are named, of any kind and in any currency; 0 where none are. */
function fundsOf(plan: PolicyPlan, priority: Priority): number {
  return measuresOf(plan, priority).reduce((sum, { funding }) => sum + (funding ?? 0), 0);
}

/** Cost of its measures in the city's currency; a measure under two priorities counts for both. Null while none has a cost. */
function budgetOf(plan: PolicyPlan, priority: Priority): number | null {
  const costs = measuresOf(plan, priority).flatMap(({ totalCost, hasOwnCurrency }) => (totalCost === null || hasOwnCurrency ? [] : [totalCost]));
  return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0);
}

function getsTooLittle(plan: PolicyPlan, priority: Priority, chosen: readonly Priority[]): boolean {
  const budget = budgetOf(plan, priority);
  const { decidedRank } = priority;
  if (budget === null || decidedRank === null) return false;
  return chosen.some((other) => other.decidedRank !== null && other.decidedRank > decidedRank && (budgetOf(plan, other) ?? 0) > mostTimes * budget);
}
