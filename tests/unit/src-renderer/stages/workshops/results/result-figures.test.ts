import { describe, expect, test } from 'vitest';
import { dotLanes, placeIn, reachOf } from '#renderer/stages/workshops/results/result-figures.ts';
import { fc } from '../../../../../property-cases.ts';

describe('the picture of a result', () => {
  test('marks that would hide each other get lanes of their own', () => {
    expect(dotLanes([0.5, 0.51, 0.9])).toEqual([0, 1, 0]);
    expect(dotLanes([null, 0.2, 0.2, 0.2])).toEqual([0, 0, 1, 2]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), (reaches) => {
        const lanes = dotLanes(reaches);
        for (const [a, first] of reaches.entries()) {
          for (const [b, second] of reaches.entries()) if (a < b && lanes[a] === lanes[b]) expect(Math.abs(first - second)).toBeGreaterThanOrEqual(0.05);
        }
      }),
    );
  });

  test('a bar is as long as its part of the scale, and nothing where there is no figure', () => {
    expect(reachOf(3, { low: 1, high: 5 })).toBe(0.5);
    expect(reachOf(null, { low: 0, high: 1 })).toBe(0);
    expect(reachOf(7, { low: 0, high: 5 })).toBe(1);
  });

  test('a shared place is named by how many are ahead', () => {
    const figures = [1, 2.5, 2.5, null].map((rank) => ({ rank, facet: '' as const })) as unknown as Parameters<typeof placeIn>[0];
    expect(figures.map((_, index) => placeIn(figures, index))).toEqual([
      { place: 1, isShared: false },
      { place: 2, isShared: true },
      { place: 2, isShared: true },
      null,
    ]);
  });
});
