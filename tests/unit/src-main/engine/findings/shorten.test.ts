import { expect, test } from 'vitest';
import { shorten } from '#main/engine/findings/shorten.ts';

test('a short sentence stays, a long one is cut between words', () => {
  expect(shorten('Lamps are out')).toBe('Lamps are out');
  const cut = shorten('word '.repeat(40));
  expect(cut).toMatch(/^(word )+word…$/);
  expect(cut.length).toBeLessThanOrEqual(81);
});

test('a text without spaces is cut all the same', () => expect(shorten('x'.repeat(200))).toHaveLength(81));
