import { describe, expect, test } from 'vitest';
import { firstPlaces, leadingShares, localScore, optionValues, weightRanges, weightsOfSwings } from '#shared/methods/multi-criteria.ts';
import { randomSource } from '#shared/methods/random-source.ts';
import { fc } from '../../../property-cases.ts';

const mc1 = {
  swings: [100, 60, 40],
  scores: [
    [80, 20, 60],
    [50, 90, 40],
    [30, 60, 100],
  ],
};

describe('MC-1', () => {
  const weights = weightsOfSwings(mc1.swings) ?? [];

  test('swings become weights, scores become values', () => {
    expect(weights).toEqual([0.5, 0.3, 0.2]);
    expect(optionValues(mc1.scores, weights).map((value) => Math.round((value ?? 0) * 1e9) / 1e9)).toEqual([58, 60, 53]);
  });

  test('the second option stays first within these weights', () => {
    const [first, second, third] = weightRanges(mc1.scores, weights);
    expect(first?.low).toBeCloseTo(0.2308, 4);
    expect(first?.high).toBeCloseTo(0.5312, 3);
    expect([first?.lowNext, first?.highNext]).toEqual([2, 0]);
    expect(second?.low).toBeCloseTo(0.2794, 4);
    expect([second?.high, second?.highNext]).toEqual([1, null]);
    expect([third?.low, third?.lowNext]).toEqual([0, null]);
    expect(third?.high).toBeCloseTo(0.2727, 4);
  });

  test('shares of random weight sets are those of the reference, within two points, and the same for the same seed', () => {
    const shares = leadingShares(mc1.scores, 20_000, randomSource(20261122).next);
    for (const [place, expected] of [23.6, 34.7, 41.7].entries()) expect(Math.abs((shares[place] ?? 0) * 100 - expected)).toBeLessThan(2);
    expect(leadingShares(mc1.scores, 20_000, randomSource(20261122).next)).toEqual(shares);
  });
});

describe('the scale of a criterion', () => {
  test('its two ends say which way is better', () => {
    expect(localScore(30_000, 40_000, 0)).toBe(25);
    expect(localScore(30, 0, 40)).toBe(75);
  });

  test('a value beyond an end is not clamped', () => {
    expect(localScore(50, 0, 40)).toBe(125);
    expect(localScore(-10, 0, 40)).toBe(-25);
  });

  test('without a value, an end, or a distance between the ends there is no score', () => {
    expect([localScore(null, 0, 1), localScore(1, null, 1), localScore(1, 0, null), localScore(1, 2, 2)]).toEqual([null, null, null, null]);
  });
});

describe('what is missing', () => {
  test('all swings 0, or none given, are no weights at all', () => {
    expect(weightsOfSwings([0, 0])).toBeNull();
    expect(weightsOfSwings([null, null])).toBeNull();
    expect(weightsOfSwings([])).toBeNull();
  });

  test('an option with a missing score is not ranked, unless the criterion carries no weight', () => {
    expect(optionValues([[10, null]], [0.5, 0.5])).toEqual([null]);
    expect(optionValues([[10, null]], [1, 0])).toEqual([10]);
    expect(firstPlaces([null, 3, 3 + 1e-12, 1])).toEqual([1, 2]);
    expect(
      leadingShares(
        [
          [10, null],
          [1, 1],
        ],
        10,
        randomSource(1).next,
      ),
    ).toEqual([null, 1]);
  });

  test('one criterion with all the weight has no range, nor have options that are level', () => {
    expect(weightRanges([[10], [20]], [1])).toEqual([null]);
    expect(
      weightRanges(
        [
          [10, 20],
          [20, 10],
        ],
        [0.5, 0.5],
      ),
    ).toEqual([null, null]);
  });
});

test('inside its range the first option leads, just beyond an end another does', () => {
  const score = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(score, score, score), { minLength: 2, maxLength: 6 }),
      fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 })),
      fc.nat(2),
      (scores, swings, criterion) => {
        const weights = weightsOfSwings(swings) ?? [];
        const [first] = firstPlaces(optionValues(scores, weights));
        const range = weightRanges(scores, weights)[criterion];
        if (!range || first === undefined) return;
        const at = (own: number) => weights.map((weight, place) => (place === criterion ? own : (weight / (1 - (weights[criterion] ?? 0))) * (1 - own)));
        const leads = (own: number) => firstPlaces(optionValues(scores, at(own))).includes(first);
        expect(range.low).toBeLessThanOrEqual((weights[criterion] ?? 0) + 1e-9);
        expect(range.high).toBeGreaterThanOrEqual((weights[criterion] ?? 0) - 1e-9);
        expect(leads((range.low + range.high) / 2)).toBe(true);
        if (range.highNext !== null && range.high + 1e-4 < 1) expect(leads(range.high + 1e-4)).toBe(false);
        if (range.lowNext !== null && range.low - 1e-4 > 0) expect(leads(range.low - 1e-4)).toBe(false);
      },
    ),
  );
});
