import type { GridPlace } from '../domain/stakeholders.ts';

/** The middle of the 1-5 scale. Fixed, so that adding one actor never moves the others. */
const midpoint = 3;

/**
 * Where a stakeholder stands on the power-interest grid (Eden & Ackermann 1998; Bryson 2004). A median exactly on the midpoint
 * is the group's to decide. Low power with high interest is «protect and inform»: usually the people at risk, never to be dropped.
 */
export function gridPlaceOf(power: number | null, interest: number | null): GridPlace {
  if (power === null || interest === null) return 'not-rated';
  if (power === midpoint || interest === midpoint) return 'on-the-line';
  if (power > midpoint) return interest > midpoint ? 'work-closely' : 'keep-satisfied';
  return interest > midpoint ? 'protect-and-inform' : 'watch';
}
