import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideInList, hideInTable, isSmall, shownCount } from '#shared/methods/disclosure.ts';
import { cellRange } from '#shared/methods/disclosure-range.ts';

const example = [
  [12, 3, 20],
  [15, 8, 9],
  [30, 14, 25],
];
const hidden = (cells: string) => (r: number, c: number) => cells.split(' ').includes(`${r}${c}`);
const range = (counts: number[][], cells: string, r: number, c: number) => Object.values(cellRange(counts, hidden(cells), r, c));

describe('what a reader can work out about a hidden cell', () => {
  test('DC-1: the four hidden cells each keep a range', () => {
    const cells = '01 00 10 11';
    expect(range(example, cells, 0, 1)).toEqual([0, 11]);
    expect(range(example, cells, 0, 0)).toEqual([4, 15]);
    expect(range(example, cells, 1, 0)).toEqual([12, 23]);
    expect(range(example, cells, 1, 1)).toEqual([0, 11]);
  });
  test('DC-1: hiding 12 alone reveals 3', () => expect(range(example, '01 00', 0, 1)).toEqual([3, 3]));
  test('a published cell is what it is', () => expect(range(example, '01', 2, 2)).toEqual([25, 25]));
  test('three cells in a ring of six also protect each other', () => {
    const ring = [
      [7, 2, 90],
      [90, 6, 5],
      [8, 90, 4],
    ];
    expect(range(ring, '00 01 11 12 22 20', 0, 1)).toEqual([0, 6]);
  });
});

describe('hiding small numbers in a table whose totals are shown', () => {
  test('DC-1: hides 3, and 12, 15 and 8 to protect it', () => {
    expect(hideInTable(example, 5)).toEqual({
      isSafe: true,
      hiding: [
        ['protects', 'small', null],
        ['protects', 'protects', null],
        [null, null, null],
      ],
    });
  });
  test('a table without small numbers stays whole, zeros included', () => {
    expect(
      hideInTable(
        [
          [0, 5],
          [9, 0],
        ],
        5,
      ).hiding.flat(),
    ).toEqual([null, null, null, null]);
  });
  test('where nothing can protect a number the table says so', () => {
    expect(hideInTable([[3, 20]], 5).isSafe).toBe(false);
    expect(
      hideInTable(
        [
          [3, 0],
          [0, 20],
        ],
        5,
      ).isSafe,
    ).toBe(false);
  });
  test('whatever the table: if it calls itself safe, every small number keeps a range as wide as the threshold and no line hides just one cell', () => {
    const table = fc
      .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 60 })), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(5, 10), (counts, threshold) => {
        const { hiding, isSafe } = hideInTable(counts, threshold);
        const isHidden = (r: number, c: number) => hiding[r]?.[c] !== null;
        for (const [r, row] of counts.entries()) {
          for (const [c, count] of row.entries()) {
            expect(isSmall(count, threshold)).toBe(hiding[r]?.[c] === 'small');
            if (!isSafe || !isSmall(count, threshold)) continue;
            const { low, high } = cellRange(counts, isHidden, r, c);
            expect(high - low).toBeGreaterThanOrEqual(threshold);
            expect(row.filter((_, other) => isHidden(r, other)).length).toBeGreaterThan(1);
            expect(counts.filter((_, other) => isHidden(other, c)).length).toBeGreaterThan(1);
          }
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('hiding small numbers in a list whose total is shown', () => {
  test('the next smallest goes with a small one', () => expect(hideInList([3, 40, 12], 5)).toEqual({ hiding: ['small', null, 'protects'], isSafe: true }));
  test('two that together are still small need a third', () => expect(hideInList([1, 1, 30, 7], 5).hiding).toEqual(['small', 'small', null, 'protects']));
  test('zeros stay', () => expect(hideInList([0, 0, 9], 5)).toEqual({ hiding: [null, null, null], isSafe: true }));
  test('a single small number with nothing beside it cannot be protected', () => expect(hideInList([3, 0], 5).isSafe).toBe(false));
  test('a safe list never hides a single number, and what is hidden adds up to the threshold at least', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }), fc.constantFrom(3, 5, 10), (counts, threshold) => {
        const { hiding, isSafe } = hideInList(counts, threshold);
        const gone = counts.filter((_, index) => hiding[index] !== null);
        if (gone.length === 0) return;
        if (isSafe) expect(gone.length > 1 && gone.reduce((sum, count) => sum + count, 0) >= threshold).toBe(true);
        expect(counts.every((count, index) => !isSmall(count, threshold) || hiding[index] === 'small')).toBe(true);
      }),
    );
  });
});

test('a single count: 1 to 4 are hidden, zero and 5 are shown', () => {
  expect([0, 1, 4, 5].map((count) => shownCount(count, 5))).toEqual([0, null, null, 5]);
});
