import { expect, test } from 'vitest';
import { apart } from '#shared/i18n/apart.ts';

test('a name that runs against the sentence keeps its own direction', () => {
  expect(apart({ language: 'en' }, 'حي السلام 147')).toBe('\u2068حي السلام 147\u2069');
  expect(apart({ language: 'ar' }, 'Mercado Grande')).toBe('\u2068Mercado Grande\u2069');
  expect(apart({ language: 'es' }, 'Ward حي')).toBe('\u2068Ward حي\u2069');
});

test('a name that runs with the sentence, and figures alone, stay as they are', () => {
  expect(apart({ language: 'en' }, 'Mercado Grande')).toBe('Mercado Grande');
  expect(apart({ language: 'ar' }, 'حي السلام')).toBe('حي السلام');
  expect(apart({ language: 'ar' }, '12–14')).toBe('12–14');
  expect(apart({ language: 'ar' }, '')).toBe('');
});
