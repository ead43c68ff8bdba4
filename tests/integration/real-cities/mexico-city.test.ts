import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cliJson } from '../cli/spawn-cli.ts';
import { example, type ImportAnswer, type QueryRow, query } from './city-answers.ts';
import { dataFile, describeCity, fold, readPolygons, readTable, tally } from './independent-count.ts';

describeCity('Mexico City 2023, 224,055 incidents in boroughs and neighbourhoods', 'mexico-city', () => {
  const folder = mkdtempSync(join(tmpdir(), 'city-safety-mexico-'));
  const project = join(folder, 'mexico.citysafety');
  let raw: Record<string, string>[] = [];
  let incidents: ImportAnswer;

  beforeAll(async () => {
    const add = (kind: string, file: string, ...options: string[]) => cliJson(['import', project, kind, dataFile(`mexico-city/${file}`), ...options]);
    await cliJson(['new', project, '--city', 'Ciudad de México', '--country', 'MX']);
    await add('areas', 'cdmx_alcaldias.gpkg', '--layer', 'Boroughs', '--licence', 'CC BY 4.0');
    await add('areas', 'colonias_geo.json', '--mapping', example('mexico-city-neighbourhoods'));
    await add('population', 'colonia_population.json', '--layer', 'Neighbourhoods');
    incidents = (await add('incidents', 'cdmx_carpetas_2023.csv.gz', '--source', 'FGJ-CDMX')) as ImportAnswer;
    raw = readTable('mexico-city/cdmx_carpetas_2023.csv.gz');
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const counted = async (by: string, keyOf: (row: QueryRow) => string, ...options: string[]) =>
    tally(await query(project, by, ...options), keyOf, (row) => row.count);

  it('imports every row, and says which ones repeat another', () => {
    expect(incidents).toMatchObject({ rows: 224_055, imported: 224_055 });
    const distinct = new Set(raw.map((row) => JSON.stringify(row))).size;
    expect(incidents.problemCounts.find(({ code }) => code === 'duplicate-row')?.count).toBe(raw.length - distinct);
  });

  it('agrees with an independent count by borough', async () => {
    const own = await counted('area', (row) => fold(row.area ?? ''), '--layer', 'Boroughs');
    expect(own).toEqual(tally(raw, (row) => fold(row.alcaldia_hecho ?? '')));
  });

  it('agrees by offence, month, and weekday and hour', async () => {
    expect(await counted('offence', (row) => row.offence ?? '')).toEqual(tally(raw, (row) => row.delito?.trim() ?? ''));
    expect(await counted('month', (row) => String(row.month))).toEqual(tally(raw, (row) => String(Number(row.fecha_hecho?.slice(5, 7)))));
    const weekday = (day = '') => new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay() || 7;
    const hour = (time = '') => (time === '' ? 'null' : String(Number(time.slice(0, 2))));
    expect(await counted('weekday,hour', (row) => `${row.weekday} ${row.hour}`)).toEqual(
      tally(raw, (row) => `${weekday(row.fecha_hecho)} ${hour(row.hora_hecho)}`),
    );
  });

  it('agrees for one offence in one borough', async () => {
    const isIt = (row: Record<string, string>) => row.alcaldia_hecho === 'CUAUHTEMOC' && row.delito === 'VIOLENCIA FAMILIAR';
    const [row] = await query(project, '', '--layer', 'Boroughs', '--where', 'area=Cuauhtémoc,offence=Violencia familiar');
    expect(row?.count).toBe(raw.filter(isIt).length);
  });

  it('puts every row whose borough and neighbourhood have a polygon of that name into it, and few others', async () => {
    // The map holds some places twice, with and without an accent, so that only the exact spelling tells which one is meant.
    const polygons = readPolygons('mexico-city/colonias_geo.json', (properties) => `${fold(properties.alcaldia ?? '')}|${properties.colonia}`);
    const named = new Set(polygons.map(({ name }) => name));
    const exact = raw.filter((row) => named.has(`${fold(row.alcaldia_hecho ?? '')}|${row.colonia}`));
    expect(exact.length).toBeGreaterThan(200_000);
    // Names that several boroughs have are counted together here: the row's borough decided above.
    const least = tally(exact, (row) => row.colonia ?? '');
    const own = await counted('area', (row) => row.area ?? 'nowhere', '--layer', 'Neighbourhoods');
    const { nowhere = 0, ...placed } = own;
    for (const [name, count] of Object.entries(least)) expect(placed[name], name).toBeGreaterThanOrEqual(count);
    const total = Object.values(placed).reduce((sum, count) => sum + count, 0);
    expect(total + nowhere).toBe(raw.length);
    // The rest bear a name that is written a little differently, or lie in the polygon.
    expect(nowhere).toBeLessThan(raw.length * 0.01);
  });

  it('gives a rate per 100,000 with exact Poisson limits', async () => {
    const rows = (await query(project, 'area', '--layer', 'Neighbourhoods')).filter(
      ({ population, count }) => (population ?? 0) > 500 && count > 0 && count < 120,
    );
    expect(rows.length).toBeGreaterThan(500);
    for (const { count, population, rate, low, high } of rows.slice(0, 200)) {
      const perPerson = 100_000 / (population ?? 1);
      expect(rate).toBeCloseTo(count * perPerson, 6);
      // Garwood: at the lower limit so many or more, at the upper so many or fewer, have a chance of 2.5 %.
      expect(1 - poissonUpTo(count - 1, (low ?? 0) / perPerson)).toBeCloseTo(0.025, 6);
      expect(poissonUpTo(count, (high ?? 0) / perPerson)).toBeCloseTo(0.025, 6);
    }
  });
});

/** Probability of at most `count` events when `mean` are expected, term by term. */
function poissonUpTo(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= count; k += 1) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}
