import type { Estimate } from './rates.ts';

/** Normal quantile of a 95 % interval. */
export const z95 = 1.959963984540054;

/** Share of `hits` in `total` with its Wilson 95 % limits (Wilson 1927), all 0-1; null for an empty total. */
export function proportionOf(hits: number, total: number): Estimate | null {
  if (!(total > 0)) return null;
  const p = hits / total;
  const z2 = z95 * z95;
  const centre = p + z2 / (2 * total);
  const reach = z95 * Math.sqrt((p * (1 - p)) / total + z2 / (4 * total * total));
  const scale = 1 + z2 / total;
  // At the ends the limit is the end itself; rounding must not push it past the share.
  return {
    value: p,
    low: hits === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    high: hits === total ? 1 : Math.min(1, (centre + reach) / scale),
  };
}

/** Difference of two independent shares, first minus second, with Newcombe's limits (Newcombe 1998, method 10); null where either is empty. */
export function proportionDifference(first: { hits: number; total: number }, second: { hits: number; total: number }): Estimate | null {
  const a = proportionOf(first.hits, first.total);
  const b = proportionOf(second.hits, second.total);
  if (!a || !b) return null;
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}
