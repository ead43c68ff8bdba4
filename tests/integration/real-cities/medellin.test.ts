import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cliJson } from '../cli/spawn-cli.ts';
import { example, type ImportAnswer, type QueryRow, query } from './city-answers.ts';
import { areasAt, dataFile, describeCity, readPolygons, readTable, tally } from './independent-count.ts';

describeCity('Medellín: 9,360 homicides placed in districts by their point', 'medellin', () => {
  const folder = mkdtempSync(join(tmpdir(), 'city-safety-medellin-'));
  const project = join(folder, 'medellin.citysafety');
  let raw: Record<string, string>[] = [];
  let incidents: ImportAnswer;

  beforeAll(async () => {
    await cliJson(['new', project, '--city', 'Medellín', '--country', 'CO']);
    await cliJson(['import', project, 'areas', dataFile('medellin/medellin_comunas.gpkg'), '--layer', 'Comunas']);
    incidents = (await cliJson([
      ...['import', project, 'incidents', dataFile('medellin/medellin_homicides.csv'), '--mapping', example('medellin-homicides')],
      ...['--licence', 'CC BY-SA'],
    ])) as ImportAnswer;
    raw = readTable('medellin/medellin_homicides.csv', ';');
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const counted = async (by: string, keyOf: (row: QueryRow) => string) => tally(await query(project, by), keyOf, (row) => row.count);

  it('imports every victim, and keeps those without coordinates', async () => {
    expect(incidents).toMatchObject({ rows: 9360, imported: 9360 });
    expect(incidents.problemCounts.find(({ code }) => code === 'no-coordinates')?.count).toBe(raw.filter((row) => row.longitud === 'NA').length);
  });

  it('agrees with an independent point-in-polygon count, district by district', async () => {
    const polygons = readPolygons('medellin/medellin_comunas.converted.geojson', (properties) => properties.NOMBRE ?? '');
    const numberOf = (text = '') => Number(text.replace(',', '.'));
    const homes = raw.map((row) => (row.longitud === 'NA' ? [] : areasAt(polygons, numberOf(row.longitud), numberOf(row.latitud))));
    const disputed = homes.filter((names) => names.length > 1).length;
    const own = await counted('area', (row) => row.area ?? 'nowhere');
    const independent = tally(homes, (names) => names[0] ?? 'nowhere');
    // The converted polygons are rounded to about ten centimetres: a point on a border may fall on either side.
    for (const name of Object.keys({ ...own, ...independent }))
      expect(Math.abs((own[name] ?? 0) - (independent[name] ?? 0)), name).toBeLessThanOrEqual(1 + disputed);
    expect(disputed).toBeLessThanOrEqual(1);
    expect(Object.values(own).reduce((sum, count) => sum + count, 0)).toBe(raw.length);
  });

  it('agrees by year and hour', async () => {
    expect(await counted('year', (row) => String(row.year))).toEqual(tally(raw, (row) => row.fecha_hecho?.slice(0, 4) ?? ''));
    expect(await counted('hour', (row) => String(row.hour))).toEqual(tally(raw, (row) => String(Number(row.fecha_hecho?.slice(11, 13)))));
  });
});
