import { describe, expect, test } from 'vitest';
import { type DecimalMark, detectDecimalMark, parseNumber } from '#main/imports/detect/numbers.ts';
import { fc } from '../../../../property-cases.ts';

describe('a number in a cell', () => {
  test.each<[string | number, DecimalMark, number]>([
    ['12', '.', 12],
    ['-12.5', '.', -12.5],
    ['19.486029771', '.', 19.486029771],
    ['-75,56985400000', ',', -75.569854],
    ['1,234', '.', 1234],
    ['1,234,567.5', '.', 1234567.5],
    ['1.234.567,5', ',', 1234567.5],
    ['1.234', ',', 1234],
    ['1 234', '.', 1234],
    ['1\u00a0234,5', ',', 1234.5],
    ['1\u202f234', ',', 1234],
    ["1'234.5", '.', 1234.5],
    ['12,34,567', '.', 1234567],
    ['−5', '.', -5],
    ['5-', '.', -5],
    ['(5)', '.', -5],
    ['+5', '.', 5],
    ['12 %', '.', 12],
    ['12,5%', ',', 12.5],
    ['1.5e3', '.', 1500],
    ['.5', '.', 0.5],
    [',5', ',', 0.5],
    ['5.', '.', 5],
    ['007', '.', 7],
    ['١٢٫٥', '.', 12.5],
    ['٢٬٣٤٥', '.', 2345],
    ['۱۲', ',', 12],
    [7.25, ',', 7.25],
  ])('%j with %j is %d', (cell, mark, value) => {
    expect(parseNumber(cell, mark)).toBeCloseTo(value, 10);
  });

  test.each<[string | number, DecimalMark]>([
    ['', '.'],
    ['-', '.'],
    ['.', '.'],
    ['N.D.', '.'],
    ['1,5', '.'],
    ['1.5', ','],
    ['12,34', '.'],
    ['1,23,4', '.'],
    ['1.2.3', '.'],
    ['2023-01-31', '.'],
    ['12:30', '.'],
    ['5 apples', '.'],
    ['1e999', '.'],
    ['0x10', '.'],
    ['Infinity', '.'],
    ['--5', '.'],
    ['(-5)', '.'],
    [Number.NaN, '.'],
    ['9'.repeat(65), '.'],
  ])('%j with %j is none', (cell, mark) => {
    expect(parseNumber(cell, mark)).toBeNull();
  });

  test('written in the manner of a place, it comes back the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 999 }), (whole, thousandths) => {
        const value = whole + Math.sign(whole || 1) * (thousandths / 1000);
        expect(parseNumber(value.toLocaleString('en-US', { maximumFractionDigits: 3 }), '.')).toBeCloseTo(value, 6);
        expect(parseNumber(value.toLocaleString('de-DE', { maximumFractionDigits: 3 }), ',')).toBeCloseTo(value, 6);
        expect(parseNumber(value.toLocaleString('en-IN', { maximumFractionDigits: 3 }), '.')).toBeCloseTo(value, 6);
        expect(parseNumber(value.toLocaleString('fr-FR', { maximumFractionDigits: 3 }), ',')).toBeCloseTo(value, 6);
        expect(parseNumber(value.toLocaleString('ar-EG', { maximumFractionDigits: 3 }), '.')).toBeCloseTo(value, 6);
      }),
    );
  });
});

describe('the decimal mark of a column', () => {
  test.each([
    [['-75,56985400000', '6,25722555000'], ',', true],
    [['19.486', '-99.1766342484'], '.', true],
    [['1.234,5', '12'], ',', true],
    [['1,234.5', '12'], '.', true],
    [['1,234,567', '12'], '.', true],
    [['1.234.567', '12'], ',', true],
    [['0.123'], '.', true],
    [['9.220', '1.150', '870'], ',', false],
    [['9,220', '1,150', '870'], '.', false],
    [['12', 'Centro', '2023-01-31'], null, false],
    [[], null, false],
  ] as const)('%j → %j, certain: %j', (cells, mark, certain) => {
    expect(detectDecimalMark(cells)).toEqual({ mark, certain });
  });

  test('two kinds of decimals in one column are no certainty', () => {
    expect(detectDecimalMark(['1,5', '2,5', '3.5'])).toEqual({ mark: ',', certain: false });
  });
});
