import type { EngagementLevel } from '../domain/engagement.ts';
import type { GridPlace } from '../domain/stakeholders.ts';

/**
 * The level that a place on the power-interest grid suggests to begin with; the team decides. Low power with high interest is usually
 * who is at risk: informing alone would leave them unheard, so they are heard too (inform and protect).
 */
const advice: Readonly<Record<GridPlace, EngagementLevel>> = {
  'work-closely': 'collaborate',
  'keep-satisfied': 'consult',
  'protect-and-inform': 'involve',
  watch: 'inform',
  'on-the-line': 'consult',
  'not-rated': 'inform',
};

export function advisedLevel(place: GridPlace): EngagementLevel {
  return advice[place];
}
