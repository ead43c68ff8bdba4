import { describe, expect, test } from 'vitest';
import type { Quadrant } from '#shared/domain/stakeholders.ts';
import { decidedGridPlace, gridPlaceOf, possibleQuadrants } from '#shared/methods/power-interest.ts';
import { fc } from '../../../property-cases.ts';

const median = fc.integer({ min: 2, max: 10 }).map((half) => half / 2);

describe('the power-interest grid', () => {
  test.each([
    [4, 4, 'work-closely'],
    [3.5, 2.5, 'keep-satisfied'],
    [2, 5, 'protect-and-inform'],
    [1, 1, 'watch'],
    [3, 5, 'on-the-line'],
    [5, 3, 'on-the-line'],
    [null, 5, 'not-rated'],
    [5, null, 'not-rated'],
  ] as const)('power %s and interest %s: %s', (power, interest, place) => {
    expect(gridPlaceOf(power, interest)).toBe(place);
  });

  test('a body on the line stands between the fields on either side of it, and nowhere else', () => {
    expect(possibleQuadrants(3, 5)).toEqual(['work-closely', 'protect-and-inform']);
    expect(possibleQuadrants(5, 3)).toEqual(['work-closely', 'keep-satisfied']);
    expect(new Set(possibleQuadrants(3, 3)).size).toBe(4);
    expect(possibleQuadrants(4, 4)).toEqual(['work-closely']);
    expect(possibleQuadrants(null, 4)).toEqual([]);
  });

  test('the group’s decision counts on the line only, and only for a field beside it', () => {
    expect(decidedGridPlace(3, 5, 'protect-and-inform')).toEqual({ gridPlace: 'protect-and-inform', isDecided: true });
    expect(decidedGridPlace(3, 5, 'watch')).toEqual({ gridPlace: 'on-the-line', isDecided: false });
    expect(decidedGridPlace(4, 5, 'protect-and-inform')).toEqual({ gridPlace: 'work-closely', isDecided: false });
    expect(decidedGridPlace(3, 3, '')).toEqual({ gridPlace: 'on-the-line', isDecided: false });
  });

  test('whatever was decided, a body off the line stands where its medians say', () => {
    fc.assert(
      fc.property(
        median,
        median,
        fc.constantFrom<Quadrant | ''>('work-closely', 'keep-satisfied', 'protect-and-inform', 'watch', ''),
        (power, interest, decided) => {
          const place = gridPlaceOf(power, interest);
          fc.pre(place !== 'on-the-line');
          expect(decidedGridPlace(power, interest, decided)).toEqual({ gridPlace: place, isDecided: false });
        },
      ),
    );
  });
});
