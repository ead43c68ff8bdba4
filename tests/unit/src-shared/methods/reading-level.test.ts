import { describe, expect, test } from 'vitest';
import { englishSyllables, readingLevel, sentencesOf, spanishSyllables, wordsOf } from '#shared/methods/reading-level.ts';

const often = (sentence: string, times = 20) => Array.from({ length: times }, () => sentence).join(' ');

describe('syllables', () => {
  test.each([
    ['safe', 1],
    ['safety', 2],
    ['lamps', 1],
    ['police', 2],
    ['municipality', 6],
    ['walked', 1],
    ['lighted', 2],
    ['table', 2],
    ['year', 1],
  ])('English: %s has %i', (word, count) => expect(englishSyllables(word)).toBe(count));
  test.each([
    ['que', 1],
    ['policía', 4],
    ['seguridad', 4],
    ['ciudad', 2],
    ['aéreo', 4],
    ['muy', 1],
    ['búho', 2],
    ['guerra', 2],
    ['vergüenza', 3],
    ['convivencia', 4],
    ['país', 2],
    ['ahora', 3],
  ])('Spanish: %s has %i', (word, count) => expect(spanishSyllables(word)).toBe(count));
});

describe('how hard a text is to read', () => {
  test('short words and sentences are easy in English, long ones are not', () => {
    expect(readingLevel(often('The lamp is lit at night.'), 'en')).toMatchObject({ formula: 'flesch', band: 'easy', sentences: 20, words: 120 });
    expect(readingLevel(often('Interinstitutional coordination facilitates multidimensional prioritisation methodologies considerably.'), 'en').band).toBe(
      'very-hard',
    );
  });
  test('Flesch by hand: 6 words, 6 syllables a sentence', () =>
    expect(readingLevel(often('The lamp is lit at night.'), 'en').score).toBeCloseTo(206.835 - 1.015 * 6 - 84.6, 9));
  test('Szigriszt by hand: «La luz se ve de día», 6 words, 7 syllables', () =>
    expect(readingLevel(often('La luz se ve de día.'), 'es').score).toBeCloseTo(206.835 - 6 - (62.3 * 7) / 6, 9));
  test('Arabic is told by the length of sentences only', () => {
    const level = readingLevel(often('تصل الإنارة إلى كل شارع في المدينة قبل نهاية السنة.'), 'ar');
    expect(level).toMatchObject({ formula: 'sentence-length', score: null, band: 'easy' });
    expect(readingLevel(Array.from({ length: 70 }, () => 'كلمة').join(' '), 'ar').band).toBe('very-hard');
  });
  test('a few lines say nothing', () => expect(readingLevel('We light the streets.', 'en')).toMatchObject({ words: 4, sentences: 1, band: null, score: null }));
  test('no text has no sentences and no level', () =>
    expect(readingLevel(' \n ', 'es')).toMatchObject({ words: 0, sentences: 0, wordsPerSentence: null, band: null }));
  test('a heading is a sentence of its own, figures are no words', () => {
    expect(sentencesOf('Our aims\nWe light 40 streets. We walk.', 'en')).toEqual(['Our aims', 'We light 40 streets.', 'We walk.']);
    expect(wordsOf('40 streets, 3 squares', 'en')).toEqual(['streets', 'squares']);
  });
});
