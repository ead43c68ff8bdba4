import { describe, expect, test } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';
import { addTwoBoroughs, countsOf, geoJson, importText, inspectText, square } from './importing.ts';

describe('areas from a map', () => {
  test('get their size, their layer and the larger area that holds them', async () => {
    const fixture = await newProject();
    await addTwoBoroughs(fixture);
    expect(await fixture.client.areas.layers()).toMatchObject([
      { name: 'Boroughs', areaCount: 2, withBoundaryCount: 2 },
      { name: 'Neighbourhoods', areaCount: 3, withBoundaryCount: 3 },
    ]);
    const areas = await fixture.client.areas.list({});
    const nameOf = new Map(areas.map(({ id, name }) => [id, name]));
    expect(areas.map(({ name, parentId }) => [name, nameOf.get(parentId ?? '') ?? null])).toEqual([
      ['Poniente', null],
      ['Oriente', null],
      ['Centro', 'Poniente'],
      ['San José', 'Poniente'],
      ['Centro', 'Oriente'],
    ]);
    // 0.1° × 0.1° at 19.45° north: 11.07 km × 10.51 km.
    expect(areas[0]?.areaKm2).toBeCloseTo(116.2, 0);
  });

  test('find their larger area by their place where no column names it, whichever layer came first', async () => {
    const fixture = await newProject();
    await importText(fixture, 'areas', geoJson([{ name: 'Inner', geometry: square(-99.19, 19.41, 0.02) }]), {
      name: 'small.geojson',
      recipe: { layer: 'Small' },
    });
    await importText(fixture, 'areas', geoJson([{ name: 'Outer', geometry: square(-99.2, 19.4) }]), { name: 'large.geojson', recipe: { layer: 'Large' } });
    const [inner, outer] = await fixture.client.areas.list({});
    expect(inner?.parentId).toBe(outer?.id);
  });

  test('are brought up to date by a newer file of the same layer, not doubled', async () => {
    const fixture = await newProject();
    await addTwoBoroughs(fixture);
    const before = await fixture.client.areas.list({});
    const newer = geoJson([
      { name: 'PONIENTE', code: '01', geometry: square(-99.2, 19.4, 0.05) },
      { name: 'Norte', geometry: square(-99.2, 19.5) },
    ]);
    const result = await importText(fixture, 'areas', newer, { name: 'newer.geojson', recipe: { layer: 'boroughs' } });
    expect(result.imported).toBe(2);
    const after = await fixture.client.areas.list({});
    expect(after.map(({ name }) => name)).toEqual(['PONIENTE', 'Oriente', 'Norte', 'Centro', 'San José', 'Centro']);
    expect(after[0]).toMatchObject({ id: before[0]?.id, code: '01' });
    expect(after[0]?.areaKm2).toBeLessThan(30);
  });

  test('drawn in parts are joined; drawn twice count once', async () => {
    const fixture = await newProject();
    const map = geoJson([
      { name: 'Islands', geometry: square(-99.2, 19.4, 0.01) },
      { name: 'Islands', geometry: square(-99.1, 19.4, 0.01) },
      { name: 'Twice', geometry: square(-99, 19.4, 0.01) },
      { name: 'Twice', geometry: square(-99, 19.4, 0.01) },
      { name: '', geometry: square(-98, 19.4, 0.01) },
    ]);
    const result = await importText(fixture, 'areas', map, { name: 'parts.geojson', recipe: { layer: 'L' } });
    expect(countsOf(result)).toEqual({ 'merged-area': 1, 'duplicate-area': 1, 'missing-name': 1 });
    const [layer] = await fixture.client.areas.layers();
    const boundaries = await fixture.client.areas.boundaries({ layerId: layer?.id ?? '' });
    expect(boundaries.features.map(({ properties, geometry }) => [properties.name, geometry.type])).toEqual([
      ['Islands', 'MultiPolygon'],
      ['Twice', 'Polygon'],
    ]);
  });
});

describe('areas from a table', () => {
  test('take population, size and a boundary in well-known text', async () => {
    const fixture = await newProject();
    const text = 'Barrio;Habitantes;Superficie km2;WKT\nCentro;12.500;1,5;"POLYGON((-99 19,-98.9 19,-98.9 19.1,-99 19.1,-99 19))"\nSur;8.000;2,25;nowhere\n';
    const result = await importText(fixture, 'areas', text, { name: 'barrios 2020.csv' });
    expect(result.recipe).toMatchObject({ layer: 'Barrio', columns: { name: 'Barrio', population: 'Habitantes' }, constants: { year: '2020' } });
    expect(countsOf(result)).toEqual({ 'bad-boundary': 1 });
    const areas = await fixture.client.areas.list({});
    expect(areas[0]).toMatchObject({ name: 'Centro', hasBoundary: true, population: { value: 12_500, year: 2020 } });
    expect(areas[1]).toMatchObject({ name: 'Sur', hasBoundary: false, areaKm2: 2.25 });
  });

  test('a table without a column for the name is refused with the columns there are', async () => {
    const fixture = await newProject();
    const refusal = await refusalOf(importText(fixture, 'areas', 'a,b\n1,2\n3,4\n'));
    expect(refusal).toMatchObject({ code: 'import/missing-field', params: { field: 'name', columns: 'a, b' } });
    expect(await fixture.client.areas.layers()).toEqual([]);
  });
});

describe('population', () => {
  test('is matched in spite of accents, case, common words and slips of the pen', async () => {
    const fixture = await newProject();
    await importText(fixture, 'areas', 'name\nSanta María la Ribera\nCuauhtémoc\nSector 1\nSector 2\nRoma Norte\nRoma Sur\n', { recipe: { layer: 'L' } });
    const text = ['colonia,poblacion', 'SANTA MARIA RIBERA,100', 'Cuahtemoc,200', 'Colonia Roma Norte,300', 'Roma Centro,400', 'Sector 3,500'].join('\n');
    const result = await importText(fixture, 'population', text);
    expect(result).toMatchObject({ rows: 5, imported: 3 });
    expect(countsOf(result)).toEqual({ 'population-without-area': 2 });
    expect(result.unmatchedAreas.map(({ name }) => name)).toEqual(['Roma Centro', 'Sector 3']);
    expect(result.unmatchedAreas[1]?.suggestions.map(({ name }) => name)).toEqual(['Sector 1', 'Sector 2']);
    const areas = await fixture.client.areas.list({});
    expect(areas.filter(({ population }) => population).map(({ name, population }) => [name, population?.value])).toEqual([
      ['Santa María la Ribera', 100],
      ['Cuauhtémoc', 200],
      ['Roma Norte', 300],
    ]);
  });

  test('a decision settles what was asked', async () => {
    const fixture = await newProject();
    await importText(fixture, 'areas', 'name\nRoma Norte\nRoma Sur\n', { recipe: { layer: 'L' } });
    const [norte] = await fixture.client.areas.list({});
    const result = await importText(fixture, 'population', 'area,population\nRoma,500\n', { recipe: { areaDecisions: { Roma: norte?.id ?? null } } });
    expect(result).toMatchObject({ imported: 1, unmatchedAreas: [] });
  });

  test('years side by side become years; the newest is the one that is shown', async () => {
    const fixture = await newProject();
    await importText(fixture, 'areas', 'name\nNorth\nSouth\n', { recipe: { layer: 'L' } });
    await importText(fixture, 'population', 'area,2010,2020\nNorth,"1,000","1,200"\nSouth,500,-4\n');
    const areas = await fixture.client.areas.list({});
    expect(areas.map(({ population }) => [population?.value, population?.year])).toEqual([
      [1200, 2020],
      [500, 2010],
    ]);
    expect(await fixture.client.areas.populations({})).toHaveLength(3);
  });

  test('women and men side by side add up to a total', async () => {
    const fixture = await newProject();
    await importText(fixture, 'areas', 'name\nNorte\n', { recipe: { layer: 'L' } });
    const result = await importText(fixture, 'population', 'area,mujeres,hombres\nNorte,510,490\n', { name: 'censo 2021.csv' });
    expect(result.recipe.wide).toEqual({ columns: ['mujeres', 'hombres'], field: 'sex' });
    const rows = await fixture.client.areas.populations({});
    expect(rows.map(({ sex, value, year }) => [sex, value, year])).toEqual([
      ['female', 510, 2021],
      ['male', 490, 2021],
      ['all', 1000, 2021],
    ]);
  });

  test('equal names are told apart by the larger area', async () => {
    const fixture = await newProject();
    await addTwoBoroughs(fixture);
    const result = await importText(fixture, 'population', 'borough,neighbourhood,population\nPoniente,Centro,10\nOriente,Centro,20\n,Centro,30\n');
    expect(countsOf(result)).toEqual({ 'population-unclear-area': 1 });
    const areas = await fixture.client.areas.list({});
    expect(areas.filter(({ name }) => name === 'Centro').map(({ population }) => population?.value)).toEqual([10, 20]);
  });

  test('needs areas first', async () => {
    const fixture = await newProject();
    expect(await refusalOf(importText(fixture, 'population', 'area,population\nNorth,5\n'))).toMatchObject({
      code: 'import/no-areas',
      params: { fileName: 'population.csv' },
    });
  });

  test('a second figure for the same people is reported', async () => {
    const fixture = await newProject();
    await importText(fixture, 'areas', 'name\nNorth\n', { recipe: { layer: 'L' } });
    const preview = await inspectText(fixture, 'population', 'area,year,population\nNorth,2020,5\nNorth,2020,6\n');
    expect(preview.problems).toMatchObject([{ code: 'population-repeated', row: 3, dropsRow: true }]);
  });
});

describe('areas by hand', () => {
  test('are added, renamed, given a population and removed', async () => {
    const { client } = await newProject();
    const area = await client.areas.add({ name: ' Centro ' });
    expect(area).toMatchObject({ name: 'Centro', population: null, hasBoundary: false });
    await client.areas.setPopulation({ id: area.id, population: { value: 1200, year: 2020, source: 'Census' } });
    expect(await client.areas.setPopulation({ id: area.id, population: { value: 1300, year: 2019, source: 'Estimate' } })).toMatchObject({
      population: { value: 1300, year: 2019 },
    });
    expect(await client.areas.update({ id: area.id, code: '07' })).toMatchObject({ name: 'Centro', code: '07' });
    expect(await refusalOf(client.areas.update({ id: area.id, name: ' ' }))).toMatchObject({ code: 'text/empty-name' });
    await client.areas.remove({ id: area.id });
    expect(await client.areas.list({})).toEqual([]);
    expect(await refusalOf(client.areas.remove({ id: area.id }))).toMatchObject({ code: 'object/not-found' });
    expect(await refusalOf(client.areas.list({ layerId: area.id }))).toMatchObject({ code: 'areas/unknown-layer' });
  });

  test('a typed population replaces the figure on the screen and no other year', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const { id } = await client.areas.add({ name: 'Centro' });
    await importText(fixture, 'population', 'area,year,population\nCentro,2015,900\nCentro,2020,1200\n');
    await client.areas.setPopulation({ id, population: { value: 1250, year: 2020, source: 'Corrected census' } });
    const totals = (await client.areas.populations({})).map(({ year, value, source }) => [year, value, source]);
    expect(totals.toSorted()).toEqual([
      [2015, 900, expect.any(String)],
      [2020, 1250, 'Corrected census'],
    ]);
    // Fields that save themselves one by one, the second before the first has come back to the screen.
    await client.areas.setPopulation({ id, population: { year: 2021 } });
    expect(await client.areas.setPopulation({ id, population: { source: 'Count' } })).toMatchObject({
      population: { value: 1250, year: 2021, source: 'Count' },
    });
    await client.areas.setPopulation({ id, population: null });
    expect((await client.areas.list({}))[0]?.population).toMatchObject({ value: 900, year: 2015 });
  });

  test('a removed area leaves its incidents where they are, without it', async () => {
    const fixture = await newProject();
    await addTwoBoroughs(fixture);
    await importText(fixture, 'incidents', 'date,offence,borough,neighbourhood\n2023-01-01,Theft,Poniente,Centro\n2023-01-01,Theft,Poniente,\n');
    const areas = await fixture.client.areas.list({});
    const centro = areas.find(({ name }) => name === 'Centro')?.id ?? '';
    await fixture.client.areas.remove({ id: centro });
    expect(await fixture.client.incidents.query({ by: ['area'] })).toMatchObject([{ area: 'Poniente', count: 2 }]);
    const [boroughs] = await fixture.client.areas.layers();
    await fixture.client.areas.removeLayer({ id: boroughs?.id ?? '' });
    expect(await fixture.client.incidents.overview()).toMatchObject({ count: 2, withAreaCount: 0 });
  });
});
