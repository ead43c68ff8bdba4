import { expect, test } from 'vitest';
import { given } from '#shared/domain/given.ts';

test('what is undefined is not given; null, zero and empty are', () => {
  expect(given({ a: undefined, b: null, c: 0, d: '', e: false })).toEqual({ b: null, c: 0, d: '', e: false });
  expect(Object.keys(given({ a: undefined }))).toEqual([]);
});
