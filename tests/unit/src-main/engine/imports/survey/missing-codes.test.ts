import { describe, expect, test } from 'vitest';
import { isMissingFigure } from '#main/engine/imports/figures/missing-figure.ts';
import { unitOf } from '#main/engine/imports/figures/units.ts';
import { missingCodes, saysNoAnswer } from '#main/engine/imports/survey/missing-codes.ts';
import { fc } from '../../../../../property-cases.ts';

describe('codes that mean no answer', () => {
  test.each([
    [['1', '2', '9'], ['9']],
    [
      ['1', '2', '3', '4', '8', '9'],
      ['8', '9'],
    ],
    [
      ['1', '2', '3', '4', '5', '98', '99'],
      ['98', '99'],
    ],
    [['0', '18', '45', '80', '999'], ['999']],
    [
      ['1', '2', '-1', '-99'],
      ['-1', '-99'],
    ],
    [['1', '2', '3', '4', '5', '6', '7', '8', '9'], []],
    [['1', '2'], []],
    [['9'], []],
    [['A', 'B', '9'], []],
    [
      ['18', '45', '97', '98', '99'],
      ['97', '98', '99'],
    ],
    [['18', '45', '95', '99'], []],
  ])('of %j are %j', (codes, expected) => {
    expect([...missingCodes(codes)].sort()).toEqual(expected);
  });

  test('are never all codes of a question', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 2, maxLength: 12 }), (numbers) => {
        expect(missingCodes(numbers.map(String)).size).toBeLessThan(numbers.length);
      }),
    );
  });

  test.each(['No sabe o no responde', "Don't know", 'Refused', 'NS/NR', 'Ne sait pas', 'لا أعرف'])('are told by the label «%s»', (label) => {
    expect(saysNoAnswer(label)).toBe(true);
  });
  test.each(['No', 'Never', 'Nunca sale', 'Not safe', 'Nadie sabe nada'])('are not told by the label «%s»', (label) => {
    expect(saysNoAnswer(label)).toBe(false);
  });
});

describe('a cell of a table of statistics', () => {
  test.each(['', '-', '–', '—', '..', '…', 'n.d.', 'ND', 'N/A', 'n. d.', '*', 'No disponible', Number.NaN])('%j says that there is no figure', (cell) => {
    expect(isMissingFigure(cell)).toBe(true);
  });
  test.each(['0', 0, '-3', '1,5', 'about 4'])('%j does not', (cell) => {
    expect(isMissingFigure(cell)).toBe(false);
  });
  test.each([
    ['Cifra negra / Relativos', '%'],
    ['Share of women (%)', '%'],
    ['Tasa por cada 100 000 habitantes', '/100000'],
    ['Rate per 1,000 residents', '/1000'],
    ['Delitos ocurridos', ''],
  ])('«%s» is counted in «%s»', (series, unit) => {
    expect(unitOf(series)).toBe(unit);
  });
});
