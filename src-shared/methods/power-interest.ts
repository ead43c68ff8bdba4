import type { GridPlace, Quadrant } from '../domain/stakeholders.ts';

/** The middle of the 1-5 scale. Fixed, so that adding one actor never moves the others. */
export const midpoint = 3;

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

/** The fields between which a body stands; one where it is not on the line, none where it is not rated. */
export function possibleQuadrants(power: number | null, interest: number | null): Quadrant[] {
  if (power === null || interest === null) return [];
  const powers = power === midpoint ? [midpoint + 1, midpoint - 1] : [power];
  const interests = interest === midpoint ? [midpoint + 1, midpoint - 1] : [interest];
  return powers.flatMap((high) => interests.map((keen) => gridPlaceOf(high, keen) as Quadrant));
}

/** The group's decision counts where the medians leave it to the group; elsewhere the medians do. */
export function decidedGridPlace(power: number | null, interest: number | null, decided: Quadrant | ''): { gridPlace: GridPlace; isDecided: boolean } {
  const gridPlace = gridPlaceOf(power, interest);
  if (gridPlace !== 'on-the-line' || decided === '' || !possibleQuadrants(power, interest).includes(decided)) return { gridPlace, isDecided: false };
  return { gridPlace: decided, isDecided: true };
}
