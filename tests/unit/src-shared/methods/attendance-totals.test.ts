import { describe, expect, test } from 'vitest';
import { attendanceTotals } from '#shared/methods/attendance-totals.ts';
import { fc } from '../../../property-cases.ts';

const people = (women: number, men: number, unsaid = 0) =>
  [...Array(women).fill('woman'), ...Array(men).fill('man'), ...Array(unsaid).fill(undefined)].map((gender) => ({
    attributes: gender ? { gender } : {},
    stakeholderId: null,
    residentGroups: [],
  }));

describe('totals of a list', () => {
  test('those who did not say come last and are counted', () => {
    expect(attendanceTotals(people(12, 9, 2), 'gender', null)).toEqual([
      { value: 'woman', count: 12 },
      { value: 'man', count: 9 },
      { value: '', count: 2 },
    ]);
  });

  test('a small number is hidden, and with it the one that would tell it', () => {
    expect(attendanceTotals(people(12, 9, 2), 'gender', 5)).toEqual([
      { value: 'woman', count: 12 },
      { value: 'man', count: null },
      { value: '', count: null },
    ]);
    expect(attendanceTotals(people(12, 3), 'gender', 5).map(({ count }) => count)).toEqual([null, null]);
  });

  test('nothing is hidden where nothing is small', () => {
    expect(attendanceTotals(people(6, 5), 'gender', 5).map(({ count }) => count)).toEqual([6, 5]);
  });

  test('no single hidden number can be worked out from the total', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(20), (women, men, unsaid) => {
        const hidden = attendanceTotals(people(women, men, unsaid), 'gender', 5).filter(({ count }) => count === null);
        const shown = attendanceTotals(people(women, men, unsaid), 'gender', 5).flatMap(({ count }) => count ?? []);
        expect(shown.every((count) => count >= 5)).toBe(true);
        // With one value only, its number is the total itself.
        if (hidden.length === 1) expect(shown).toEqual([]);
      }),
    );
  });

  test('resident groups overlap: everybody counts in each of theirs', () => {
    const list = [{ attributes: {}, stakeholderId: null, residentGroups: ['women' as const, 'youth' as const] }];
    expect(attendanceTotals(list, 'residentGroup', null)).toEqual([
      { value: 'women', count: 1 },
      { value: 'youth', count: 1 },
    ]);
  });
});
