import { describe, expect, test } from 'vitest';
import { PersonalTexts } from '#main/engine/project/privacy/personal-text.ts';
import { fc } from '../../../../../property-cases.ts';

const name = (text: string) => new PersonalTexts([{ kind: 'name', text }]);
const phone = (text: string) => new PersonalTexts([{ kind: 'phone', text }]);

describe('a name in a text', () => {
  test.each([
    ['Call Ana Ruiz today', 'Call … today'],
    ['ANA  RUIZ, ana ruiz', '…, …'],
    ['Ana\nRuiz', '…'],
    ['Ana Ruizsson and Banana Ruiz', 'Ana Ruizsson and Banana Ruiz'],
    ['(Ana Ruiz)', '(…)'],
  ])('%j becomes %j', (text, blanked) => expect(name('Ana Ruiz').blankIn(text)).toBe(blanked));

  test('is found with accents written as one sign or as two', () => {
    expect(name('José Peña').blankIn('a José Peña'.normalize('NFD'))).toBe('a …');
    expect(name('José Peña'.normalize('NFD')).blankIn('a José Peña')).toBe('a …');
  });

  test('is found behind the Arabic letters that are written together with it', () => {
    expect(name('عمر حداد').blankIn('اتصل بعمر حداد وعمر حداد')).toBe('اتصل ب… و…');
    expect(name('عمر').blankIn('المعمر')).toBe('المعمر');
  });

  test('with signs that mean something in patterns is taken as it is written', () => {
    expect(name('Ana (A.) Ruiz+').blankIn('by Ana (A.) Ruiz+ herself')).toBe('by … herself');
  });

  test('of one letter is no name', () => expect(name('A').blankIn('A city')).toBe('A city'));

  test('is found before a shorter one that is part of it', () => {
    const texts = new PersonalTexts([
      { kind: 'name', text: 'Ana Ruiz' },
      { kind: 'name', text: 'Ana Ruiz Paz' },
    ]);
    expect(texts.blankIn('Ana Ruiz Paz and Ana Ruiz')).toBe('… and …');
    expect(texts.placesIn('Ana Ruiz Paz and Ana Ruiz')).toEqual([
      { start: 0, end: 12 },
      { start: 17, end: 25 },
    ]);
  });

  test('never stands in what is left, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, unit: 'grapheme' }), fc.string(), fc.string(), (text, before, after) => {
        fc.pre(text.trim().replace(/\s/g, '').length >= 2 && !text.includes('…'));
        const texts = name(text);
        expect(texts.foundIn(texts.blankIn(`${before} ${text} ${after}`))).toEqual([]);
      }),
    );
  });
});

describe('a phone in a text', () => {
  test.each([
    ['+52 55 1234 5678', 'Tel. +52-55-1234-5678.', 'Tel. ….'],
    ['+52 55 1234 5678', '(52) 55.12345678', '…'],
    ['5512345678', '55 1234 5678', '…'],
    ['5512345678', '155123456789', '155123456789'],
    ['112', 'call 112', 'call 112'],
  ])('%s in %j: %j', (digits, text, blanked) => expect(phone(digits).blankIn(text)).toBe(blanked));
});

describe('text that is JSON', () => {
  test('stays JSON, whatever is blanked in it', () => {
    const texts = new PersonalTexts([
      { kind: 'phone', text: '5512345678' },
      { kind: 'name', text: 'Ana "la jefa" Ruiz' },
    ]);
    expect(JSON.parse(texts.blankIn('{"a":5512345678,"b":["x","Ana \\"la jefa\\" Ruiz"],"c":7}'))).toEqual({ a: '…', b: ['x', '…'], c: 7 });
  });
});
