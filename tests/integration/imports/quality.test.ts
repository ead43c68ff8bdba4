import { describe, expect, it } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';
import { addTwoBoroughs, fileOf, importText } from './importing.ts';

describe('the quality of a dataset', () => {
  it('of incidents: how full each field is, which months and areas are thin, where clocks and points heap', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const rows = Array.from({ length: 120 }, (_, index) => {
      const month = String(1 + (index % 4) + (index % 4 > 1 ? 1 : 0)).padStart(2, '0');
      const hour = index % 2 ? '12:00' : index % 10 === 0 ? '' : `${String(index % 24).padStart(2, '0')}:10`;
      return `2023-${month}-${String(1 + (index % 27)).padStart(2, '0')},${hour},Robbery,${index % 3 ? 'Poniente' : 'Oriente'},${index < 40 ? '19.45,-99.15' : index % 5 ? ',' : `19.41${index},-99.15`}`;
    });
    const text = ['date,time,offence,area,latitude,longitude', ...rows, '2023-13-40,10:00,Robbery,Poniente,,', '2023-05-02,99:99,Robbery,Oriente,,'].join('\n');
    const { dataset } = await importText(city, 'incidents', text);
    const quality = await city.client.imports.quality({ id: dataset });
    expect(quality).toMatchObject({ datasetId: dataset, rowCount: 121, heaping: { isHeaped: true }, pointPiles: { rows: 40, places: 1, largest: 40 } });
    const field = (name: string) => quality.fields.find((entry) => entry.field === name);
    expect(field('date')).toEqual({ field: 'date', filled: 121, missing: 0, impossible: 1 });
    expect(field('time')).toEqual({ field: 'time', filled: 108, missing: 12, impossible: 1 });
    expect(field('longitude')).toMatchObject({ filled: 56 });
    expect(quality.months).toEqual([
      { month: '2023-01', count: 30, isGap: false },
      { month: '2023-02', count: 30, isGap: false },
      { month: '2023-03', count: 0, isGap: true },
      { month: '2023-04', count: 30, isGap: false },
      { month: '2023-05', count: 31, isGap: false },
    ]);
    expect(quality.areas.map(({ name, rows: count, withDay }) => [name, count, withDay])).toEqual([
      ['Oriente', 41, 41],
      ['Poniente', 80, 80],
    ]);
    expect(quality.problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['impossible-date', 'bad-time']));
  });

  it('of other tables: how full their fields are', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const people = await importText(city, 'population', 'area,year,population\nPoniente,2020,10\nOriente,,20\nNowhere,2020,5\n');
    expect(await city.client.imports.quality({ id: people.dataset })).toMatchObject({
      rowCount: 2,
      fields: [
        { field: 'area', filled: 2, missing: 0, impossible: 1 },
        { field: 'year', filled: 1, missing: 1 },
        { field: 'population', filled: 2 },
      ],
      heaping: null,
      pointPiles: null,
    });
    const bodies = await importText(city, 'stakeholders', 'name,sector,mandate,power\nPolice,police,Order,5\nBand,Muzik,,\n');
    const { fields } = await city.client.imports.quality({ id: bodies.dataset });
    expect(fields.map(({ field, filled, impossible }) => `${field} ${filled} ${impossible}`)).toEqual([
      ...['name 2 0', 'sector 1 1', 'mandate 1 0', 'represents 0 0', 'power 1 0', 'interest 0 0'],
    ]);
    const values = await importText(city, 'indicators', 'indicator,year,value,source\n16.1.1,2020,4,Census\n16.1.1,,5,\n');
    expect((await city.client.imports.quality({ id: values.dataset })).fields.find(({ field }) => field === 'year')).toMatchObject({ filled: 1, missing: 1 });
    const [map] = (await city.client.imports.datasets()).filter(({ kind }) => kind === 'areas');
    expect(await city.client.imports.quality({ id: map?.id ?? '' })).toMatchObject({ rowCount: 3 });
  });

  it('of a dataset that is not there is refused', async () => {
    const city = await newProject();
    expect(await refusalOf(city.client.imports.quality({ id: crypto.randomUUID() }))).toMatchObject({ code: 'object/not-found' });
  });
});

describe('recognising a file', () => {
  it.each([
    ['incidents', 'fecha,hora,delito,colonia\n2023-01-01,10:00,Robo,Centro\n'],
    ['population', 'barrio,año,población\nCentro,2020,1000\n'],
    ['population', 'area,Mujeres,Hombres\nCentro,10,12\nNorte,4,5\n'],
    ['stakeholders', 'name,sector,mandate,power\nPolice,police,Order,5\n'],
    ['indicators', 'indicator,year,value\n16.1.1,2020,4\n11.7.2,2020,5\n'],
    ['survey', ['id,factor,p1,p2,p3,p4', ...Array.from({ length: 12 }, (_, row) => `${row},${100 + row},${1 + (row % 2)},2,9,1`)].join('\n')],
    ['figures', 'Year,Geography,Series,Value\n2018,Ontario,Violence,3.2\n2019,Ontario,Violence,3.1\n'],
    ['areas', 'code,name,parent,area_km2\n1,Centro,City,2.5\n2,Norte,City,3\n'],
  ] as const)('%s', async (kind, text) => {
    const city = await newProject();
    const [best] = await city.client.imports.recognise({ file: fileOf(city, 'table.csv', text) });
    expect(best?.kind).toBe(kind);
  });
});
