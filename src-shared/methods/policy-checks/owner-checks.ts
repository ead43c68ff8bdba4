import type { PolicyCheck } from '../../domain/policy-checks.ts';
import { check, ofMeasure, type PolicyPlan } from './policy-plan.ts';

/** Whether every measure has a body that answers for it, stands in the register and has said yes (the A of RACI). */
export function ownerChecks({ measures, bodies, roles }: PolicyPlan): PolicyCheck[] {
  const confirmed = new Set(
    roles.filter(({ role, confirmedOn }) => role === 'A' && confirmedOn !== null).map((role) => `${role.measureId} ${role.stakeholderId}`),
  );
  return measures.flatMap((measure) => {
    const { ownerId } = measure;
    const isKnown = ownerId !== null && bodies.has(ownerId);
    return [
      ...check(ownerId === null, 'measure-without-owner', ofMeasure(measure)),
      ...check(ownerId !== null && !isKnown, 'owner-not-in-register', ofMeasure(measure)),
      ...check(isKnown && !confirmed.has(`${measure.id} ${ownerId}`), 'owner-not-confirmed', ofMeasure(measure)),
    ];
  });
}
