import { describe, expect, it } from 'vitest';
import { firstRowsOf } from '#main/imports/tables/first-rows.ts';

const row = (number: number, ...cells: string[]) => ({ row: number, cells });

describe('the first rows as they stand in the file', () => {
  it('keeps the place of rows that hold nothing', () => {
    expect(firstRowsOf([row(1, 'Title'), row(4, 'a', 'b'), row(5, '1', '2')], 4)).toEqual([['Title'], [], [], ['a', 'b'], ['1', '2']]);
  });

  it('shows at most 25 rows, and some below a header that stands further down', () => {
    const rows = Array.from({ length: 200 }, (_, index) => row(index + 1, `${index + 1}`));
    expect(firstRowsOf(rows, 1)).toHaveLength(25);
    expect(firstRowsOf(rows, 40)).toHaveLength(48);
    expect(firstRowsOf(rows, 190)).toHaveLength(100);
  });

  it('cuts long cells and wide rows', () => {
    const [cells = []] = firstRowsOf([row(1, 'x'.repeat(500), ...Array.from({ length: 100 }, () => 'y'))], 1);
    expect(cells).toHaveLength(60);
    expect(cells[0]).toHaveLength(120);
  });
});
