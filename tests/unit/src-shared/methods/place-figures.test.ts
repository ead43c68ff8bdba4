import { describe, expect, test } from 'vitest';
import { harmIndex, harmPerThousand } from '#shared/methods/harm-index.ts';
import { locationQuotient } from '#shared/methods/location-quotient.ts';
import { placeConcentration } from '#shared/methods/place-concentration.ts';
import { predictionAccuracy, recaptureRate } from '#shared/methods/prediction-accuracy.ts';
import { pooledRateOf, rateOf } from '#shared/methods/rates.ts';
import { fc } from '../../../property-cases.ts';
import { known } from './known.ts';

describe('did hot places stay hot', () => {
  const check = { laterInside: 120, later: 400, hotArea: 2.5, wholeArea: 50 };
  test('PAI-1: 120 of 400 later incidents in 2.5 of 50 km²', () => expect(known(predictionAccuracy(check))).toBeCloseTo(6, 12));
  test('without later incidents or hot cells there is no index', () => {
    expect(predictionAccuracy({ ...check, later: 0 })).toEqual({ undefined: 'no-later-cases' });
    expect(predictionAccuracy({ ...check, hotArea: 0 })).toEqual({ undefined: 'no-hot-cells' });
    expect(recaptureRate({ inside: 0, all: 10 }, { inside: 1, all: 10 })).toEqual({ undefined: 'no-hot-cells' });
    expect(recaptureRate({ inside: 5, all: 10 }, { inside: 0, all: 0 })).toEqual({ undefined: 'no-later-cases' });
  });
  test('the whole city scores 1, and no area scores above whole ÷ hot', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (later, hotArea, part) => {
          expect(known(predictionAccuracy({ laterInside: later, later, hotArea: 50, wholeArea: 50 }))).toBeCloseTo(1, 12);
          const index = known(predictionAccuracy({ laterInside: Math.floor(later * part), later, hotArea, wholeArea: 50 }));
          expect(index).toBeGreaterThanOrEqual(0);
          expect(index).toBeLessThanOrEqual(50 / hotArea + 1e-9);
        },
      ),
    );
  });
  test('the same share later as earlier recaptures 1, however many there are', () =>
    expect(known(recaptureRate({ inside: 30, all: 100 }, { inside: 90, all: 300 }))).toBeCloseTo(1, 12));
});

describe('location quotient', () => {
  test('LQ-1: 30 of 200 here against 400 of 8,000', () =>
    expect(known(locationQuotient({ count: 30, all: 200 }, { count: 400, all: 8000 }))).toBeCloseTo(3, 12));
  test('a kind that the city does not have, and a place without incidents, have none', () => {
    expect(locationQuotient({ count: 0, all: 200 }, { count: 0, all: 8000 })).toEqual({ undefined: 'not-in-city' });
    expect(locationQuotient({ count: 0, all: 0 }, { count: 400, all: 8000 })).toEqual({ undefined: 'no-cases' });
  });
  test('the quotients of a place, weighted with the shares of the city, make 1', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 900 })), { minLength: 1, maxLength: 8 }), (kinds) => {
        const here = kinds.reduce((sum, [count]) => sum + count, 0);
        const city = kinds.reduce((sum, [count, elsewhere]) => sum + count + elsewhere, 0);
        if (here === 0) return;
        const weighted = kinds.reduce(
          (sum, [count, elsewhere]) =>
            sum + known(locationQuotient({ count, all: here }, { count: count + elsewhere, all: city })) * ((count + elsewhere) / city),
          0,
        );
        expect(weighted).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('how few places hold how much', () => {
  test('LOR-1: two of ten places hold 60 %', () => {
    const found = known(placeConcentration([40, 20, 10, 8, 6, 5, 4, 3, 2, 2]));
    expect(found.fewestForHalf).toBe(2);
    expect(found.shareOfThose).toBeCloseTo(0.6, 12);
    expect(found.topShare).toBeCloseTo(0.4, 12);
    expect([found.gini, found.generalisedGini].map((gini) => gini.toFixed(3))).toEqual(['0.516', '0.516']);
  });
  test('five incidents, each in a place of its own among a hundred, do not concentrate', () => {
    const rare = known(placeConcentration([...new Array<number>(5).fill(1), ...new Array<number>(95).fill(0)]));
    expect(rare.gini).toBeCloseTo(0.95, 12);
    expect(rare.generalisedGini).toBeCloseTo(0, 12);
  });
  test('no incidents or no places: nothing to say', () => {
    expect(placeConcentration([0, 0])).toEqual({ undefined: 'no-cases' });
    expect(placeConcentration([])).toEqual({ undefined: 'no-cases' });
  });
  test('the curve rises from nothing to all above the diagonal; the order of places does not matter; alike places score 0', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 60 }), (counts) => {
        if (counts.every((count) => count === 0)) return;
        const { curve, gini, ...found } = known(placeConcentration(counts));
        expect(curve[0]).toEqual([0, 0]);
        expect(curve.at(-1)?.[1]).toBeCloseTo(1, 12);
        for (const [places, incidents] of curve) expect(incidents).toBeGreaterThanOrEqual(places - 1e-12);
        expect(gini).toBeGreaterThanOrEqual(-1e-12);
        expect(gini).toBeLessThan(1);
        expect(known(placeConcentration(counts.toReversed()))).toEqual({ curve, gini, ...found });
        expect(known(placeConcentration(counts.map(() => 3))).gini).toBeCloseTo(0, 12);
      }),
    );
  });
});

describe('harm by the city’s own weights', () => {
  const parts = [
    { count: 3, weight: 5475 },
    { count: 210, weight: 365 },
    { count: 1400, weight: 2 },
  ];
  test('HI-1: three offences, the commonest does the least harm', () => {
    const harm = known(harmIndex(parts));
    expect(harm.total).toBe(95_875);
    expect(harm.parts.map((part) => ((part.share ?? 0) * 100).toFixed(1))).toEqual(['17.1', '79.9', '2.9']);
    expect(((harm.parts[2]?.countShare ?? 0) * 100).toFixed(1)).toBe('86.8');
    expect(known(harmPerThousand(harm.total, 212_000)).toFixed(1)).toBe('452.2');
  });
  test('an offence without weight is unweighted, not harmless', () => {
    const harm = known(harmIndex([...parts, { count: 50, weight: null }]));
    expect(harm.parts[3]).toEqual({ harm: null, share: null, countShare: 50 / 1663 });
    expect([harm.weighted, harm.unweighted]).toEqual([1613, 50]);
    expect(harm.total).toBe(95_875);
    expect(harmIndex([{ count: 9, weight: null }])).toEqual({ undefined: 'no-weights' });
    expect(harmIndex([])).toEqual({ undefined: 'no-cases' });
    expect(harmPerThousand(10, null)).toEqual({ undefined: 'no-population' });
  });
  test('shares add up to one, and the order of weights’ unit does not matter for them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ count: fc.integer({ min: 1, max: 500 }), weight: fc.integer({ min: 1, max: 8000 }) }), { minLength: 1, maxLength: 12 }),
        (list) => {
          const harm = known(harmIndex(list));
          expect(harm.parts.reduce((sum, part) => sum + (part.share ?? 0), 0)).toBeCloseTo(1, 9);
          const weeks = known(harmIndex(list.map((part) => ({ ...part, weight: part.weight / 7 }))));
          for (const [i, part] of harm.parts.entries()) expect(weeks.parts[i]?.share).toBeCloseTo(part.share ?? 0, 9);
        },
      ),
    );
  });
});

describe('rate over several years', () => {
  test('pools cases over person-years; a year without population is left out with its cases', () => {
    expect(
      pooledRateOf([
        { count: 1, population: 50_000 },
        { count: 2, population: 35_000 },
        { count: 90, population: null },
      ]),
    ).toEqual(rateOf(3, 85_000));
    expect(pooledRateOf([{ count: 1, population: null }])).toBeNull();
    expect(pooledRateOf([])).toBeNull();
  });
});
