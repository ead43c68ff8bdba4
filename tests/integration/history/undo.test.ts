import { describe, expect, test } from 'vitest';
import { contentsOf } from '../../fixtures/contents.ts';
import { type EngineFixture, newProject, refusalOf, withEngine } from '../../fixtures/engine.ts';
import { geoJson, importText, square } from '../imports/importing.ts';

async function sampleCity(): Promise<EngineFixture> {
  const fixture = withEngine();
  await fixture.client.project.openSample();
  return fixture;
}

describe('undo and redo', () => {
  test('a stakeholder that was removed is there again with its ratings and the measures it owned', async () => {
    const city = await sampleCity();
    const before = contentsOf(city.project());
    const owned = (await city.client.policy.measures({})).find((measure) => measure.ownerId !== null);
    await city.client.stakeholders.remove({ id: owned?.ownerId ?? '' });
    expect(contentsOf(city.project())).not.toEqual(before);
    await city.client.history.undo();
    expect(contentsOf(city.project())).toEqual(before);
  });

  test('an imported dataset of incidents goes and comes back, placed as it was', async () => {
    const city = await sampleCity();
    const dataset = (await city.client.imports.datasets()).find(({ kind }) => kind === 'incidents');
    const before = contentsOf(city.project());
    await city.client.imports.removeDataset({ id: dataset?.id ?? '' });
    const without = contentsOf(city.project());
    expect(without.incident?.length).toBeLessThan(before.incident?.length ?? 0);
    await city.client.history.undo();
    expect(contentsOf(city.project())).toEqual(before);
    await city.client.history.redo();
    expect(contentsOf(city.project())).toEqual(without);
  });

  test('areas come back under their incidents', async () => {
    const city = await sampleCity();
    const layer = (await city.client.areas.layers())[0];
    const before = contentsOf(city.project());
    await city.client.areas.removeLayer({ id: layer?.id ?? '' });
    await city.client.history.undo();
    expect(contentsOf(city.project())).toEqual(before);
  });

  test('a population comes back although the row that took its place has its key', async () => {
    const { client } = await newProject();
    const { id } = await client.areas.add({ name: 'North' });
    const populations = async () => (await client.areas.populations({})).map(({ value, year }) => [value, year]);
    await client.areas.setPopulation({ id, population: { value: 100, year: 2020, source: '' } });
    await client.areas.setPopulation({ id, population: { value: 101, year: 2021, source: '' } });
    await client.history.undo();
    expect(await populations()).toEqual([[100, 2020]]);
    await client.history.redo();
    expect(await populations()).toEqual([[101, 2021]]);
  });

  test('a dataset comes back under the offences and areas it had, although others of the same names came and went since', async () => {
    const city = await newProject();
    const areas = geoJson([
      { name: 'Poniente', geometry: square(-99.2, 19.4) },
      { name: 'Oriente', geometry: square(-99.1, 19.4) },
    ]);
    const incidents = (offence: string) => `date,offence,area\n2023-01-31,${offence},Poniente\n2023-02-01,Burglary,Oriente\n`;
    const remove = async (fileName: string) => {
      const dataset = (await city.client.imports.datasets()).find((candidate) => candidate.fileName === fileName);
      await city.client.imports.removeDataset({ id: dataset?.id ?? '' });
    };
    await importText(city, 'areas', areas, { name: 'areas.geojson' });
    await importText(city, 'incidents', incidents('Robbery'), { name: 'first.csv' });
    const before = contentsOf(city.project());
    const datasets = await city.client.imports.datasets();
    await remove('first.csv');
    await remove('areas.geojson');
    await importText(city, 'areas', areas, { name: 'areas.geojson' });
    await importText(city, 'incidents', incidents('Arson'), { name: 'second.csv' });
    const after = contentsOf(city.project());
    for (let step = 0; step < 4; step += 1) await city.client.history.undo();
    expect(contentsOf(city.project())).toEqual(before);
    expect(await city.client.imports.datasets()).toEqual(datasets);
    for (let step = 0; step < 4; step += 1) await city.client.history.redo();
    expect(contentsOf(city.project())).toEqual(after);
  });

  test('the sample city begins with a clean history: one note, nothing to undo', async () => {
    const city = await sampleCity();
    expect(await city.client.history.steps()).toEqual({ undo: null, redo: null });
    expect((await city.client.history.list({})).map(({ kind, name }) => [kind, name])).toEqual([['note', 'sampleCity.built']]);
  });

  test('with nothing done there is nothing to undo, and nothing to redo', async () => {
    const { client } = await newProject();
    expect(await client.history.steps()).toEqual({ undo: null, redo: null });
    expect((await refusalOf(client.history.undo())).code).toBe('history/nothing-to-undo');
    expect((await refusalOf(client.history.redo())).code).toBe('history/nothing-to-redo');
  });
});
