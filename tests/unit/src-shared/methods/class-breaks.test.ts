import { describe, expect, test } from 'vitest';
import { classBreaks, classOf } from '#shared/methods/class-breaks.ts';
import { cases, fc } from '../../../property-cases.ts';

describe('classes of a map', () => {
  test('natural breaks keep clusters together', () => {
    expect(classBreaks([1, 2, 1, 50, 52, 51, 100], 3).map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [50, 52],
      [100, 100],
    ]);
  });
  test('quantiles fill the classes evenly', () =>
    expect(classBreaks([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, 'quantile').map(({ count }) => count)).toEqual([2, 2, 2, 2, 2]));
  test('a few extreme values do not push all other areas into one colour', () => {
    const values = [...Array.from({ length: 40 }, (_, index) => index + 1), 9000, 20_000, 50_000, 90_000];
    expect(classBreaks(values, 4, 'natural')[0]?.count).toBeGreaterThanOrEqual(40);
    expect(classBreaks(values, 4).map(({ count }) => count)).toEqual([11, 11, 11, 11]);
    expect(classBreaks([1, 1, 1, 1, 1, 1, 2, 100], 3)[0]?.count).toBe(6);
  });
  test('areas without data belong to no class', () => {
    const classes = classBreaks([null, 3, null, 9], 2);
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(classOf(null, classes)).toBeNull();
    expect(classBreaks([null, null], 5)).toEqual([]);
    expect(classOf(4, [])).toBeNull();
  });
  test('fewer values than classes give a class each', () => expect(classBreaks([4, 4, 8], 5)).toHaveLength(2));
  test('every value falls into exactly the class that holds it, whichever way they are cut', () => {
    const values = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 7 }), fc.constantFrom('natural' as const, 'quantile' as const), (numbers, count, method) => {
        const classes = classBreaks(numbers, count, method);
        expect(classes.length).toBeLessThanOrEqual(count);
        expect(classes.reduce((sum, range) => sum + range.count, 0)).toBe(numbers.length);
        for (const number of numbers) {
          const range = classes[classOf(number, classes) ?? -1];
          expect(range && range.from <= number && number <= range.to).toBe(true);
        }
        for (const [index, range] of classes.entries()) if (index > 0) expect(range.from).toBeGreaterThan(classes[index - 1]?.to ?? 0);
      }),
      { numRuns: cases(60) },
    );
  });
});
