import { describe, expect, it } from 'vitest';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';
import { addTwoBoroughs, fileOf, geoJson, importText, inspectText, square } from './importing.ts';

const first = 'date,offence,area\n2023-01-05,Robbery,Poniente\n2023-02-06,Robbery,Oriente\n2023-03-07,Burglary,Oriente\n';
const second = 'date,offence,area\n2023-01-05,Robbery,Poniente\n2023-02-06,Robbery,Oriente\n2023-03-08,Burglary,Oriente\n2023-04-01,Homicide,Poniente\n';

const countOf = async (city: EngineFixture) => (await city.client.incidents.query({ by: [] }))[0]?.count ?? 0;

describe('a newer edition', () => {
  it('is recognised by its columns, name and period; next year’s file is none', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const { dataset } = await importText(city, 'incidents', first, { name: 'crimes_v1.csv' });
    expect((await inspectText(city, 'incidents', second, {}, 'crimes_v2.csv')).earlierEditions).toMatchObject([
      { datasetId: dataset, fileName: 'crimes_v1.csv' },
    ]);
    expect((await inspectText(city, 'incidents', second.replaceAll('2023', '2024'), {}, 'crimes_v3.csv')).earlierEditions).toEqual([]);
    expect((await inspectText(city, 'incidents', second, {}, 'traffic accidents.csv')).earlierEditions).toEqual([]);
  });

  it('takes the place of the old one in one change, with all that people said of it', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const old = await importText(city, 'incidents', first, { name: 'crimes_v1.csv', source: 'Police', licence: 'CC BY 4.0' });
    await city.client.imports.updateDataset({ id: old.dataset, title: 'Crimes 2023', note: 'Sent by e-mail' });
    const finding = await city.client.findings.add({
      sentence: 'Robbery is common',
      areaIds: [],
      groups: [],
      evidence: [{ kind: 'incidents', stance: 'for', text: 'Count', source: '', refId: old.dataset }],
    });
    const before = await city.client.history.list({});
    const fresh = await importText(city, 'incidents', second, { name: 'crimes_v2.csv', replaces: old.dataset, publishedOn: '2024-01-31' });
    expect((await city.client.history.list({})).length).toBe(before.length + 1);
    const [dataset, ...others] = (await city.client.imports.datasets()).filter(({ kind }) => kind === 'incidents');
    expect(others).toEqual([]);
    expect(dataset).toMatchObject({
      id: fresh.dataset,
      title: 'Crimes 2023',
      note: 'Sent by e-mail',
      source: 'Police',
      licence: 'CC BY 4.0',
      publishedOn: '2024-01-31',
      firstDay: '2023-01-05',
      lastDay: '2023-04-01',
      replaced: { fileName: 'crimes_v1.csv', rows: 3 },
    });
    expect(await countOf(city)).toBe(4);
    const evidenceOf = async () => (await city.client.findings.list()).find(({ id }) => id === finding.id)?.evidence[0]?.refId;
    expect(await evidenceOf()).toBe(fresh.dataset);

    await city.client.history.undo();
    expect(await countOf(city)).toBe(3);
    expect(await evidenceOf()).toBe(old.dataset);
    expect((await city.client.imports.datasets()).map(({ id }) => id)).toContain(old.dataset);
    await city.client.history.redo();
    expect(await countOf(city)).toBe(4);
    expect(await evidenceOf()).toBe(fresh.dataset);
  });

  it('of a map keeps the areas that both hold, so that nothing loses its place', async () => {
    const city = await newProject();
    const map = (names: [string, number][]) => geoJson(names.map(([name, west]) => ({ name, geometry: square(west, 19.4) })));
    const old = await importText(
      city,
      'areas',
      map([
        ['Poniente', -99.2],
        ['Oriente', -99.1],
      ]),
      { name: 'boroughs 2010.geojson', recipe: { layer: 'Boroughs' } },
    );
    const [east] = (await city.client.areas.list({})).filter(({ name }) => name === 'Oriente');
    await importText(
      city,
      'areas',
      map([
        ['Oriente', -99.09],
        ['Norte', -99],
      ]),
      { name: 'boroughs 2020.geojson', replaces: old.dataset },
    );
    const areas = await city.client.areas.list({});
    expect(areas.map(({ name }) => name).sort()).toEqual(['Norte', 'Oriente']);
    expect(areas.find(({ name }) => name === 'Oriente')?.id).toBe(east?.id);
    expect((await city.client.areas.layers()).map(({ name }) => name)).toEqual(['Boroughs']);
    await city.client.history.undo();
    expect((await city.client.areas.list({})).map(({ name }) => name).sort()).toEqual(['Oriente', 'Poniente']);
  });

  it('of a register keeps the bodies that both hold, with their ratings', async () => {
    const city = await newProject();
    const old = await importText(city, 'stakeholders', 'name,sector\nPolice,police\nRed Cross,health\n', { name: 'bodies.csv' });
    const [police] = (await city.client.stakeholders.list()).filter(({ name }) => name === 'Police');
    await city.client.stakeholders.rate({ id: police?.id ?? '', rater: '', power: 5, interest: 4 });
    await importText(city, 'stakeholders', 'name,sector,mandate\nPolice,police,Order\nSchools,education,\n', { name: 'bodies 2.csv', replaces: old.dataset });
    const bodies = await city.client.stakeholders.list();
    expect(bodies.map(({ name }) => name).sort()).toEqual(['Police', 'Schools']);
    expect(bodies.find(({ name }) => name === 'Police')).toMatchObject({ id: police?.id, mandate: 'Order', power: 5 });
  });

  it('must be of the same kind', async () => {
    const city = await newProject();
    const { dataset } = await importText(city, 'stakeholders', 'name,sector\nPolice,police\n');
    expect(await refusalOf(importText(city, 'incidents', first, { replaces: dataset }))).toMatchObject({ code: 'import/bad-recipe' });
    expect(await refusalOf(importText(city, 'incidents', first, { replaces: crypto.randomUUID() }))).toMatchObject({ code: 'object/not-found' });
  });
});

describe('comparing', () => {
  it('tells which rows two datasets have in common, and where their counts differ', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const old = await importText(city, 'incidents', first, { name: 'crimes_v1.csv' });
    const fresh = await importText(city, 'incidents', second, { name: 'crimes_v2.csv' });
    expect(await city.client.imports.compare({ before: old.dataset, after: fresh.dataset })).toEqual({
      rows: { before: 3, after: 4, same: 2, onlyBefore: 1, onlyAfter: 2 },
      byYear: [{ year: 2023, before: 3, after: 4 }],
      byCategory: [
        { category: 'Homicide', before: null, after: 1 },
        { category: 'Burglary', before: 1, after: 1 },
        { category: 'Robbery', before: 2, after: 2 },
      ],
    });
  });

  it('tells the same of a file that is not imported yet, and leaves no trace', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const { dataset } = await importText(city, 'incidents', first, { name: 'crimes_v1.csv' });
    const [{ revision } = { revision: 0 }] = await city.client.history.list({});
    const stream = await city.client.imports.compareFile({ file: fileOf(city, 'crimes_v2.csv', second), kind: 'incidents', before: dataset });
    let step = await stream.next();
    while (!step.done) step = await stream.next();
    expect(step.value).toMatchObject({ rows: { before: 3, after: 4, same: 2, onlyBefore: 1, onlyAfter: 2 } });
    expect((await city.client.history.list({}))[0]?.revision).toBe(revision);
    expect(await countOf(city)).toBe(3);
  });
});
