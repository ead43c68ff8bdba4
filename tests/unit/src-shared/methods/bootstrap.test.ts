import { describe, expect, test } from 'vitest';
import { bootstrapInterval } from '#shared/methods/bootstrap.ts';
import { median } from '#shared/methods/medians.ts';
import { cases, fc } from '../../../property-cases.ts';
import { known } from './known.ts';

const people = [2, 4, 4, 5, 7, 9, 10, 10, 13, 15, 21];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('interval by drawing again', () => {
  test('BS-1: median 9, interval 4–13 whatever the seed; standard error of the mean 1.618 within 5 %', () => {
    for (const seed of [1, 7, 42, 2024, 987_654_321]) {
      const found = known(bootstrapInterval(people, median, seed));
      expect([found.value, found.low, found.high]).toEqual([9, 4, 13]);
      expect(Math.abs(known(bootstrapInterval(people, mean, seed)).standardError / 1.618 - 1)).toBeLessThan(0.05);
    }
  });
  test('the same seed gives the same interval, another seed another', () => {
    expect(bootstrapInterval(people, mean, 5)).toEqual(bootstrapInterval(people, mean, 5));
    expect(bootstrapInterval(people, mean, 5)).not.toEqual(bootstrapInterval(people, mean, 6));
  });
  test('fewer than eight people and people who all say the same have no interval', () => {
    expect(bootstrapInterval(people.slice(0, 7), median, 1)).toEqual({ undefined: 'too-few' });
    expect(bootstrapInterval(new Array(20).fill(3), median, 1)).toEqual({ undefined: 'no-variation' });
    expect(bootstrapInterval(people, () => null, 1)).toEqual({ undefined: 'no-answers' });
  });
  test('the interval holds the estimate and lies within the answers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 25 }), fc.integer(), (answers, seed) => {
        const found = bootstrapInterval(answers, mean, seed, 200);
        if ('undefined' in found) return;
        expect(found.low).toBeLessThanOrEqual(found.value);
        expect(found.high).toBeGreaterThanOrEqual(found.value);
        expect(found.low).toBeGreaterThanOrEqual(Math.min(...answers));
        expect(found.high).toBeLessThanOrEqual(Math.max(...answers));
      }),
      { numRuns: cases(25) },
    );
  });
});
