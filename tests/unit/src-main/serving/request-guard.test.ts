import { describe, expect, it } from 'vitest';
import { comesFromOwnPage, mayRead } from '#main/serving/request-guard.ts';

const own = { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000', fetchSite: 'same-origin' };

const hosts = ['127.0.0.1:4000', 'localhost:4000'];

describe('A request that changes something', () => {
  it('is ours from our own page', () => {
    expect(comesFromOwnPage(own, hosts)).toBe(true);
    expect(comesFromOwnPage({ ...own, host: 'LOCALHOST:4000', origin: 'http://localhost:4000' }, hosts)).toBe(true);
    expect(comesFromOwnPage({ ...own, fetchSite: undefined }, hosts)).toBe(true);
  });

  it('is not ours from a page that has another name for this machine than the one it was asked by', () => {
    expect(comesFromOwnPage({ ...own, origin: 'http://localhost:4000' }, hosts)).toBe(false);
  });

  it('is not ours without an origin, from another port, or when the browser says it is not', () => {
    expect(comesFromOwnPage({ ...own, origin: undefined }, hosts)).toBe(false);
    expect(comesFromOwnPage(own, ['127.0.0.1:4001', 'localhost:4001'])).toBe(false);
    expect(comesFromOwnPage({ ...own, fetchSite: 'same-site' }, hosts)).toBe(false);
  });
});

describe('A request that reads', () => {
  it('may come from the address bar', () => {
    expect(mayRead({ host: own.host, origin: undefined, fetchSite: 'none' }, hosts)).toBe(true);
    expect(mayRead({ host: own.host, origin: undefined, fetchSite: undefined }, hosts)).toBe(true);
  });

  it('may not come from elsewhere or through a strange name', () => {
    expect(mayRead({ host: own.host, origin: undefined, fetchSite: 'cross-site' }, hosts)).toBe(false);
    expect(mayRead({ host: 'evil.example:4000', origin: undefined, fetchSite: 'none' }, hosts)).toBe(false);
    expect(mayRead({ host: undefined, origin: undefined, fetchSite: undefined }, hosts)).toBe(false);
  });
});
