import { describe, expect, test } from 'vitest';
import { type HiddenTable, hideInList, hideInTable, isSmall, roundedToBase, shownCount } from '#shared/methods/disclosure.ts';
import { cellRange } from '#shared/methods/disclosure-range.ts';
import { cases, fc } from '../../../property-cases.ts';

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
    const { hiding, isSafe } = hideInTable(example, 5);
    expect(isSafe).toBe(true);
    expect(hiding).toEqual([
      ['protects', 'small', null],
      ['protects', 'protects', null],
      [null, null, null],
    ]);
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
    const table = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })).chain(([rows, columns]) =>
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
      { numRuns: cases(80) },
    );
  });
});

describe('hiding small totals too', () => {
  const hide = (counts: number[][]) => hideInTable(counts, 5, { smallTotals: 'hidden' });

  test('a line with one small number beside zeros is protected by hiding its total', () => {
    const { hiding, rowTotals, columnTotals, isSafe } = hide([
      [3, 0],
      [12, 30],
      [40, 50],
    ]);
    expect(isSafe).toBe(true);
    expect(hiding[0]).toEqual(['small', null]);
    expect(rowTotals[0]).toBe('small');
    // Another row gives its cell and its total, so that neither the column nor the grand total tells.
    expect([hiding[1]?.[0], rowTotals[1]]).toEqual(['protects', 'protects']);
    expect(columnTotals).toEqual([null, null]);
  });

  test('without small totals nothing changes', () => {
    const { hiding, rowTotals, columnTotals } = hide(example);
    expect(hiding).toEqual(hideInTable(example, 5).hiding);
    expect([...rowTotals, ...columnTotals]).toEqual([null, null, null, null, null, null]);
  });

  test('a table that is nothing but one small number cannot be told', () => expect(hide([[3]]).isSafe).toBe(false));

  test('whatever the table: no small cell and no small total can be worked out by trying all tables that fit', () => {
    const small = fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(small, (counts) => {
        const threshold = 3;
        const plan = hideInTable(counts, threshold, { smallTotals: 'hidden' });
        if (!plan.isSafe) return;
        const fitting = tablesThatFit(counts, plan);
        for (const [r, row] of counts.entries()) {
          for (const [c, count] of row.entries())
            if (isSmall(count, threshold)) expect(spread(fitting.map((table) => table[r]?.[c] ?? 0))).toBeGreaterThanOrEqual(threshold);
          const total = (table: number[][]) => (table[r] ?? []).reduce((sum, value) => sum + value, 0);
          if (isSmall(total(counts), threshold)) expect(spread(fitting.map(total))).toBeGreaterThanOrEqual(threshold);
        }
      }),
      { numRuns: cases(60) },
    );
  });
});

const spread = (values: number[]) => Math.max(...values) - Math.min(...values);

/** Every table of non-negative counts that agrees with all that the plan publishes: the long way round. */
function tablesThatFit(counts: number[][], plan: HiddenTable): number[][][] {
  const width = counts[0]?.length ?? 0;
  const sumOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  const columnOf = (table: number[][], c: number) => sumOf(table.map((row) => row[c] ?? 0));
  const grand = sumOf(counts.flat());
  const found: number[][][] = [];
  const table = counts.map((row, r) => row.map((count, c) => (plan.hiding[r]?.[c] ? 0 : count)));
  const open = counts.flatMap((row, r) => row.flatMap((_, c) => (plan.hiding[r]?.[c] ? [{ r, c }] : [])));
  const fits = () =>
    sumOf(table.flat()) === grand &&
    table.every((row, r) => plan.rowTotals[r] || sumOf(row) === sumOf(counts[r] ?? [])) &&
    Array.from({ length: width }, (_, c) => c).every((c) => plan.columnTotals[c] || columnOf(table, c) === columnOf(counts, c));
  const fill = (place: number, left: number): void => {
    const cell = open[place];
    const line = cell && table[cell.r];
    if (!cell || !line) {
      if (fits()) found.push(structuredClone(table));
      return;
    }
    for (let value = 0; value <= left; value++) {
      line[cell.c] = value;
      fill(place + 1, left - value);
    }
    line[cell.c] = 0;
  };
  fill(0, grand - sumOf(table.flat()));
  return found;
}

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

test('DC-2: rounding to base 5, half up', () => expect([2, 3, 12, 13].map((count) => roundedToBase(count, 5))).toEqual([0, 5, 10, 15]));

describe('a list with thresholds of its own and earlier releases', () => {
  test('a sensitive count needs more in the sum', () => {
    expect(hideInList([7, 40, 60], [10, 5, 5]).hiding).toEqual(['small', 'protects', null]);
    expect(hideInList([7, 40, 60], 5).hiding).toEqual([null, null, null]);
  });
  test('what readers know protects nothing, what was hidden stays hidden, what is nearly known is protected', () => {
    expect(hideInList([3, 8, 60], 5, [null, 'known', null]).hiding).toEqual(['small', null, 'protects']);
    expect(hideInList([9, 8, 60], 5, ['kept', null, null]).hiding).toEqual(['protects', null, null]);
    expect(hideInList([9, 8, 60], 5, ['released', null, null]).hiding).toEqual(['released', 'protects', null]);
  });
});
