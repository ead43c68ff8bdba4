import { describe, expect, test } from 'vitest';
import { agreesWithRatio, decimalsOf, indicatorEstimate, indicatorRatio } from '#shared/methods/indicator-interval.ts';
import { fc } from '../../../property-cases.ts';

const round = (value: number | undefined, digits: number) => (value === undefined ? undefined : Number(value.toFixed(digits)));

describe('value and limits from numerator and denominator', () => {
  test('a rate has exact limits: RT-1 and RT-2', () => {
    const none = indicatorEstimate({ numerator: 0, denominator: 50_000 }, 'garwood', 100_000);
    expect([none?.value, none?.low, round(none?.high, 2)]).toEqual([0, 0, 7.38]);
    const three = indicatorEstimate({ numerator: 3, denominator: 85_000 }, 'garwood', 100_000);
    expect([three?.value, three?.low, three?.high].map((value) => round(value, 2))).toEqual([3.53, 0.73, 10.31]);
  });

  test('a share has Wilson’s limits: S14-1, H72-1, R31-1', () => {
    const percent = (numerator: number, denominator: number) => {
      const estimate = indicatorEstimate({ numerator, denominator }, 'wilson', 100);
      return [estimate?.value, estimate?.low, estimate?.high].map((value) => round(value, 2));
    };
    expect(percent(55, 120)).toEqual([45.83, 37.19, 54.74]);
    expect(percent(30, 200)).toEqual([15, 10.71, 20.61]);
    expect(percent(25, 62)).toEqual([40.32, 29.02, 52.75]);
  });

  test('a weighted survey rests on its effective number', () => {
    const all = indicatorEstimate({ numerator: 50, denominator: 100 }, 'wilson', 100);
    const effective = indicatorEstimate({ numerator: 50, denominator: 100, sampleSize: 73.7 }, 'wilson', 100);
    expect(effective?.value).toBe(all?.value);
    expect(effective?.low).toBeLessThan(all?.low ?? 0);
  });

  test.each([
    [null, 10],
    [3, null],
    [3, 0],
    [-1, 10],
    [Number.NaN, 10],
    [11, 10],
  ])('%s of %s is undefined', (numerator, denominator) => {
    expect(indicatorEstimate({ numerator, denominator }, 'wilson', 100)).toBeNull();
  });

  test('limits hold the value', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 5000 }), fc.constantFrom('wilson' as const, 'garwood' as const), (numerator, denominator, method) => {
        const estimate = indicatorEstimate({ numerator, denominator }, method, 100);
        if (!estimate) return;
        expect(estimate.low).toBeLessThanOrEqual(estimate.value + 1e-9);
        expect(estimate.high).toBeGreaterThanOrEqual(estimate.value - 1e-9);
      }),
    );
  });
});

test('a ratio without limits, or none', () => {
  expect(indicatorRatio(97, 62, 1)).toBeCloseTo(1.565, 3);
  expect(indicatorRatio(3, 0, 1)).toBeNull();
  expect(indicatorRatio(null, 3, 1)).toBeNull();
});

test('a typed value agrees to the digits it was typed with', () => {
  expect(agreesWithRatio(45.8, 45.8333)).toBe(true);
  expect(agreesWithRatio(46, 45.8333)).toBe(true);
  expect(agreesWithRatio(55, 45.8333)).toBe(false);
  expect(agreesWithRatio(null, 1)).toBeNull();
  expect([12, 0.25, 1e-7, 1e21].map(decimalsOf)).toEqual([0, 2, 12, 0]);
});
