import { describe, expect, test } from 'vitest';
import { representationOf, standingOf } from '#shared/methods/representation.ts';
import { fc } from '../../../property-cases.ts';

describe('who is present against the city', () => {
  test('12 women of 40 where half of the city are women: fewer, and the interval says how surely', () => {
    const ratio = representationOf({ group: 12, all: 40 }, 0.5);
    expect(ratio?.value).toBeCloseTo(0.6, 9);
    expect(ratio?.low).toBeCloseTo(0.3614, 3);
    expect(ratio?.high).toBeCloseTo(0.9086, 3);
    expect(standingOf(12, ratio)).toBe('fewer');
  });

  test('a handful of people proves nothing either way', () => {
    expect(standingOf(2, representationOf({ group: 2, all: 8 }, 0.5))).toBe('as-many');
  });

  test('nobody is said as nobody, with or without a share of the city', () => {
    expect(standingOf(0, representationOf({ group: 0, all: 40 }, 0.1))).toBe('nobody');
    expect(standingOf(0, null)).toBe('nobody');
  });

  test('no ratio without people, without the city’s share, or where the city has none', () => {
    expect(representationOf({ group: 0, all: 0 }, 0.5)).toBeNull();
    expect(representationOf({ group: 5, all: 10 }, null)).toBeNull();
    expect(representationOf({ group: 5, all: 10 }, 0)).toBeNull();
    expect(standingOf(5, null)).toBe('unknown');
  });

  test('the ratio lies within its limits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (all, part, city) => {
          const ratio = representationOf({ group: Math.round(part * all), all }, city);
          expect(ratio && ratio.low <= ratio.value && ratio.value <= ratio.high).toBe(true);
        },
      ),
    );
  });
});
