import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type BrowserDoor, startBrowserDoor } from '#main/browser/browser-door.ts';
import type { EngineClient } from '#shared/contract/contract.ts';
import { connectThroughDoor } from '../fixtures/door-client.ts';
import { resourcesFolder } from '../fixtures/engine.ts';
import { freePairOfPorts } from '../fixtures/free-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'city-safety-helper-'));
let door: BrowserDoor;
let lead: Awaited<ReturnType<typeof connectThroughDoor>>;
let url: string;
let port: number;

beforeAll(async () => {
  const pageFolder = join(folder, 'page');
  mkdirSync(pageFolder, { recursive: true });
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>page</title>');
  door = await startBrowserDoor({
    port: 0,
    pageFolder,
    folders: { settings: join(folder, 'settings'), projects: folder, temporary: join(folder, 'temporary'), resources: resourcesFolder },
  });
  lead = await connectThroughDoor(door);
  const { file } = await lead.client.files.fromPath({ path: join(folder, 'city.citysafety') });
  await lead.client.project.create({ file, city: { name: 'Puerto Prueba' } });
  await lead.client.room.setSettings({ address: '127.0.0.1', port: await freePairOfPorts() });
  const state = await lead.client.room.openToCoFacilitators();
  expect(state.coFacilitators).toMatchObject({ state: 'open', problem: '' });
  ({ url, port } = state.coFacilitators);
}, 60_000);

afterAll(async () => {
  lead.close();
  await door.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

function ask(path: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: options.headers ?? {} }, (answer) => {
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

function typeIn(form: Record<string, string>, headers: Record<string, string> = {}): Promise<Answered> {
  const body = new URLSearchParams(form).toString();
  return ask('/helper', { method: 'POST', headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded', ...headers }, body });
}

async function comeInAs(name: string): Promise<{ client: EngineClient; socket: WebSocket; cookie: string }> {
  const { coCode } = await lead.client.room.state();
  const answer = await typeIn({ name, code: coCode });
  expect(answer.status).toBe(303);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const socket = new WebSocket(`${url.replace('http:', 'ws:')}/engine`, { headers: { cookie, origin: url } });
  socket.on('error', () => {});
  return { client: createORPCClient<EngineClient>(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })), socket, cookie };
}

describe('The co-facilitators’ way in', () => {
  it('shows the way in and nothing else without a cookie', async () => {
    const page = await ask('/', { headers: { 'accept-language': 'ar' } });
    expect(page.body).toContain('dir="rtl"');
    expect(page.body).toContain('name="code"');
    expect((await ask('/files', { method: 'POST', headers: { origin: url }, body: 'x' })).status).toBe(401);
    expect((await ask('/files/any')).status).toBe(303);
    expect((await ask('/', { headers: { host: `evil.example:${port}` } })).status).toBe(403);
  });

  it('keeps what was typed as text', async () => {
    const answer = await typeIn({ name: '"><script>alert(1)</script>', code: '1' });
    expect(answer.status).toBe(403);
    expect(answer.body).not.toContain('<script>');
    expect(answer.body).toContain('&lt;script&gt;');
  });

  it('takes no form from another page, and none that is longer than any of ours', async () => {
    expect((await typeIn({ name: 'Eve', code: '1' }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await typeIn({ name: 'E'.repeat(10_000), code: '1' })).status).toBe(413);
  });

  it('opens no line for a guessed cookie', async () => {
    const status = await new Promise((resolve) => {
      const socket = new WebSocket(`${url.replace('http:', 'ws:')}/engine`, { headers: { cookie: `city-safety-helper-${port}=guess`, origin: url } });
      socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode));
      socket.on('open', () => resolve('open'));
      socket.on('error', () => {});
    });
    expect(status).toBe(401);
  });
});

describe('A co-facilitator', () => {
  it('has the whole application, and changes under their own name', async () => {
    const { client, socket, cookie } = await comeInAs('Ana');
    expect((await ask('/', { headers: { cookie } })).body).toContain('<title>page</title>');
    await client.stakeholders.add({ name: 'Harbour watch' });
    const [entry] = await lead.client.history.list({});
    expect(entry).toMatchObject({ name: 'stakeholders.add', person: 'Ana' });
    await lead.client.stakeholders.add({ name: 'Market committee' });
    expect((await lead.client.history.list({}))[0]?.person).toBe('');
    expect(await client.history.author()).toEqual({ person: 'Ana', isHelper: true });
    socket.close();
  });

  it('cannot reach the lead’s files, other people’s way in, or the room', async () => {
    const { client, socket } = await comeInAs('Ben');
    const refusals = await Promise.all(
      [
        () => client.project.close(),
        () => client.project.recent(),
        () => client.files.fromPath({ path: '/etc/passwd' }),
        () => client.files.projectFolder(),
        () => client.copies.list(),
        () => client.privacy.sharePreview(),
        () => client.room.close(),
        () => client.room.openToCoFacilitators(),
        () => client.room.coFacilitators(),
        () => client.history.setAuthor({ person: 'Lead' }),
      ].map((call) =>
        call().then(
          () => 'allowed',
          (error: { data?: { code?: string } }) => error.data?.code,
        ),
      ),
    );
    expect(refusals).toEqual(refusals.map(() => 'door/lead-only'));
    expect((await client.room.state()).coCode).toBe('');
    socket.close();
  });

  it('makes an output and takes it home; without the cookie nobody gets it', async () => {
    const { client, socket, cookie } = await comeInAs('Eli');
    const making = await client.outputs.make({ kind: 'open-data', language: 'en' });
    let step = await making.next();
    while (!step.done) step = await making.next();
    const listed = (await client.outputs.folder()).files.find(({ path }) => step.done && path === step.value.path);
    expect(listed?.file).toBeTruthy();
    const path = `/files/${encodeURIComponent(listed?.file ?? '')}`;
    const got = await ask(path, { headers: { cookie } });
    expect(got.status).toBe(200);
    expect(Number(got.headers['content-length'])).toBe(listed?.byteCount);
    expect(got.headers['content-disposition']).toContain('attachment');
    expect((await ask(path)).status).toBe(303);
    expect((await lead.client.history.list({}))[0]).toMatchObject({ name: 'outputs.make', person: 'Eli' });
    socket.close();
  });

  it('is shown out: the page closes and the cookie is worth nothing', async () => {
    const { socket, cookie, client } = await comeInAs('Carla');
    await client.project.current();
    const helpers = await lead.client.room.coFacilitators();
    const carla = helpers.find(({ name }) => name === 'Carla');
    expect(carla?.isConnected).toBe(true);
    const closed = new Promise((resolve) => socket.on('close', resolve));
    await lead.client.room.removeCoFacilitator({ id: carla?.id ?? '' });
    await closed;
    expect((await ask('/', { headers: { cookie } })).body).toContain('name="code"');
  });

  it('goes on where they were when the engine was killed and started again', async () => {
    await lead.client.room.state();
    const { cookie } = await comeInAs('Dora');
    process.kill(door.engineProcessId() ?? 0, 'SIGKILL');
    // Nobody at the machine starts it: the room needs it.
    const deadline = Date.now() + 20_000;
    let body = '';
    while (!body.includes('<title>page</title>') && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      body = (await ask('/', { headers: { cookie } })).body;
    }
    expect(body).toContain('<title>page</title>');
    lead.close();
    lead = await connectThroughDoor(door);
    expect((await lead.client.room.state()).coFacilitators).toMatchObject({ state: 'open', url });
  });

  it('finds nothing listening once the lead has closed the way', async () => {
    await lead.client.room.closeToCoFacilitators();
    const outcome = async () =>
      new Promise((resolve) => {
        const socket = connect({ host: '127.0.0.1', port });
        socket.once('connect', () => {
          socket.destroy();
          resolve('listening');
        });
        socket.once('error', () => resolve('refused'));
      });
    await expect.poll(outcome, { timeout: 5_000 }).toBe('refused');
  });
});
