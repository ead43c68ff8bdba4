/** Below this count at either end a percentage says more about chance than about change (methods, section 2; convention). */
export const smallestTrendEnd = 20;

export interface Trend {
  readonly first: number;
  readonly last: number;
  readonly mean: number;
  /** Change from the first to the last period as a share of the first (0.25 = 25 % more); null where `withheld` says why. */
  readonly change: number | null;
  /** `few` = an end is under 20: show the counts only; `one-period` = nothing to compare. */
  readonly withheld: 'few' | 'one-period' | null;
}

/** How counts of successive periods of equal length moved; null for none. Missing periods are left out by the caller, never zero. */
export function trendOf(counts: readonly number[]): Trend | null {
  const first = counts[0];
  const last = counts.at(-1);
  if (first === undefined || last === undefined) return null;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  if (counts.length === 1) return { first, last, mean, change: null, withheld: 'one-period' };
  if (Math.min(first, last) < smallestTrendEnd) return { first, last, mean, change: null, withheld: 'few' };
  return { first, last, mean, change: last / first - 1, withheld: null };
}
