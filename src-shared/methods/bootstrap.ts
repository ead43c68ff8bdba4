import { type Known, undefinedAs } from '../domain/figure-facts.ts';
import { quartile } from './medians.ts';
import { randomSource } from './random-source.ts';
import type { Estimate } from './rates.ts';

export const bootstrapRepetitions = 2000;
/** Below this many people nothing is printed. */
export const fewestToDraw = 8;

export interface BootstrapEstimate extends Estimate {
  readonly n: number;
  readonly repetitions: number;
  readonly seed: number;
  /** Standard deviation of the drawn results. */
  readonly standardError: number;
}

/**
 * 95 % percentile interval of a statistic by drawing the same people again with replacement (Efron & Tibshirani 1993). `people` are persons,
 * or whole tables where people sat in clusters; a statistic that is undefined for a draw gives null and the draw is left out. The same seed
 * gives the same interval. Undefined for fewer than eight people or without variation.
 */
export function bootstrapInterval<Person>(
  people: readonly Person[],
  statistic: (people: readonly Person[]) => number | null,
  seed: number,
  repetitions = bootstrapRepetitions,
): Known<BootstrapEstimate> {
  if (people.length < fewestToDraw) return undefinedAs('too-few');
  const value = statistic(people);
  if (value === null) return undefinedAs('no-answers');
  const random = randomSource(seed);
  const results: number[] = [];
  const drawn = [...people];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    for (let i = 0; i < drawn.length; i += 1) drawn[i] = people[random.below(people.length)] as Person;
    const result = statistic(drawn);
    if (result !== null) results.push(result);
  }
  if (results.every((result) => result === results[0])) return undefinedAs('no-variation');
  const mean = results.reduce((sum, result) => sum + result, 0) / results.length;
  const standardError = Math.sqrt(results.reduce((sum, result) => sum + (result - mean) ** 2, 0) / (results.length - 1));
  // A skewed statistic may leave its own value outside; the interval is widened to hold it.
  return {
    value,
    low: Math.min(value, quartile(results, 0.025) ?? value),
    high: Math.max(value, quartile(results, 0.975) ?? value),
    n: people.length,
    repetitions,
    seed,
    standardError,
  };
}
