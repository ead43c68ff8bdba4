import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { loadTexts } from '#main/engine/i18n/load-texts.ts';
import { gatherProfile } from '#main/engine/outputs/gather-profile.ts';
import { migrate } from '#main/engine/project/migrations/migrate.ts';
import { migrations, newestVersion } from '#main/engine/project/migrations/migrations.ts';
import { makeOutput } from '#main/exports/make-output.ts';
import type { ProfileData } from '#main/exports/profile-data.ts';
import { formatsOf } from '#shared/domain/outputs.ts';
import { contentsOf } from '../../fixtures/contents.ts';
import { type EngineFixture, refusalOf, resourcesFolder, withEngine } from '../../fixtures/engine.ts';
import { countRows, type FrozenRecord, readFrozenRecord, type WorkbookCells } from '../../fixtures/frozen-project.ts';

const frozenFolder = fileURLToPath(new URL('../../fixtures/projects/', import.meta.url));
const versions = readdirSync(frozenFolder)
  .flatMap((name) => /^version-(\d+)\.citysafety$/.exec(name)?.[1] ?? [])
  .map(Number)
  .sort((a, b) => a - b);

/** Told with every result until hands counted in rankings too (0 in all frozen projects); there is nothing left to tell (decision 0202). */
const noLongerTold = 'handsNotCounted';

function recordOf(version: number): FrozenRecord {
  const text = readFileSync(join(frozenFolder, `version-${version}.json`), 'utf8');
  const read = JSON.parse(text, (key, value: unknown) => (key === noLongerTold && value === 0 ? undefined : value)) as FrozenRecord;
  // What is to be looked at in a plan is told by the rules of the day, not by the file.
  const { checks: _rules, ...profile } = read.profile;
  const record = { ...read, profile } as FrozenRecord;
  if (version >= 40) return record;
  // Before version 40 somebody who took every score back was counted as a rater still.
  const isUnrated = (power: unknown, interest: unknown) => power === null && interest === null;
  const stakeholders = record.profile.stakeholders.map((one) => (isUnrated(one.power, one.interest) ? { ...one, raterCount: 0 } : one));
  const rows = (record.workbook.Stakeholders ?? []).map((row) => (isUnrated(row[3], row[4]) && typeof row[5] === 'number' ? row.with(5, 0) : row));
  return { ...record, profile: { ...record.profile, stakeholders }, workbook: { ...record.workbook, Stakeholders: rows } };
}

function copyOfFrozen(version: number, folder: string): string {
  const path = join(folder, `version-${version}.citysafety`);
  copyFileSync(join(frozenFolder, `version-${version}.citysafety`), path);
  return path;
}

/** A copy of the frozen file, opened by the application of today. */
async function opened(version: number, clock: { now?: () => Date } = {}): Promise<EngineFixture> {
  const fixture = withEngine(clock);
  const path = copyOfFrozen(version, fixture.folder);
  await fixture.client.project.open({ file: fixture.engine.services.files.hand(path) });
  return { ...fixture, path };
}

function profileOf(fixture: EngineFixture): ProfileData {
  return gatherProfile(fixture.project(), { resourcesFolder, language: 'en', appVersion: 'frozen' });
}

/** Sheets that say how the workbook was made rather than what is in the project. */
const sheetsAboutTheWorkbook: ReadonlySet<string> = new Set(['Read me', 'Lists']);

/** Rows of the earlier workbook that are not in the later one; its cells may stand further apart there, in a row that has more of them. */
function missingRows(earlier: WorkbookCells, later: WorkbookCells): string[] {
  return Object.entries(earlier).flatMap(([sheet, rows]) => {
    if (sheetsAboutTheWorkbook.has(sheet)) return [];
    const laterRows = later[sheet] ?? [];
    return rows.filter((row) => !laterRows.some((candidate) => holdsInOrder(candidate, row))).map((row) => `${sheet}: ${JSON.stringify(row)}`);
  });
}

/** What protects people may hide more than it did, or leave open what another hidden figure protects by now. */
const hidden = 'hidden';

function holdsInOrder(row: WorkbookCells[string][number], cells: WorkbookCells[string][number]): boolean {
  let at = 0;
  for (const cell of cells) {
    while (at < row.length && !isSameFigure(row[at], cell)) at += 1;
    if (at === row.length) return cell === null;
    at += 1;
  }
  return true;
}

function isSameFigure(later: WorkbookCells[string][number][number] | undefined, earlier: WorkbookCells[string][number][number]): boolean {
  if (later === earlier) return true;
  return (later === hidden && typeof earlier === 'number') || (earlier === hidden && typeof later === 'number');
}

/** The earlier data with what the application of today gathers besides, thing by thing. */
function filledUp(earlier: unknown, now: unknown): unknown {
  if (Array.isArray(earlier) && Array.isArray(now)) return earlier.map((item, place) => filledUp(item, now[place]));
  if (!isRecord(earlier) || !isRecord(now)) return earlier;
  // In the order of today: outputs print a fingerprint of the data.
  return {
    ...Object.fromEntries(Object.entries(now).map(([key, value]) => [key, key in earlier ? filledUp(earlier[key], value) : value])),
    ...goneFrom(now, earlier),
  };
}

function goneFrom(now: Record<string, unknown>, earlier: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(earlier).filter(([key]) => !(key in now)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

test('every released version of the project file is frozen', () => {
  expect(versions).toEqual(migrations.map(({ version }) => version).filter((version) => version !== newestVersion || versions.includes(version)));
});

describe.each(versions)('a project file of version %i', (version) => {
  test('opens, is brought to the newest version and is sound', async () => {
    const city = await opened(version);
    const { reader } = city.project();
    expect(reader.prepare('PRAGMA user_version').pluck().get()).toBe(newestVersion);
    expect(reader.prepare('PRAGMA integrity_check').pluck().all()).toEqual(['ok']);
    expect(reader.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  });

  test('has the tables and indexes of a new file', async () => {
    const fresh = new Database(':memory:');
    migrate(fresh, migrations);
    const describeSchema = (connection: Pick<typeof fresh, 'prepare'>) =>
      connection.prepare<[], { name: string }>("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name").all();
    const city = await opened(version);
    expect(describeSchema(city.project().reader)).toEqual(describeSchema(fresh));
    fresh.close();
  });

  test('still says all that it said, and its workbook the same figures', async () => {
    const record = recordOf(version);
    const city = await opened(version);
    const { rows, workbook, version: _version, appVersion: _appVersion, ...said } = record;
    const now = await readFrozenRecord(city.engine, city.client, resourcesFolder);
    expect(now).toMatchObject(said);
    expect(now.rows).toMatchObject(Object.fromEntries(Object.entries(rows).filter(([table]) => table in now.rows)));
    expect(missingRows(workbook, now.workbook)).toEqual([]);
  });

  test('gives the outputs, byte for byte, that its data gave before it was brought to the newest version', async () => {
    const now = profileOf(await opened(version));
    const then = filledUp({ ...now, ...recordOf(version).profile }, now) as ProfileData;
    for (const kind of ['workbook', 'profile', 'policy'] as const) {
      const request = { kind, format: formatsOf(kind)[0] ?? 'pdf', as: 'file', language: 'es', texts: loadTexts(resourcesFolder), resourcesFolder } as const;
      const [before, after] = [await makeOutput({ ...request, data: then }, () => {}), await makeOutput({ ...request, data: now }, () => {})];
      expect(Buffer.from(after.bytes).equals(Buffer.from(before.bytes)), kind).toBe(true);
    }
  });

  test('gives the same outputs on any later day', async () => {
    const later = profileOf(await opened(version, { now: () => new Date('2041-05-06T07:08:09Z') }));
    const { changedAt: _opened, revision: _opening, ...now } = profileOf(await opened(version));
    expect(later).toMatchObject(now);
  });

  test('can be changed in every part, undone to where it was, and done again', async () => {
    const city = await opened(version);
    const { client } = city;
    const before = contentsOf(city.project());
    const first = (await client.history.steps()).undo?.revision ?? null;
    await client.project.updateCity({ name: 'Renamed', team: [] });
    await client.policy.update({ vision: 'Another vision.' });
    for (const { id } of await client.imports.datasets()) await client.imports.removeDataset({ id });
    for (const { id } of await client.areas.layers()) await client.areas.removeLayer({ id });
    for (const { id } of await client.stakeholders.list()) await client.stakeholders.remove({ id });
    const after = contentsOf(city.project());
    while ((await client.history.steps()).undo && ((await client.history.steps()).undo?.revision ?? null) !== first) await client.history.undo();
    expect(contentsOf(city.project())).toEqual(before);
    while ((await client.history.steps()).redo) await client.history.redo();
    expect(contentsOf(city.project())).toEqual(after);
    expect(city.project().reader.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  });

  test('opens the same the second time', async () => {
    const city = await opened(version);
    const before = contentsOf(city.project());
    await city.client.project.close();
    await city.client.project.open({ file: city.engine.services.files.hand(city.path) });
    expect(contentsOf(city.project())).toEqual(before);
  });

  test.skipIf(version === newestVersion)('stays byte for byte as it was where it cannot be brought to the newest version', async () => {
    const city = withEngine();
    const path = copyOfFrozen(version, city.folder);
    const spoiled = new Database(path);
    // A table of the name that the next version makes.
    spoiled.exec(`CREATE TABLE ${version < 30 ? 'figure' : version < 40 ? 'workshop' : 'commitment'} (note TEXT)`);
    spoiled.close();
    const before = readFileSync(path);
    const refusal = await refusalOf(city.client.project.open({ file: city.engine.services.files.hand(path) }));
    expect(refusal).toMatchObject({ code: 'project/update-failed', params: { fileVersion: version, ownVersion: newestVersion } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('bringing a file of version 10 to version 20', () => {
  const bytes = readFileSync(join(frozenFolder, 'version-10.citysafety'));

  /** The frozen file in memory, with something done to it by hand first. */
  function migrated(spoil: (connection: Database.Database) => void = () => {}): Database.Database {
    const connection = new Database(bytes);
    spoil(connection);
    migrate(connection, migrations);
    return connection;
  }

  function teamOf(connection: Database.Database) {
    return connection
      .prepare('SELECT m.id, p.name, m.role, m.body, m.position FROM team_member m JOIN person p ON p.id = m.person_id ORDER BY m.position')
      .all() as { id: string; name: string; role: string; body: string; position: number }[];
  }

  /** The columns that the earlier version has: later ones add to them. */
  const columnsOf = (connection: Database.Database, table: string): string =>
    (connection.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name).join(', ');

  const ids = ['01a2009e-5ae9-74ae-a969-ffbe127b6ff7', '01a2009e-5ae9-74ae-a96a-03b3ba7466b4'];

  test('a team of none is none', () => {
    const connection = migrated((file) => file.exec("UPDATE project SET team = '[]'"));
    expect(teamOf(connection)).toEqual([]);
  });

  test('team members who share an id, or lack a name, are all kept, each with an id that every copy gives them', () => {
    const team = [
      { id: ids[0], name: 'Ana', role: 'Facilitator', body: 'City' },
      { id: ids[0], name: 'Ana again', role: '', body: '' },
      { id: ids[1], name: '', role: '', body: '' },
      { id: ids[0], name: 'Ana a third time' },
    ];
    const write = (file: Database.Database) => file.prepare('UPDATE project SET team = ?').run(JSON.stringify(team));
    const members = teamOf(migrated(write));
    expect(members.map(({ name, role, body }) => ({ name, role, body }))).toEqual(team.map(({ name, role = '', body = '' }) => ({ name, role, body })));
    expect(new Set(members.map(({ id }) => id)).size).toBe(team.length);
    expect([members[0]?.id, members[2]?.id]).toEqual(ids);
    expect(members.every(({ id }) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
    expect(teamOf(migrated(write))).toEqual(members);
  });

  test('areas keep their keys, their parents and their incidents; no key is given twice afterwards', () => {
    const before = new Database(bytes);
    const after = migrated();
    const questions = [
      'SELECT key, id, layer_key, parent_key, name, code, area_km2, boundary, dataset_key FROM area ORDER BY key',
      'SELECT * FROM place ORDER BY key',
      'SELECT * FROM place_area ORDER BY place_key, layer_key',
      'SELECT * FROM incident ORDER BY key',
      `SELECT ${columnsOf(before, 'dataset')} FROM dataset ORDER BY key`,
      `SELECT ${columnsOf(before, 'population')} FROM population ORDER BY key`,
      `SELECT ${columnsOf(before, 'offence')} FROM offence ORDER BY key`,
      'SELECT * FROM risk_area ORDER BY risk_id, area_id',
      'SELECT * FROM measure_area ORDER BY measure_id, area_id',
      'SELECT revision, at, name, params, subjects FROM change ORDER BY revision',
    ];
    for (const question of questions) expect(after.prepare(question).all(), question).toEqual(before.prepare(question).all());
    expect(before.prepare('SELECT count(*) FROM area WHERE parent_key IS NOT NULL').pluck().get()).toBeGreaterThan(0);
    for (const table of ['area', 'area_layer', 'dataset', 'offence']) {
      const highest = after.prepare<[], number>(`SELECT max(key) FROM ${table}`).pluck().get();
      expect(after.prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table), table).toBe(highest);
    }
    before.close();
    after.close();
  });

  test('links that go with what they point to still do', () => {
    const file = migrated();
    file.pragma('foreign_keys = ON');
    file.exec('DELETE FROM area_layer');
    for (const table of ['area', 'place_area', 'population', 'risk_area', 'measure_area', 'finding_area']) {
      expect(file.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    }
    expect(file.prepare('SELECT count(*) FROM incident').pluck().get()).toBeGreaterThan(0);
    file.exec('DELETE FROM dataset');
    expect(file.prepare('SELECT count(*) FROM incident').pluck().get()).toBe(0);
    expect(file.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    file.close();
  });

  test('counting still reads an index alone', () => {
    const file = migrated();
    const plan = (question: string) =>
      file
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${question}`)
        .all()
        .map(({ detail }) => detail)
        .join('\n');
    const counting = plan(
      'SELECT i.offence_key, i.year, p.area_key, sum(i.count) FROM incident i JOIN place_area p ON p.place_key = i.place_key AND p.layer_key = 1 GROUP BY 1, 2, 3',
    );
    expect(counting).toMatch(/USING COVERING INDEX incident_counts/);
    expect(plan('SELECT key FROM area WHERE layer_key = 1')).toMatch(/area_by_layer/);
    expect(plan('SELECT key FROM area WHERE parent_key = 1')).toMatch(/area_by_parent/);
    expect(plan('SELECT count(*) FROM incident WHERE dataset_key = 1')).toMatch(/INDEX incident_/);
    file.close();
  });

  test('every change of before is told in the history, and none of it can be undone', async () => {
    const city = await opened(10);
    const rows = recordOf(10).rows.change ?? 0;
    expect(countRows(city.project()).change).toBe(rows);
    expect(await city.client.history.steps()).toEqual({ undo: null, redo: null });
    expect(await city.client.history.list({ limit: 500 })).toHaveLength(rows);
  });
});
