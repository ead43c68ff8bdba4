import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { askServer, keyOf, type RoomServerFixture, startRoom, TestPhone } from '../fixtures/room-server.ts';

const rooms: RoomServerFixture[] = [];
afterEach(async () => {
  for (const room of rooms.splice(0)) await room.close();
});

async function openRoom(options: Parameters<typeof startRoom>[0] = {}): Promise<RoomServerFixture> {
  const room = await startRoom(options);
  rooms.push(room);
  return room;
}

async function phoneIn(room: RoomServerFixture, headers: Record<string, string> = {}): Promise<TestPhone> {
  const phone = new TestPhone(room.port, headers);
  await phone.join(room.desk.state().code);
  expect(phone.cookies.get('seat')).toBeTruthy();
  return phone;
}

const seats = (room: RoomServerFixture) => room.desk.devices().length;
const own = (room: RoomServerFixture) => ({ host: `127.0.0.1:${room.port}` });
const formHeaders = (room: RoomServerFixture) => ({ ...own(room), origin: room.url, 'content-type': 'application/x-www-form-urlencoded' });
const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>'\`\${7*7}</textarea></title><style>`;

describe('Text that somebody made', () => {
  it('stays text on every page, whoever typed it', async () => {
    const room = await openRoom({ city: { name: evil }, title: evil, asks: ['group'] });
    await room.client.workshops.addGroup({ workshopId: room.workshopId, name: evil, kind: 'table', people: 0, note: '' });
    const ids = [
      await room.addBallot('agree', [evil, { text: evil, picture: '"><script>' }], { question: evil, help: evil, settings: { hasReasons: true } }),
      await room.addBallot('statement', [], { question: evil }),
      await room.addBallot(
        'quiz',
        [
          { text: evil, quiz: { type: 'choice', choices: [evil, 'b'], correct: null } },
          { text: evil, quiz: { type: 'text', choices: [], correct: null } },
        ],
        { question: evil },
      ),
      await room.addBallot('pairwise', [evil, 'b'], { question: evil }),
      await room.addBallot('ranking', [evil, 'b'], { question: evil }),
    ].map(({ id }) => id);
    const phone = new TestPhone(room.port);
    const pages = [(await phone.get('/')).body, (await phone.join(room.desk.state().code)).body];
    pages.push((await phone.post('/who', { go: 'skip' })).body, (await phone.get('/who')).body);
    const [agree = '', statement = '', quiz = ''] = ids;
    for (const id of ids) pages.push((await phone.get(`/ballot/${id}`)).body);
    pages.push((await phone.answer(agree, { 0: '5', '0r': evil })).body, (await phone.get(`/ballot/${agree}?change`)).body);
    pages.push((await phone.answer(statement, { text: evil })).body, (await phone.get(`/ballot/${statement}?change`)).body);
    pages.push((await phone.answer(quiz, { 0: '0', 1: evil })).body, (await phone.get('/?list')).body);
    room.isAway = true;
    pages.push((await phone.post(`/ballot/${statement}`, { text: evil, key: evil, go: evil })).body);
    for (const page of pages) {
      expect(page).not.toMatch(/<script(?! src="\/watch\.js" async>)/);
      expect(page).not.toMatch(/<img|<style>[^<]*<style|onerror=alert\(1\)>/);
      expect(page.match(/<\/title>/g)).toHaveLength(1);
    }
    expect(pages.filter((page) => page.includes('&lt;script&gt;')).length).toBeGreaterThan(pages.length / 2);
  });

  it('runs nothing: each page names its own styles and our one script, and nothing else', async () => {
    const room = await openRoom();
    const { id } = await room.addBallot('dots', ['a', 'b']);
    const phone = await phoneIn(room);
    for (const path of ['/', '/who', `/ballot/${id}`, '/nothing']) {
      const { headers, body } = await phone.get(path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toContain('http');
      const style = /<style>([^<]*)<\/style>/.exec(body)?.[1] ?? '';
      expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
      expect(body).not.toMatch(/ style=| on\w+=|https?:\/\//);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
      });
    }
  });

  it('reaches the file without characters that turn or hide text', async () => {
    const room = await openRoom();
    const { id } = await room.addBallot('statement', []);
    const phone = await phoneIn(room);
    await phone.answer(id, { text: 'safe\u202e\u0000\u0007 street\r\nhere\ufeff' });
    expect((await room.client.ballots.statements({ ballotId: id })).map(({ text }) => text)).toEqual(['safe street\nhere']);
  });
});

describe('Codes and seats', () => {
  it('let nobody in by guessing: after ten wrong codes an address waits, even with the right one', async () => {
    const room = await openRoom();
    const phone = new TestPhone(room.port);
    const right = room.desk.state().code;
    const wrong = right === '000000' ? '000001' : '000000';
    for (let guess = 0; guess < 10; guess += 1) expect((await phone.join(wrong)).status).toBe(403);
    expect((await phone.join(wrong)).status).toBe(429);
    expect((await phone.join(right)).status).toBe(429);
    expect(seats(room)).toBe(0);
  });

  it('give one seat for a form that is sent many times at once', async () => {
    const room = await openRoom();
    const phones = Array.from({ length: 8 }, () => new TestPhone(room.port));
    const key = keyOf((await new TestPhone(room.port).get('/')).body);
    await Promise.all(phones.map((phone) => phone.post('/join', { code: room.desk.state().code, key, go: 'in' })));
    expect(seats(room)).toBe(1);
    expect(new Set(phones.map((phone) => phone.cookies.get('seat'))).size).toBe(1);
  });

  it('keep a phone that is in on its one seat, whatever it sends', async () => {
    const room = await openRoom();
    const phone = await phoneIn(room);
    for (let time = 0; time < 5; time += 1) await phone.post('/join', { code: room.desk.state().code, key: `${'k'.repeat(21)}${time}`, go: 'in' });
    expect(seats(room)).toBe(1);
  });

  it('are not found by making them up', async () => {
    const room = await openRoom();
    const { id } = await room.addBallot('statement', []);
    await phoneIn(room);
    for (const seat of ['x', 'x'.repeat(43), '../../etc', '1', "' OR 1=1 --", '%00', '[object Object]']) {
      const cookie = `seat=${encodeURIComponent(seat)}`;
      const page = await askServer(room.port, '/', { headers: { ...own(room), cookie } });
      expect(page.body, seat).toContain('name=code');
      const sent = await askServer(room.port, `/ballot/${id}`, {
        method: 'POST',
        headers: { ...formHeaders(room), cookie },
        body: `key=${'k'.repeat(22)}&go=send&text=hello`,
      });
      expect(sent.status).toBe(303);
    }
    expect(await room.client.ballots.statements({ ballotId: id })).toEqual([]);
  });

  it('travel in cookies that no script and no other site gets', async () => {
    const room = await openRoom();
    const page = await new TestPhone(room.port).get('/');
    const answer = await new TestPhone(room.port).postOnce('/join', { code: room.desk.state().code, key: keyOf(page.body), go: 'in' });
    expect(answer.headers['set-cookie']).toHaveLength(1);
    expect(String(answer.headers['set-cookie'])).toMatch(/^seat=[\w-]{20,}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(answer.body).not.toContain(room.desk.state().code);
  });

  it('end when the facilitator removes a phone', async () => {
    const room = await openRoom();
    const { id } = await room.addBallot('statement', []);
    const phone = await phoneIn(room);
    await phone.answer(id, { text: 'before' });
    room.desk.removeDevice(room.desk.devices()[0]?.id ?? '', { withAnswers: false });
    expect((await phone.answer(id, { text: 'after' })).body).toContain('name=code');
    expect((await room.client.ballots.statements({ ballotId: id })).map(({ text }) => text)).toEqual(['before']);
  });
});

describe('Answers', () => {
  it('count once, however often a form is sent', async () => {
    const room = await openRoom();
    const { id } = await room.addBallot('statement', []);
    const phone = await phoneIn(room);
    const fields = { key: keyOf((await phone.get(`/ballot/${id}`)).body), part: '0', go: 'send', text: 'once' };
    const all = await Promise.all(Array.from({ length: 6 }, () => phone.post(`/ballot/${id}`, fields)));
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    await phone.post(`/ballot/${id}`, fields);
    expect(await room.client.ballots.statements({ ballotId: id })).toHaveLength(1);
  });

  it('count once when the first answer was taken but never heard of', async () => {
    const room = await openRoom();
    const { id } = await room.addBallot('statement', []);
    const phone = await phoneIn(room);
    room.losesAnswers = true;
    const lost = await phone.answer(id, { text: 'heard once' });
    expect(lost.status).toBe(503);
    room.losesAnswers = false;
    const kept = /name=kept value="([^"]*)"/.exec(lost.body)?.[1] ?? '';
    const again = await phone.post(`/ballot/${id}`, { kept: kept.replace(/&#39;/g, "'").replace(/&amp;/g, '&'), go: 'send' });
    expect(again.body).toContain('heard once');
    expect(await room.client.ballots.statements({ ballotId: id })).toHaveLength(1);
  });

  it('are not taken without a key of a form of ours', async () => {
    const room = await openRoom();
    const { id } = await room.addBallot('statement', []);
    const phone = await phoneIn(room);
    for (const key of ['', 'short', 'x'.repeat(500), evil]) expect((await phone.post(`/ballot/${id}`, { key, go: 'send', text: 'a' })).status).toBe(409);
    expect(await room.client.ballots.statements({ ballotId: id })).toEqual([]);
  });

  it('are not taken for a ballot that waits, is closed, or is not there', async () => {
    const room = await openRoom();
    const draft = await room.addBallot('dots', ['a', 'b'], { stays: 'draft' });
    const closed = await room.addBallot('dots', ['a', 'b']);
    await room.addBallot('dots', ['a', 'b']);
    await room.client.ballots.close({ id: closed.id });
    const phone = await phoneIn(room);
    for (const id of [draft.id, closed.id, room.workshopId, 'x']) {
      const answer = await phone.post(`/ballot/${id}`, { key: 'k'.repeat(22), go: 'send', 0: '1' });
      expect(answer.status, id).toBe(410);
    }
    expect((await room.client.ballots.list({ workshopId: room.workshopId })).map(({ turnout }) => turnout.phone)).toEqual([0, 0, 0]);
  });

  it('over the rules come back with what was given, and nothing is written', async () => {
    const room = await openRoom();
    const { id } = await room.addBallot('dots', ['a', 'b', 'c'], { settings: { dotsPerPerson: 2, capPerOption: 1 } });
    const phone = await phoneIn(room);
    const page = await phone.answer(id, { 0: '50', 1: '1', 2: '1' });
    expect(page.status).toBe(409);
    expect(page.body).toContain('class=bad');
    expect((await room.client.ballots.one({ id })).turnout.phone).toBe(0);
  });

  it('of others are on no page while a ballot is open', async () => {
    const room = await openRoom();
    const { id } = await room.addBallot('statement', []);
    const [one, other] = [await phoneIn(room), await phoneIn(room)];
    await one.answer(id, { text: 'my own secret words' });
    for (const path of ['/', `/ballot/${id}`, `/ballot/${id}?change`, '/state', '/?list']) expect((await other.get(path)).body).not.toContain('secret');
  });
});

describe('Requests from elsewhere', () => {
  it('under another name are not answered (DNS rebinding)', async () => {
    const room = await openRoom();
    const phone = await phoneIn(room);
    for (const host of [
      'evil.example',
      `evil.example:${room.port}`,
      '127.0.0.1',
      `localhost:${room.port}`,
      `127.0.0.1:${room.port}.evil.example`,
      `127.0.0.1:${room.port}@evil.example`,
    ]) {
      const before = room.asked.length;
      const answer = await askServer(room.port, '/', { headers: { host, cookie: phone.cookie } });
      expect([400, 403], host).toContain(answer.status);
      expect(room.asked.length).toBe(before);
    }
  });

  it('by a page of another site change nothing', async () => {
    const room = await openRoom();
    const { id } = await room.addBallot('statement', []);
    const phone = await phoneIn(room);
    const fields = { key: 'k'.repeat(22), go: 'send', text: 'forged' };
    const strange: Record<string, string | undefined>[] = [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: `https://127.0.0.1:${room.port}` },
      { origin: undefined },
      { origin: undefined, referer: 'http://evil.example/' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of strange)
      for (const path of [`/ballot/${id}`, '/join', '/who', '/look']) expect((await phone.postOnce(path, fields, headers)).status).toBe(403);
    expect(await room.client.ballots.statements({ ballotId: id })).toEqual([]);
  });

  it('that only read change nothing, whatever they carry', async () => {
    const room = await openRoom();
    const { id } = await room.addBallot('statement', []);
    const phone = await phoneIn(room);
    for (const path of [`/ballot/${id}?go=send&text=a&key=${'k'.repeat(22)}`, `/join?code=${room.desk.state().code}`, '/who?go=skip', '/look?go=language-ar']) {
      const answer = await phone.get(path);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect(room.asked.filter((name) => name === 'answer' || name === 'describe')).toEqual([]);
    expect(room.asked.filter((name) => name === 'join')).toHaveLength(1);
  });
});

describe('What can be reached', () => {
  it('is the pages and nothing of the project, the disk or the engine', async () => {
    const room = await openRoom();
    const phone = await phoneIn(room);
    const paths = [
      '/engine',
      '/files',
      '/files/x',
      '/rpc',
      '/api',
      '/index.html',
      '/assets/a.js',
      '/.git/config',
      '/city.citysafety',
      '/room/room.css',
      '/watch.js/../room.css',
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/..%5cpackage.json',
      '//etc/passwd',
      '/ballot/../../etc/passwd',
      '/ballot/%2e%2e%2fx',
      '/%00',
      '/ballot/%00',
      '/who/../../x',
      '/state/x',
      '/generate_204',
      '/hotspot-detect.html',
    ];
    for (const path of paths) {
      const answer = await askServer(room.port, path, { headers: { ...own(room), cookie: phone.cookie } });
      expect([303, 400, 404, 410], path).toContain(answer.status);
      expect(answer.body).not.toMatch(/root:|"name": "city|SQLite|"version":/);
    }
    expect(new Set(room.asked)).toEqual(new Set(['look', 'join']));
  });

  it('is read and sent, and no other method', async () => {
    const room = await openRoom();
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE']) {
      const answer = await askServer(room.port, '/', { method, headers: { ...own(room), origin: room.url } });
      expect(answer.status, method).toBe(405);
      expect(answer.headers.allow).toBe('GET, HEAD, POST');
    }
    expect((await askServer(room.port, '/', { method: 'POST', headers: formHeaders(room), body: 'a=1' })).status).toBe(404);
    expect((await askServer(room.port, '/', { method: 'HEAD', headers: own(room) })).status).toBe(200);
  });

  it('says neither what serves it nor what went wrong inside', async () => {
    const room = await openRoom();
    const phone = await phoneIn(room);
    room.isAway = true;
    for (const answer of [await phone.get('/'), await phone.get('/state'), await phone.post('/who', { go: 'skip' })]) {
      expect(answer.status).toBe(503);
      expect(answer.body).not.toMatch(/Error|at \/|node:|away/);
      expect(answer.headers['x-powered-by']).toBeUndefined();
      expect(answer.headers.server).toBeUndefined();
    }
  });
});

describe('Too much', () => {
  it('text is refused, announced or not', async () => {
    const room = await openRoom();
    const { id } = await room.addBallot('statement', []);
    const phone = await phoneIn(room);
    const body = `key=${'k'.repeat(22)}&go=send&text=${'x'.repeat(17 * 1024)}`;
    for (const transfer of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await askServer(room.port, `/ballot/${id}`, {
        method: 'POST',
        headers: { ...formHeaders(room), cookie: phone.cookie, ...transfer },
        body,
      });
      expect(answer.status).toBe(413);
    }
    const long = await phone.answer(id, { text: 'x'.repeat(1_200) });
    expect(long.status).toBe(409);
    expect(long.body).toContain('x'.repeat(1_200));
    expect(await room.client.ballots.statements({ ballotId: id })).toEqual([]);
  });

  it('of other kinds of bodies is not read', async () => {
    const room = await openRoom();
    for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain', ''])
      expect((await askServer(room.port, '/join', { method: 'POST', headers: { ...formHeaders(room), 'content-type': type }, body: '{}' })).status).toBe(415);
  });

  it('of headers is cut', async () => {
    const room = await openRoom();
    const answer = await raw(room.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431/);
  });

  it('haste of one phone slows that phone down, kindly, and no other', async () => {
    const room = await openRoom({ limits: { seat: { atOnce: 5, perSecond: 0.01 } } });
    const { id } = await room.addBallot('statement', []);
    const [hasty, calm] = [await phoneIn(room), await phoneIn(room)];
    let answer = await hasty.get('/');
    for (let time = 0; time < 8 && answer.status === 200; time += 1) answer = await hasty.get('/');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    const kept = await hasty.post(`/ballot/${id}`, { key: 'k'.repeat(22), go: 'send', text: 'still here' });
    expect(kept.status).toBe(429);
    expect(kept.body).toContain('still here');
    expect((await calm.get('/')).status).toBe(200);
  });

  it('from one address is slowed down as a whole', async () => {
    const room = await openRoom({ limits: { address: { atOnce: 10, perSecond: 0.01 } } });
    const statuses = await Promise.all(Array.from({ length: 20 }, () => askServer(room.port, '/', { headers: own(room) }).then(({ status }) => status)));
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });
});

describe('Broken and slow clients', () => {
  it('that send no HTTP are cut, and the others are served', async () => {
    const room = await openRoom();
    for (const text of [
      '\u0000\u0001\u0002',
      'GET\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n`,
      `POST /join HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\nContent-Length: -1\r\n\r\n`,
      `POST /join HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n',
    ])
      expect(await raw(room.port, text), JSON.stringify(text)).toMatch(/^(HTTP\/1\.1 4\d\d|$)/);
    expect((await new TestPhone(room.port).get('/')).status).toBe(200);
  });

  it('that say half a header for ever are cut', async () => {
    const room = await openRoom({ limits: { headersTimeoutMs: 300, requestTimeoutMs: 600 } });
    const started = Date.now();
    const socket = await opened(room.port);
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\n`);
    const drip = setInterval(() => socket.writable && socket.write('X-a: b\r\n'), 50);
    await gone(socket);
    clearInterval(drip);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('that send a body drop by drop are cut', async () => {
    const room = await openRoom({ limits: { headersTimeoutMs: 300, requestTimeoutMs: 600 } });
    const socket = await opened(room.port);
    socket.write(
      `POST /join HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\nOrigin: ${room.url}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\n`,
    );
    const drip = setInterval(() => socket.writable && socket.write('x'), 50);
    await gone(socket);
    clearInterval(drip);
  });

  it('that ask without end and never read an answer are cut at once', async () => {
    const room = await openRoom();
    const socket = await opened(room.port);
    socket.pause();
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\n\r\n`.repeat(3_000));
    await pause(1_500);
    await gone(socket);
    expect(room.asked.length).toBeLessThan(20);
  });

  it('that hold a connection and say nothing are cut', async () => {
    const room = await openRoom({ limits: { idleTimeoutMs: 400, keepAliveMs: 400 } });
    const [silent, after] = await Promise.all([opened(room.port), opened(room.port)]);
    after.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\n\r\n`);
    await Promise.all([gone(silent), gone(after)]);
  });

  it('that hold every connection give way to those who want something', async () => {
    const room = await openRoom({ limits: { connectionsPerAddress: 20, connections: 30 } });
    const held = await Promise.all(Array.from({ length: 20 }, () => opened(room.port)));
    for (const socket of held) socket.write('GET / HT');
    const phone = await phoneIn(room);
    expect((await phone.get('/')).status).toBe(200);
    for (const socket of held) socket.destroy();
  });
});

describe('The end', () => {
  it('of the room shows on every phone, and takes no more answers', async () => {
    const room = await openRoom();
    const { id } = await room.addBallot('statement', []);
    const phone = await phoneIn(room);
    const key = keyOf((await phone.get(`/ballot/${id}`)).body);
    room.desk.close();
    expect((await phone.get('/')).body).toContain('The room is closed');
    expect((await phone.post(`/ballot/${id}`, { key, go: 'send', text: 'late' })).body).toContain('The room is closed');
    expect(await room.client.ballots.statements({ ballotId: id })).toEqual([]);
  });

  it('of the server frees the port at once, with phones on it', async () => {
    const room = await openRoom();
    await phoneIn(room);
    const socket = await opened(room.port);
    await room.closeServer();
    await gone(socket);
    const outcome = await new Promise((resolve) => {
      connect({ host: '127.0.0.1', port: room.port })
        .once('connect', () => resolve('open'))
        .once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    expect(outcome).toBe('ECONNREFUSED');
  });
});

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port }, () => resolve(socket));
    socket.once('error', reject);
    socket.on('error', () => {});
  });
}

function gone(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) return resolve();
    socket.resume();
    socket.once('close', () => resolve());
  });
}

/** What comes back for these bytes until the connection ends. */
async function raw(port: number, text: string): Promise<string> {
  const socket = await opened(port);
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    answer += chunk;
    // Enough for the first line; a connection that is kept open would end on its own only later.
    if (answer.includes('\r\n\r\n')) socket.destroy();
  });
  socket.write(text);
  const tooLate = setTimeout(() => socket.destroy(), 3_000);
  await gone(socket);
  clearTimeout(tooLate);
  return answer;
}
