import type { PolicyCheck } from '../../domain/policy-checks.ts';
import { aimChecks } from './aim-checks.ts';
import { coverageChecks } from './coverage-checks.ts';
import { evidenceChecks } from './evidence-checks.ts';
import { inclusionChecks } from './inclusion-checks.ts';
import { moneyChecks } from './money-checks.ts';
import { ownerChecks } from './owner-checks.ts';
import { planChecks } from './plan-checks.ts';
import type { PolicyPlan } from './policy-plan.ts';
import { priorityChecks } from './priority-checks.ts';
import { textChecks } from './text-checks.ts';

/** Everything in the policy that is missing or rests on nothing (SMART as fields, methods section 12), topic by topic. */
export function policyChecks(plan: PolicyPlan): PolicyCheck[] {
  return [
    ...planChecks(plan),
    ...evidenceChecks(plan),
    ...priorityChecks(plan),
    ...aimChecks(plan),
    ...ownerChecks(plan),
    ...moneyChecks(plan),
    ...coverageChecks(plan),
    ...inclusionChecks(plan),
    ...textChecks(plan),
  ];
}
