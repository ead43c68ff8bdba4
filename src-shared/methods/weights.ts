import { type Known, undefinedAs } from '../domain/figure-facts.ts';
import { wilsonLimits, z95 } from './proportions.ts';
import type { Estimate } from './rates.ts';

/** Version of the arithmetic below, kept with every figure. */
export const weightsVersion = '1';

/** One person's answer: the weight and, where the survey states them, stratum and cluster of the sample. */
export interface WeightedAnswer {
  readonly weight: number;
  readonly stratum?: string;
  readonly cluster?: string;
}

export interface WeightedEstimate extends Estimate {
  /** Answers used. */
  readonly n: number;
  /** What they are worth after unequal weights (and clusters, where the estimate allows for them): never more than n. */
  readonly effectiveN: number;
  /** n / effectiveN. */
  readonly designEffect: number;
  readonly weightSum: number;
}

/** Weights that are no weight (missing, negative, not finite) leave the person out; zero counts for nobody. */
function isWeight(weight: number | null | undefined): weight is number {
  return typeof weight === 'number' && Number.isFinite(weight) && weight > 0;
}

/** Effective number of answers (Σw)² / Σw² (Kish 1965); undefined without any. Between 1 and n; n when all weights are equal. */
export function effectiveCount(weights: readonly number[]): Known<number> {
  const used = weights.filter(isWeight);
  if (used.length === 0) return undefinedAs('no-answers');
  // Divided by the largest, so that weights of any size neither overflow nor vanish.
  const most = used.reduce((largest, weight) => Math.max(largest, weight), 0);
  let sum = 0;
  let squares = 0;
  for (const weight of used) {
    sum += weight / most;
    squares += (weight / most) ** 2;
  }
  return Math.min(used.length, (sum * sum) / squares);
}

/** Weight of each stratum, (N_h / N) / (n_h / n), 1 on average; undefined where a stratum with people has nobody asked: merge it first. */
export function stratumWeights(strata: readonly { population: number; asked: number }[]): Known<number[]> {
  const population = strata.reduce((sum, stratum) => sum + stratum.population, 0);
  const asked = strata.reduce((sum, stratum) => sum + stratum.asked, 0);
  if (!(population > 0)) return undefinedAs('no-population');
  if (strata.some((stratum) => !(stratum.asked > 0) && stratum.population > 0)) return undefinedAs('empty-stratum');
  return strata.map((stratum) => (stratum.asked > 0 ? stratum.population / population / (stratum.asked / asked) : 0));
}

/**
 * Share of those for whom `isHit` holds, each counted by the weight, with Wilson limits on the effective number of answers (Kish 1965;
 * where clusters are stated, on the smaller of that and the number that the spread between clusters leaves: Kish, Survey Sampling, ch. 8).
 */
export function weightedShare<Answer extends WeightedAnswer>(answers: readonly Answer[], isHit: (answer: Answer) => boolean): Known<WeightedEstimate> {
  const used = answers.filter((answer) => isWeight(answer.weight));
  const kish = effectiveCount(used.map((answer) => answer.weight));
  if (typeof kish !== 'number') return kish;
  let weightSum = 0;
  let hitSum = 0;
  for (const answer of used) {
    weightSum += answer.weight;
    if (isHit(answer)) hitSum += answer.weight;
  }
  const value = Math.min(1, hitSum / weightSum);
  const clustered = clusterVariance(used, (answer) => (isHit(answer) ? 1 : 0), value, weightSum);
  const effectiveN = clustered === null || clustered <= 0 ? kish : Math.min(kish, (value * (1 - value)) / clustered);
  return { value, ...wilsonLimits(value, effectiveN), n: used.length, effectiveN, designEffect: used.length / effectiveN, weightSum };
}

/** Mean of an amount, each counted by the weight: Σwy / Σw, with mean ± 1.96 s / √n_eff (clusters as above). Undefined for fewer than two answers: no spread. */
export function weightedMean<Answer extends WeightedAnswer>(answers: readonly Answer[], amountOf: (answer: Answer) => number): Known<WeightedEstimate> {
  const used = answers.filter((answer) => isWeight(answer.weight) && Number.isFinite(amountOf(answer)));
  const kish = effectiveCount(used.map((answer) => answer.weight));
  if (typeof kish !== 'number') return kish;
  if (used.length < 2) return undefinedAs('too-few');
  const weightSum = used.reduce((sum, answer) => sum + answer.weight, 0);
  const value = used.reduce((sum, answer) => sum + (answer.weight / weightSum) * amountOf(answer), 0);
  const spread = used.reduce((sum, answer) => sum + (answer.weight / weightSum) * (amountOf(answer) - value) ** 2, 0) * (used.length / (used.length - 1));
  const variance = Math.max(spread / kish, clusterVariance(used, amountOf, value, weightSum) ?? 0);
  const reach = z95 * Math.sqrt(variance);
  const effectiveN = variance > 0 ? spread / variance : kish;
  return { value, low: value - reach, high: value + reach, n: used.length, effectiveN, designEffect: used.length / effectiveN, weightSum };
}

/** How many of the city those with this answer stand for: the share's estimate times the sum of weights. */
export function weightedTotal<Answer extends WeightedAnswer>(answers: readonly Answer[], isHit: (answer: Answer) => boolean): Known<WeightedEstimate> {
  const share = weightedShare(answers, isHit);
  if ('undefined' in share) return share;
  return { ...share, value: share.value * share.weightSum, low: share.low * share.weightSum, high: share.high * share.weightSum };
}

/**
 * Variance of a weighted mean from the spread between clusters within strata (linearised, ultimate clusters: Wolter, Introduction to
 * Variance Estimation, 2007, ch. 6). Null where no answer states a cluster or no stratum has two of them; strata with one cluster are
 * counted against the mean of all.
 */
function clusterVariance<Answer extends WeightedAnswer>(
  answers: readonly Answer[],
  amountOf: (answer: Answer) => number,
  mean: number,
  weightSum: number,
): number | null {
  const strata = new Map<string, Map<string, number>>();
  for (const answer of answers) {
    if (!answer.cluster) return null;
    const clusters = strata.get(answer.stratum ?? '') ?? new Map<string, number>();
    strata.set(answer.stratum ?? '', clusters);
    clusters.set(answer.cluster, (clusters.get(answer.cluster) ?? 0) + (answer.weight / weightSum) * (amountOf(answer) - mean));
  }
  if (![...strata.values()].some((clusters) => clusters.size > 1)) return null;
  let variance = 0;
  for (const clusters of strata.values()) {
    const scores = [...clusters.values()];
    const count = scores.length;
    const centre = count > 1 ? scores.reduce((sum, score) => sum + score, 0) / count : 0;
    const squares = scores.reduce((sum, score) => sum + (score - centre) ** 2, 0);
    variance += count > 1 ? (squares * count) / (count - 1) : squares;
  }
  return variance;
}
