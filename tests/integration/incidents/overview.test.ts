import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { refusalOf } from '../../fixtures/engine.ts';
import { harbourCity } from '../../fixtures/harbour-city.ts';

test('the overview tells how much of the data has a place, a point and an hour', async () => {
  const { client } = await harbourCity([
    { offence: 'Robbery', place: 'north', day: '2021-05-05', hour: 0, hasPoint: true },
    { offence: 'Robbery', place: 'south', year: 2022, count: 10 },
    { offence: 'Speeding', day: '2022-08-01', dataset: 'traffic' },
  ]);
  expect(await client.incidents.overview()).toEqual({
    count: 12,
    firstDay: '2021-05-05',
    lastDay: '2022-08-01',
    years: [2021, 2022],
    withAreaCount: 11,
    withPointCount: 1,
    withHourCount: 1,
    offenceCount: 2,
    datasetCount: 2,
  });
});

test('an empty project has an empty overview', async () => {
  const { client } = await harbourCity([]);
  expect(await client.incidents.overview()).toMatchObject({ count: 0, firstDay: null, lastDay: null, years: [], datasetCount: 0 });
});

test('offences are listed by alphabet with their group, their count and whether a person decided', async () => {
  const { client, ids } = await harbourCity([{ offence: 'Robbery', place: 'north', year: 2022, count: 3 }]);
  await client.incidents.setOffenceGroup({ offenceIds: [ids.offence('Unknown')], group: 'property' });
  const offences = await client.incidents.offences();
  expect(offences.map((offence) => offence.name)).toEqual(offences.map((offence) => offence.name).toSorted());
  expect(offences.find((offence) => offence.name === 'Robbery')).toMatchObject({ group: 'theft', isConfirmed: false, count: 3 });
  expect(offences.find((offence) => offence.name === 'Unknown')).toMatchObject({ group: 'property', isConfirmed: true, count: 0 });
});

test('one unknown offence leaves all of them as they were', async () => {
  const { client, ids } = await harbourCity([{ offence: 'Robbery', place: 'north', year: 2022 }]);
  const call = client.incidents.setOffenceGroup({ offenceIds: [ids.offence('Robbery'), uuidv7()], group: 'drugs' });
  expect((await refusalOf(call)).code).toBe('object/not-found');
  expect((await client.incidents.offences()).some((offence) => offence.isConfirmed)).toBe(false);
});
