import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import type { OutputKind, OutputResult } from '#shared/domain/outputs.ts';
import { refusalOf } from '../../fixtures/engine.ts';
import { type HarbourCity, type SeededIncident, harbourCity as seededCity } from '../../fixtures/harbour-city.ts';
import { inventProfile } from '../../fixtures/invented-profile.ts';

const year = 2024;
const many: readonly SeededIncident[] = [
  { offence: 'Robbery', place: 'north', year, count: 40 },
  { offence: 'Robbery', place: 'south', year, count: 60 },
  { offence: 'Robbery', place: 'harbour', year, count: 30 },
  { offence: 'Assault', place: 'north', year, count: 25 },
  { offence: 'Assault', place: 'south', year, count: 35 },
  { offence: 'Assault', place: 'harbour', year, count: 20 },
  { offence: 'Robbery', place: 'north', year: year - 1, count: 33 },
  { offence: 'Robbery', place: 'south', year: year - 1, count: 44 },
  { offence: 'Robbery', place: 'harbour', year: year - 1, count: 55 },
];

/** With datasets that can be read: outputs name them. */
async function harbourCity(incidents: readonly SeededIncident[]): Promise<HarbourCity> {
  const city = await seededCity(incidents);
  const recipe = JSON.stringify(inventProfile().datasets[0]?.recipe);
  city.project().change({ name: 'imports.incidents', subjects: ['datasets'] }, ({ connection }) => {
    connection.prepare('UPDATE dataset SET recipe = ?').run(recipe);
  });
  return city;
}

async function make({ client }: HarbourCity, kind: OutputKind = 'workbook'): Promise<OutputResult> {
  const stream = await client.outputs.make({ kind });
  for (;;) {
    const next = await stream.next();
    if (next.done) return next.value;
  }
}

/** More incidents of one combination, as a later dataset brings them. */
function add(city: HarbourCity, offence: string, areaId: string, count: number, inYear = year): void {
  city.project().change({ name: 'imports.incidents', subjects: ['datasets', 'incidents'] }, ({ connection }) => {
    const key = (table: string, id: string) => connection.prepare<[string], number>(`SELECT key FROM ${table} WHERE id = ?`).pluck().get(id) ?? 0;
    const place = connection
      .prepare<[number], number>('SELECT place_key FROM place_area WHERE area_key = ? ORDER BY place_key LIMIT 1')
      .pluck()
      .get(key('area', areaId));
    const dataset = connection.prepare<[], number>("SELECT min(key) FROM dataset WHERE kind = 'incidents'").pluck().get();
    connection
      .prepare('INSERT INTO incident (dataset_key, "row", place_key, offence_key, year, count) VALUES (?, 9000, ?, ?, ?, ?)')
      .run(dataset, place, key('offence', city.ids.offence(offence)), inYear, count);
  });
}

describe('what was given out', () => {
  it('is listed with what, when, how much was hidden and why', async () => {
    const city = await harbourCity([...many, { offence: 'Burglary', place: 'north', year, count: 3 }]);
    const { fileName } = await make(city);
    const [release, ...others] = await city.client.releases.list();
    expect(others).toEqual([]);
    expect(release).toMatchObject({ kind: 'workbook', name: fileName, isWithdrawn: false });
    expect(release?.hidden.small).toBeGreaterThan(0);
    expect(release?.hidden.protects).toBeGreaterThan(0);
    expect(release?.tables).toContainEqual(['area', 'year']);
    // A note: nothing that undo takes back.
    const [change] = await city.client.project.changes({ limit: 1 });
    expect(change?.name).toBe('outputs.make');
  });

  it('does not count a document without figures of incidents', async () => {
    const city = await harbourCity(many);
    await make(city, 'policy');
    expect(await city.client.releases.list()).toEqual([]);
  });

  it('DC-3: refuses a workbook whose sum differs by a few from an earlier one, with a way out', async () => {
    const city = await harbourCity(many);
    const { fileName } = await make(city);
    add(city, 'Robbery', city.ids.north, 3);
    const refusal = await refusalOf(make(city));
    expect(refusal).toMatchObject({ code: 'release/too-close', params: { number: 3, name: fileName, threshold: 5 } });
    expect(await city.client.releases.list()).toHaveLength(1);

    const [release] = await city.client.releases.list();
    await city.client.releases.setWithdrawn({ id: release?.id ?? '', isWithdrawn: true });
    await city.client.history.undo();
    expect(await city.client.releases.list()).toMatchObject([{ isWithdrawn: false }]);
    await city.client.history.redo();
    await make(city);
    expect((await city.client.releases.list()).map(({ isWithdrawn }) => isWithdrawn)).toEqual([false, true]);
  });

  it('hides what has changed by a few since, when the sum has changed by enough', async () => {
    const city = await harbourCity(many);
    await make(city);
    add(city, 'Robbery', city.ids.north, 2);
    add(city, 'Robbery', city.ids.south, 40);
    add(city, 'Robbery', city.ids.harbour, 30);
    for (const place of [city.ids.north, city.ids.south, city.ids.harbour]) add(city, 'Assault', place, 20);
    await make(city);
    const [release] = await city.client.releases.list();
    expect(release?.hidden.released).toBeGreaterThan(0);
  });

  it('refuses where hiding that leaves nothing to tell', async () => {
    const city = await harbourCity(many);
    const { fileName } = await make(city);
    add(city, 'Robbery', city.ids.north, 2);
    add(city, 'Assault', city.ids.south, 40);
    expect(await refusalOf(make(city))).toMatchObject({ code: 'release/too-similar', params: { name: fileName } });
  });

  it('makes the same bytes again after a release, and lets more data through that differ by enough', async () => {
    const city = await harbourCity([...many, { offence: 'Burglary', place: 'north', year, count: 3 }]);
    const [first, second] = [await make(city), await make(city)];
    expect(second.sha256).toBe(first.sha256);
    for (const place of [city.ids.north, city.ids.south, city.ids.harbour])
      for (const offence of ['Robbery', 'Assault']) add(city, offence, place, 20, year + 1);
    await make(city);
    expect(await city.client.releases.list()).toHaveLength(3);
  });

  it('stays listed when the project goes back to an earlier moment', async () => {
    const city = await harbourCity(many);
    const { revision } = await city.client.project.current().then((state) => state ?? { revision: 0 });
    await make(city);
    await city.client.stakeholders.add({ name: 'Youth Council', sector: 'community' });
    await city.client.history.restoreProject({ revision });
    expect(await city.client.releases.list()).toHaveLength(1);
  });
});

describe('figures for a projector or a copy', () => {
  it('hides the small ones and what gives them away, each with the reason', async () => {
    const city = await harbourCity([...many, { offence: 'Burglary', place: 'north', year, count: 3 }]);
    const { rows, hiddenCount, isSafe } = await city.client.releases.protect({ by: ['offence'], where: {} });
    expect(isSafe).toBe(true);
    expect(rows.find((row) => row.offence === 'Burglary')).toMatchObject({ count: null, rate: null, isHidden: true, why: 'small' });
    expect(hiddenCount).toBe(2);
    expect(rows.filter((row) => row.why === 'protects')).toHaveLength(1);
  });

  it('asks for ten where a count could point to somebody', async () => {
    const city = await harbourCity([...many, { offence: 'Burglary', place: 'north', year, count: 8 }]);
    const shown = async () => (await city.client.releases.protect({ by: [], where: { offenceIds: [city.ids.offence('Burglary')] } })).rows[0]?.count;
    expect(await shown()).toBe(8);
    await city.client.incidents.setOffenceGroup({ offenceIds: [city.ids.offence('Burglary')], group: 'sexual' });
    expect(await shown()).toBeNull();
  });

  it('DC-3: 40 were published, then 37 without one area: not shown', async () => {
    const city = await harbourCity([
      { offence: 'Robbery', place: 'north', year, count: 20 },
      { offence: 'Robbery', place: 'south', year, count: 17 },
      { offence: 'Robbery', place: 'harbour', year, count: 3 },
    ]);
    const all = { by: [], where: {} };
    const without = { by: [], where: { areaIds: [city.ids.north, city.ids.south] } };
    const shown = async (query: Parameters<typeof city.client.releases.protect>[0]) => (await city.client.releases.protect(query)).rows[0];
    expect([(await shown(all))?.count, (await shown(without))?.count]).toEqual([40, 37]);
    await city.client.releases.record({ kind: 'copy', name: 'All incidents', queries: [all] });
    expect(await shown(without)).toMatchObject({ count: null, why: 'released' });
  });

  it('takes a larger threshold for an offence, but none below its class', async () => {
    const city = await harbourCity(many);
    const ids = [city.ids.offence('Robbery')];
    await city.client.releases.setThreshold({ offenceIds: ids, smallestCount: 20 });
    expect((await city.client.releases.thresholds()).find(({ name }) => name === 'Robbery')).toMatchObject({ own: 20, smallestCount: 20, sensitive: null });
    await city.client.incidents.setOffenceGroup({ offenceIds: ids, group: 'sexual' });
    expect(await refusalOf(city.client.releases.setThreshold({ offenceIds: ids, smallestCount: 6 }))).toMatchObject({
      code: 'release/threshold-too-low',
      params: { least: 10 },
    });
    await city.client.releases.setThreshold({ offenceIds: ids, smallestCount: null });
    expect((await city.client.releases.thresholds()).find(({ name }) => name === 'Robbery')).toMatchObject({
      own: null,
      smallestCount: 10,
      sensitive: 'sexual',
    });
  });
});

it('the workbook says what was hidden and why', async () => {
  const city = await harbourCity([...many, { offence: 'Burglary', place: 'north', year, count: 3 }]);
  await city.client.incidents.setOffenceGroup({ offenceIds: [city.ids.offence('Assault')], group: 'sexual' });
  const { path } = await make(city);
  const book = read(readFileSync(path));
  const words = utils
    .sheet_to_json<string[]>(book.Sheets['Read me'] ?? {}, { header: 1 })
    .flat()
    .join('\n');
  expect(words).toContain('are shown only from 10 on');
  expect(words).toContain('Sexual violence');
  expect(words).toMatch(/Hidden in the tables of incidents: \d+ counts that are too small, \d+ that would give those away/);
});
