import { describe, expect, test } from 'vitest';
import { countInterval, leadingRates, rateOf } from '#shared/methods/rates.ts';
import { cases, fc } from '../../../property-cases.ts';

const rounded = (count: number, population: number) => {
  const rate = rateOf(count, population);
  return rate && [rate.value, rate.low, rate.high].map((value) => Number(value.toFixed(2)));
};

describe('rates per 100,000 with exact limits (Garwood)', () => {
  test('RT-1: no case in 50,000 residents is not «no risk»', () => expect(rounded(0, 50_000)).toEqual([0, 0, 7.38]));
  test('RT-2: three cases in 85,000 residents', () => expect(rounded(3, 85_000)).toEqual([3.53, 0.73, 10.31]));

  test('without a population there is no rate, and it is not zero', () => {
    expect(rateOf(12, null)).toBeNull();
    expect(rateOf(12, 0)).toBeNull();
    expect(rateOf(0, Number.NaN)).toBeNull();
  });

  test('pooled years divide by person-years', () => {
    expect(rateOf(8, 4 * 85_000)?.value).toBeCloseTo(rateOf(2, 85_000)?.value ?? 0, 12);
  });

  test('areas with few residents lead no sentence, unless there are no others', () => {
    const airport = { name: 'airport', population: 3 * 80 };
    const market = { name: 'market', population: 3 * 1000 };
    expect(leadingRates([airport, market], 3)).toEqual([market]);
    expect(leadingRates([airport, { name: 'port', population: null }], 3)[0]).toBe(airport);
  });

  test('the interval holds the count, never starts below zero and grows with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), (count) => {
        const here = countInterval(count);
        const next = countInterval(count + 1);
        expect(here.low).toBeGreaterThanOrEqual(0);
        expect(here.low).toBeLessThanOrEqual(count);
        expect(here.high).toBeGreaterThan(count);
        expect(next.low).toBeGreaterThan(here.low);
        expect(next.high).toBeGreaterThan(here.high);
      }),
      { numRuns: cases(60) },
    );
  });
});
