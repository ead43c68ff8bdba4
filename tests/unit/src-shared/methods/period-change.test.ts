import { describe, expect, test } from 'vitest';
import { betaCumulative, binomialFrom, binomialUpTo, exactShareLimits, studentTwoSided } from '#shared/methods/beta-distribution.ts';
import { normalTwoSided } from '#shared/methods/normal-distribution.ts';
import { periodChange, type SeasonCounts } from '#shared/methods/period-change.ts';
import { fc } from '../../../property-cases.ts';
import { known } from './known.ts';

const year = (earlier: readonly number[], later: readonly number[]): SeasonCounts[] =>
  earlier.map((count, month) => ({ earlier: count, later: later[month] ?? 0, earlierMonths: 1, laterMonths: 1 }));

describe('distributions behind the test', () => {
  test('binomial tails equal their sums', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.02, max: 0.98, noNaN: true }), fc.integer({ min: 0, max: 60 }), (n, p, k) => {
        let term = (1 - p) ** n;
        let sum = term;
        for (let i = 1; i <= Math.min(k, n); i += 1) {
          term *= (((n - i + 1) / i) * p) / (1 - p);
          sum += term;
        }
        expect(binomialUpTo(k, n, p)).toBeCloseTo(Math.min(1, sum), 10);
        expect(binomialUpTo(k, n, p) + binomialFrom(k + 1, n, p)).toBeCloseTo(1, 10);
      }),
    );
  });
  test('published values: normal, t, and the exact limits of 7 in 12', () => {
    expect(normalTwoSided(1.959963984540054)).toBeCloseTo(0.05, 14);
    expect(normalTwoSided(6) / 1.973175290075396e-9).toBeCloseTo(1, 9);
    expect(studentTwoSided(2.20098516, 11)).toBeCloseTo(0.05, 10);
    const { low, high } = exactShareLimits(7, 12);
    expect([low, high].map((limit) => limit.toFixed(4))).toEqual(['0.2767', '0.8483']);
    expect(exactShareLimits(0, 10).high).toBeCloseTo(1 - 0.025 ** (1 / 10), 12);
    expect(betaCumulative(0.5, 3, 3)).toBeCloseTo(0.5, 14);
  });
});

describe('what changed between two periods', () => {
  test('twice as many in every month is a rise, with limits around 100 %', () => {
    const change = known(periodChange(year(new Array(12).fill(20), new Array(12).fill(40))));
    expect(change.verdict).toBe('rise');
    expect(change.change).toBeCloseTo(1, 12);
    expect(change.interval?.low).toBeGreaterThan(0.7);
    expect(change.interval?.high).toBeLessThan(1.4);
  });
  test('a few more could be chance', () => {
    const change = known(periodChange(year(new Array(12).fill(10), [11, 9, 12, 10, 11, 10, 12, 9, 10, 12, 11, 10])));
    expect(change.verdict).toBe('chance');
    expect(change.p).toBeGreaterThan(0.5);
  });
  test('under twenty at one end: counts only', () => {
    const change = known(periodChange([{ earlier: 9, later: 40, earlierMonths: 12, laterMonths: 12 }]));
    expect(change).toMatchObject({ verdict: 'few', change: null, interval: null, earlier: 9, later: 40 });
  });
  test('only months that both periods have are compared, so that a season is no change', () => {
    // Much in December, little in June; the later period has only its first half.
    const seasons = [2, 1, 1, 1, 1, 1, 2, 3, 4, 6, 8, 12].map((count, month) => ({
      earlier: count * 20,
      later: month < 6 ? count * 20 : 0,
      earlierMonths: 1,
      laterMonths: month < 6 ? 1 : 0,
    }));
    const change = known(periodChange(seasons));
    expect(change.change).toBeCloseTo(0, 12);
    expect(change.verdict).toBe('chance');
    expect(change.leftOut).toBe(700);
  });
  test('months that are covered unequally are weighed by what they cover', () => {
    const change = known(
      periodChange([
        { earlier: 100, later: 50, earlierMonths: 2, laterMonths: 1 },
        { earlier: 30, later: 30, earlierMonths: 1, laterMonths: 1 },
      ]),
    );
    expect(change.change).toBeCloseTo(0, 12);
    expect(change.verdict).toBe('chance');
  });
  test('a difference that chance of single incidents would not bring, but months that jump do, could be chance', () => {
    const change = known(periodChange(year([10, 90, 20, 100, 10, 80, 20, 90, 10, 70, 20, 80], [90, 20, 110, 10, 100, 20, 90, 10, 95, 15, 100, 30])));
    expect(change.spread).toBeGreaterThan(10);
    expect(change.p).toBeLessThan(0.05);
    expect(change.verdict).toBe('chance');
  });
  test('no days, no month in common, no incidents: each says why', () => {
    expect(periodChange([])).toEqual({ undefined: 'no-days' });
    expect(periodChange([{ earlier: 3, later: 0, earlierMonths: 1, laterMonths: 0 }])).toEqual({ undefined: 'no-same-months' });
    expect(periodChange([{ earlier: 0, later: 0, earlierMonths: 1, laterMonths: 1 }])).toEqual({ undefined: 'no-cases' });
  });
  const season = fc.record({ earlier: fc.integer({ min: 0, max: 120 }), later: fc.integer({ min: 0, max: 120 }) });
  const covered = fc.array(fc.tuple(season, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 12 });
  test('the limits hold the change; p lies in 0–1; turned round, rise and fall change places', () => {
    fc.assert(
      fc.property(covered, (months) => {
        const seasons = months.map(([counts, earlierMonths, laterMonths]) => ({ ...counts, earlierMonths, laterMonths }));
        const turned = seasons.map((one) => ({ earlier: one.later, later: one.earlier, earlierMonths: one.laterMonths, laterMonths: one.earlierMonths }));
        const change = periodChange(seasons);
        const back = periodChange(turned);
        if ('undefined' in change || 'undefined' in back) return;
        expect(change.p).toBeGreaterThanOrEqual(0);
        expect(change.p).toBeLessThanOrEqual(1);
        expect(back.p).toBeCloseTo(change.p, 8);
        expect(back.verdict).toBe({ rise: 'fall', fall: 'rise', chance: 'chance', few: 'few' }[change.verdict]);
        if (change.change === null || !change.interval) return;
        expect(change.interval.low).toBeLessThanOrEqual(change.change + 1e-9);
        expect(change.interval.high).toBeGreaterThanOrEqual(change.change - 1e-9);
        expect((1 + (back.change ?? 0)) * (1 + change.change)).toBeCloseTo(1, 8);
      }),
    );
  });
  test('where one period brings the same as the other, chance is called change seldom', () => {
    // Every split of 40 incidents that the exact test calls a change has together at most 5 %.
    let called = 0;
    for (let later = 0; later <= 40; later += 1) {
      const change = known(periodChange([{ earlier: 40 - later, later, earlierMonths: 1, laterMonths: 1 }]));
      if (change.p < 0.05) called += binomialUpTo(later, 40, 0.5) - binomialUpTo(later - 1, 40, 0.5);
    }
    expect(called).toBeLessThanOrEqual(0.05);
    expect(called).toBeGreaterThan(0.01);
  });
});
