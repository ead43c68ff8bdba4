import { describe, expect, it } from 'vitest';
import { heapingOf } from '#main/engine/quality/heaping.ts';
import { monthRows } from '#main/engine/quality/months.ts';
import { fc } from '../../../../property-cases.ts';

const hours = (changes: Record<number, number>, usual = 100) => Array.from({ length: 24 }, (_, hour) => changes[hour] ?? usual);

describe('heaping of hours and days', () => {
  it('is seen where noon or midnight bears far more than the hours beside it', () => {
    expect(heapingOf(hours({ 12: 300 }), 0, 0)).toMatchObject({ isHeaped: true, noonShare: 300 / 2600, firstOfMonthShare: null });
    expect(heapingOf(hours({ 0: 300 }), 0, 0)).toMatchObject({ isHeaped: true });
    expect(heapingOf(hours({ 15: 300 }), 0, 0)).toMatchObject({ isHeaped: false });
  });

  it('is not seen in a quiet rise towards noon, or in a handful of rows', () => {
    expect(heapingOf(hours({ 11: 140, 12: 160, 13: 140 }), 0, 0)?.isHeaped).toBe(false);
    expect(heapingOf(hours({ 12: 8 }, 1), 0, 0)?.isHeaped).toBe(false);
  });

  it('is seen on the first of the month', () => {
    expect(heapingOf(hours({}), 33, 1000)?.isHeaped).toBe(false);
    expect(heapingOf(hours({}), 80, 1000)?.isHeaped).toBe(true);
  });

  it('says nothing without hours, and its shares add up', () => {
    expect(heapingOf(hours({}, 0), 0, 0)).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 24, maxLength: 24 }), (counts) => {
        const found = heapingOf(counts, 0, 1);
        const total = counts.reduce((sum, count) => sum + count, 0);
        expect(found === null).toBe(total === 0);
        if (found) expect(found.hours.reduce((sum, count) => sum + count, 0)).toBe(total);
      }),
    );
  });
});

describe('months', () => {
  it('without any row between others are gaps, and so is one with hardly any', () => {
    const months = monthRows(
      new Map([
        [202301, 100],
        [202302, 110],
        [202304, 10],
        [202305, 90],
      ]),
    );
    expect(months).toEqual([
      { month: '2023-01', count: 100, isGap: false },
      { month: '2023-02', count: 110, isGap: false },
      { month: '2023-03', count: 0, isGap: true },
      { month: '2023-04', count: 10, isGap: true },
      { month: '2023-05', count: 90, isGap: false },
    ]);
  });

  it('of stray years before are shown and not judged', () => {
    const months = monthRows(
      new Map([
        [199806, 1],
        [202312, 500],
        [202401, 480],
        [202402, 510],
      ]),
    );
    expect(months.map(({ month, isGap }) => `${month} ${isGap}`)).toEqual(['1998-06 false', '2023-12 false', '2024-01 false', '2024-02 false']);
  });

  it('keep every row that there is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('202212', '202301', '202307', '202403'), fc.integer({ min: 1, max: 99 })), (counts) => {
        const rows = monthRows(new Map(Object.entries(counts).map(([month, count]) => [Number(month), count])));
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
        expect(rows.map(({ month }) => month)).toEqual(rows.map(({ month }) => month).toSorted());
      }),
    );
  });
});
