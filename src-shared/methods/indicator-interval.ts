import { proportionOf } from './proportions.ts';
import { type Estimate, rateOf } from './rates.ts';

/**
 * Value and 95 % limits of an indicator from its numerator and denominator: `wilson` for shares (methods, section 3), `garwood` for
 * rates of counted events (section 7); both in the indicator's own unit, by `multiplier` (100 for per cent, 100,000 for rates).
 * Null without a positive denominator, for a share above one, and for a numerator that counts nothing (below zero, not finite).
 * A weighted survey gives its effective n as `sampleSize`: the limits then rest on that number instead of the denominator.
 */
export function indicatorEstimate(
  figures: { numerator: number | null; denominator: number | null; sampleSize?: number | null },
  method: 'wilson' | 'garwood',
  multiplier: number,
): Estimate | null {
  const { numerator, denominator, sampleSize = null } = figures;
  if (numerator === null || denominator === null || !(denominator > 0) || !(numerator >= 0) || !Number.isFinite(numerator)) return null;
  if (method === 'garwood') return rateOf(numerator, denominator, multiplier);
  if (numerator > denominator) return null;
  const share = numerator / denominator;
  const n = sampleSize !== null && sampleSize > 0 && sampleSize < denominator ? sampleSize : denominator;
  const limits = proportionOf(share * n, n);
  return limits && { value: share * multiplier, low: limits.low * multiplier, high: limits.high * multiplier };
}

/** Value alone, for ratios that no interval belongs to; null where it is undefined. */
export function indicatorRatio(numerator: number | null, denominator: number | null, multiplier: number): number | null {
  if (numerator === null || denominator === null || !(denominator > 0)) return null;
  return (numerator / denominator) * multiplier;
}

/** Whether a typed value is what its numerator and denominator give, to the digits it was typed with; null where they give nothing. */
export function agreesWithRatio(value: number | null, ratio: number | null): boolean | null {
  if (value === null || ratio === null) return null;
  return Math.abs(value - ratio) <= 0.5 * 10 ** -decimalsOf(value) + 1e-9;
}

/** Decimals a number is written with, at most twelve. */
export function decimalsOf(value: number): number {
  const text = String(value);
  if (text.includes('e')) return text.includes('e-') ? 12 : 0;
  return Math.min(12, text.split('.')[1]?.length ?? 0);
}
