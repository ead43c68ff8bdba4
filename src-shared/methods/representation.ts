import { proportionOf } from './proportions.ts';
import type { Estimate } from './rates.ts';

export const representationVersion = '1';

export type Standing = 'fewer' | 'as-many' | 'more' | 'nobody' | 'unknown';

/**
 * Share of a group among those present ÷ its share in the city, with Wilson's limits of the share present (the city's share is taken as
 * known). Null where nobody stated the attribute or the city has none of the group.
 */
export function representationOf(present: { group: number; all: number }, cityShare: number | null): Estimate | null {
  const share = proportionOf(present.group, present.all);
  if (!share || cityShare === null || !(cityShare > 0)) return null;
  return { value: share.value / cityShare, low: share.low / cityShare, high: share.high / cityShare };
}

/** What a ratio says: only where the whole interval lies on one side of 1 are there fewer or more than in the city. */
export function standingOf(group: number, ratio: Estimate | null): Standing {
  if (group === 0) return 'nobody';
  if (!ratio) return 'unknown';
  if (ratio.high < 1) return 'fewer';
  return ratio.low > 1 ? 'more' : 'as-many';
}
