import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { sql } from '#main/engine/project/open-project.ts';
import { newProject } from '../../fixtures/engine.ts';
import { type HarbourCity, harbourCity } from '../../fixtures/harbour-city.ts';

const incidents = [
  { offence: 'Homicidio doloso', place: 'north', year: 2022, count: 3 },
  { offence: 'Robbery', place: 'south', year: 2022, count: 100 },
  { offence: 'Assault', place: 'south', year: 2022, count: 20 },
] as const;

const valuesOf = async (city: HarbourCity, code: string) => (await city.client.indicators.computable()).filter((value) => value.indicatorCode === code);
const gapOf = async ({ client }: Pick<HarbourCity, 'client'>, code: string) => (await client.indicators.gaps()).find((gap) => gap.code === code)?.reason;

describe('why an indicator with a rule gives nothing', () => {
  test('is told for each of them in an empty project', async () => {
    const city = await newProject();
    const gaps = await city.client.indicators.gaps();
    const reasons = Object.fromEntries(gaps.map(({ code, reason }) => [code, reason]));
    expect(reasons).toMatchObject({
      '16.1.1': 'no-incidents',
      '16.1.4': 'no-survey',
      'LOC-02': 'no-incidents',
      'LOC-03': 'no-incidents',
      'LOC-13': 'no-incidents',
      'GOV-05': 'no-measures',
      'GOV-06': 'no-dates',
      'GOV-07': 'no-participants',
    });
  });

  test('changes with what is there', async () => {
    const city = await harbourCity([{ offence: 'Robbery', place: 'harbour', year: 2022, count: 4 }]);
    expect(await gapOf(city, '16.1.1')).toBe('no-homicides');
    expect(await gapOf(city, 'LOC-03')).toBe('no-weights');
    expect(await gapOf(city, 'INC-DRUGS')).toBe('no-cases');
    const killed = await harbourCity(incidents);
    expect(await gapOf(killed, 'LOC-13')).toBe('no-weapon-words');
    expect(await gapOf(killed, '16.1.1')).toBeUndefined();
  });
});

test('every computed value carries its rule, inputs, method version and source', async () => {
  const city = await harbourCity(incidents);
  const [homicide] = await valuesOf(city, '16.1.1');
  expect(homicide?.facts).toMatchObject({
    method: 'rate',
    version: '1',
    n: 3,
    inputs: [
      { key: 'count', value: 3, unit: 'incidents' },
      { key: 'population', value: 32_000, unit: 'residents' },
      { key: 'per', value: 100_000, unit: null },
    ],
    sources: [{ name: 'City police', grade: 'B' }],
    params: [{ key: 'rule', value: 'key:indicatorRule.homicide' }],
  });
  if (!homicide) throw new Error('expected a value');
  expect((await city.client.indicators.add(homicide)).computation).toEqual(homicide.facts);
});

test('LOC-03: harm by the weights that were chosen; what has no weight is counted, not taken for nothing', async () => {
  const city = await harbourCity(incidents);
  const set = uuidv7();
  city.project().change({ name: 'indicators.add', subjects: ['indicators'] }, (write) => {
    write.run(
      sql.insertInto('harm_weight_set').values({ id: set, name: 'National list', source: 'Sentencing council', dated: '2020', unit: 'days', is_chosen: 1 }),
    );
    for (const [name, weight] of [
      ['Homicidio doloso', 5475],
      ['Robbery', 365],
    ] as const) {
      write.run(sql.insertInto('harm_weight').values({ id: uuidv7(), set_id: set, offence_id: city.ids.offence(name), weight }));
    }
  });
  const [harm] = await valuesOf(city, 'LOC-03');
  expect(harm?.value).toBeCloseTo(((3 * 5475 + 100 * 365) / 32_000) * 1000, 9);
  expect(harm?.facts).toMatchObject({ method: 'harm', n: 103, missing: 20 });
  expect(harm?.source).toContain('National list');
});

test('LOC-13: only offence names that tell the weapon give a share, with Wilson’s limits', async () => {
  const city = await harbourCity(incidents);
  city.project().change({ name: 'incidents.setOffenceGroup', subjects: ['incidents', 'datasets'] }, (write) => {
    write.run(sql.updateTable('offence').set({ name: 'Homicidio doloso con arma de fuego' }).where('id', '=', city.ids.offence('Homicidio doloso')));
  });
  expect(await valuesOf(city, 'LOC-13')).toMatchObject([{ year: 2022, value: 100, numerator: 3, denominator: 3, high: 100 }]);
});

describe('stale values', () => {
  test('are told when the data change, with what they give now; an own figure never is', async () => {
    const city = await harbourCity(incidents);
    const [homicide] = await valuesOf(city, '16.1.1');
    if (!homicide) throw new Error('expected a value');
    const taken = await city.client.indicators.add(homicide);
    await city.client.indicators.add({ indicatorCode: '16.1.1', year: 2022, value: 99 });
    expect(await city.client.indicators.stale()).toEqual([]);
    await city.client.areas.setPopulation({ id: city.ids.south, population: { value: 40_000, year: 2022, source: 'Census' } });
    const [stale] = await city.client.indicators.stale();
    expect(stale?.id).toBe(taken.id);
    const [now] = await valuesOf(city, '16.1.1');
    expect(stale?.value).toBe(now?.value);
    const { facts: _facts, ...patch } = now ?? homicide;
    expect(await city.client.indicators.update({ id: taken.id, patch })).toMatchObject({ isComputed: true, denominator: now?.denominator });
    expect(await city.client.indicators.stale()).toEqual([]);
  });

  test('a value whose data are gone says so', async () => {
    const city = await harbourCity(incidents);
    const [homicide] = await valuesOf(city, '16.1.1');
    if (!homicide) throw new Error('expected a value');
    const taken = await city.client.indicators.add(homicide);
    city
      .project()
      .change({ name: 'imports.removeDataset', subjects: ['datasets', 'incidents', 'indicators'] }, (write) => write.run(sql.deleteFrom('dataset')));
    expect(await city.client.indicators.stale()).toEqual([{ id: taken.id, value: null }]);
  });
});

describe('value and limits that are worked out', () => {
  test('follow numerator and denominator; what a person typed stays', async () => {
    const { client } = await newProject();
    const { id } = await client.indicators.add({ indicatorCode: '16.1.1', year: 2024, numerator: 3, denominator: 85_000 });
    const read = async () => {
      const one = (await client.indicators.observations()).find((value) => value.id === id);
      return [one?.value, one?.low, one?.high].map((value) => (value == null ? value : Number(value.toFixed(2))));
    };
    expect(await read()).toEqual([3.53, 0.73, 10.31]);
    await client.indicators.update({ id, patch: { numerator: 0, denominator: 50_000 } });
    expect(await read()).toEqual([0, 0, 7.38]);
    await client.indicators.update({ id, patch: { value: 4.5 } });
    expect(await read()).toEqual([4.5, null, null]);
    await client.indicators.update({ id, patch: { low: 1, high: 9 } });
    await client.indicators.update({ id, patch: { numerator: 5 } });
    expect(await read()).toEqual([4.5, 1, 9]);
    await client.indicators.update({ id, patch: { denominator: null } });
    expect(await read()).toEqual([4.5, 1, 9]);
  });

  test('0 of nobody is undefined, never zero', async () => {
    const { client } = await newProject();
    expect(await client.indicators.add({ indicatorCode: '16.3.1', year: 2024, numerator: 0, denominator: 0 })).toMatchObject({
      value: null,
      low: null,
      high: null,
    });
  });

  test('all that belongs to a value is kept', async () => {
    const { client } = await newProject();
    const input = {
      indicatorCode: '11.7.2',
      definitionVersion: '2018',
      year: 2020,
      periodStart: '2019-07-01',
      periodEnd: '2020-06-30',
      value: 15,
      sampleSize: 200,
      breakdown: 'women',
      source: 'City survey',
      holder: 'Women’s office',
      publishedOn: '2021-02-01',
      quality: 'C' as const,
      qualityReason: 'A survey',
      note: 'asked at home',
    };
    expect(await client.indicators.add(input)).toMatchObject({ ...input, isComputed: false, isImported: false, isChosen: false, computation: null });
  });
});
