import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that can be repeated: the same seed gives the same row of numbers on every machine. */
export interface RandomSource {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number 0 … below − 1, each as likely as the other. */
  below(limit: number): number;
}

/** xoroshiro128+ of pure-rand, started from a whole number. */
export function randomSource(seed: number): RandomSource {
  const generator = xoroshiro128plus(seed);
  return { next: () => uniformFloat64(generator), below: (limit) => uniformInt(generator, 0, limit - 1) };
}
