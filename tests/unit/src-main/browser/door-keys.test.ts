import { expect, it } from 'vitest';
import { DoorKeys } from '#main/browser/door-keys.ts';

it('a token is worth one cookie, once', () => {
  const keys = new DoorKeys();
  const token = keys.newToken();
  const session = keys.exchange(token);
  expect(keys.admits(session ?? undefined)).toBe(true);
  expect(keys.exchange(token)).toBeNull();
});

it('tokens are no cookies, cookies are no tokens, and keys of another door open nothing', () => {
  const keys = new DoorKeys();
  const token = keys.newToken();
  expect(keys.admits(token)).toBe(false);
  const session = keys.exchange(token) ?? '';
  expect(keys.exchange(session)).toBeNull();
  expect(new DoorKeys().admits(session)).toBe(false);
  expect(keys.admits(undefined)).toBe(false);
  expect(keys.admits('')).toBe(false);
});

it('two browsers can be let in, each by an address of its own', () => {
  const keys = new DoorKeys();
  const sessions = [keys.exchange(keys.newToken()), keys.exchange(keys.newToken())];
  expect(new Set(sessions).size).toBe(2);
  for (const session of sessions) expect(keys.admits(session ?? undefined)).toBe(true);
});
