import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createEngine } from '#main/engine/engine.ts';
import { migrations } from '#main/engine/project/migrations/migrations.ts';
import { applicationId } from '#main/engine/project/project-file.ts';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { FileCopy } from '#shared/domain/copies.ts';
import { type EngineFixture, newProject, refusalOf, resourcesFolder, temporaryFolder, withEngine } from '../../fixtures/engine.ts';

async function makeCopy(client: EngineClient): Promise<FileCopy> {
  const stream = await client.copies.make();
  for (;;) {
    const next = await stream.next();
    if (next.done) return next.value;
  }
}
const names = async (client: EngineClient) => (await client.stakeholders.list()).map(({ name }) => name).sort();
const handed = ({ engine }: EngineFixture, path: string) => engine.services.files.hand(path);
/** Everything below a folder that is not a finished copy. */
const leftOvers = (folder: string) => readdirSync(folder, { recursive: true }).filter((name) => /\.part|\.restoring|-journal|-wal/.test(String(name)));

describe('a copy made now', () => {
  test('is a whole project file of its own that says what it holds', async () => {
    const { client, folder } = await newProject();
    await client.stakeholders.add({ name: 'Police' });
    const copy = await makeCopy(client);
    expect(copy).toMatchObject({
      reason: 'asked',
      place: 'main',
      problem: null,
      contents: { cityName: 'Puerto Prueba', revision: 2, counts: { stakeholders: 1, areas: 0 } },
    });
    expect(copy.path.startsWith(join(folder, 'Copies', 'Puerto Prueba '))).toBe(true);
    const connection = new Database(copy.path, { readonly: true });
    expect([connection.pragma('application_id', { simple: true }), connection.pragma('integrity_check', { simple: true })]).toEqual([applicationId, 'ok']);
    expect(connection.prepare('SELECT name FROM stakeholder').pluck().all()).toEqual(['Police']);
    connection.close();
    expect(leftOvers(folder)).toEqual([]);
  });

  test('is listed with what is different now', async () => {
    const { client } = await newProject();
    await client.stakeholders.add({ name: 'Police' });
    await makeCopy(client);
    await client.stakeholders.add({ name: 'Fire brigade' });
    const { now, copies } = await client.copies.list();
    expect(now.counts).toMatchObject({ stakeholders: 2, changes: 3 });
    expect(copies).toHaveLength(1);
    expect(copies[0]?.contents).toMatchObject({
      counts: { stakeholders: 1, changes: 2 },
      lastChange: { name: 'stakeholders.add', params: { name: 'Police' } },
    });
    expect(await client.copies.state()).toMatchObject({ problem: null, secondProblem: null, isWorking: false });
  });

  test('holds what is changed while it is made, and the engine answers meanwhile', async () => {
    const { client, project } = await newProject();
    project().change({ name: 'test', subjects: ['stakeholders'] }, ({ connection }) => {
      const insert = connection.prepare(
        "INSERT INTO stakeholder (id, name, sector, kind, mandate, represents, note) VALUES (?, ?, 'police', 'public-body', '', '[]', ?)",
      );
      for (let i = 0; i < 3000; i++) insert.run(`018f0000-0000-7000-8000-${String(i).padStart(12, '0')}`, `Body ${i}`, 'x'.repeat(8000));
    });
    const making = makeCopy(client);
    let added = 0;
    let longestMs = 0;
    const isDone = making.then(() => true);
    while (!(await Promise.race([isDone, new Promise<false>((resolve) => setTimeout(() => resolve(false), 1))]))) {
      const start = performance.now();
      await client.risks.list();
      if (added < 5) await client.stakeholders.add({ name: `Added ${added++}` });
      longestMs = Math.max(longestMs, performance.now() - start);
    }
    const copy = await making;
    const connection = new Database(copy.path, { readonly: true });
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(connection.prepare("SELECT count(*) FROM stakeholder WHERE name LIKE 'Added%'").pluck().get()).toBeGreaterThan(0);
    connection.close();
    expect(longestMs).toBeLessThan(500);
  });
});

describe('automatic copies', () => {
  const automatic = (now: () => Date) => {
    const folder = temporaryFolder();
    const engine = createEngine({
      folders: { settings: join(folder, 'settings'), projects: folder, resources: resourcesFolder, temporary: join(folder, 'temporary') },
      copiesAutomatically: true,
      now,
    });
    const client = engine.client({ kind: 'cli', mayNamePaths: true });
    const end = () => {
      engine.close();
      rmSync(folder, { recursive: true, force: true });
    };
    return { folder, engine, client, path: join(folder, 'city.citysafety'), end };
  };
  const copiesIn = (folder: string) => readdirSync(join(folder, 'Copies'), { recursive: true }).filter((name) => String(name).endsWith('.citysafety'));

  test('are made every ten minutes of work, and only when something changed', async () => {
    let now = new Date(2026, 10, 21, 9, 0);
    const { engine, client, folder, path, end } = automatic(() => now);
    await client.project.create({ file: engine.services.files.hand(path), city: { name: 'Puerto Prueba' } });
    const minutes = async (count: number) => {
      now = new Date(now.getTime() + count * 60_000);
      await engine.services.copies.tick();
    };
    await minutes(11);
    expect(existsSync(join(folder, 'Copies'))).toBe(false);
    await client.stakeholders.add({ name: 'Police' });
    await minutes(1);
    expect(copiesIn(folder)).toHaveLength(1);
    await client.stakeholders.add({ name: 'Fire brigade' });
    await minutes(5);
    expect(copiesIn(folder)).toHaveLength(1);
    await minutes(6);
    expect(copiesIn(folder)).toHaveLength(2);
    await minutes(60);
    expect(copiesIn(folder)).toHaveLength(2);
    end();
  });

  test('one at close, by the door that waits or by the last net', async () => {
    const { engine, client, folder, path, end } = automatic(() => new Date(2026, 10, 21, 9, 0));
    const file = engine.services.files.hand(path);
    await client.project.create({ file, city: { name: 'Puerto Prueba' } });
    await client.stakeholders.add({ name: 'Police' });
    await client.project.close();
    expect(copiesIn(folder)).toHaveLength(1);
    await client.project.open({ file });
    await client.project.close();
    expect(copiesIn(folder)).toHaveLength(1);
    await client.project.open({ file });
    await client.stakeholders.add({ name: 'Fire brigade' });
    engine.services.session.close();
    expect(copiesIn(folder)).toHaveLength(2);
    expect(leftOvers(folder)).toEqual([]);
    end();
  });

  test('a second folder that is not there is a quiet notice, and is served when it is back', async () => {
    let now = new Date(2026, 10, 21, 9, 0);
    const { engine, client, folder, path, end } = automatic(() => now);
    await client.project.create({ file: engine.services.files.hand(path), city: { name: 'Puerto Prueba' } });
    const stick = join(folder, 'stick');
    mkdirSync(stick);
    await client.copies.choose({ secondFolder: engine.services.files.hand(stick) });
    renameSync(stick, `${stick}-out`);
    await client.stakeholders.add({ name: 'Police' });
    await makeCopy(client);
    expect(await client.copies.state()).toMatchObject({ problem: null, secondProblem: { code: 'copies/folder-not-there' } });
    expect(existsSync(stick)).toBe(false);
    renameSync(`${stick}-out`, stick);
    now = new Date(now.getTime() + 60_000);
    await engine.services.copies.tick();
    expect((await client.copies.state()).secondProblem).toBeNull();
    expect((await client.copies.list()).copies.map(({ place }) => place)).toEqual(['main', 'second']);
    end();
  });
});

describe('before a migration', () => {
  /** A file as the first release made it. */
  const oldFile = (path: string) => {
    const connection = new Database(path);
    connection.pragma(`application_id = ${applicationId}`);
    connection.exec(migrations[0]?.sql ?? '');
    connection.pragma('user_version = 10');
    connection.exec(`INSERT INTO project (id, created_at, name, country, languages, currency, mandate, team)
      VALUES ('018f0000-0000-7000-8000-000000000001', '2026-01-01T00:00:00.000Z', 'Old city', '', '[]', '', '', '[]')`);
    connection.close();
  };

  test('the file as it was is a copy, listed and readable', async () => {
    const fixture = withEngine();
    const path = join(fixture.folder, 'old.citysafety');
    oldFile(path);
    await fixture.client.project.open({ file: handed(fixture, path) });
    const { copies } = await fixture.client.copies.list();
    expect(copies).toMatchObject([{ reason: 'update', problem: null, contents: { version: 10, cityName: 'Old city' } }]);
    expect((await fixture.client.project.current())?.city.name).toBe('Old city');
  });

  test('where no copy can be made, the file stays as it is and the refusal says why', async () => {
    const fixture = withEngine();
    const path = join(fixture.folder, 'old.citysafety');
    oldFile(path);
    const before = readFileSync(path);
    // A file where the folder for copies would be.
    writeFileSync(join(fixture.folder, 'Copies'), '');
    expect((await refusalOf(fixture.client.project.open({ file: handed(fixture, path) }))).code).toBe('copies/none-before-update');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('going back to a copy', () => {
  test('puts the copy in place, keeps what it replaces, and the project is open again', async () => {
    const { client, folder, path } = await newProject();
    await client.stakeholders.add({ name: 'Police' });
    const copy = await makeCopy(client);
    await client.stakeholders.add({ name: 'Deleted by mistake' });
    const { state, kept } = await client.copies.restore({ copy: copy.file });
    expect(state.path).toBe(path);
    expect(await names(client)).toEqual(['Police']);
    const connection = new Database(kept, { readonly: true });
    expect(connection.prepare('SELECT count(*) FROM stakeholder').pluck().get()).toBe(2);
    connection.close();
    expect((await client.project.changes({ limit: 1 }))[0]).toMatchObject({ name: 'copies.restore', params: { name: copy.fileName } });
    expect(leftOvers(folder)).toEqual([]);
    // The way back is the same way.
    const { copies } = await client.copies.list();
    const replaced = copies.find(({ reason }) => reason === 'replaced');
    expect(replaced?.contents?.counts.stakeholders).toBe(2);
    await client.copies.restore({ copy: replaced?.file ?? '' });
    expect(await names(client)).toEqual(['Deleted by mistake', 'Police']);
  });

  test('a damaged copy is refused and nothing changes', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const copy = await makeCopy(client);
    await client.stakeholders.add({ name: 'Police' });
    writeFileSync(copy.path, readFileSync(copy.path).fill(0xff, 5000, 30_000));
    expect((await refusalOf(client.copies.restore({ copy: copy.file }))).code).toBe('copies/not-whole');
    expect(await names(client)).toEqual(['Police']);
    expect(leftOvers(fixture.folder)).toEqual([]);
  });

  test('in the place of a file that cannot be opened: that one stays beside it with its journal', async () => {
    const fixture = await newProject();
    const { client, path, folder } = fixture;
    await client.stakeholders.add({ name: 'Police' });
    const copy = await makeCopy(client);
    await client.project.close();
    writeFileSync(path, 'This was a project once.');
    writeFileSync(`${path}-journal`, 'and this its journal');
    const listed = await client.copies.listFor({ file: handed(fixture, path) });
    expect(listed.map(({ fileName }) => fileName)).toEqual([copy.fileName]);
    const { kept } = await client.copies.restore({ copy: copy.file, over: handed(fixture, path) });
    expect(await names(client)).toEqual(['Police']);
    expect([readFileSync(kept, 'utf8'), readFileSync(`${kept}-journal`, 'utf8')]).toEqual(['This was a project once.', 'and this its journal']);
    expect(existsSync(`${path}-journal`)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.restoring'))).toEqual([]);
  });

  test('beside the present file: as a new file, the copy itself untouched', async () => {
    const { client, path } = await newProject();
    const copy = await makeCopy(client);
    const before = readFileSync(copy.path);
    const state = await client.copies.openBeside({ copy: copy.file });
    expect(state.path).not.toBe(path);
    await client.stakeholders.add({ name: 'Only here' });
    expect(readFileSync(copy.path).equals(before)).toBe(true);
    expect(existsSync(path)).toBe(true);
  });

  test('a page cannot name a copy that was not listed', async () => {
    const { client } = await newProject();
    expect((await refusalOf(client.copies.restore({ copy: 'made-up' }))).code).toBe('file/unknown-token');
  });
});

describe('the folder for copies', () => {
  test('is where the person wants it; copies there are found under the project whatever the city is called now', async () => {
    const fixture = await newProject();
    const { client, folder } = fixture;
    const chosen = join(folder, 'My copies');
    mkdirSync(chosen);
    await client.copies.choose({ folder: handed(fixture, chosen) });
    const first = await makeCopy(client);
    expect(first.path.startsWith(chosen)).toBe(true);
    await client.project.updateCity({ name: 'Another name' });
    const second = await makeCopy(client);
    expect(readdirSync(chosen)).toHaveLength(1);
    expect((await client.copies.list()).copies.map(({ fileName }) => fileName).sort()).toEqual([first.fileName, second.fileName].sort());
    expect(second.fileName).toContain('Another name');
  });

  test('one that is gone is refused in words and not made anew somewhere else', async () => {
    const fixture = await newProject();
    const { client, folder } = fixture;
    const chosen = join(folder, 'stick');
    mkdirSync(chosen);
    await client.copies.choose({ folder: handed(fixture, chosen) });
    rmSync(chosen, { recursive: true });
    expect(await refusalOf(makeCopy(client))).toMatchObject({ code: 'copies/folder-not-there', params: { path: chosen } });
    expect(existsSync(chosen)).toBe(false);
    expect((await client.copies.state()).problem?.code).toBe('copies/folder-not-there');
  });

  test('a file with a passphrase has copies with the same passphrase', async () => {
    const { client } = await newProject();
    await client.project.setPassphrase({ passphrase: 'correct horse battery' });
    await client.stakeholders.add({ name: 'Secret body' });
    const copy = await makeCopy(client);
    expect(copy).toMatchObject({ hasPassphrase: true, contents: { counts: { stakeholders: 1 } } });
    expect(copy.fileName).not.toContain('Puerto Prueba');
    expect(readFileSync(copy.path).includes('Secret body')).toBe(false);
    await client.stakeholders.add({ name: 'Another' });
    await client.copies.restore({ copy: copy.file });
    expect(await names(client)).toEqual(['Secret body']);
    expect(await client.project.current()).toMatchObject({ hasPassphrase: true });
  });
});

test('the engine of the command line finds the folders that the person chose at the screen', async () => {
  const fixture = withEngine();
  const settings = join(fixture.folder, 'settings');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'copies.json'), JSON.stringify({ folder: fixture.folder, secondFolder: null, projects: {} }));
  expect(statSync(settings).isDirectory()).toBe(true);
  expect(fixture.engine.services.copies.root).toBe(fixture.folder);
});
