import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { safeCsv, withoutFormula } from '#main/exports/open-data/safe-csv.ts';
import { fc } from '../../../../property-cases.ts';

describe('a table for everybody', () => {
  test.each(['=1+1', '+39 06', '-2', '@SUM(A1)', '\t=1', ' =1', '\u200f=1', '＝1', '\r=1'])('no spreadsheet takes %j for a formula', (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`);
  });

  test('numbers, signs inside and usual words stay as they are', () => {
    expect(safeCsv(['a', 'b', 'c', 'd'], [[-2, 'a=b', true, null]])).toBe('a,b,c,d\r\n-2,a=b,true,\r\n');
  });

  test('comes back as it was, whatever stands in it', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\u0000'));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const read = Papa.parse<string[]>(safeCsv(['one', 'two'], rows), { newline: '\r\n', delimiter: ',' }).data.slice(1, -1);
        expect(read).toEqual(rows.map((row) => row.map(withoutFormula)));
      }),
    );
  });
});
