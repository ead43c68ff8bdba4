import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { newestVersion } from '#main/engine/project/migrations/migrations.ts';
import { type EngineFixture, newProject, refusalOf, withEngine } from '../../fixtures/engine.ts';
import { cutTo, flip, interruptChange, noise, overwrite, pageBytes, rootPageOf, swapPages } from './damage.ts';

/** The bytes of a closed project with a hundred bodies. */
let whole: Buffer;
beforeAll(async () => {
  const { client, path, close } = await newProject();
  for (let number = 0; number < 100; number += 1) await client.stakeholders.add({ name: `Body ${number}`, note: 'x'.repeat(400) });
  await client.project.close();
  whole = readFileSync(path);
  close();
});

/** An engine, and such a project as a file to be hurt. */
function closedProject(): EngineFixture {
  const fixture = withEngine();
  writeFileSync(fixture.path, whole);
  return fixture;
}

const openAt = (fixture: EngineFixture, path = fixture.path) => fixture.client.project.open({ file: fixture.engine.services.files.hand(path) });

/** Every file of the project by name with its bytes: what an attempt to open may not change. */
function bytesBeside(path: string): Record<string, string> {
  const folder = join(path, '..');
  const names = readdirSync(folder).filter((name) => name.startsWith(basename(path)));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
}

type Hurt = (path: string, fixture: EngineFixture) => void;

const kinds: readonly [string, Hurt, string][] = [
  ['an empty file', (path) => writeFileSync(path, ''), 'project/empty-file'],
  ['a text under a project’s name', (path) => writeFileSync(path, 'name,population\nNorth,1200\n'.repeat(2000)), 'project/foreign'],
  ['a workbook under a project’s name', (path) => writeFileSync(path, Buffer.concat([Buffer.from('PK\x03\x04'), noise(20_000)])), 'project/foreign'],
  [
    'another program’s database',
    (path) => {
      rmSync(path);
      new Database(path).exec('CREATE TABLE song (id INTEGER); INSERT INTO song VALUES (1)').close();
    },
    'project/foreign',
  ],
  [
    'another program’s database with a write-ahead log',
    (path) => {
      rmSync(path);
      const connection = new Database(path);
      connection.pragma('journal_mode = WAL');
      connection.exec('CREATE TABLE song (id INTEGER)').close();
    },
    'project/foreign',
  ],
  ['a newer version', (path) => setVersion(path, newestVersion + 10), 'project/from-newer-version'],
  ['a bit turned over in the version', (path) => flip(path, 60, 6), 'project/damaged'],
  ['a bit turned over in the mark of a project', (path) => flip(path, 70, 3), 'project/damaged'],
  ['a bit turned over in SQLite’s own mark', (path) => flip(path, 3, 2), 'project/damaged'],
  ['a bit turned over in the page size', (path) => flip(path, 16, 1), 'project/damaged'],
  ['a wrong beginning', (path) => overwrite(path, 0, noise(16)), 'project/damaged'],
  ['a first page of noise', (path) => overwrite(path, 0, noise(pageBytes)), 'project/damaged'],
  ['a first page of zeros', (path) => overwrite(path, 0, new Uint8Array(pageBytes)), 'project/damaged'],
  ['zeros from beginning to end', (path) => writeFileSync(path, new Uint8Array(statSync(path).size)), 'project/damaged'],
  ['half of the file', (path) => cutTo(path, 0.5), 'project/damaged'],
  ['all but the last page', (path) => cutTo(path, 1 - pageBytes / statSync(path).size), 'project/damaged'],
  ['all but the last bytes', (path) => cutTo(path, 1 - 10 / statSync(path).size), 'project/damaged'],
  ['nothing but the first page', (path) => cutTo(path, pageBytes / statSync(path).size), 'project/damaged'],
  ['nothing but the first bytes', (path) => cutTo(path, 60 / statSync(path).size), 'project/damaged'],
  ['a copy that stopped: the right length, zeros at the end', zeroSecondHalf, 'project/damaged'],
  ['a page of zeros in a table', (path) => overwrite(path, (rootPageOf(path, 'stakeholder') - 1) * pageBytes, new Uint8Array(pageBytes)), 'project/damaged'],
  ['noise in a table', (path) => overwrite(path, (rootPageOf(path, 'change') - 1) * pageBytes, noise(pageBytes)), 'project/damaged'],
  ['two pages in each other’s place', (path) => swapPages(path, rootPageOf(path, 'stakeholder'), rootPageOf(path, 'change_to_undo')), 'project/damaged'],
  ['more pages in the header than in the file', (path) => overwrite(path, 28, Uint8Array.of(0, 0, 200, 0)), 'project/damaged'],
  ['fewer pages in the header than in the file', (path) => overwrite(path, 28, Uint8Array.of(0, 0, 0, 9)), 'project/damaged'],
  ['a journal of another project beside it', journalOfAnother, 'project/foreign-journal'],
  ['an older journal of its own beside it', olderJournal, 'project/foreign-journal'],
  ['a journal of another project that would cut it short', journalThatCuts, 'project/foreign-journal'],
  ['a text where its journal would be', (path) => writeFileSync(`${path}-journal`, 'a note that somebody put here'), 'project/foreign-journal'],
  ['a write-ahead log of another file', logOfAnother, 'project/foreign-journal'],
  ['noise under a project’s name', (path) => writeFileSync(path, noise(40 * pageBytes)), 'project/passphrase-needed'],
];

describe('every kind of damaged file ends in its own screen, and no byte of it is changed', () => {
  test.each(kinds)('%s', async (_, hurt, code) => {
    const fixture = closedProject();
    hurt(fixture.path, fixture);
    const before = bytesBeside(fixture.path);
    const refusal = await refusalOf(openAt(fixture));
    expect(refusal).toMatchObject({ code, params: { path: fixture.path } });
    const { file } = await fixture.client.files.fromPath({ path: fixture.path });
    const inspection = await fixture.client.project.inspect({ file });
    expect(inspection).toMatchObject({ path: fixture.path, byteCount: statSync(fixture.path).size });
    expect(bytesBeside(fixture.path)).toEqual(before);
    expect(readdirSync(fixture.engine.services.folders.temporary)).toEqual([]);
  });

  test('a damaged file says what of it can still be read', async () => {
    const fixture = closedProject();
    overwrite(fixture.path, (rootPageOf(fixture.path, 'change') - 1) * pageBytes, new Uint8Array(pageBytes));
    const { file } = await fixture.client.files.fromPath({ path: fixture.path });
    const { cityName, tables, lastChangeAt } = await fixture.client.project.inspect({ file });
    const rows = (name: string) => tables.find((table) => table.name === name)?.rows;
    expect([cityName, lastChangeAt, rows('stakeholder'), rows('change')]).toEqual(['Puerto Prueba', null, 100, null]);
  });

  test('a copy of a damaged file can be looked at; it cannot be changed, and the file stays as it was', async () => {
    const fixture = closedProject();
    overwrite(fixture.path, (rootPageOf(fixture.path, 'priority') - 1) * pageBytes, new Uint8Array(pageBytes));
    const before = bytesBeside(fixture.path);
    const { file } = await fixture.client.files.fromPath({ path: fixture.path });
    const state = await fixture.client.project.openCopy({ file, despiteDamage: true });
    expect(state).toMatchObject({ isReadOnly: true, readOnlyReason: 'damaged', city: { name: 'Puerto Prueba' } });
    expect(await fixture.client.stakeholders.list()).toHaveLength(100);
    expect((await refusalOf(fixture.client.stakeholders.add({ name: 'x' }))).code).toBe('project/read-only');
    expect(bytesBeside(fixture.path)).toEqual(before);
  });
});

describe('what looks like damage and is none', () => {
  test('noise after the last page is not read', async () => {
    const fixture = closedProject();
    overwrite(fixture.path, statSync(fixture.path).size, noise(3 * pageBytes));
    await openAt(fixture);
    expect(await fixture.client.stakeholders.list()).toHaveLength(100);
  });

  test('the journal of its own interrupted change: the change is taken back, and nothing is left beside the file', async () => {
    const fixture = closedProject();
    const before = readFileSync(fixture.path);
    interruptChange(fixture.path, (connection) => connection.exec(`UPDATE stakeholder SET note = note || 'half'`));
    expect(readFileSync(fixture.path).equals(before)).toBe(false);
    await openAt(fixture);
    const notes = (await fixture.client.stakeholders.list()).map(({ note }) => note);
    expect(new Set(notes)).toEqual(new Set(['x'.repeat(400)]));
    expect(existsSync(`${fixture.path}-journal`)).toBe(false);
  });

  test('its own journal beside a file that had grown', async () => {
    const fixture = closedProject();
    interruptChange(fixture.path, (connection) => {
      connection.exec(
        'CREATE TABLE grown (x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO grown SELECT hex(randomblob(50)) FROM n',
      );
    });
    await openAt(fixture);
    expect(await fixture.client.stakeholders.list()).toHaveLength(100);
  });

  test('a journal that was ended or not begun', async () => {
    const fixture = closedProject();
    writeFileSync(`${fixture.path}-journal`, new Uint8Array(512));
    await openAt(fixture);
    expect(await fixture.client.stakeholders.list()).toHaveLength(100);
  });
});

describe('a left-over that is not the project’s own', () => {
  test('is set aside under another name when the person says so, and the project opens whole', async () => {
    const fixture = closedProject();
    journalOfAnother(fixture.path, fixture);
    const journal = readFileSync(`${fixture.path}-journal`);
    const { file } = await fixture.client.files.fromPath({ path: fixture.path });
    await fixture.client.project.open({ file, setAsideLeftOver: true });
    expect(await fixture.client.stakeholders.list()).toHaveLength(100);
    const [aside] = readdirSync(fixture.folder).filter((name) => name.includes('.set-aside-'));
    expect(readFileSync(join(fixture.folder, aside ?? '')).equals(journal)).toBe(true);
  });

  test('stays where it is when a copy is opened instead', async () => {
    const fixture = closedProject();
    journalOfAnother(fixture.path, fixture);
    const before = bytesBeside(fixture.path);
    const { file } = await fixture.client.files.fromPath({ path: fixture.path });
    const { path } = await fixture.client.project.openCopy({ file });
    expect([path, (await fixture.client.stakeholders.list()).length]).toEqual([join(fixture.folder, 'city 2.citysafety'), 100]);
    expect(bytesBeside(fixture.path)).toEqual(before);
  });
});

function setVersion(path: string, version: number): void {
  const connection = new Database(path);
  connection.pragma(`user_version = ${version}`);
  connection.close();
}

function zeroSecondHalf(path: string): void {
  const half = Math.floor(statSync(path).size / 2 / pageBytes) * pageBytes;
  overwrite(path, half, new Uint8Array(statSync(path).size - half));
}

function anotherProject(path: string, fixture: EngineFixture): string {
  const other = join(fixture.folder, 'elsewhere.citysafety');
  copyFileSync(path, other);
  const connection = new Database(other);
  for (let number = 0; number < 5; number += 1) connection.exec(`UPDATE stakeholder SET name = name || '${number}'`);
  connection.close();
  return other;
}

function journalOfAnother(path: string, fixture: EngineFixture): void {
  const other = anotherProject(path, fixture);
  writeFileSync(
    `${path}-journal`,
    interruptChange(other, (connection) => connection.exec(`UPDATE stakeholder SET note = 'other'`)),
  );
}

/** From before the last five changes: played back it would bring old rows into the newer file. */
function olderJournal(path: string): void {
  const journal = interruptChange(path, (connection) => connection.exec(`UPDATE stakeholder SET note = 'half'`));
  new Database(path).exec('SELECT count(*) FROM stakeholder').close();
  const connection = new Database(path);
  for (let number = 0; number < 5; number += 1) connection.exec(`UPDATE stakeholder SET note = 'newer ${number}'`);
  connection.close();
  writeFileSync(`${path}-journal`, journal);
}

/** A journal whose change had written nothing yet: SQLite would still cut the file to the length it tells. */
function journalThatCuts(path: string): void {
  const header = Buffer.alloc(512);
  Buffer.from('d9d505f920a163d7', 'hex').copy(header);
  header.writeUInt32BE(0, 8);
  header.writeUInt32BE(10, 16);
  header.writeUInt32BE(512, 20);
  header.writeUInt32BE(pageBytes, 24);
  writeFileSync(`${path}-journal`, header);
}

function logOfAnother(path: string, fixture: EngineFixture): void {
  const other = anotherProject(path, fixture);
  const connection = new Database(other);
  connection.pragma('journal_mode = WAL');
  connection.exec(`UPDATE stakeholder SET note = 'other'`);
  copyFileSync(`${other}-wal`, `${path}-wal`);
  connection.close();
}
