import { describe, expect, test } from 'vitest';
import { chiSquareQuantile, gammaCumulative, gammaQuantile, logGamma } from '#shared/methods/gamma-distribution.ts';
import { cases, fc } from '../../../property-cases.ts';

/** P(X ≤ k) of a Poisson variable, summed term by term: another way to the same figure. */
function poissonUpTo(k: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let n = 1; n <= k; n++) {
    term *= mean / n;
    sum += term;
  }
  return sum;
}

describe('the gamma distribution', () => {
  test.each([
    [1, 0],
    [2, 0],
    [5, Math.log(24)],
    [0.5, Math.log(Math.sqrt(Math.PI))],
    [11, Math.log(3_628_800)],
  ])('log Γ(%f) is known in closed form', (x, expected) => {
    expect(logGamma(x)).toBeCloseTo(expected, 13);
  });

  test.each([
    // Tables of the chi-square distribution, as printed in any statistics book.
    [0.95, 1, 3.841459],
    [0.975, 2, 7.377759],
    [0.025, 6, 1.237344],
    [0.975, 8, 17.534546],
    [0.95, 100, 124.342113],
  ])('the %f quantile of chi-square with %i degrees of freedom is in the tables', (p, freedom, expected) => {
    expect(chiSquareQuantile(p, freedom)).toBeCloseTo(expected, 6);
  });

  test('its function is the upper tail of a Poisson sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.double({ min: 0.01, max: 150, noNaN: true }), (k, mean) => {
        expect(gammaCumulative(k, mean)).toBeCloseTo(1 - poissonUpTo(k - 1, mean), 11);
      }),
    );
  });

  test('the quantile undoes the function, from the smallest shape to hundreds of thousands of incidents', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 500_000, noNaN: true }), fc.constantFrom(0.005, 0.025, 0.5, 0.975, 0.995), (shape, p) => {
        expect(gammaCumulative(shape, gammaQuantile(p, shape))).toBeCloseTo(p, 8);
      }),
      { numRuns: cases(60) },
    );
  });

  test('nothing lies below zero', () => {
    expect(gammaCumulative(3, 0)).toBe(0);
    expect(gammaCumulative(3, -1)).toBe(0);
  });
});
