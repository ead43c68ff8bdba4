import { describe, expect, test } from 'vitest';
import { bordaPoints } from '#shared/methods/borda.ts';
import { equalGroupPoints, groupAgreement, groupDivergence, groupsToShow } from '#shared/methods/group-comparison.ts';
import { fc } from '../../../property-cases.ts';

const options = ['A', 'B', 'C', 'D'];
const times = (count: number, places: string) =>
  Array.from({ length: count }, () => Object.fromEntries([...places].map((place, index) => [options[index] ?? '', Number(place)])));
const women = [...times(6, '1234'), ...times(3, '2134')];
const men = [...times(4, '4321'), ...times(2, '3412')];
const meanPoints = (ballots: Parameters<typeof bordaPoints>[0]) => bordaPoints(ballots, options).map((points) => points / ballots.length);
const rounded = (values: readonly (number | null)[]) => values.map((value) => Number(value?.toFixed(3)));

describe('GR-1: nine women and six men', () => {
  const points = [meanPoints(women), meanPoints(men)];
  test('mean points of each group, pooled, and with every group weighing the same: the winner changes', () => {
    expect(points.map(rounded)).toEqual([
      [2.667, 2.333, 1, 0],
      [0.333, 0.667, 2.333, 2.667],
    ]);
    expect(rounded(meanPoints([...women, ...men]))).toEqual([1.733, 1.667, 1.533, 1.067]);
    expect(rounded(equalGroupPoints(points))).toEqual([1.5, 1.5, 1.667, 1.333]);
  });
  test('the two groups turn the order round', () => {
    expect(groupAgreement(points[0] ?? [], points[1] ?? [])).toBeCloseTo(-1, 12);
    expect(rounded(groupDivergence(points))).toEqual([2.333, 1.667, 1.333, 2.667]);
  });
});

describe('what is not there', () => {
  test('options that a group did not speak of stay out of its comparison', () => {
    expect(groupAgreement([1, null], [2, 3])).toEqual({ undefined: 'too-few' });
    expect(
      equalGroupPoints([
        [1, null],
        [3, null],
      ]),
    ).toEqual([2, null]);
    expect(
      groupDivergence([
        [1, 2],
        [3, null],
      ]),
    ).toEqual([2, null]);
    expect(equalGroupPoints([])).toEqual([]);
  });
});

describe('which groups are shown', () => {
  const shown = (sizes: number[], smallest = 5) => groupsToShow(sizes, (size) => size, smallest);
  test('all, where none is small', () => expect(shown([9, 6])).toEqual({ shown: [9, 6], merged: [] }));
  test('one small group takes the next smallest with it', () => expect(shown([9, 3, 6, 12])).toEqual({ shown: [9, 12], merged: [3, 6] }));
  test('two that are small together are no longer small', () => expect(shown([9, 3, 4])).toEqual({ shown: [9], merged: [3, 4] }));
  test('no division of which only one part would be left', () => {
    expect(shown([9, 3])).toBeNull();
    expect(shown([2, 2])).toBeNull();
    expect(shown([12])).toBeNull();
    expect(shown([12, 0])).toBeNull();
  });
  test('the hidden groups’ figures cannot be worked out from what is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 8 }), fc.integer({ min: 3, max: 10 }), (sizes, smallest) => {
        const found = shown(sizes, smallest);
        if (!found) return;
        for (const size of found.shown) expect(size).toBeGreaterThanOrEqual(smallest);
        // All that the total less the shown groups tells is the sum of the merged ones.
        const rest = sizes.reduce((sum, size) => sum + size, 0) - found.shown.reduce((sum, size) => sum + size, 0);
        if (found.merged.length === 0) expect(rest).toBe(0);
        else {
          expect(found.merged.length).toBeGreaterThan(1);
          expect(rest).toBeGreaterThanOrEqual(smallest);
        }
        expect([...found.shown, ...found.merged].sort()).toEqual(sizes.filter((size) => size > 0).sort());
      }),
    );
  });
});
