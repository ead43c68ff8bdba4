import { describe, expect, it } from 'vitest';
import { comesFromOwnPage, mayRead } from '#main/browser/request-guard.ts';

const own = { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000', fetchSite: 'same-origin' };

describe('A request that changes something', () => {
  it('is ours from our own page', () => {
    expect(comesFromOwnPage(own, 4000)).toBe(true);
    expect(comesFromOwnPage({ ...own, host: 'LOCALHOST:4000', origin: 'http://localhost:4000' }, 4000)).toBe(true);
    expect(comesFromOwnPage({ ...own, fetchSite: undefined }, 4000)).toBe(true);
  });

  it('is not ours from a page that has another name for this machine than the one it was asked by', () => {
    expect(comesFromOwnPage({ ...own, origin: 'http://localhost:4000' }, 4000)).toBe(false);
  });

  it('is not ours without an origin, from another port, or when the browser says it is not', () => {
    expect(comesFromOwnPage({ ...own, origin: undefined }, 4000)).toBe(false);
    expect(comesFromOwnPage(own, 4001)).toBe(false);
    expect(comesFromOwnPage({ ...own, fetchSite: 'same-site' }, 4000)).toBe(false);
  });
});

describe('A request that reads', () => {
  it('may come from the address bar', () => {
    expect(mayRead({ host: own.host, origin: undefined, fetchSite: 'none' }, 4000)).toBe(true);
    expect(mayRead({ host: own.host, origin: undefined, fetchSite: undefined }, 4000)).toBe(true);
  });

  it('may not come from elsewhere or through a strange name', () => {
    expect(mayRead({ host: own.host, origin: undefined, fetchSite: 'cross-site' }, 4000)).toBe(false);
    expect(mayRead({ host: 'evil.example:4000', origin: undefined, fetchSite: 'none' }, 4000)).toBe(false);
    expect(mayRead({ host: undefined, origin: undefined, fetchSite: undefined }, 4000)).toBe(false);
  });
});
