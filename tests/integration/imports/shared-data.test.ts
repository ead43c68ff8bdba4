/**
 * Every table and map of the real open data beside the project (not part of it): row counts, types, dates and places as an independent reading gives them.
 * ENSU and ENVIPE have tests of their own under `surveys` and `figures`.
 */
import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportPreview, ImportResult } from '#shared/domain/imports.ts';
import type { ImportKind, RecipePatch } from '#shared/domain/recipes.ts';
import { type EngineFixture, newProject } from '../../fixtures/engine.ts';
import { dataFile, describeCity, readTable } from '../real-cities/independent-count.ts';
import { countsOf, fileOf, importFile, inspectFile } from './importing.ts';

const handed = (city: EngineFixture, name: string) => city.engine.services.files.hand(dataFile(name));
const inspect = (city: EngineFixture, kind: ImportKind, name: string, recipe: RecipePatch = {}) => inspectFile(city, kind, handed(city, name), recipe);
const take = (city: EngineFixture, kind: ImportKind, name: string, recipe: RecipePatch = {}) => importFile(city, kind, handed(city, name), { recipe });
const bestKind = async (city: EngineFixture, name: string) => (await city.client.imports.recognise({ file: handed(city, name) }))[0]?.kind;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const json = (name: string) => JSON.parse(readFileSync(dataFile(name), 'utf8'));

describeCity('Mexico City', 'mexico-city', () => {
  const file = 'mexico-city/cdmx_carpetas_2023.csv.gz';
  let city: EngineFixture;
  let raw: Record<string, string>[] = [];
  let preview: ImportPreview;
  let result: ImportResult;

  beforeAll(async () => {
    // The fixture closes after the first test that uses it; here all tests of a city share one.
    city = await newProject();
    raw = readTable(file);
    await take(city, 'areas', 'mexico-city/cdmx_alcaldias.gpkg', { layer: 'Boroughs' });
    await take(city, 'areas', 'mexico-city/colonias_geo.json', { layer: 'Neighbourhoods', columns: { name: 'colonia', parent: 'alcaldia' } });
    await take(city, 'population', 'mexico-city/colonia_population.json', { layer: 'Neighbourhoods' });
    preview = await inspect(city, 'incidents', file);
    result = await take(city, 'incidents', file);
  }, 180_000);

  it('every file is recognised, read whole, and its figures stand where they belong', { timeout: 120_000 }, async () => {
    const kinds = ['cdmx_alcaldias.gpkg', 'cdmx_alcaldias.converted.geojson', 'colonias_geo.json', 'colonia_population.json', 'cdmx_carpetas_2023.csv.gz'];
    const found = [];
    for (const name of kinds) found.push(await bestKind(city, `mexico-city/${name}`));
    expect(found).toEqual(['areas', 'areas', 'areas', 'population', 'incidents']);

    const layers = await city.client.areas.layers();
    const areas = await city.client.areas.list({});
    const inLayer = (name: string) => areas.filter(({ layerId }) => layerId === layers.find((layer) => layer.name === name)?.id);
    expect(inLayer('Boroughs')).toHaveLength(16);
    expect(inLayer('Neighbourhoods')).toHaveLength(1651);
    expect(inLayer('Neighbourhoods').every(({ parentId }) => parentId !== null)).toBe(true);
    const people = sum(
      Object.values(json('mexico-city/colonia_population.json') as Record<string, { population: number }>).map(({ population }) => population),
    );
    const own = sum(city.project().reader.prepare<[], number>('SELECT value FROM population').pluck().all());
    expect(own).toBeLessThanOrEqual(people);
    expect(own).toBeGreaterThan(people * 0.99);

    expect(result).toMatchObject({ rows: 224_055, imported: 224_055 });
    expect(preview).toMatchObject({ rowCount: raw.length, usableRowCount: raw.length, incidentCount: raw.length, dateOrderIs: 'certain' });
    const days = raw.map((row) => row.fecha_hecho?.slice(0, 10) ?? '').sort();
    expect(preview).toMatchObject({
      firstDay: days[0],
      lastDay: days.at(-1),
      repeatedRowCount: raw.length - new Set(raw.map((row) => JSON.stringify(row))).size,
    });
    expect(sum(preview.offences.map(({ count }) => count))).toBe(raw.length);
    expect(preview.offences).toHaveLength(new Set(raw.map((row) => row.delito?.trim())).size);
    const match = preview.placeMatch;
    expect(sum([match?.exact, match?.normalised, match?.fuzzy, match?.decided, match?.point, match?.none].map((rows) => rows ?? 0))).toBe(raw.length);
    expect(match?.none).toBeLessThan(raw.length * 0.01);
    expect(preview.guesses.filter(({ setting }) => setting.startsWith('columns.')).every(({ isSure }) => isSure)).toBe(true);

    const [dataset] = await city.client.imports.datasets();
    const began = performance.now();
    const quality = await city.client.imports.quality({ id: dataset?.id ?? '' });
    expect(performance.now() - began).toBeLessThan(5000);
    const withHour = raw.filter((row) => row.hora_hecho?.trim());
    const noon = withHour.filter((row) => row.hora_hecho?.startsWith('12:'));
    expect(quality.fields.find(({ field }) => field === 'time')).toEqual({
      field: 'time',
      filled: withHour.length,
      missing: raw.length - withHour.length,
      impossible: 0,
    });
    expect(quality.heaping).toMatchObject({ isHeaped: true });
    expect(quality.heaping?.noonShare).toBeCloseTo(noon.length / withHour.length, 10);
    expect(quality.months.map(({ month, isGap }) => [month, isGap])).toEqual(
      Array.from({ length: 12 }, (_, index) => [`2023-${String(index + 1).padStart(2, '0')}`, false]),
    );
    expect(sum(quality.months.map(({ count }) => count))).toBe(raw.length);
    expect(sum(quality.areas.map(({ rows }) => rows))).toBe(raw.length);
    const points = new Map<string, number>();
    for (const { longitud, latitud } of raw) {
      const point = `${Math.round((Number(longitud) + 180) * 1e5)} ${Math.round((Number(latitud) + 90) * 1e5)}`;
      points.set(point, (points.get(point) ?? 0) + 1);
    }
    const piles = [...points.values()].filter((count) => count >= 23);
    expect(quality.pointPiles).toEqual({ rows: sum(piles), places: piles.length, largest: Math.max(...piles) });

    // The same file once more is known row for row, the repeated ones too.
    const again = await inspect(city, 'incidents', file);
    expect(again).toMatchObject({
      importedBefore: dataset?.importedAt,
      usedRecipeId: dataset?.id,
      knownIncidents: [{ datasetId: dataset?.id, count: raw.length }],
    });
  });
});

describeCity('Durban', 'durban', () => {
  it('stations, their points and ten years of counts by station', { timeout: 120_000 }, async () => {
    const city = await newProject();
    const stations = readTable('durban/police_stations.csv');
    const raw = readTable('durban/crime-stats.csv');
    const years = Array.from({ length: 10 }, (_, index) => String(2003 + index));
    expect(await bestKind(city, 'durban/police_stations.csv')).toBe('areas');
    expect(await bestKind(city, 'durban/crime-stats.csv')).toBe('incidents');

    expect(await take(city, 'areas', 'durban/police_stations.csv', { layer: 'Stations' })).toMatchObject({ rows: stations.length, imported: stations.length });
    const areas = await city.client.areas.list({});
    expect(areas).toHaveLength(stations.length);
    expect(new Set(areas.map(({ name }) => name)).size).toBe(new Set(stations.map(({ name }) => name)).size);

    const preview = await inspect(city, 'incidents', 'durban/crime-stats.csv', { columns: { area: 'station', offence: 'crime' } });
    expect(preview.recipe).toMatchObject({ wide: { columns: years, field: 'year' }, columns: { area: 'station', offence: 'crime' } });
    expect(preview).toMatchObject({
      rowCount: raw.length,
      usableRowCount: raw.length,
      incidentCount: sum(raw.flatMap((row) => years.map((year) => Number(row[year])))),
    });
    expect(preview.offences).toHaveLength(new Set(raw.map(({ crime }) => crime?.trim().toLowerCase())).size);
    expect((preview.placeMatch?.exact ?? 0) + (preview.placeMatch?.normalised ?? 0)).toBeGreaterThan(raw.length * 0.85);
    const { dataset } = await take(city, 'incidents', 'durban/crime-stats.csv', { columns: { area: 'station', offence: 'crime' } });
    expect((await city.client.imports.datasets()).find(({ id }) => id === dataset)).toMatchObject({ firstYear: 2003, lastYear: 2012, firstDay: null });
    const murders = await city.client.incidents.query({
      by: ['year'],
      where: { offenceIds: (await city.client.incidents.offences()).filter(({ name }) => name === 'Murder').map(({ id }) => id) },
    });
    expect(Object.fromEntries(murders.map(({ year, count }) => [String(year), count]))).toEqual(
      Object.fromEntries(years.map((year) => [year, sum(raw.filter(({ crime }) => crime === 'Murder').map((row) => Number(row[year])))])),
    );
  });

  it('the map of stations as GeoJSON and as a zipped shapefile holds points, not boundaries', { timeout: 60_000 }, async () => {
    const city = await newProject();
    const parts = ['shp', 'shx', 'dbf', 'prj'].map(
      (part) => [`stations.${part}`, readFileSync(dataFile(`durban/stations-shapefile/stations.${part}`))] as const,
    );
    const zip = fileOf(city, 'stations.zip', zipSync(Object.fromEntries(parts)));
    const features = (json('durban/stations.converted.geojson').features as unknown[]).length;
    const first = await importFile(city, 'areas', zip, { recipe: { layer: 'From the shapefile' } });
    const second = await take(city, 'areas', 'durban/stations.converted.geojson', { layer: 'From GeoJSON' });
    for (const { rows, imported, problemCounts } of [first, second]) {
      expect(rows).toBe(features);
      expect(imported + (countsOf({ problemCounts })['duplicate-area'] ?? 0)).toBe(features);
      expect(countsOf({ problemCounts })['point-instead-of-boundary']).toBe(features);
    }
  });
});

describeCity('Medellín', 'medellin', () => {
  it('districts, homicides and the metro', { timeout: 60_000 }, async () => {
    const city = await newProject();
    const names = ['medellin_comunas.gpkg', 'medellin_comunas.converted.geojson', 'medellin_homicides.csv', 'medellin_metro_stns.csv'];
    const kinds = [];
    for (const name of names) kinds.push(await bestKind(city, `medellin/${name}`));
    expect(kinds).toEqual(['areas', 'areas', 'incidents', 'areas']);

    expect(await take(city, 'areas', 'medellin/medellin_comunas.gpkg', { layer: 'Comunas' })).toMatchObject({ rows: 21, imported: 21 });
    expect(await inspect(city, 'areas', 'medellin/medellin_comunas.converted.geojson', { layer: 'Comunas' })).toMatchObject({
      rowCount: 21,
      usableRowCount: 21,
    });
    const raw = readTable('medellin/medellin_homicides.csv', ';');
    const preview = await inspect(city, 'incidents', 'medellin/medellin_homicides.csv');
    expect(preview).toMatchObject({
      rowCount: raw.length,
      usableRowCount: raw.length,
      recipe: { delimiter: ';', decimalMark: ',', columns: { date: 'fecha_hecho', longitude: 'longitud', latitude: 'latitud' } },
      firstDay: '2010-01-01',
      lastDay: '2019-12-31',
    });
    const without = raw.filter(({ longitud }) => longitud === 'NA').length;
    expect(preview.placeMatch?.none).toBeGreaterThanOrEqual(without);
    expect(preview.placeMatch?.point).toBeGreaterThan((raw.length - without) * 0.97);

    expect(await take(city, 'areas', 'medellin/medellin_metro_stns.csv', { layer: 'Metro' })).toMatchObject({ rows: 48, imported: 48 });
    const lines = await inspect(city, 'areas', 'medellin/medellin_metro_lines.zip', { layer: 'Lines' });
    expect(lines.coordinateSystem).not.toBeNull();
    expect(lines.rowCount).toBeGreaterThan(0);
  });
});

describeCity('Guadalajara', 'guadalajara', () => {
  it('a sample of five thousand incidents, as text and in JSON', { timeout: 60_000 }, async () => {
    const city = await newProject();
    const raw = readTable('guadalajara/jalisco_sample_5000.csv');
    const days = raw.map(({ fecha }) => fecha ?? '').sort();
    const read = { date: 'fecha', time: 'hora', offence: 'delito', area: 'colonia', parentArea: 'municipio', longitude: 'x', latitude: 'y' };
    for (const name of ['jalisco_sample_5000.csv', 'crime_data.json']) {
      expect(await bestKind(city, `guadalajara/${name}`)).toBe('incidents');
      expect(await inspect(city, 'incidents', `guadalajara/${name}`)).toMatchObject({
        rowCount: raw.length,
        usableRowCount: raw.length,
        firstDay: days[0],
        lastDay: days.at(-1),
        recipe: { columns: read },
      });
    }
    const { dataset } = await take(city, 'incidents', 'guadalajara/jalisco_sample_5000.csv');
    const { fields } = await city.client.imports.quality({ id: dataset });
    expect(fields.find(({ field }) => field === 'time')?.missing).toBe(raw.filter(({ hora }) => hora?.trim() === 'N.D.').length);
    // The JSON holds the same incidents: every one of them is there already.
    expect((await inspect(city, 'incidents', 'guadalajara/crime_data.json')).knownIncidents).toMatchObject([{ datasetId: dataset, count: raw.length }]);
  });
});

describeCity('Canada', 'sdg-canada', () => {
  const names = ['11-1-1', '11-3-1', '11-6-1', '11-7-2', '16-1-1', '16-1-3', '16-1-4', '16-2-1', '16-3-1'];
  describe.each(names)('indicator %s', (name) => {
    it('is a table of statistics: a figure for every row, missing where the cell is empty', async () => {
      const city = await newProject();
      const file = `sdg-canada/indicator_${name}.csv`;
      const raw = readTable(file);
      expect(await bestKind(city, file)).toBe('figures');
      expect(await take(city, 'figures', file)).toMatchObject({ rows: raw.length, imported: raw.length });
      const figures = city.project().reader.prepare<[], number | null>('SELECT value FROM figure').pluck().all();
      expect(figures).toHaveLength(raw.length);
      const values = raw.flatMap(({ Value }) => (Value?.trim() ? [Number(Value)] : []));
      expect(figures.filter((value) => value !== null)).toHaveLength(values.length);
      expect(sum(figures.map((value) => value ?? 0))).toBeCloseTo(sum(values), 6);
    });
  });

  it('its list of provinces is a list of areas', async () => {
    const city = await newProject();
    expect(await take(city, 'areas', 'sdg-canada/geocodes.csv', { columns: { name: 'Geography', code: 'GeoCode' } })).toMatchObject({ rows: 13, imported: 13 });
  });
});

describeCity('Practices', 'practice', () => {
  it('a table of sixteen practices is read whole, whatever it may be used for', async () => {
    const city = await newProject();
    expect(await inspect(city, 'stakeholders', 'practice/good_practice_facts.csv', { columns: { name: 'title' } })).toMatchObject({
      rowCount: 16,
      usableRowCount: 16,
    });
  });
});
