import { describe, expect, test } from 'vitest';
import { median, quartile } from '#shared/methods/medians.ts';
import { gridPlaceOf } from '#shared/methods/power-interest.ts';

describe('medians and quartiles', () => {
  test('PI-1: power 2, 5, 4, 3, 4 and interest 2, 1, 2, 3, 2 are «keep satisfied»', () => {
    const power = [2, 5, 4, 3, 4];
    const interest = [2, 1, 2, 3, 2];
    expect([median(power), quartile(power, 0.25), quartile(power, 0.75)]).toEqual([4, 3, 4]);
    expect([median(interest), (quartile(interest, 0.75) ?? 0) - (quartile(interest, 0.25) ?? 0)]).toEqual([2, 0]);
    expect(gridPlaceOf(median(power), median(interest))).toBe('keep-satisfied');
  });
  test('an even count takes the mean of the middle two', () => expect(median([1, 2, 3, 10])).toBe(2.5));
  test('none has no median', () => expect(median([])).toBeNull());
});

describe('the power-interest grid', () => {
  test.each([
    [4, 5, 'work-closely'],
    [2, 5, 'protect-and-inform'],
    [1, 2, 'watch'],
    [3, 5, 'on-the-line'],
    [5, 3, 'on-the-line'],
  ] as const)('power %i and interest %i are %s', (power, interest, place) => expect(gridPlaceOf(power, interest)).toBe(place));
  test('without both ratings it is not rated', () => {
    expect(gridPlaceOf(null, 5)).toBe('not-rated');
    expect(gridPlaceOf(5, null)).toBe('not-rated');
  });
});
