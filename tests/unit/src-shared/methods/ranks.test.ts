import { describe, expect, test } from 'vitest';
import { midRanks } from '#shared/methods/ranks.ts';
import { fc } from '../../../property-cases.ts';

describe('mid-ranks', () => {
  test('the largest is first; ties share the mean of their places', () => expect(midRanks([5, 1, 2, 2])).toEqual([1, 4, 2.5, 2.5]));
  test('what is missing has no rank and takes no place', () => expect(midRanks([null, 3, 7])).toEqual([null, 2, 1]));
  test('a difference that is only binary dust is a tie', () => expect(midRanks([58.4 - 54.2, 54.2 - 50.0])).toEqual([1.5, 1.5]));
  test('nothing has no ranks', () => expect(midRanks([])).toEqual([]));
  test('the ranks of n values always add up to n (n + 1) / 2', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 40 }), (values) => {
        const sum = midRanks(values).reduce((total: number, rank) => total + (rank ?? 0), 0);
        expect(sum).toBeCloseTo((values.length * (values.length + 1)) / 2, 9);
      }),
    );
  });
});
