import type { Estimate, Interval } from './rates.ts';

/** Normal quantile of a 95 % interval. */
export const z95 = 1.959963984540054;

/** Version of the arithmetic below, kept with every figure. */
export const proportionsVersion = '1';

/**
 * Wilson's 95 % limits of a share 0-1 that rests on `total` answers, 0-1 (Wilson 1927): [p + z²/2n ± z√(p(1−p)/n + z²/4n²)] / (1 + z²/n).
 * `total` > 0 need not be whole: weighted surveys have an effective number of answers.
 */
export function wilsonLimits(share: number, total: number): Interval {
  const z2 = z95 * z95;
  const centre = share + z2 / (2 * total);
  const reach = z95 * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total));
  const scale = 1 + z2 / total;
  // At the ends the limit is the end itself; rounding must not push it past the share.
  return {
    low: share <= 0 ? 0 : Math.min(share, Math.max(0, (centre - reach) / scale)),
    high: share >= 1 ? 1 : Math.max(share, Math.min(1, (centre + reach) / scale)),
  };
}

/** Share of `hits` in `total` with its Wilson 95 % limits, all 0-1; null for an empty total. */
export function proportionOf(hits: number, total: number): Estimate | null {
  if (!(total > 0)) return null;
  const value = hits / total;
  return { value, ...wilsonLimits(value, total) };
}

/** Difference of two independent shares, first minus second, with Newcombe's limits from those of each (Newcombe 1998, method 10). */
export function differenceOfShares(first: Estimate, second: Estimate): Estimate {
  const value = first.value - second.value;
  return {
    value,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
  };
}
