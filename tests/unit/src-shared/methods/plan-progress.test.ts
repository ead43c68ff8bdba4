import { describe, expect, test } from 'vitest';
import { betterWay, elapsedShare, firstDayOf, lastDayOf, wayGone } from '#shared/methods/plan-progress.ts';
import { fc } from '../../../property-cases.ts';

const way = (baseline: number | null, target: number | null, actual: number | null, on = '2027') =>
  wayGone({ value: baseline, on: '2025' }, { value: target, on: '2029' }, actual === null ? null : { value: actual, on });

describe('the way from baseline to target (methods, section 12)', () => {
  test('PR-1: from 40 to 30, now 34, is 60 per cent of the way', () => expect(way(40, 30, 34).share).toBeCloseTo(0.6, 12));
  test('PR-2: from 62 to 40, now 66, is −18.2 per cent: the wrong way', () => {
    expect(way(62, 40, 66).share).toBeCloseTo(-0.1818, 4);
    expect(way(62, 40, 66).pace).toBe('wrong-way');
  });
  test('is not cut off beyond the target', () => expect(way(40, 30, 25)).toMatchObject({ share: 1.5, pace: 'reached' }));
  test.each([
    [null, 30, 34, 'no-baseline'],
    [40, null, 34, 'no-target'],
    [40, 40, 34, 'target-is-baseline'],
    [40, 30, null, 'no-value'],
  ] as const)('is undefined for %s → %s, now %s: %s, never zero', (baseline, target, actual, gap) =>
    expect(way(baseline, target, actual)).toMatchObject({ share: null, gap, pace: 'unknown' }),
  );
  test('a value of zero is a value', () => expect(way(40, 0, 0)).toMatchObject({ share: 1, gap: null, pace: 'reached' }));
  test('keeps pace with a straight line between the two days, a tenth of the way to spare', () => {
    expect(way(0, 100, 45, '2027')).toMatchObject({ pace: 'on-course' });
    expect(way(0, 100, 41, '2027').pace).toBe('on-course');
    expect(way(0, 100, 39, '2027').pace).toBe('behind');
  });
  test('after the target’s day only a reached target keeps pace', () => {
    expect(way(0, 100, 99, '2029').pace).toBe('behind');
    expect(way(0, 100, 100, '2030').pace).toBe('reached');
  });
  test('without days nobody knows whether it keeps pace', () =>
    expect(wayGone({ value: 0, on: '' }, { value: 10, on: '' }, { value: 5, on: '2026-03-01' })).toMatchObject({ share: 0.5, pace: 'unknown' }));

  const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  test('does not depend on the unit: scaling and shifting all three figures changes nothing', () => {
    fc.assert(
      fc.property(figure, figure, figure, fc.double({ min: 0.01, max: 100, noNaN: true }), figure, (baseline, target, actual, scale, shift) => {
        fc.pre(Math.abs(target - baseline) > 1e-3);
        const plain = way(baseline, target, actual).share ?? Number.NaN;
        const other = way(baseline * scale + shift, target * scale + shift, actual * scale + shift).share ?? Number.NaN;
        expect(Math.abs(plain - other)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(plain)) + 1e-2 * Math.abs(plain));
      }),
    );
  });
  test('is 0 at the baseline, 1 at the target, and the way back is what is left', () => {
    fc.assert(
      fc.property(figure, figure, figure, (baseline, target, actual) => {
        fc.pre(Math.abs(target - baseline) > 1e-3);
        expect(way(baseline, target, baseline).share).toBeCloseTo(0, 9);
        expect(way(baseline, target, target).share).toBeCloseTo(1, 9);
        const there = way(baseline, target, actual).share ?? 0;
        const back = way(target, baseline, actual).share ?? 0;
        expect(Math.abs(there + back - 1)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(there)));
      }),
    );
  });
});

describe('days', () => {
  test('a year and a month end with their last day', () => {
    expect(lastDayOf('2025')).toBe(lastDayOf('2025-12-31'));
    expect(lastDayOf('2024-02')).toBe(lastDayOf('2024-02-29'));
    expect(firstDayOf('2025')).toBe(firstDayOf('2025-01-01'));
    expect(lastDayOf('')).toBeNull();
    expect(lastDayOf('soon')).toBeNull();
  });
  test('the share of a span is between 0 and 1, and none without a length', () => {
    expect(elapsedShare(0, 100, 25)).toBe(0.25);
    expect(elapsedShare(0, 100, -5)).toBe(0);
    expect(elapsedShare(0, 100, 400)).toBe(1);
    expect(elapsedShare(5, 5, 5)).toBeNull();
    expect(elapsedShare(null, 5, 5)).toBeNull();
  });
});

describe('which way is better', () => {
  test('the plan says it, else the definition, else the way to the target', () => {
    expect(betterWay('up', 'down', 1, 2).direction).toBe('up');
    expect(betterWay(null, 'down', 1, 2)).toEqual({ direction: 'down', isAgainst: true });
    expect(betterWay(null, 'show', 1, 2)).toEqual({ direction: 'up', isAgainst: false });
    expect(betterWay(null, null, 1, 1)).toEqual({ direction: null, isAgainst: false });
  });
});
