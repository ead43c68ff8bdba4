import { describe, expect, test } from 'vitest';
import { againstLimit, countWords } from '#shared/methods/word-count.ts';

describe('words', () => {
  test.each([
    ['', 'en', 0],
    ['   \n – … ', 'en', 0],
    ['One memorandum was signed.', 'en', 4],
    ['It’s 2.5 million pesos, isn’t it?', 'en', 6],
    ['– Luz y apertura\n– Ruta segura', 'es', 5],
    ['اتفقت المدينة على ثلاث أولويات.', 'ar', 5],
    ['ក្រុងសុវត្ថិភាព', 'km', 2],
  ])('%j in %s: %i', (text, language, words) => {
    expect(countWords(text, language)).toBe(words);
  });

  test('of several parts are counted together, and nothing is over at the limit itself', () => {
    const part = Array.from({ length: 150 }, () => 'word').join(' ');
    expect(againstLimit([part, part], 300, 'en')).toEqual({ words: 300, limit: 300, over: 0 });
    expect(againstLimit([part, part, 'one more'], 300, 'en')).toEqual({ words: 302, limit: 300, over: 2 });
  });
});
