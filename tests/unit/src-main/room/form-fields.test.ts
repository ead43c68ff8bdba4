import { describe, expect, it } from 'vitest';
import { cleanText, foldKept, keptField, plainDigits, readFields, wholeNumber } from '#main/room/form-fields.ts';
import { fc } from '../../../property-cases.ts';

describe('Text that people type', () => {
  it('loses what cannot be seen and turns or hides other text', () => {
    expect(cleanText('a\u0000b\u0007c\u202ed\u2066e\ufefff\u200bg\u009b')).toBe('abcdefg');
    expect(cleanText('  ابدأ\u200f ')).toBe('ابدأ\u200f');
  });

  it('keeps lines, tabs, scripts of the world and joined emoji', () => {
    for (const text of ['one\ntwo', 'a\tb', 'የአማርኛ ጽሑፍ', 'क्षेत्र', '👩‍👩‍👧', 'n̈']) expect(cleanText(text)).toBe(text);
    expect(cleanText('one\r\ntwo\rthree')).toBe('one\ntwo\nthree');
  });

  it('closes long empty stretches and towers of marks', () => {
    expect(cleanText(`a${'\n'.repeat(500)}b`)).toBe('a\n\nb');
    expect(cleanText(`z${'\u0301'.repeat(300)}`)).toBe(`z${'\u0301'.repeat(4)}`);
  });

  it('stays as it is when it is cleaned again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text)));
  });
});

describe('Fields of a form', () => {
  it('are read as a browser encodes them', () => {
    expect([...readFields('0=2&1d=3&text=%C3%A1+b%0D%0Ac')]).toEqual([
      ['0', '2'],
      ['1d', '3'],
      ['text', 'á b\nc'],
    ]);
  });

  it('of a page that is not ours are left out', () => {
    expect([...readFields('__proto__[x]=1&a b=2&%00=3&=4&constructor=5')]).toEqual([['constructor', '5']]);
    expect(readFields(`${'x'.repeat(41)}=1`).size).toBe(0);
  });

  it('never are more than a page can have', () => {
    expect(readFields(Array.from({ length: 5_000 }, (_, place) => `${place}=1`).join('&')).size).toBe(1_500);
  });

  it('survive anything that is sent', () => {
    fc.assert(fc.property(fc.string(), (body) => readFields(body) instanceof Map));
    for (const body of ['%', '%zz=1', 'kept=', 'kept=;;;=;a', 'kept=a%5C', '&&&', '=']) expect(readFields(body)).toBeInstanceOf(Map);
  });

  it('of other parts come back as they were, and give way to what is on the page', () => {
    const value = fc.string({ unit: 'grapheme' }).map(cleanText);
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z0-9]{1,6}$/), value), (given) => {
        const fields = new Map(Object.entries(given).filter(([name]) => name !== keptField));
        const body = new URLSearchParams({ [keptField]: foldKept(fields) }).toString();
        // Line ends and the like at the very end are trimmed with the whole.
        const back = readFields(body);
        return [...fields].every(([name, text]) => (back.get(name) ?? '').trim() === text.trim());
      }),
    );
    const kept = foldKept(
      new Map([
        ['0', '4'],
        ['1', 'a;b=c\\d\ne'],
      ]),
    );
    expect([...readFields(new URLSearchParams({ kept, 0: '5' }).toString())]).toEqual([
      ['0', '5'],
      ['1', 'a;b=c\\d\ne'],
    ]);
  });
});

describe('Numbers', () => {
  it('are whole and within bounds, or none', () => {
    expect(wholeNumber('3', 1, 5)).toBe(3);
    expect(wholeNumber('-3', -9, 9)).toBe(-3);
    for (const value of ['0', '6', '3.5', '3e0', ' 3', '٣', '', 'NaN', '9999', undefined]) expect(wholeNumber(value, 1, 5), String(value)).toBeNull();
  });

  it('of a code are taken in any digits, whatever stands between them', () => {
    expect(plainDigits('٤٦٤ ٨٢٠')).toBe('464820');
    expect(plainDigits('۴۶۴-۸۲۰')).toBe('464820');
    expect(plainDigits(' 464 820 ')).toBe('464820');
    expect(plainDigits('<script>')).toBe('');
  });
});
