import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createPageFiles } from '#main/pages/page-files.ts';

const outside = mkdtempSync(join(tmpdir(), 'city-safety-pages-'));
const folder = join(outside, 'page');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(outside, 'secret.js'), 'secret');
writeFileSync(join(folder, 'index.html'), '<script nonce="CSP_NONCE" src="/assets/a.js"></script>');
writeFileSync(join(folder, 'assets/a.js'), 'export {};');
symlinkSync(join(outside, 'secret.js'), join(folder, 'assets/link.js'));
afterAll(() => rmSync(outside, { recursive: true, force: true }));
const answer = createPageFiles({ folder });

describe('A page of one folder', () => {
  it('is the same at every screen, and its files have their types', async () => {
    for (const path of ['/', '/city/areas', '/index.html']) expect((await answer(path)).headers['Content-Type']).toBe('text/html; charset=utf-8');
    expect((await answer('/assets/a.js')).headers['Content-Type']).toBe('text/javascript; charset=utf-8');
    expect((await answer('/assets/missing.js')).status).toBe(404);
  });

  it('gets the nonce of its policy, a new one each time', async () => {
    const [first, second] = [await answer('/'), await answer('/')];
    const nonce = /'nonce-([^']+)'/.exec(first.headers['Content-Security-Policy'] ?? '')?.[1];
    expect(first.body.toString()).toBe(`<script nonce="${nonce}" src="/assets/a.js"></script>`);
    expect(second.body.toString()).not.toBe(first.body.toString());
  });

  it.each(['/../secret.js', '/%2e%2e/secret.js', '/assets/..%2f..%2fsecret.js', '/..%5csecret.js', '/.git/config.js', '/C:/secret.js', '/%00.js', '/%'])(
    'refuses %s',
    async (path) => {
      expect((await answer(path)).status).toBe(400);
    },
  );

  it('does not follow a link out of the folder', async () => {
    expect((await answer('/assets/link.js')).status).toBe(404);
  });
});
