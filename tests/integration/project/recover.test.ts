import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recoverFile } from '#main/engine/project/backup/recover/recover-file.ts';
import type { ProjectKey } from '#main/engine/project/encryption/project-key.ts';
import { migrations } from '#main/engine/project/migrations/migrations.ts';
import { applicationId } from '#main/engine/project/project-file.ts';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { RecoveryReport } from '#shared/domain/copies.ts';
import { damages, flipBits, pageBytes } from '../../fixtures/damage.ts';
import { newProject, refusalOf, temporaryFolder, withEngine } from '../../fixtures/engine.ts';
import { importText } from '../imports/importing.ts';

/** All rows of all tables as text. */
function rowsOf(path: string, key: ProjectKey | null = null): Map<string, string[]> {
  const connection = new Database(path, { readonly: true });
  key?.apply(connection);
  const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all() as string[];
  const rows = new Map(
    tables.map((table) => [table, (connection.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][]).map((row) => JSON.stringify(row)).sort()]),
  );
  connection.close();
  return rows;
}
const countOf = (rows: ReadonlyMap<string, readonly string[]>) => [...rows.values()].reduce((sum, list) => sum + list.length, 0);

async function recover(client: EngineClient, input: Parameters<EngineClient['copies']['recover']>[0]): Promise<RecoveryReport> {
  const stream = await client.copies.recover(input);
  for (;;) {
    const next = await stream.next();
    if (next.done) return next.value;
  }
}

describe('a damaged file of a whole city', () => {
  const folder = temporaryFolder();
  const whole = join(folder, 'whole.citysafety');
  const damaged = join(folder, 'damaged.citysafety');
  const into = join(folder, 'new.citysafety');
  let original: Map<string, string[]>;
  const figures: string[] = [];

  beforeAll(async () => {
    const city = withEngine();
    const { client, engine } = city;
    const { path } = await client.project.openSample();
    const people = Array.from({ length: 30 }, (_, row) => `${1 + (row % 3)},${1 + (row % 2)},${row % 7}`);
    await importText(city, 'survey', ['weight,P1,P2', ...people].join('\n'));
    await importText(city, 'figures', ['group,2020,2021,2022', ...people.map((_person, row) => `g${row},${row},n.d.,${row / 4}`)].join('\n'));
    await client.project.close();
    copyFileSync(path, whole);
    engine.close();
    original = rowsOf(whole);
  });
  afterAll(() => {
    if (process.env.RECOVERY_FIGURES) console.log(figures.join('\n'));
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(damages)('$name', async ({ name, least, damage }) => {
    const bytes = damage(readFileSync(whole));
    writeFileSync(damaged, bytes);
    rmSync(into, { force: true });
    const { tables, pages } = recoverFile({ damaged, into, passphrase: null }, () => {});

    const connection = new Database(into, { readonly: true });
    expect(connection.pragma('application_id', { simple: true })).toBe(applicationId);
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(connection.pragma('foreign_key_check')).toEqual([]);
    connection.close();

    const saved = rowsOf(into);
    const right = [...original].reduce((sum, [table, rows]) => {
      const left = new Set(saved.get(table));
      return sum + rows.filter((row) => left.has(row)).length;
    }, 0);
    const share = right / countOf(original);
    const lost = tables.reduce((sum, table) => sum + (table.lost ?? 0) + table.dropped, 0);
    const silent = tables.filter((table) => table.lost === null).length;
    figures.push(
      `| ${name} | ${(share * 100).toFixed(1)} % | ${countOf(original) - right} | ${lost}${silent > 0 ? ` and ${silent} tables that cannot say` : ''} | ${pages.unreadable} |`,
    );
    expect(share).toBeGreaterThanOrEqual(least);
    // What is said to be whole is whole.
    for (const { table, lost: said, dropped, unlinked, standIns } of tables) {
      if (said !== 0 || dropped + unlinked + standIns > 0) continue;
      expect(saved.get(table)?.length, table).toBeGreaterThanOrEqual(original.get(table)?.length ?? 0);
    }
    // The damaged file is only read.
    expect(readFileSync(damaged).equals(bytes)).toBe(true);
    await expectToWork(into);
  });

  test('however the bits fall, the new file is sound and its links are whole', () => {
    const bytes = readFileSync(whole);
    for (let seed = 1; seed <= 20; seed += 1) {
      writeFileSync(damaged, flipBits(bytes, 2000, seed * 7919));
      rmSync(into, { force: true });
      recoverFile({ damaged, into, passphrase: null }, () => {});
      const connection = new Database(into, { readonly: true });
      expect(connection.pragma('integrity_check', { simple: true }), `seed ${seed}`).toBe('ok');
      expect(connection.pragma('foreign_key_check'), `seed ${seed}`).toEqual([]);
      connection.close();
    }
  });

  test('an undamaged file comes out row by row the same', () => {
    rmSync(into, { force: true });
    recoverFile({ damaged: whole, into, passphrase: null }, () => {});
    expect(Object.fromEntries(rowsOf(into))).toEqual(Object.fromEntries(original));
  });
});

/** The new file opens, and every screen's questions have answers. */
async function expectToWork(path: string): Promise<void> {
  const { client, engine } = withEngine();
  await client.project.open({ file: engine.services.files.hand(path) });
  await Promise.all([client.project.city(), client.project.stages(), client.project.changes({}), client.areas.layers(), client.areas.list({})]);
  await Promise.all([client.stakeholders.list(), client.imports.datasets(), client.incidents.offences(), client.incidents.overview()]);
  await Promise.all([client.indicators.observations(), client.risks.list(), client.findings.list(), client.priorities.list()]);
  await Promise.all([client.policy.objectives(), client.policy.measures(), client.policy.checks(), client.history.list({})]);
  await client.stakeholders.add({ name: 'Work goes on' });
  await client.project.close();
}

test('figures and answers whose dataset is gone get one of their own kind', async () => {
  const city = await newProject();
  await importText(city, 'figures', 'year,value\n2020,4\n2021,5\n');
  const rows = Array.from({ length: 12 }, (_, row) => `${1 + (row % 2)},${row % 3}`);
  await importText(city, 'survey', ['P1,P2', ...rows].join('\n'));
  await city.client.project.close();
  const connection = new Database(city.path);
  connection.pragma('foreign_keys = OFF');
  connection.exec("DELETE FROM dataset; DELETE FROM edit WHERE object_key IN (SELECT key FROM object WHERE type = 'dataset')");
  connection.close();
  const report = await recover(city.client, { damaged: city.engine.services.files.hand(city.path) });
  await city.client.project.open({ file: report.file });
  expect((await city.client.imports.datasets()).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['figures', 'survey']));
  expect((await city.client.figures.tables()).map(({ figures }) => figures)).toEqual([2]);
  expect((await city.client.surveys.list()).map(({ respondents }) => respondents)).toContain(12);
});

describe('saving what is left of a file', () => {
  const large = async () => {
    const fixture = await newProject();
    for (let i = 0; i < 40; i++) await fixture.client.stakeholders.add({ name: `Body ${i}`, note: `${i} `.repeat(900) });
    await fixture.client.project.close();
    return { ...fixture, file: fixture.engine.services.files.hand(fixture.path) };
  };

  test('goes into a new file that opens, and says thing by thing what is there', async () => {
    const { client, path, file } = await large();
    writeFileSync(path, readFileSync(path).fill(0, 0, pageBytes));
    const report = await recover(client, { damaged: file });
    expect(report).toMatchObject({ fileName: 'city (recovered).citysafety', damagedPath: path, contents: { cityName: 'Puerto Prueba' } });
    await client.project.open({ file: report.file });
    expect(await client.stakeholders.list()).toHaveLength(40);
    expect((await client.stakeholders.list())[39]?.note.length).toBeGreaterThan(1000);
  });

  test('rows that are gone from their table come back out of the history', async () => {
    const { client, path, file } = await large();
    const connection = new Database(path, { readonly: true });
    const root = connection.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'stakeholder'").pluck().get() as number;
    const leaves = connection.prepare("SELECT pageno FROM dbstat WHERE name = 'stakeholder'").pluck().all() as number[];
    connection.close();
    const bytes = readFileSync(path);
    for (const page of [root, ...leaves]) bytes.fill(0, (page - 1) * pageBytes, page * pageBytes);
    writeFileSync(path, bytes);
    const report = await recover(client, { damaged: file });
    expect(report.tables.find(({ table }) => table === 'stakeholder')).toMatchObject({ read: 0, rebuilt: 40, lost: 0 });
    await client.project.open({ file: report.file });
    expect((await client.stakeholders.list()).find(({ name }) => name === 'Body 7')?.note).toContain('7 7 7');
  });

  test('a file of an earlier version is brought to the newest', async () => {
    const { client, engine, folder } = withEngine();
    const path = join(folder, 'old.citysafety');
    const connection = new Database(path);
    connection.pragma(`application_id = ${applicationId}`);
    connection.exec(migrations[0]?.sql ?? '');
    connection.pragma('user_version = 10');
    connection.exec(`INSERT INTO project (id, created_at, name, country, languages, currency, mandate, team)
      VALUES ('018f0000-0000-7000-8000-000000000001', '2026-01-01T00:00:00.000Z', 'Old city', '', '[]', '', '', '[]')`);
    const insert = connection.prepare("INSERT INTO risk (id, kind, title, description, origin, source) VALUES (?, 'threat', ?, '', 'local', '')");
    for (let i = 0; i < 200; i++) insert.run(`018f0000-0000-7000-8000-${String(i).padStart(12, '0')}`, `Threat ${i}`);
    connection.close();
    writeFileSync(path, readFileSync(path).fill(0, 0, 100));
    const report = await recover(client, { damaged: engine.services.files.hand(path) });
    expect(report.contents).toMatchObject({ cityName: 'Old city', counts: { risks: 200 } });
    await client.project.open({ file: report.file });
    expect(await client.risks.list()).toHaveLength(200);
  });

  test('a locked file needs its passphrase, and the new one has the same', async () => {
    const { client, path, file } = await large();
    await client.project.open({ file });
    await client.project.setPassphrase({ passphrase: 'correct horse battery' });
    await client.project.close();
    const bytes = readFileSync(path);
    bytes.fill(0, 10 * pageBytes, 12 * pageBytes);
    for (let at = 30; at < 40; at++) bytes[at * pageBytes + 100] = (bytes[at * pageBytes + 100] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const report = await recover(client, { damaged: file, passphrase: 'correct horse battery' });
    expect(report.pages.unreadable).toBeGreaterThan(0);
    expect((await refusalOf(client.project.open({ file: report.file }))).code).toBe('project/passphrase-needed');
    await client.project.open({ file: report.file, passphrase: 'correct horse battery' });
    expect((await client.stakeholders.list()).length).toBeGreaterThan(20);
    expect((await refusalOf(recover(client, { damaged: file, passphrase: 'another passphrase' }))).code).toBe('copies/nothing-to-recover');
  });

  test('work that a power cut left unfinished is taken back, not half kept', async () => {
    const { client, path, file } = await large();
    const before = readFileSync(path);
    const connection = new Database(path);
    connection.pragma('cache_size = 5');
    connection.pragma('foreign_keys = OFF');
    connection.exec("BEGIN IMMEDIATE; UPDATE stakeholder SET note = replace(note, ' ', '!')");
    const torn = readFileSync(path);
    const journal = readFileSync(`${path}-journal`);
    connection.exec('ROLLBACK');
    connection.close();
    expect(torn.equals(before)).toBe(false);
    writeFileSync(path, torn);
    writeFileSync(`${path}-journal`, journal);
    const report = await recover(client, { damaged: file });
    expect(readFileSync(path).equals(torn) && existsSync(`${path}-journal`)).toBe(true);
    await client.project.open({ file: report.file });
    expect((await client.stakeholders.list()).filter(({ note }) => note.includes('!'))).toEqual([]);
  });

  test('what holds nothing readable is refused, and leaves no file behind', async () => {
    const { client, engine, folder } = withEngine();
    const path = join(folder, 'noise.citysafety');
    writeFileSync(path, Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 251)));
    expect((await refusalOf(recover(client, { damaged: engine.services.files.hand(path) }))).code).toBe('copies/nothing-to-recover');
    expect(existsSync(join(folder, 'noise (recovered).citysafety'))).toBe(false);
    expect(existsSync(join(folder, 'noise (recovered).citysafety.part'))).toBe(false);
  });

  test('stops when asked', async () => {
    const { client, path, file } = await large();
    const stop = new AbortController();
    const stream = await client.copies.recover({ damaged: file }, { signal: stop.signal });
    stop.abort();
    await expect(stream.next()).rejects.toThrow();
    expect(existsSync(path.replace('.citysafety', ' (recovered).citysafety'))).toBe(false);
  });
});
