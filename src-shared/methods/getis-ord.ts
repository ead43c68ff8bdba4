import { type Known, undefinedAs } from '../domain/figure-facts.ts';
import { normalTwoSided } from './normal-distribution.ts';

/** Version of the arithmetic below, kept with every figure. */
export const getisOrdVersion = '1';

/** Share of false hot places that is allowed among those flagged. */
export const falseDiscoveryLevel = 0.05;
/** With fewer places the z-scores are rough: warn (rule of thumb). */
export const wantedPlaces = 30;

/**
 * Who neighbours whom, as flat lists: the neighbours of place i are `list[starts[i]] … list[starts[i + 1] - 1]`, without i itself.
 * Every neighbour weighs 1.
 */
export interface Neighbours {
  readonly starts: Int32Array;
  readonly list: Int32Array;
}

export interface GetisOrd {
  readonly mean: number;
  readonly standardDeviation: number;
  /** z-score of each place; NaN marks a place that neighbours all others or has no value, see `reasonAt`. */
  readonly z: Float64Array;
  /** Two-sided p of each, NaN in the same places. */
  readonly p: Float64Array;
  /** Places that have a z-score. */
  readonly n: number;
}

/**
 * Getis–Ord Gi*, each place among its own neighbours (Ord & Getis 1995): [Σwx − x̄Σw] / {S√[(nΣw² − (Σw)²)/(n − 1)]}. Counts or rates;
 * NaN values are left out and are nobody's neighbour. Undefined without two places or where all values are the same. Time grows with the
 * number of neighbours, not with the square of the places.
 */
export function getisOrd(values: ArrayLike<number>, neighbours: Neighbours): Known<GetisOrd> {
  let n = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    n += 1;
    sum += value;
  }
  if (n < 2) return undefinedAs('too-few');
  const mean = sum / n;
  // About the mean rather than Σx²/n − x̄², which loses digits where values are large and alike.
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  }
  const standardDeviation = Math.sqrt(squares / n);
  if (!(standardDeviation > Math.abs(mean) * 1e-12)) return undefinedAs('no-variation');
  const z = new Float64Array(values.length).fill(Number.NaN);
  const p = new Float64Array(values.length).fill(Number.NaN);
  for (let i = 0; i < values.length; i += 1) {
    const own = values[i] ?? Number.NaN;
    if (Number.isNaN(own)) continue;
    let around = own - mean;
    let weights = 1;
    for (let at = neighbours.starts[i] ?? 0; at < (neighbours.starts[i + 1] ?? 0); at += 1) {
      const value = values[neighbours.list[at] ?? 0] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      around += value - mean;
      weights += 1;
    }
    if (weights >= n) continue;
    const score = around / (standardDeviation * Math.sqrt((n * weights - weights * weights) / (n - 1)));
    z[i] = score;
    p[i] = normalTwoSided(score);
  }
  return { mean, standardDeviation, z, p, n };
}

/** Why a place of `getisOrd` has no z-score; null where it has one. */
export function reasonAt(result: GetisOrd, values: ArrayLike<number>, place: number) {
  if (!Number.isNaN(result.z[place] ?? Number.NaN)) return null;
  return Number.isNaN(values[place] ?? Number.NaN) ? ('not-stated' as const) : ('everyone-neighbours' as const);
}

/**
 * Benjamini and Hochberg's flags (1995): the largest i with p₍ᵢ₎ ≤ level · i/m, and all p up to it. NaN is not tested. The share of false
 * ones among the flagged stays under `level` on average.
 */
export function falseDiscoveryFlags(p: ArrayLike<number>, level = falseDiscoveryLevel): Uint8Array {
  const flags = new Uint8Array(p.length);
  const tested = Float64Array.from(Array.from(p).filter((value) => !Number.isNaN(value))).sort();
  let limit = -1;
  for (let i = tested.length; i > 0; i -= 1) {
    const value = tested[i - 1] ?? 1;
    // A speck of slack: 0.04 ≤ 0.05 · 4/5 must hold in binary too.
    if (value <= (level * i) / tested.length + 1e-15) {
      limit = value;
      break;
    }
  }
  for (let i = 0; i < p.length; i += 1) flags[i] = (p[i] ?? Number.NaN) <= limit ? 1 : 0;
  return flags;
}
