import { describe, expect, it } from 'vitest';
import { createShortener } from '#main/exports/report/short/shortener.ts';
import { fc } from '../../../../../property-cases.ts';

describe('a text that has to fit', () => {
  it('stays as it is where it does', () => {
    const short = createShortener('en');
    expect(short.text('One sentence. And two.', 40)).toBe('One sentence. And two.');
    expect(short.texts).toBe(0);
  });

  it('keeps whole sentences, in every script', () => {
    expect(createShortener('en').text('One sentence. And a second that is far too long for the place.', 30)).toBe('One sentence.');
    expect(createShortener('es').text('¿Qué pasa? Mucho más de lo que cabe en este lugar.', 20)).toBe('¿Qué pasa?');
    expect(createShortener('ar').text('جملة أولى قصيرة. وجملة ثانية طويلة جدا لا مكان لها هنا.', 24)).toBe('جملة أولى قصيرة.');
  });

  it('keeps whole words and shows that something is missing where not even the first sentence fits', () => {
    expect(createShortener('en').text('A sentence without any end, that goes on', 20)).toBe('A sentence …');
  });

  it('never is longer than asked and never loses anything uncounted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 12, max: 200 }), (text, longest) => {
        const short = createShortener('en');
        const shown = short.text(text, longest);
        expect(shown.length).toBeLessThanOrEqual(longest);
        if (short.texts === 0) expect(shown).toBe(text.replaceAll(/\s+/g, ' ').trim());
      }),
    );
  });

  it('counts the things of a list that are left out', () => {
    const short = createShortener('en');
    expect(short.first([1, 2, 3, 4], 3)).toEqual([1, 2, 3]);
    expect(short.items).toBe(1);
  });
});
