import { describe, expect, test } from 'vitest';
import { cohensKappa, kendallTauB, pairedDifference, spearman } from '#shared/methods/rank-tests.ts';
import { fc } from '../../../property-cases.ts';
import { known } from './known.ts';

const zip = (first: readonly number[], second: readonly number[]) => first.map((value, index) => [value, second[index] ?? 0] as const);

describe('two orders of the same things', () => {
  test('WSA-3: scores of a walk against the feeling there', () => {
    expect(known(spearman(zip([52, 61, 45, 70, 38, 66, 30, 58], [1, 2, 1, 3, 1, 2, 0, 2]))).toFixed(4)).toBe('0.9512');
  });
  test('TB-1: five options ranked by two groups', () => expect(known(kendallTauB(zip([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])))).toBeCloseTo(0.6, 12));
  test('without variation or with too few there is none', () => {
    expect(spearman(zip([1, 1, 1], [1, 2, 3]))).toEqual({ undefined: 'no-variation' });
    expect(spearman(zip([1, 2], [1, 2]))).toEqual({ undefined: 'too-few' });
    expect(kendallTauB(zip([1, 1], [1, 2]))).toEqual({ undefined: 'no-variation' });
    expect(kendallTauB([])).toEqual({ undefined: 'too-few' });
  });
  test('symmetric, between −1 and 1, blind to the scale, and −1 for the order turned round', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(pairs, (list) => {
        for (const measure of [spearman, kendallTauB]) {
          const found = measure(list);
          if (typeof found !== 'number') continue;
          expect(Math.abs(found)).toBeLessThanOrEqual(1);
          expect(known(measure(list.map(([a, b]) => [b, a] as const)))).toBeCloseTo(found, 9);
          expect(known(measure(list.map(([a, b]) => [a ** 3, b * 2 + 1] as const)))).toBeCloseTo(found, 9);
          expect(known(measure(list.map(([a, b]) => [-a, b] as const)))).toBeCloseTo(-found, 9);
          expect(known(measure(list.map(([a]) => [a, a] as const)))).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});

describe('the same points twice (Wilcoxon)', () => {
  test('WSA-2: twelve points by day and by night', () => {
    const found = known(pairedDifference([21, 8, 17, 5, -4, 33, 12, 1, 34, 13, -2, 31]));
    expect([found.plus, found.minus, found.p?.toFixed(5), found.median, found.isExact]).toEqual([73, 5, '0.00488', 12.5, true]);
  });
  test('no test with fewer than ten differences; zeros do not count', () => {
    expect(known(pairedDifference([1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0])).p).toBeNull();
    expect(pairedDifference([])).toEqual({ undefined: 'no-answers' });
  });
  test('ties take the normal way, which comes near the exact one', () => {
    const exact = known(pairedDifference([21, 8, 17, 5, -4, 33, 12, 1, 34, 13, -2, 31]));
    const tied = known(pairedDifference([21, 8, 17, 5, -4, 33, 12, 1, 34, 12, -2, 31]));
    expect(tied.isExact).toBe(false);
    expect(Math.abs((tied.p ?? 0) - (exact.p ?? 0))).toBeLessThan(0.005);
  });
  test('signs turned round leave p as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 40 }), (differences) => {
        const found = known(pairedDifference(differences));
        const turned = known(pairedDifference(differences.map((difference) => -difference)));
        expect(turned.plus).toBe(found.minus);
        if (found.p !== null) expect(turned.p).toBeCloseTo(found.p, 12);
        expect(found.p ?? 0.5).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('two raters', () => {
  test('CP-2: 82.5 % agreed, κ 0.639', () => {
    const found = known(
      cohensKappa([
        [20, 3],
        [4, 13],
      ]),
    );
    expect([(found.agreement * 100).toFixed(1), known(found.kappa).toFixed(3), found.n]).toEqual(['82.5', '0.639', 40]);
  });
  test('where both always say the same one thing there is no κ', () => {
    expect(
      known(
        cohensKappa([
          [7, 0],
          [0, 0],
        ]),
      ).kappa,
    ).toEqual({ undefined: 'no-variation' });
    expect(cohensKappa([[0]])).toEqual({ undefined: 'no-answers' });
  });
});
