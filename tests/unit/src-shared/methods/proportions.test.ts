import { describe, expect, test } from 'vitest';
import { differenceOfShares, proportionOf } from '#shared/methods/proportions.ts';
import { fc } from '../../../property-cases.ts';

const percents = (hits: number, total: number) => {
  const share = proportionOf(hits, total);
  return share && [share.low, share.high].map((value) => Number((value * 100).toFixed(2)));
};
const proportionDifference = (a: { hits: number; total: number }, b: { hits: number; total: number }) => {
  const [first, second] = [proportionOf(a.hits, a.total), proportionOf(b.hits, b.total)];
  return first && second ? differenceOfShares(first, second) : null;
};
const counts = fc.integer({ min: 1, max: 5000 }).chain((total) => fc.record({ total: fc.constant(total), hits: fc.integer({ min: 0, max: total }) }));

describe('shares of small samples (Wilson)', () => {
  test('WI-1: 0 of 12', () => expect(percents(0, 12)).toEqual([0, 24.25]));
  test('WI-2: 7 of 12', () => expect(percents(7, 12)).toEqual([31.95, 80.67]));
  test('WI-3: 1 of 30 stays above zero', () => expect(percents(1, 30)).toEqual([0.59, 16.67]));
  test('VIC-1: 62 of 400, and 24 of 62', () => {
    expect(percents(62, 400)).toEqual([12.28, 19.37]);
    expect(percents(24, 62)).toEqual([27.58, 51.15]);
  });
  test('an empty sample has no share', () => expect(proportionOf(0, 0)).toBeNull());

  test('the interval holds the share, stays between 0 and 1, and mirrors its opposite', () => {
    fc.assert(
      fc.property(counts, ({ hits, total }) => {
        const share = proportionOf(hits, total);
        const opposite = proportionOf(total - hits, total);
        if (!share || !opposite) throw new Error('expected both');
        expect(share.low).toBeGreaterThanOrEqual(0);
        expect(share.high).toBeLessThanOrEqual(1);
        expect(share.low).toBeLessThanOrEqual(share.value);
        expect(share.high).toBeGreaterThanOrEqual(share.value);
        expect(share.low).toBeCloseTo(1 - opposite.high, 12);
      }),
    );
  });
});

describe('the difference of two shares (Newcombe)', () => {
  test('NC-1: 18 of 40 and 30 of 42', () => {
    const difference = proportionDifference({ hits: 18, total: 40 }, { hits: 30, total: 42 });
    expect([difference?.value, difference?.low, difference?.high].map((value) => Number(value?.toFixed(4)))).toEqual([-0.2643, -0.4472, -0.051]);
  });
  test('WSA-4: women 14 of 20, men 3 of 18', () => {
    const difference = proportionDifference({ hits: 14, total: 20 }, { hits: 3, total: 18 });
    expect([difference?.value, difference?.low, difference?.high].map((value) => Number(value?.toFixed(4)))).toEqual([0.5333, 0.219, 0.722]);
  });
  test('turned round it changes its sign', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const one = proportionDifference(a, b);
        const other = proportionDifference(b, a);
        expect(one?.value).toBeCloseTo(-(other?.value ?? 0), 12);
        expect(one?.low).toBeCloseTo(-(other?.high ?? 0), 12);
      }),
    );
  });
});
