import { expect, test } from 'vitest';
import { weighOutside } from '#shared/methods/outside-factors.ts';

test('AUD-1: impact 3 and likelihood 4 is 12, very high', () => expect(weighOutside(3, 4)).toEqual({ score: 12, band: 'very-high' }));

test('every product has the band of the reference', () => {
  const bands = Object.fromEntries([1, 2, 3, 4].flatMap((a) => [1, 2, 3, 4].map((b) => [a * b, weighOutside(a, b)?.band])));
  expect(bands).toEqual({ 1: 'low', 2: 'low', 3: 'low', 4: 'medium', 6: 'medium', 8: 'high', 9: 'high', 12: 'very-high', 16: 'very-high' });
});

test('what is not judged has no weight', () => {
  expect(weighOutside(null, 4)).toBeNull();
  expect(weighOutside(3, null)).toBeNull();
});
