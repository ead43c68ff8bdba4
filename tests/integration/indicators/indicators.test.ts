import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { rateOf } from '#shared/methods/rates.ts';
import { newProject, refusalOf } from '../../fixtures/engine.ts';
import { harbourCity } from '../../fixtures/harbour-city.ts';

const starters = ['16.1.1', '16.1.4', '16.3.1', '11.7.2', '3.6.1', 'LOC-04', 'LOC-06', 'LOC-07', 'LOC-09', 'GOV-01', 'GOV-03', 'GOV-05', 'GOV-07', 'GOV-08'];

describe('the catalogue', () => {
  test('holds the starter set for a first workshop', async () => {
    const { client } = await newProject();
    const catalogue = await client.indicators.catalogue({ language: 'en' });
    const marked = catalogue.filter((indicator) => indicator.isStarter).map((indicator) => indicator.code);
    expect(marked.toSorted()).toEqual(starters.toSorted());
  });

  test.each(['en', 'es', 'ar'])('has a name and an explanation for everything in %s', async (language) => {
    const { client } = await newProject();
    for (const indicator of await client.indicators.catalogue({ language })) {
      for (const words of [indicator.name, indicator.explanation, indicator.unit, indicator.framework]) {
        expect(words).not.toBe('');
        expect(words).not.toMatch(/^indicator/);
      }
    }
  });

  test('the names differ by language, the definitions do not', async () => {
    const { client } = await newProject();
    const [english, spanish] = [await client.indicators.catalogue({ language: 'en' }), await client.indicators.catalogue({ language: 'es-MX' })];
    const facts = (list: typeof english) => list.map(({ code, version, direction, smallestCount }) => ({ code, version, direction, smallestCount }));
    expect(facts(english)).toEqual(facts(spanish));
    expect(english[0]?.name).not.toBe(spanish[0]?.name);
  });

  test('sexual and partner violence, children and trafficking are shown from ten upwards', async () => {
    const { client } = await newProject();
    const catalogue = await client.indicators.catalogue({});
    for (const code of ['16.1.3', '16.2.1', '16.2.2', '16.2.3', '11.7.2', '5.2.1', '5.2.2', 'LOC-12', 'INC-SEXUAL']) {
      expect(catalogue.find((indicator) => indicator.code === code)?.smallestCount, code).toBe(10);
    }
  });

  test('an indicator of the city’s own follows the shipped ones', async () => {
    const { client } = await newProject();
    await client.indicators.add({ indicatorCode: 'Lamps in the market', value: 12 });
    expect((await client.indicators.catalogue({})).at(-1)).toMatchObject({
      code: 'Lamps in the market',
      name: 'Lamps in the market',
      direction: 'show',
      rule: null,
    });
  });

  test('can be read before a project is open', async () => {
    const fixture = await newProject();
    await fixture.client.project.close();
    expect((await fixture.client.indicators.catalogue({})).length).toBeGreaterThan(50);
  });
});

describe('values', () => {
  test('are kept as given, also two that disagree', async () => {
    const { client } = await newProject();
    const police = await client.indicators.add({ indicatorCode: '16.1.1', year: 2023, value: 12.5, source: 'Police', quality: 'B' });
    await client.indicators.add({ indicatorCode: '16.1.1', year: 2023, value: 14.1, source: 'Mortuary', quality: 'A' });
    expect(await client.indicators.observations()).toMatchObject([
      { source: 'Police', isComputed: false, value: 12.5, areaId: null, breakdown: '' },
      { source: 'Mortuary', value: 14.1 },
    ]);
    expect(await client.indicators.update({ id: police.id, patch: { quality: 'X', note: 'In dispute' } })).toMatchObject({ quality: 'X', value: 12.5 });
    await client.indicators.remove({ id: police.id });
    expect(await client.indicators.observations()).toHaveLength(1);
    expect((await refusalOf(client.indicators.remove({ id: police.id }))).code).toBe('object/not-found');
    expect((await refusalOf(client.indicators.add({ indicatorCode: '16.1.1', areaId: uuidv7() }))).code).toBe('object/not-found');
  });
});

describe('what the project’s own data give', () => {
  const incidents = [
    { offence: 'Homicidio doloso', place: 'north', year: 2022, count: 3 },
    { offence: 'Homicidio doloso', place: 'south', year: 2021, count: 2 },
    { offence: 'Homicidio culposo', place: 'south', year: 2022, count: 40 },
    { offence: 'Robbery', place: 'south', year: 2022, count: 100 },
  ] as const;

  test('16.1.1 counts intentional homicide alone, per year, with exact limits, source and grade', async () => {
    const { client } = await harbourCity(incidents);
    const homicide = (await client.indicators.computable()).filter((value) => value.indicatorCode === '16.1.1');
    const expected = rateOf(3, 32_000);
    expect(homicide.map(({ year, numerator, denominator }) => [year, numerator, denominator])).toEqual([
      [2021, 2, 32_000],
      [2022, 3, 32_000],
    ]);
    expect(homicide[1]).toMatchObject({
      value: expected?.value,
      low: expected?.low,
      high: expected?.high,
      source: 'City police',
      quality: 'B',
      note: 'Homicidio doloso',
    });
  });

  test('without an offence that clearly says so there is no 16.1.1', async () => {
    const { client } = await harbourCity([{ offence: 'Homicidio culposo', place: 'south', year: 2022, count: 40 }]);
    expect((await client.indicators.computable()).some((value) => value.indicatorCode === '16.1.1')).toBe(false);
  });

  test('incidents per 100,000 by group and year', async () => {
    const { client } = await harbourCity(incidents);
    const values = await client.indicators.computable();
    expect(values.find((value) => value.indicatorCode === 'INC-THEFT')).toMatchObject({ year: 2022, numerator: 100, quality: 'C' });
    expect(values.filter((value) => value.indicatorCode === 'INC-ALL').map((value) => value.numerator)).toEqual([2, 143]);
  });

  test('a table without a named source gives figures without a grade', async () => {
    const { client } = await harbourCity([{ offence: 'Speeding', place: 'south', year: 2022, dataset: 'traffic' }]);
    expect((await client.indicators.computable()).find((value) => value.indicatorCode === 'INC-TRAFFIC')).toMatchObject({ quality: null });
  });

  test('GOV-05 follows the plan', async () => {
    const { client } = await newProject({ now: () => new Date('2026-03-01T12:00:00Z') });
    expect(await client.indicators.computable()).toEqual([]);
    const owner = await client.stakeholders.add({ name: 'Works' });
    const { id: objectiveId } = await client.policy.addObjective({ title: 'Light' });
    await client.policy.addMeasure({ objectiveId, ownerId: owner.id, capitalCost: 5, indicatorCode: 'LOC-07' });
    await client.policy.addMeasure({ objectiveId, ownerId: owner.id });
    expect(await client.indicators.computable()).toMatchObject([
      { indicatorCode: 'GOV-05', year: 2026, value: 50, numerator: 1, denominator: 2, low: null, quality: 'A' },
    ]);
  });

  test('GOV-06 counts what was published in the last 24 months', async () => {
    const { client } = await newProject({ now: () => new Date('2026-03-01T12:00:00Z') });
    await client.indicators.add({ indicatorCode: '16.1.4', publishedOn: '2024-03-02' });
    await client.indicators.add({ indicatorCode: '16.1.4', publishedOn: '2024-03-01' });
    await client.indicators.add({ indicatorCode: '16.1.4' });
    expect(await client.indicators.computable()).toMatchObject([{ indicatorCode: 'GOV-06', value: 50, numerator: 1, denominator: 2 }]);
  });

  test('a computed value that is added is marked as computed until somebody changes the figure', async () => {
    const { client } = await harbourCity(incidents);
    const [computed] = await client.indicators.computable();
    if (!computed) throw new Error('expected a value');
    const added = await client.indicators.add(computed);
    expect(added.isComputed).toBe(true);
    expect((await client.indicators.update({ id: added.id, patch: { note: 'Checked' } })).isComputed).toBe(true);
    expect((await client.indicators.update({ id: added.id, patch: { value: 1 } })).isComputed).toBe(false);
  });
});
