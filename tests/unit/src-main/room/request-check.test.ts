import { describe, expect, it } from 'vitest';
import { answerProbe } from '#main/room/network-probes.ts';
import { checkSource, type RequestSource } from '#main/room/request-check.ts';

const hosts = ['192.168.1.4:8080'];
const read = (more: Partial<RequestSource> = {}) =>
  checkSource({ method: 'GET', host: '192.168.1.4:8080', origin: undefined, referer: undefined, fetchSite: undefined, ...more }, hosts);
const send = (more: Partial<RequestSource> = {}) => read({ method: 'POST', origin: 'http://192.168.1.4:8080', ...more });

describe('Where a request comes from', () => {
  it('is ours by our own name only', () => {
    expect(read()).toBe('own');
    for (const host of [undefined, '', '192.168.1.4', '192.168.1.4:80', 'evil.example:8080', '192.168.1.4:8080.evil.example', 'localhost:8080'])
      expect(read({ host }), String(host)).toBe('foreign-host');
  });

  it('may leave out the usual port', () => {
    const source = { method: 'GET', host: '10.0.0.2', origin: undefined, referer: undefined, fetchSite: undefined };
    expect(checkSource(source, ['10.0.0.2:80'])).toBe('own');
  });

  it('may be anywhere for a page that is read: a link in a message leads here', () => {
    expect(read({ fetchSite: 'cross-site', referer: 'https://elsewhere.example/' })).toBe('own');
  });

  it('must be our own page for a form', () => {
    expect(send()).toBe('own');
    expect(send({ fetchSite: 'same-origin' })).toBe('own');
    for (const origin of ['null', 'http://evil.example', 'https://192.168.1.4:8080', 'http://192.168.1.4', 'http://192.168.1.4:8080.evil.example'])
      expect(send({ origin }), origin).toBe('foreign-page');
    for (const fetchSite of ['cross-site', 'same-site', 'none']) expect(send({ fetchSite }), fetchSite).toBe('foreign-page');
  });

  it('is known by the page before for browsers that name no origin', () => {
    expect(send({ origin: undefined, referer: 'http://192.168.1.4:8080/' })).toBe('own');
    expect(send({ origin: undefined, referer: 'http://192.168.1.4:8080.evil.example/' })).toBe('foreign-page');
    expect(send({ origin: undefined })).toBe('foreign-page');
  });

  it('is refused for any other method', () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) expect(read({ method }), method).toBe('bad-method');
  });
});

describe('Questions of phones about the internet', () => {
  it('are answered as the real address would, by its name and path', () => {
    expect(answerProbe('connectivitycheck.gstatic.com', '/generate_204')).toMatchObject({ status: 204, body: '' });
    expect(answerProbe('captive.apple.com:80', '/hotspot-detect.html')?.body).toContain('Success');
    expect(answerProbe('www.msftncsi.com', '/ncsi.txt')?.body).toBe('Microsoft NCSI');
  });

  it('are nothing special under another name or path', () => {
    for (const [host, path] of [
      ['192.168.1.4:8080', '/generate_204'],
      ['captive.apple.com', '/'],
      ['evil.example', '/ncsi.txt'],
      [undefined, '/generate_204'],
    ] as const)
      expect(answerProbe(host, path)).toBeNull();
  });
});
