import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { sessionClock } from '#shared/methods/session-clock.ts';
import { type EngineFixture, newProject, refusalOf, withEngine } from '../../fixtures/engine.ts';

const finish = async (stream: AsyncIterator<unknown>) => {
  for (;;) if ((await stream.next()).done) return;
};
const newWorkshop = (city: EngineFixture, template = '') => city.client.workshops.add({ title: 'Two days', template });

describe('a workshop', () => {
  test.each(['en', 'es', 'ar'])('is made from every shipped agenda in %s, each item whole', async (language) => {
    const { client } = await newProject();
    const agendas = await client.workshops.agendas({ language });
    expect(agendas.map(({ id }) => id)).toEqual(['half-day-rapid', 'one-day-rapid', 'one-day-detailed', 'two-days-rapid', 'two-days-detailed', 'training-day']);
    for (const agenda of agendas) {
      const workshop = await client.workshops.add({ template: agenda.id, language, startTime: '08:30' });
      const sessions = await client.workshops.sessions({ workshopId: workshop.id });
      expect(workshop).toMatchObject({ title: agenda.title, kind: agenda.kind, depth: agenda.depth });
      expect(sessions).toHaveLength(agenda.sessions.length);
      for (const session of sessions) {
        expect(session.title).not.toBe('');
        if (session.kind === 'work') expect([session.purpose, session.how, session.task].every(Boolean), session.title).toBe(true);
      }
      expect(sessions.filter(({ plannedStart }) => plannedStart === '08:30').map(({ day }) => day)).toEqual(agenda.days === 2 ? [1, 2] : [1]);
    }
  });

  test('with an unknown agenda, or an end before its beginning, is refused', async () => {
    const { client } = await newProject();
    await expect(refusalOf(client.workshops.add({ template: 'nothing' }))).resolves.toMatchObject({ code: 'object/not-found' });
    const refused = client.workshops.add({ title: 'T', startsOn: '2026-03-02', endsOn: '2026-03-01' });
    await expect(refusalOf(refused)).resolves.toMatchObject({ code: 'workshop/ends-before-start' });
  });

  test('is removed with all that hangs on it, and comes back with one undo', async () => {
    const city = await newProject();
    const { client } = city;
    const { id: workshopId } = await newWorkshop(city, 'half-day-rapid');
    await client.workshops.addParticipants({ workshopId, people: [{ name: 'Amina Salah', consent: { list: true } }, {}] });
    await client.workshops.formGroups({ workshopId, tables: 2, balance: [], seed: 1, day: null, name: 'Table #' });
    await client.workshops.addLogEntry({ workshopId, kind: 'decision', text: 'Light first' });
    const before = await Promise.all([
      client.workshops.sessions({ workshopId }),
      client.workshops.participants({ workshopId }),
      client.workshops.log({ workshopId }),
    ]);
    await client.workshops.remove({ id: workshopId });
    expect(await client.workshops.list()).toEqual([]);
    expect(city.project().reader.prepare('SELECT count(*) FROM person').pluck().get()).toBe(0);
    await client.history.undo();
    const after = await Promise.all([
      client.workshops.sessions({ workshopId }),
      client.workshops.participants({ workshopId }),
      client.workshops.log({ workshopId }),
    ]);
    expect(after).toEqual(before);
  });
});

describe('the clock of a session', () => {
  test('starting one ends the other; it goes by stored instants through a restart, and every change says its session', async () => {
    let minute = 0;
    const city = await newProject({ now: () => new Date(Date.UTC(2026, 1, 18, 9, minute)) });
    const { client } = city;
    const { id: workshopId } = await newWorkshop(city, 'half-day-rapid');
    const [first, second] = await client.workshops.sessions({ workshopId });
    await client.workshops.startSession({ id: first?.id ?? '' });
    minute = 20;
    await client.workshops.startSession({ id: second?.id ?? '' });
    expect((await client.workshops.sessions({ workshopId }))[0]).toMatchObject({ endedAt: '2026-02-18T09:20:00.000Z' });
    await client.stakeholders.add({ name: 'Police' });
    await client.workshops.addMinutes({ id: second?.id ?? '', minutes: 5 });
    const file = city.engine.services.files.hand(city.path);
    await client.project.close();
    await client.project.open({ file });
    minute = 30;
    const running = await client.workshops.running();
    expect(running).toMatchObject({ session: { id: second?.id, addedMinutes: 5 }, now: '2026-02-18T09:30:00.000Z' });
    if (running) expect(sessionClock(running.session, Date.parse(running.now))).toMatchObject({ state: 'running', elapsedSeconds: 600, leftSeconds: 20 * 60 });
    await client.stakeholders.add({ name: 'Market' });
    await client.workshops.endSession({ id: second?.id ?? '' });
    await client.stakeholders.add({ name: 'School' });
    const sessionOf = city.project().reader.prepare<[string], string | null>("SELECT session_id FROM change WHERE params LIKE '%' || ? || '%'").pluck();
    expect(['Police', 'Market', 'School'].map((name) => sessionOf.get(name))).toEqual([second?.id, second?.id, null]);
  });

  test('an undone start no longer marks changes', async () => {
    const city = await newProject();
    const { id: workshopId } = await newWorkshop(city, 'half-day-rapid');
    const [first] = await city.client.workshops.sessions({ workshopId });
    await city.client.workshops.startSession({ id: first?.id ?? '' });
    expect(city.project().author.sessionId).toBe(first?.id);
    await city.client.history.undo();
    expect(city.project().author.sessionId).toBeNull();
  });

  test('a session never becomes shorter than a minute', async () => {
    const city = await newProject();
    const { id: workshopId } = await newWorkshop(city);
    const { id } = await city.client.workshops.addSession({ workshopId, title: 'Short', minutes: 10 });
    expect(await city.client.workshops.addMinutes({ id, minutes: -60 })).toMatchObject({ addedMinutes: -9 });
  });
});

describe('the attendance list', () => {
  test('keeps nothing personal without consent', async () => {
    const city = await newProject();
    const { client } = city;
    const { id: workshopId } = await newWorkshop(city);
    const add = (person: object) => refusalOf(client.workshops.addParticipants({ workshopId, people: [person] }));
    await expect(add({ name: 'Amina Salah' })).resolves.toMatchObject({ code: 'workshop/consent-needed' });
    await expect(add({ name: 'Amina Salah', consent: { list: true }, phone: '0123456' })).resolves.toMatchObject({ code: 'workshop/contact-consent-needed' });
    expect(await client.workshops.participants({ workshopId })).toEqual([]);
    expect(city.project().reader.prepare('SELECT count(*) FROM person').pluck().get()).toBe(0);
    const [nameless] = await client.workshops.addParticipants({ workshopId, people: [{ role: 'Teacher', attributes: { gender: 'woman' } }] });
    expect(nameless).toMatchObject({ name: '', number: 1, personId: null, consentAt: null });
  });

  test('links people the project knows and does not double them', async () => {
    const city = await newProject();
    const { client } = city;
    const { id: workshopId } = await newWorkshop(city);
    const police = await client.stakeholders.add({ name: 'Police' });
    await client.people.addContact({ stakeholderId: police.id, role: 'Press officer', details: { name: 'Luis Ortega' } });
    const [known] = await client.workshops.knownPeople({ workshopId });
    expect(known).toMatchObject({ name: 'Luis Ortega', stakeholderId: police.id, role: 'Press officer' });
    await client.workshops.addParticipants({ workshopId, people: [{ name: ' luis  ortega ', stakeholderId: police.id, consent: { list: true } }] });
    expect(await client.people.list()).toHaveLength(1);
    expect(await client.workshops.participants({ workshopId })).toMatchObject([{ name: 'Luis Ortega', isKnownElsewhere: true }]);
    expect(await client.workshops.knownPeople({ workshopId })).toEqual([]);
  });

  test('consent taken back takes the name, and the person where nothing else names them', async () => {
    const city = await newProject();
    const { client } = city;
    const { id: workshopId } = await newWorkshop(city);
    const [person] = await client.workshops.addParticipants({
      workshopId,
      people: [{ name: 'Amina Salah', phone: '0123456', role: 'Trader', consent: { list: true, contact: true } }],
    });
    const id = person?.id ?? '';
    expect(await client.workshops.updateParticipant({ id, patch: { consent: { list: true } } })).toMatchObject({ name: 'Amina Salah', phone: '' });
    expect(await client.workshops.updateParticipant({ id, patch: { consent: {} } })).toMatchObject({ name: '', role: 'Trader', personId: null });
    expect(city.project().reader.prepare('SELECT count(*) FROM person').pluck().get()).toBe(0);
  });

  test('a person deleted for good leaves the list and the file', async () => {
    const city = await newProject();
    const { client } = city;
    const { id: workshopId } = await newWorkshop(city);
    const [person] = await client.workshops.addParticipants({ workshopId, people: [{ name: 'Amina Salah', consent: { list: true } }, { role: 'Guard' }] });
    await client.privacy.erase({ personId: person?.personId ?? '', asAuthor: true, inTexts: true });
    expect(await client.workshops.participants({ workshopId })).toMatchObject([{ name: '', role: 'Guard' }]);
    expect(city.project().reader.prepare("SELECT count(*) FROM edit WHERE after LIKE '%Amina%'").pluck().get()).toBe(0);
  });

  test('marks who was there by day', async () => {
    const city = await newProject();
    const { id: workshopId } = await newWorkshop(city);
    const people = await city.client.workshops.addParticipants({ workshopId, people: [{ presentDays: [1] }, {}, {}] });
    await city.client.workshops.setPresent({ workshopId, day: 2, ids: people.slice(0, 2).map(({ id }) => id) });
    expect((await city.client.workshops.participants({ workshopId })).map(({ presentDays }) => presentDays)).toEqual([[1, 2], [2], []]);
  });
});

describe('groups', () => {
  test('everybody sits at a table, whose people are counted; a table somebody voted at stays', async () => {
    const city = await newProject();
    const { client } = city;
    const { id: workshopId } = await newWorkshop(city);
    await client.workshops.addParticipants({
      workshopId,
      people: Array.from({ length: 10 }, (_, index) => ({ attributes: { gender: index % 2 ? 'man' : 'woman' } })),
    });
    const form = (tables: number) => client.workshops.formGroups({ workshopId, tables, balance: ['gender'], seed: 3, day: null, name: 'Table #' });
    expect((await form(3)).map(({ name, people }) => [name, people])).toEqual([
      ['Table 1', 4],
      ['Table 2', 3],
      ['Table 3', 3],
    ]);
    const [, , third] = await client.workshops.groups({ workshopId });
    const priority = await client.priorities.add({ title: 'Light', findingId: null });
    await client.priorities.setTally({ groupId: third?.id ?? '', priorityId: priority.id, dots: 2 });
    expect((await form(2)).map(({ name, people }) => [name, people])).toEqual([
      ['Table 1', 5],
      ['Table 2', 5],
      ['Table 3', 0],
    ]);
  });

  test('nobody is put into a group of identity by somebody else', async () => {
    const city = await newProject();
    const { client } = city;
    const { id: workshopId } = await newWorkshop(city);
    const [person] = await client.workshops.addParticipants({ workshopId, people: [{}] });
    const { id: groupId } = await client.workshops.addGroup({ workshopId, name: 'Women', kind: 'identity' });
    await expect(refusalOf(client.workshops.seat({ ids: [person?.id ?? ''], groupId }))).resolves.toMatchObject({ code: 'workshop/self-declared-only' });
  });
});

describe('the log', () => {
  test('what is noted belongs to the session that runs; what is parked is open', async () => {
    const city = await newProject();
    const { client } = city;
    const { id: workshopId } = await newWorkshop(city, 'half-day-rapid');
    const [first] = await client.workshops.sessions({ workshopId });
    await client.workshops.startSession({ id: first?.id ?? '' });
    const parked = await client.workshops.addLogEntry({ workshopId, kind: 'parking', text: 'Bars' });
    expect(parked).toMatchObject({ sessionId: first?.id, status: 'open' });
    const dropped = await client.workshops.updateLogEntry({ id: parked.id, patch: { status: 'dropped', reason: 'Not ours' } });
    expect(dropped).toMatchObject({ status: 'dropped', reason: 'Not ours' });
    await client.workshops.removeSession({ id: first?.id ?? '' });
    expect(await client.workshops.log({ workshopId })).toMatchObject([{ text: 'Bars', sessionId: null }]);
  });
});

describe('photos', () => {
  const picture = (city: EngineFixture, name: string, bytes: Buffer) => {
    const path = join(city.folder, name);
    writeFileSync(path, bytes);
    return city.engine.services.files.hand(path);
  };
  const noise = (width: number, height: number) => {
    const canvas = createCanvas(width, height);
    const pen = canvas.getContext('2d');
    for (let x = 0; x < width; x += 20) {
      for (let y = 0; y < height; y += 20) {
        pen.fillStyle = `rgb(${(x * 7) % 255} ${(y * 5) % 255} ${(x * y) % 255})`;
        pen.fillRect(x, y, 20, 20);
      }
    }
    return canvas;
  };

  test('are made small, without what the camera wrote, and cost their size once, also removed and brought back', async () => {
    const city = await newProject();
    const { client } = city;
    const { id: workshopId } = await newWorkshop(city);
    const secret = Buffer.from('Exif\0\0 GPS 19.4326 -99.1332');
    const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, secret.length + 2]);
    const jpeg = Buffer.concat([head, secret, noise(3000, 2000).toBuffer('image/jpeg', 95).subarray(2)]);
    const sizeNow = () => {
      city.project().reader.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      return statSync(city.path).size;
    };
    const before = sizeNow();
    const photo = await client.workshops.addPhoto({ workshopId, file: picture(city, 'wall.jpg', jpeg), caption: 'Wall' });
    expect(photo).toMatchObject({ width: 1600, height: 1067, showsPeople: true, mayBePublished: false });
    const whole = Buffer.from((await client.workshops.photoImage({ id: photo.id, size: 'whole' })).base64, 'base64');
    expect(whole.includes('GPS')).toBe(false);
    expect((await loadImage(whole)).width).toBe(1600);
    const small = Buffer.from((await client.workshops.photoImage({ id: photo.id, size: 'small' })).base64, 'base64');
    expect((await loadImage(small)).width).toBe(320);
    await client.workshops.removePhoto({ id: photo.id });
    await client.history.undo();
    expect(await client.workshops.photos({ workshopId })).toMatchObject([{ caption: 'Wall', byteCount: whole.length }]);
    expect(sizeNow() - before).toBeLessThan((whole.length + small.length) * 1.2 + 40_000);
  });

  test('leave the file when the history is tidied after they were removed', async () => {
    const city = await newProject();
    const { client } = city;
    const { id: workshopId } = await newWorkshop(city);
    const { id } = await client.workshops.addPhoto({ workshopId, file: picture(city, 'a.png', noise(400, 300).toBuffer('image/png')) });
    const kept = () => city.project().reader.prepare('SELECT count(*) FROM photo_content').pluck().get();
    await client.workshops.removePhoto({ id });
    expect(kept()).toBe(1);
    await client.history.compact({});
    expect(kept()).toBe(0);
  });

  test.each([
    ['a text', Buffer.from('hello, this is no picture at all'), 'photo/not-a-picture'],
    ['half a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77]), 'photo/damaged'],
    [
      'a PNG that claims to be enormous',
      Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
        Buffer.from([0, 1, 0, 0, 0, 1, 0, 0]),
        Buffer.alloc(20),
      ]),
      'photo/too-large',
    ],
  ])('refuse %s', async (_what, bytes, code) => {
    const city = await newProject();
    const { id: workshopId } = await newWorkshop(city);
    await expect(refusalOf(city.client.workshops.addPhoto({ workshopId, file: picture(city, 'x.jpg', bytes) }))).resolves.toMatchObject({ code });
    expect(await city.client.workshops.photos({ workshopId })).toEqual([]);
  });
});

test('a copy without personal data has no list, and no photo of people who did not agree to be seen', async () => {
  const city = await newProject();
  const { client } = city;
  const { id: workshopId } = await newWorkshop(city);
  const canvas = createCanvas(50, 40);
  const add = (name: string, patch: object) => {
    const path = join(city.folder, name);
    writeFileSync(path, canvas.toBuffer('image/png'));
    return client.workshops.addPhoto({ workshopId, file: city.engine.services.files.hand(path), ...patch });
  };
  await add('faces.png', { caption: 'Faces' });
  await add('wall.png', { caption: 'Wall', showsPeople: false });
  await client.workshops.addParticipants({ workshopId, people: [{ name: 'Amina Salah', consent: { list: true } }, { accessNeeds: 'Ramp' }] });
  const shared = join(city.folder, 'shared.citysafety');
  await finish(await client.privacy.share({ file: city.engine.services.files.hand(shared), keepPassphrase: true, keepInTexts: [] }));
  const other = withEngine();
  await other.client.project.open({ file: other.engine.services.files.hand(shared) });
  expect(await other.client.workshops.participants({ workshopId })).toEqual([]);
  expect((await other.client.workshops.photos({ workshopId })).map(({ caption }) => caption)).toEqual(['Wall']);
  expect(other.project().reader.prepare('SELECT count(*) FROM photo_content').pluck().get()).toBe(1);
});

test('the closing evaluation is a quiz in every language', async () => {
  const { client } = await newProject();
  for (const language of ['en', 'es', 'ar']) {
    const { question, options } = await client.workshops.evaluation({ language });
    expect(question).not.toBe('');
    expect(options.map(({ quiz }) => quiz?.type)).toEqual(['level', 'level', 'level', 'choice', 'yes-no', 'text', 'text']);
    expect(options[3]?.quiz?.choices).toHaveLength(5);
  }
});
