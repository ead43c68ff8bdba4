import { describe, expect, it } from 'vitest';
import { columnLetter, linesOf, placeOf } from '#main/exports/workbook/sheet-table.ts';
import { sheetName, sheetReference } from '#main/exports/workbook/workbook-look.ts';

describe('places in a workbook', () => {
  it('letters columns as Excel does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  it('names the range of a column for formulas and charts', () => {
    expect(placeOf("Mayor's", 3, 2).range(1)).toBe("'Mayor''s'!$B$4:$B$6");
  });
});

describe('the name of a sheet', () => {
  it('has no forbidden characters, at most 31 letters, and is distinct', () => {
    const taken = new Set<string>();
    expect(sheetName("'Areas [all]: a/b?'", taken)).toBe('Areas all a b');
    expect(sheetName('x'.repeat(40), taken)).toHaveLength(31);
    expect(sheetName('X'.repeat(40), taken)).toBe(`${'X'.repeat(29)} 2`);
    expect(sheetName('???', taken)).toBe('Sheet');
    expect(sheetReference("Mayor's list")).toBe("'Mayor''s list'");
  });
});

describe('lines of a wrapped text', () => {
  it('breaks between words and cuts what is longer than a line', () => {
    expect(linesOf('', 20)).toBe(1);
    expect(linesOf('one two', 20)).toBe(1);
    expect(linesOf('one\ntwo', 20)).toBe(2);
    expect(linesOf('word '.repeat(10).trim(), 20)).toBe(3);
    expect(linesOf('x'.repeat(100), 20)).toBeGreaterThanOrEqual(5);
  });
});
