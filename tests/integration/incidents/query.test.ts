import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { rateOf } from '#shared/methods/rates.ts';
import { refusalOf } from '../../fixtures/engine.ts';
import { harbourCity } from '../../fixtures/harbour-city.ts';

const threeYears = [
  { offence: 'Robbery', place: 'north', day: '2020-03-02', hour: 23 },
  { offence: 'Robbery', place: 'north', day: '2021-05-05', hour: 1 },
  { offence: 'Assault', place: 'south', day: '2021-05-06' },
  { offence: 'Robbery', place: 'south', day: '2022-07-08', hour: 23 },
  { offence: 'Robbery', place: 'harbour', day: '2022-07-09' },
  { offence: 'Homicidio doloso', day: '2022-12-31' },
] as const;

describe('counting incidents', () => {
  test('everything in one row, with the people of the first layer over the years recorded', async () => {
    const { client } = await harbourCity(threeYears);
    // North 10,000 + 12,000 (2021 is as near to 2022, and the newer counts) + 12,000; South 20,000 in each of three years.
    const population = 34_000 + 60_000;
    const rate = rateOf(6, population);
    expect(await client.incidents.query({ by: [] })).toEqual([{ count: 6, population, rate: rate?.value, low: rate?.low, high: rate?.high }]);
  });

  test('by area, by alphabet, what has no area last and without a rate', async () => {
    const { client, ids } = await harbourCity(threeYears);
    const rows = await client.incidents.query({ by: ['area'] });
    expect(rows.map(({ area, areaId, count, population }) => [area, areaId, count, population])).toEqual([
      ['Harbour', ids.harbour, 1, null],
      ['North', ids.north, 2, 34_000],
      ['South', ids.south, 2, 60_000],
      [null, null, 1, null],
    ]);
    expect(rows[0]?.rate).toBeNull();
    expect(rows[1]?.rate).toBeCloseTo((2 / 34_000) * 100_000, 9);
  });

  test('by area and year, each year with the figure nearest to it', async () => {
    const { client } = await harbourCity(threeYears);
    const rows = await client.incidents.query({ by: ['year', 'area'] });
    expect(rows.map(({ year, area, count, population }) => [year, area, count, population])).toEqual([
      [2020, 'North', 1, 10_000],
      [2021, 'North', 1, 12_000],
      [2021, 'South', 1, 20_000],
      [2022, 'Harbour', 1, null],
      [2022, 'South', 1, 20_000],
      [2022, null, 1, null],
    ]);
  });

  test('a quiet year stays in the denominator of a rare offence', async () => {
    const { client, ids } = await harbourCity(threeYears);
    const [row] = await client.incidents.query({ by: [], where: { offenceIds: [ids.offence('Homicidio doloso')], areaIds: [ids.south] } });
    expect(row).toMatchObject({ count: 0, population: 60_000, rate: 0, low: 0 });
    expect(row?.high).toBeGreaterThan(0);
  });

  test('an offence counts only the years of the tables that hold it', async () => {
    const { client } = await harbourCity([...threeYears, { offence: 'Speeding', place: 'south', day: '2019-01-01', dataset: 'traffic' }]);
    const rows = await client.incidents.query({ by: ['offence'] });
    // South has 20,000 people in every year; 2019 is nearest to North's 10,000 of 2020.
    expect(rows.find((row) => row.offence === 'Speeding')?.population).toBe(30_000);
    expect(rows.find((row) => row.offence === 'Robbery')?.population).toBe(94_000);
    const [all] = await client.incidents.query({ by: [] });
    expect(all?.population).toBe(124_000);
  });

  test('late reports from years before do not count as years on record, unless they are asked for', async () => {
    const { client, ids } = await harbourCity([
      { offence: 'Robbery', place: 'south', year: 2022, count: 5000 },
      { offence: 'Robbery', place: 'south', year: 2021, count: 4000 },
      { offence: 'Robbery', place: 'south', year: 1998, count: 7 },
    ]);
    const where = { areaIds: [ids.south] };
    expect(await client.incidents.query({ by: [], where })).toMatchObject([{ count: 9007, population: 40_000 }]);
    expect(await client.incidents.query({ by: [], where: { ...where, years: [1998] } })).toMatchObject([{ count: 7, population: 20_000 }]);
    expect((await client.incidents.query({ by: ['year'], where })).map(({ year, population }) => [year, population])).toEqual([
      [1998, 20_000],
      [2021, 20_000],
      [2022, 20_000],
    ]);
  });

  test('hours, weekdays and months have counts but no residents of their own', async () => {
    const { client } = await harbourCity(threeYears);
    const rows = await client.incidents.query({ by: ['hour'] });
    expect(rows).toEqual([
      { hour: 1, count: 1, population: null, rate: null, low: null, high: null },
      { hour: 23, count: 2, population: null, rate: null, low: null, high: null },
      { hour: null, count: 3, population: null, rate: null, low: null, high: null },
    ]);
    // 2 March 2020 was a Monday.
    expect((await client.incidents.query({ by: ['weekday'] })).map(({ weekday, count }) => [weekday, count])).toEqual([
      [1, 1],
      [3, 1],
      [4, 1],
      [5, 1],
      [6, 2],
    ]);
  });

  test('by group and offence the groups keep their order', async () => {
    const { client } = await harbourCity(threeYears);
    const rows = await client.incidents.query({ by: ['group', 'offence'] });
    expect(rows.map(({ group, offence, count }) => [group, offence, count])).toEqual([
      ['violence', 'Assault', 1],
      ['violence', 'Homicidio doloso', 1],
      ['theft', 'Robbery', 4],
    ]);
  });

  test('a source that gives sums is counted by its sums', async () => {
    const { client } = await harbourCity([
      { offence: 'Robbery', place: 'north', year: 2022, count: 40 },
      { offence: 'Robbery', place: 'north', year: 2022, count: 1 },
      { offence: 'Robbery', place: 'south', year: 2022, count: 0 },
    ]);
    expect((await client.incidents.query({ by: ['area', 'month'] })).map(({ area, month, count }) => [area, month, count])).toEqual([['North', null, 41]]);
  });

  test('rows without a year are counted, but no rate can be told for them', async () => {
    const { client } = await harbourCity([...threeYears, { offence: 'Robbery', place: 'north' }]);
    expect((await client.incidents.query({ by: ['year'] })).at(-1)).toEqual({ year: null, count: 1, population: null, rate: null, low: null, high: null });
  });
});

describe('filters', () => {
  test('by group, year and area', async () => {
    const { client, ids } = await harbourCity(threeYears);
    const [row] = await client.incidents.query({ by: [], where: { groups: ['theft'], years: [2021, 2022], areaIds: [ids.north, ids.south] } });
    expect(row).toMatchObject({ count: 2, population: 24_000 + 40_000 });
  });

  test('first and last day are both included, and part of a year is part of its residents', async () => {
    const { client, ids } = await harbourCity(threeYears);
    const [row] = await client.incidents.query({ by: [], where: { areaIds: [ids.south], from: '2021-05-06', to: '2022-07-08' } });
    expect(row?.count).toBe(2);
    // 240 days from 6 May to 31 December 2021, 189 from 1 January to 8 July 2022.
    expect(row?.population).toBeCloseTo(20_000 * (240 / 365 + 189 / 365), 6);
  });

  test('a whole year given by its days is a whole year', async () => {
    const { client, ids } = await harbourCity(threeYears);
    const [row] = await client.incidents.query({ by: [], where: { areaIds: [ids.south], from: '2021-01-01', to: '2021-12-31' } });
    expect(row?.population).toBe(20_000);
  });

  test('blocks inside the district asked for count whole; a district is not measured by one of its blocks', async () => {
    const { client, ids } = await harbourCity([...threeYears, { offence: 'Robbery', place: 'north-block', day: '2022-01-01' }]);
    const blocks = await client.incidents.query({ by: ['area'], layerId: ids.blocks, where: { areaIds: [ids.north] } });
    expect(blocks.map(({ area, count }) => [area, count])).toEqual([
      ['North block', 1],
      [null, 2],
    ]);
    const districts = await client.incidents.query({ by: ['area'], layerId: ids.districts, where: { areaIds: [ids.northBlock] } });
    expect(districts).toMatchObject([{ area: 'North', count: 1, population: null }]);
  });

  test('an unknown layer, area or offence is refused, not counted as none', async () => {
    const { client } = await harbourCity(threeYears);
    expect((await refusalOf(client.incidents.query({ by: [], layerId: uuidv7() }))).code).toBe('areas/unknown-layer');
    expect((await refusalOf(client.incidents.query({ by: [], where: { areaIds: [uuidv7()] } }))).code).toBe('object/not-found');
    expect((await refusalOf(client.incidents.query({ by: [], where: { offenceIds: [uuidv7()] } }))).code).toBe('object/not-found');
  });
});

describe('without data', () => {
  test('an empty project counts none and says that nothing is known', async () => {
    const { client } = await harbourCity([]);
    expect(await client.incidents.query({ by: ['area', 'year'] })).toEqual([]);
    expect(await client.incidents.query({ by: [] })).toEqual([{ count: 0, population: null, rate: null, low: null, high: null }]);
  });
});

test('an answer follows every change of population and offence group', async () => {
  const { client, ids } = await harbourCity(threeYears);
  await client.incidents.query({ by: ['area'] });
  await client.areas.setPopulation({ id: ids.harbour, population: { value: 500, year: 2022, source: 'Count' } });
  expect((await client.incidents.query({ by: ['area'] }))[0]).toMatchObject({ area: 'Harbour', population: 1500 });
  await client.incidents.setOffenceGroup({ offenceIds: [ids.offence('Robbery')], group: 'property' });
  expect((await client.incidents.query({ by: ['group'] })).map(({ group, count }) => [group, count])).toEqual([
    ['violence', 2],
    ['property', 4],
  ]);
});
