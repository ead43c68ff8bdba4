import { sampleCorrelation } from 'simple-statistics';
import { type Known, undefinedAs } from '../domain/figure-facts.ts';
import { median } from './medians.ts';
import { normalTwoSided } from './normal-distribution.ts';
import { midRanks } from './ranks.ts';

/** Version of the arithmetic below, kept with every figure. */
export const rankTestsVersion = '1';

/** Spearman's ρ of pairs, ties at mid-ranks; undefined for fewer than three pairs or where one side does not vary. −1 … 1. */
export function spearman(pairs: readonly (readonly [number, number])[]): Known<number> {
  if (pairs.length < 3) return undefinedAs('too-few');
  const first = midRanks(pairs.map(([a]) => a)).map((rank) => rank ?? 0);
  const second = midRanks(pairs.map(([, b]) => b)).map((rank) => rank ?? 0);
  if (isConstant(first) || isConstant(second)) return undefinedAs('no-variation');
  return Math.max(-1, Math.min(1, sampleCorrelation(first, second)));
}

/** Kendall's τ-b of pairs (ties corrected); undefined for fewer than two pairs or where one side does not vary. −1 … 1. */
export function kendallTauB(pairs: readonly (readonly [number, number])[]): Known<number> {
  if (pairs.length < 2) return undefinedAs('too-few');
  let score = 0;
  let apartFirst = 0;
  let apartSecond = 0;
  for (const [index, [a, b]] of pairs.entries()) {
    for (const [c, d] of pairs.slice(index + 1)) {
      const first = signOf(a - c);
      const second = signOf(b - d);
      score += first * second;
      apartFirst += Math.abs(first);
      apartSecond += Math.abs(second);
    }
  }
  return apartFirst === 0 || apartSecond === 0 ? undefinedAs('no-variation') : score / Math.sqrt(apartFirst * apartSecond);
}

export interface PairedDifference {
  readonly median: number;
  readonly n: number;
  /** Differences that are not zero; the test rests on these. */
  readonly nonZero: number;
  readonly plus: number;
  readonly minus: number;
  /** Two-sided p; null with fewer than ten non-zero differences. */
  readonly p: number | null;
  readonly isExact: boolean;
}

/** With fewer differences there is no test. */
const fewestDifferences = 10;
const exactUpTo = 25;

/**
 * Paired differences of the same points: median of all, Wilcoxon's signed ranks of those that are not zero (Wilcoxon 1945). Exact p without
 * ties and up to 25; else normal with tie and half-step correction. Undefined without differences.
 */
export function pairedDifference(differences: readonly number[]): Known<PairedDifference> {
  const middle = median(differences);
  if (middle === null) return undefinedAs('no-answers');
  const used = differences.filter((difference) => Math.abs(difference) > 1e-9);
  const sizes = used.map(Math.abs);
  // Rank 1 is the smallest size here.
  const ranks = midRanks(sizes.map((size) => -size)).map((rank) => rank ?? 0);
  const plus = ranks.reduce((sum, rank, index) => sum + ((used[index] ?? 0) > 0 ? rank : 0), 0);
  const minus = (used.length * (used.length + 1)) / 2 - plus;
  const isExact = used.length <= exactUpTo && ranks.every((rank) => Number.isInteger(rank)) && new Set(ranks).size === ranks.length;
  const p = used.length < fewestDifferences ? null : isExact ? exactP(used.length, Math.min(plus, minus)) : normalP(ranks, plus);
  return { median: middle, n: differences.length, nonZero: used.length, plus, minus, p, isExact: p !== null && isExact };
}

/** Twice the chance that ranks 1 … n with random signs have a positive sum of at most `smaller`. */
function exactP(n: number, smaller: number): number {
  const ways = new Float64Array((n * (n + 1)) / 2 + 1);
  ways[0] = 1;
  for (let rank = 1; rank <= n; rank += 1) for (let sum = ways.length - 1; sum >= rank; sum -= 1) ways[sum] = (ways[sum] ?? 0) + (ways[sum - rank] ?? 0);
  const tail = ways.slice(0, smaller + 1).reduce((sum, way) => sum + way, 0);
  return Math.min(1, (2 * tail) / 2 ** n);
}

function normalP(ranks: readonly number[], plus: number): number {
  const n = ranks.length;
  const ties = [...countsOf(ranks).values()].reduce((sum, count) => sum + count ** 3 - count, 0);
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
  return variance > 0 ? normalTwoSided(Math.max(0, Math.abs(plus - (n * (n + 1)) / 4) - 0.5) / Math.sqrt(variance)) : 1;
}

/** Agreement of two raters from a square table of counts: share agreed and Cohen's κ (1960); undefined without pairs or where chance alone would agree always. */
export function cohensKappa(table: readonly (readonly number[])[]): Known<{ agreement: number; kappa: Known<number>; n: number }> {
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  if (!(n > 0)) return undefinedAs('no-answers');
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const agreement = table.reduce((sum, row, index) => sum + (row[index] ?? 0), 0) / n;
  const expected = rows.reduce((sum, row, index) => sum + (row * (columns[index] ?? 0)) / (n * n), 0);
  return { agreement, kappa: 1 - expected < 1e-12 ? undefinedAs('no-variation') : (agreement - expected) / (1 - expected), n };
}

function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

function signOf(difference: number): number {
  return Math.abs(difference) <= 1e-9 ? 0 : Math.sign(difference);
}

function countsOf(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
