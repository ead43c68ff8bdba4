import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate } from '#main/engine/project/migrations/migrate.ts';
import { newestVersion } from '#main/engine/project/migrations/migrations.ts';
import { applicationId, createProjectFile, openProjectFile } from '#main/engine/project/project-file.ts';
import { type EngineFixture, newProject, refusalOf, withEngine } from '../../fixtures/engine.ts';

const openAt = (fixture: EngineFixture, path: string) => fixture.client.project.open({ file: fixture.engine.services.files.hand(path) });
const createAt = (fixture: EngineFixture, path: string) =>
  fixture.client.project.create({ file: fixture.engine.services.files.hand(path), city: { name: 'X' } });
const pragmas = (path: string) => {
  const connection = new Database(path, { readonly: true });
  const read = (name: string) => connection.pragma(name, { simple: true });
  const found = { id: read('application_id'), version: read('user_version'), journal: read('journal_mode') };
  connection.close();
  return found;
};

describe('a project file', () => {
  test('says what it is, carries its version and leaves nothing beside it', async () => {
    const fixture = await newProject();
    expect(pragmas(fixture.path)).toEqual({ id: applicationId, version: newestVersion, journal: 'delete' });
    await fixture.client.project.close();
    expect(readdirSync(fixture.folder).filter((name) => name.startsWith('city.citysafety'))).toEqual(['city.citysafety']);
  });

  test('is opened again with all that was in it', async () => {
    const fixture = await newProject({ city: { mandate: 'Council decision 12' } });
    await fixture.client.stakeholders.add({ name: 'Police' });
    const before = await fixture.client.project.current();
    await fixture.client.project.close();
    expect(await fixture.client.project.current()).toBeNull();
    expect(await openAt(fixture, fixture.path)).toEqual(before);
    expect(await fixture.client.stakeholders.list()).toMatchObject([{ name: 'Police' }]);
  });

  test('every answer is on the disk when it was given, a half-filled one too', async () => {
    const fixture = await newProject();
    const other = new Database(fixture.path, { readonly: true });
    const read = (text: string) => other.prepare(text).pluck().all();
    await fixture.client.project.updateCity({ mandate: 'Half a sen' });
    expect(read('SELECT mandate FROM project')).toEqual(['Half a sen']);
    await fixture.client.findings.add({});
    expect(read('SELECT count(*) FROM finding')).toEqual([1]);
    const group = await fixture.client.priorities.addGroup({ name: '', people: 0 });
    expect(read('SELECT id FROM voting_group')).toEqual([group.id]);
    other.close();
  });

  test('records every change in order, and tells the newest as its state', async () => {
    let now = new Date('2026-01-01T10:00:00Z');
    const { client } = await newProject({ now: () => now });
    now = new Date('2026-01-01T10:05:00Z');
    await client.stakeholders.add({ name: 'Police' });
    expect(await client.project.changes({})).toEqual([
      { revision: 2, at: '2026-01-01T10:05:00.000Z', name: 'stakeholders.add', params: { name: 'Police' } },
      { revision: 1, at: '2026-01-01T10:00:00.000Z', name: 'project.create', params: { city: 'Puerto Prueba' } },
    ]);
    expect(await client.project.current()).toMatchObject({ revision: 2, savedAt: '2026-01-01T10:05:00.000Z' });
  });

  test('a change that fails half-way leaves nothing of itself', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const project = fixture.project();
    expect(() =>
      project.change({ name: 'stakeholders.add', subjects: ['stakeholders'] }, (write) => {
        write.connection.prepare(`INSERT INTO voting_group (id, name, people) VALUES ('a', 'Half', 1)`).run();
        throw new Error('power cut');
      }),
    ).toThrow('power cut');
    expect((await client.priorities.vote()).groups).toEqual([]);
    expect(await client.project.current()).toMatchObject({ revision: 1 });
  });
});

describe('what is not a project is refused, unchanged', () => {
  const cases: readonly [string, (path: string) => void, string][] = [
    ['a text file', (path) => writeFileSync(path, 'name,population\nNorth,1200\n'), 'project/foreign'],
    ['an empty file', (path) => writeFileSync(path, ''), 'project/empty-file'],
    ['another program’s database', (path) => void new Database(path).exec('CREATE TABLE song (id INTEGER)').close(), 'project/foreign'],
    [
      'a file of a newer version',
      (path) => {
        const connection = createProjectFile(path);
        connection.pragma(`user_version = ${newestVersion + 10}`);
        connection.close();
      },
      'project/from-newer-version',
    ],
    [
      'a truncated project',
      (path) => {
        createProjectFile(path).close();
        truncateSync(path, Math.floor(statSync(path).size / 2));
      },
      'project/damaged',
    ],
    [
      'a project with a torn page',
      (path) => {
        createProjectFile(path).close();
        const bytes = readFileSync(path);
        bytes.fill(0xaa, 4096, 12_288);
        writeFileSync(path, bytes);
      },
      'project/damaged',
    ],
  ];
  test.each(cases)('%s', async (_, make, code) => {
    const fixture = withEngine();
    const path = join(fixture.folder, 'odd.citysafety');
    make(path);
    const before = readFileSync(path);
    const refusal = await refusalOf(openAt(fixture, path));
    expect(refusal).toMatchObject({ code, params: { path } });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(fixture.folder).filter((name) => name.startsWith('odd'))).toEqual(['odd.citysafety']);
  });

  test('a file that is not there', async () => {
    const fixture = withEngine();
    expect((await refusalOf(openAt(fixture, join(fixture.folder, 'gone.citysafety')))).code).toBe('project/not-found');
  });

  test('a folder instead of a file', async () => {
    const fixture = withEngine();
    mkdirSync(join(fixture.folder, 'folder.citysafety'));
    expect((await refusalOf(openAt(fixture, join(fixture.folder, 'folder.citysafety')))).code).toMatch(/^project\//);
  });

  test('the project that was open stays open', async () => {
    const fixture = await newProject();
    writeFileSync(join(fixture.folder, 'notes.txt'), 'hello');
    await refusalOf(openAt(fixture, join(fixture.folder, 'notes.txt')));
    expect(await fixture.client.project.current()).toMatchObject({ path: fixture.path });
    await fixture.client.stakeholders.add({ name: 'Still here' });
  });
});

describe('creating', () => {
  test('never overwrites what is there', async () => {
    const fixture = withEngine();
    const path = join(fixture.folder, 'taken.citysafety');
    writeFileSync(path, 'precious');
    expect((await refusalOf(createAt(fixture, path))).code).toBe('project/already-exists');
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  test('in a folder that does not exist', async () => {
    const fixture = withEngine();
    expect((await refusalOf(createAt(fixture, join(fixture.folder, 'no', 'such', 'x.citysafety')))).code).toBe('project/folder-not-writable');
  });
});

// The superuser may write anywhere, so the folder would not be read-only for it.
const isSuperuser = process.getuid?.() === 0;
describe.skipIf(isSuperuser)('without permission to write (skipped for the superuser)', () => {
  test('a new project is refused and nothing is left behind', async () => {
    const fixture = withEngine();
    const folder = join(fixture.folder, 'locked');
    mkdirSync(folder);
    chmodSync(folder, 0o555);
    expect((await refusalOf(createAt(fixture, join(folder, 'x.citysafety')))).code).toBe('project/folder-not-writable');
    chmodSync(folder, 0o755);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a project in a locked folder can be read, and says that it cannot be changed', async () => {
    const fixture = await newProject();
    await fixture.client.project.close();
    const folder = join(fixture.folder, 'locked');
    mkdirSync(folder);
    const path = join(folder, 'city.citysafety');
    copyFileSync(fixture.path, path);
    chmodSync(folder, 0o555);
    expect(await openAt(fixture, path)).toMatchObject({ isReadOnly: true });
    expect((await refusalOf(fixture.client.stakeholders.add({ name: 'x' }))).code).toBe('project/read-only');
    chmodSync(folder, 0o755);
  });
});

// Linux alone has a place that nobody can write to, whoever asks.
describe.runIf(existsSync('/proc/self'))('a place where even the superuser cannot write', () => {
  test('refuses a new project', async () => {
    const fixture = withEngine();
    expect((await refusalOf(createAt(fixture, '/proc/self/x.citysafety'))).code).toBe('project/folder-not-writable');
  });
});

describe('migrations', () => {
  const steps = [
    { version: 10, sql: 'CREATE TABLE first (id INTEGER);' },
    { version: 20, sql: 'CREATE TABLE second (id INTEGER);' },
  ];
  const tables = (connection: Database.Database) => connection.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all();

  test('run in order up to the newest version', () => {
    const connection = new Database(':memory:');
    migrate(connection, steps);
    expect([tables(connection), connection.pragma('user_version', { simple: true })]).toEqual([['first', 'second'], 20]);
  });

  test('only the missing ones run', () => {
    const connection = new Database(':memory:');
    migrate(connection, steps.slice(0, 1));
    migrate(connection, steps);
    expect(connection.pragma('user_version', { simple: true })).toBe(20);
  });

  test('a failing step undoes the ones before it: version and tables are as they were', () => {
    const fixture = withEngine();
    const connection = new Database(join(fixture.folder, 'old.db'));
    migrate(connection, steps.slice(0, 1));
    const broken = [...steps, { version: 30, sql: 'CREATE TABLE third (id INTEGER); CREATE TABLE first (id INTEGER);' }];
    expect(() => migrate(connection, broken)).toThrow('already exists');
    expect([tables(connection), connection.pragma('user_version', { simple: true })]).toEqual([['first'], 10]);
    connection.close();
  });

  test('a file is opened at the newest version', () => {
    const fixture = withEngine();
    const path = join(fixture.folder, 'x.citysafety');
    createProjectFile(path).close();
    const { connection, isReadOnly } = openProjectFile(path);
    expect([connection.pragma('user_version', { simple: true }), isReadOnly]).toEqual([newestVersion, false]);
    connection.close();
  });
});
