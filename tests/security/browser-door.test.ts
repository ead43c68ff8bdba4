import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type BrowserDoor, startBrowserDoor } from '#main/browser/browser-door.ts';
import { connectThroughDoor, enterDoor } from '../fixtures/door-client.ts';
import { resourcesFolder } from '../fixtures/engine.ts';

const uploadLimitBytes = 64 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'city-safety-door-'));
const temporary = join(folder, 'temporary');
let door: BrowserDoor;
let cookie: string;
let origin: string;

beforeAll(async () => {
  const pageFolder = join(folder, 'page');
  mkdirSync(join(pageFolder, 'assets'), { recursive: true });
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><meta property="csp-nonce" nonce="CSP_NONCE"><title>page</title>');
  writeFileSync(join(pageFolder, 'assets/a.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  door = await startBrowserDoor({
    port: 0,
    pageFolder,
    uploadLimitBytes,
    folders: { settings: join(folder, 'settings'), projects: folder, temporary, resources: resourcesFolder },
  });
  ({ cookie, origin } = await enterDoor(door));
});

afterAll(async () => {
  await door.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A request with any header and any path, which `fetch` would not let through or would tidy. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; headers: IncomingMessage['headers']; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: door.port, path, method: options.method ?? 'GET', headers: { cookie, ...options.headers } }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    sent.on('error', reject);
    sent.end(options.body);
  });
}

/** How an upgrade ends: the status it was refused with, or `open`. */
function upgrade(headers: Record<string, string>, path = '/engine'): Promise<number | 'open'> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${door.port}${path}`, { headers });
    socket.on('open', () => {
      socket.close();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0));
    socket.on('error', () => {});
  });
}

describe('Who comes in', () => {
  it('refuses everything without a cookie', async () => {
    for (const path of ['/', '/assets/a.js', '/files/any']) expect((await ask(path, { headers: { cookie: '' } })).status).toBe(401);
    expect((await ask('/files', { method: 'POST', headers: { cookie: '', origin }, body: 'x' })).status).toBe(401);
    expect((await ask('/', { headers: { cookie: `city-safety-${door.port}=guess` } })).status).toBe(401);
  });

  it('says in words what to do, in the language of the browser', async () => {
    expect((await ask('/', { headers: { cookie: '', 'accept-language': 'es-MX,es;q=0.9' } })).body).toContain('Este navegador aún no tiene acceso');
    expect((await ask('/', { headers: { cookie: '', 'accept-language': 'ar' } })).body).toContain('dir="rtl"');
  });

  it('lets an address in once, and leaves no token in the address bar', async () => {
    const path = door.newAddress().slice(origin.length);
    const first = await ask(path, { headers: { cookie: '' } });
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await ask(path, { headers: { cookie: '' } })).status).toBe(401);
  });

  it('lets a made-up token in never', async () => {
    expect((await ask('/?token=made-up', { headers: { cookie: '' } })).status).toBe(401);
    expect((await ask('/?token=', { headers: { cookie: '' } })).status).toBe(401);
  });

  it('opens no line to the engine without a cookie', async () => {
    expect(await upgrade({ origin })).toBe(401);
    expect(await upgrade({ origin, cookie: 'city-safety-1=x' })).toBe(401);
  });
});

describe('Where a request comes from', () => {
  it('refuses a name that a stranger made lead here (DNS rebinding)', async () => {
    for (const host of ['evil.example', `evil.example:${door.port}`, '127.0.0.1', `127.0.0.1.evil.example:${door.port}`, `[::1]:${door.port}`])
      expect((await ask('/', { headers: { host } })).status, host).toBe(403);
    expect(await upgrade({ origin, cookie, host: `evil.example:${door.port}` })).toBe(403);
  });

  it('refuses a page of another origin, even on this machine', async () => {
    for (const other of ['https://evil.example', 'http://127.0.0.1:1', `https://127.0.0.1:${door.port}`, 'null', `${origin}.evil.example`]) {
      expect((await ask('/', { headers: { origin: other } })).status, other).toBe(403);
      expect((await ask('/files', { method: 'POST', headers: { origin: other }, body: 'x' })).status, other).toBe(403);
      expect(await upgrade({ origin: other, cookie }), other).toBe(403);
    }
  });

  it('refuses a change or a line whose origin is not named', async () => {
    expect((await ask('/files', { method: 'POST', body: 'x' })).status).toBe(403);
    expect((await ask('/engine/start', { method: 'POST' })).status).toBe(403);
    expect(await upgrade({ cookie })).toBe(403);
  });

  it('refuses what the browser says was asked for from elsewhere', async () => {
    expect((await ask('/assets/a.js', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask('/assets/a.js', { headers: { 'sec-fetch-site': 'same-site' } })).status).toBe(403);
    expect((await ask('/assets/a.js', { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
  });

  it('accepts its own page, by number and by name', async () => {
    expect((await ask('/')).status).toBe(200);
    expect((await ask('/', { headers: { host: `localhost:${door.port}` } })).status).toBe(200);
    expect(await upgrade({ origin, cookie })).toBe('open');
    expect(await upgrade({ origin, cookie }, '/elsewhere')).toBe(404);
  });

  it('listens on this machine only', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => !address.internal && address.family === 'IPv4');
    for (const { address } of others) {
      const outcome = await new Promise((resolve) => {
        const socket = connect({ host: address, port: door.port, timeout: 2000 });
        socket.once('connect', () => resolve('listening'));
        socket.once('timeout', () => resolve('silent'));
        socket.once('error', () => resolve('refused'));
      });
      expect(outcome, address).not.toBe('listening');
    }
  });
});

describe('What is handed out', () => {
  it('carries a strict policy, with a nonce of its own each time', async () => {
    const [first, second] = [await ask('/'), await ask('/')];
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(first.body).toContain(nonce);
    expect(second.body).not.toContain(nonce);
    expect(first.headers['x-content-type-options']).toBe('nosniff');
    expect(first.headers['cache-control']).toBe('no-store');
  });

  it('stays inside its folder', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e%2fsecret.txt',
      '/..%5csecret.txt',
      '/assets/../../secret.txt',
      '//etc/passwd.txt',
      '/%00.js',
    ]) {
      const answer = await ask(path);
      expect([400, 404], path).toContain(answer.status);
      expect(answer.body).not.toContain('secret');
    }
  });

  it('hands out no file without a token of the engine', async () => {
    for (const token of ['unknown', '..%2f..%2fsecret.txt', '%2fetc%2fpasswd']) expect((await ask(`/files/${token}`)).status).toBe(404);
  });

  it('hands files out as downloads that can do nothing, whatever they are called', async () => {
    const { body } = await ask(`/files?name=${encodeURIComponent('página "1"\r\nX: y.html')}`, {
      method: 'POST',
      headers: { origin },
      body: '<script>1</script>',
    });
    const { file } = JSON.parse(body) as { file: string };
    const answer = await ask(`/files/${file}`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[\w. -]+"; filename\*=UTF-8''p%C3%A1gina/);
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect(answer.headers.x).toBeUndefined();
  });
});

describe('What is handed in', () => {
  const uploads = () => readdirSync(join(temporary, 'uploads'));

  it('refuses a file above the bound, announced or not, and keeps nothing of it', async () => {
    await ask('/files?name=a.csv', { method: 'POST', headers: { origin }, body: 'small' });
    const before = uploads();
    const announced = await ask('/files?name=a.csv', {
      method: 'POST',
      headers: { origin, 'content-length': String(uploadLimitBytes + 1) },
      body: 'x'.repeat(uploadLimitBytes + 1),
    });
    expect(announced.status).toBe(413);
    expect(JSON.parse(announced.body)).toMatchObject({ code: 'file/too-large', params: { fileName: 'a.csv' } });
    const streamed = await ask('/files?name=a.csv', {
      method: 'POST',
      headers: { origin, 'transfer-encoding': 'chunked' },
      body: 'x'.repeat(uploadLimitBytes * 2),
    });
    expect(streamed.status).toBe(413);
    expect(uploads()).toEqual(before);
  });

  it('never lets a name become a path', async () => {
    const answer = await ask(`/files?name=${encodeURIComponent('../../../../escaped.csv')}`, { method: 'POST', headers: { origin }, body: 'a,b' });
    expect(answer.status).toBe(200);
    expect(readdirSync(folder)).not.toContain('escaped.csv');
    for (const name of uploads()) expect(name).toMatch(/^[0-9a-f-]{36}(\.[a-z0-9]+)?$/);
  });

  it('survives messages that are none, and goes on serving', async () => {
    const { client, socket, close } = await connectThroughDoor(door);
    await client.project.current();
    for (const message of ['not json', '{}', '[]', 'null', '{"i":"1","p":{"u":"/__proto__/x"}}', Buffer.from([255, 254, 0])]) socket.send(message);
    expect(await client.project.current()).toBeNull();
    close();
  });

  it('refuses a message larger than any that a page sends', async () => {
    const { client, socket } = await connectThroughDoor(door);
    await client.project.current();
    const code = new Promise((resolve) => socket.once('close', resolve));
    socket.send('x'.repeat(33 * 1024 ** 2));
    expect(await code).toBe(1009);
    const again = await connectThroughDoor(door);
    expect(await again.client.project.current()).toBeNull();
    again.close();
  });
});
