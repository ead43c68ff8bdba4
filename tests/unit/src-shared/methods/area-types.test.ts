import { describe, expect, test } from 'vitest';
import { areaTypes } from '#shared/methods/area-types.ts';
import { heapedHours } from '#shared/methods/week-hours.ts';
import { cases, fc } from '../../../property-cases.ts';
import { known } from './known.ts';

/** Twelve areas: six calm, three with much violence, three with much theft. */
const rates = [
  ...Array.from({ length: 6 }, (_, i) => [10 + i, 20 + i]),
  ...Array.from({ length: 3 }, (_, i) => [90 + i, 22 + i]),
  ...Array.from({ length: 3 }, (_, i) => [12 + i, 180 + i]),
];

describe('types of areas', () => {
  test('areas alike come together, and each type says what makes it', () => {
    const found = known(areaTypes(rates, null, 11));
    expect(found.types.map((type) => type.members)).toEqual([
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8],
      [9, 10, 11],
    ]);
    expect(found.types[1]?.telling[0]).toMatchObject({ feature: 0, isHigh: true });
    expect(found.types[2]?.telling[0]).toMatchObject({ feature: 1, isHigh: true });
    expect(found.separation).toBeGreaterThan(0.7);
  });
  test('the same seed gives the same types', () => expect(areaTypes(rates, 3, 5)).toEqual(areaTypes(rates, 3, 5)));
  test('too few areas and areas without difference have no types', () => {
    expect(areaTypes(rates.slice(0, 7), 2, 1)).toEqual({ undefined: 'too-few' });
    expect(areaTypes(new Array(9).fill([4, 4]), null, 1)).toEqual({ undefined: 'no-variation' });
  });
  test('every area has one type, and the unit of the rates does not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })), { minLength: 8, maxLength: 25 }), (list) => {
        const found = areaTypes(list, 3, 1);
        if ('undefined' in found) return;
        expect(found.types.flatMap((type) => type.members).toSorted((a, b) => a - b)).toEqual([...list.keys()]);
        for (const [area, label] of found.labels.entries()) expect(found.types[label]?.members).toContain(area);
        const scaled = known(
          areaTypes(
            list.map(([a, b]) => [a * 8, b * 0.25]),
            3,
            1,
          ),
        );
        expect(scaled.labels).toEqual(found.labels);
      }),
      { numRuns: cases(30) },
    );
  });
});

describe('clock heaping', () => {
  const even = new Array<number>(24).fill(30);
  test('an even day has none; a noon far above its neighbours was filled in', () => {
    expect(heapedHours(even)).toEqual([]);
    expect(heapedHours(even.with(12, 200).with(0, 70))).toEqual([
      { hour: 0, count: 70, beside: 30 },
      { hour: 12, count: 200, beside: 30 },
    ]);
  });
  test('a handful says nothing, and a busy evening is no heap', () => {
    expect(heapedHours(new Array<number>(24).fill(0).with(0, 5))).toEqual([]);
    expect(heapedHours(even.with(20, 500))).toEqual([]);
  });
});
