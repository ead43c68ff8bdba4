import { type Known, undefinedAs } from '../domain/figure-facts.ts';
import { bootstrapRepetitions, fewestToDraw } from './bootstrap.ts';
import { randomSource } from './random-source.ts';

/** Version of the arithmetic below, kept with every figure. */
export const steadyWinnerVersion = '1';

export interface SteadyWinner {
  /** Share of draws in which each option comes first, level ones sharing; in the order of the options, adds up to 1. */
  readonly firstShares: readonly number[];
  readonly n: number;
  readonly repetitions: number;
  readonly seed: number;
}

/**
 * How easily another option would have come first: the people (whole ballots; or whole tables, where people sat at eight or more) are drawn
 * again with replacement and counted again (Efron & Tibshirani 1993; methods, section 17). It describes how steady this group's result is, and
 * nothing beyond the room. `people` holds the points that each one added to every option. Undefined for fewer than eight.
 */
export function steadyWinner(people: readonly (readonly number[])[], seed: number, repetitions = bootstrapRepetitions): Known<SteadyWinner> {
  const options = people[0]?.length ?? 0;
  if (people.length < fewestToDraw || options < 2) return undefinedAs('too-few');
  if (people.every((points) => points.every((value) => value === points[0]))) return undefinedAs('no-variation');
  const random = randomSource(seed);
  const firsts = new Array<number>(options).fill(0);
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const sums = new Array<number>(options).fill(0);
    for (let drawn = 0; drawn < people.length; drawn += 1) {
      const points = people[random.below(people.length)] ?? [];
      for (let option = 0; option < options; option += 1) sums[option] = (sums[option] ?? 0) + (points[option] ?? 0);
    }
    const most = Math.max(...sums);
    const leaders = sums.flatMap((sum, option) => (most - sum <= 1e-9 ? [option] : []));
    for (const leader of leaders) firsts[leader] = (firsts[leader] ?? 0) + 1 / leaders.length;
  }
  return { firstShares: firsts.map((count) => count / repetitions), n: people.length, repetitions, seed };
}
