import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of chance that a seed decides wholly: the same seed makes the same city on every machine. */
export interface Chance {
  /** From 0 up to, but never, 1. */
  number(): number;
  between(low: number, high: number): number;
  /** Whole number, both ends included. */
  whole(low: number, high: number): number;
  /** True with the probability given. */
  happens(probability: number): boolean;
  /** Standard normal (Box and Muller). */
  normal(): number;
  /** How often something happens that is expected `mean` times (Knuth below 30, rounded normal above). */
  poisson(mean: number): number;
  /** Place in a list of weights, chosen in proportion to them. */
  weighted(weights: readonly number[]): number;
}

export function createChance(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const number = () => uniformFloat64(generator);
  const normal = () => Math.sqrt(-2 * Math.log(1 - number())) * Math.cos(2 * Math.PI * number());
  return {
    number,
    normal,
    between: (low, high) => low + (high - low) * number(),
    whole: (low, high) => low + Math.floor(number() * (high - low + 1)),
    happens: (probability) => number() < probability,
    poisson: (mean) => {
      if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = number(); product > limit; product *= number()) count += 1;
      return count;
    },
    weighted: (weights) => {
      let left = number() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [index, weight] of weights.entries()) {
        left -= weight;
        if (left < 0) return index;
      }
      return weights.length - 1;
    },
  };
}
