import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cliJson } from '../cli/spawn-cli.ts';
import { example, type ImportAnswer, type QueryRow, query } from './city-answers.ts';
import { dataFile, describeCity, fold, readTable, tally } from './independent-count.ts';

const years = ['2003', '2004', '2005', '2006', '2007', '2008', '2009', '2010', '2011', '2012'];
/** Written differently in the two lists, the same station beyond doubt. */
const sameStation: Readonly<Record<string, string>> = { 'kwa mashu e': 'kwamashu e', 'ntu zuma': 'ntuzuma' };

describeCity('Durban: yearly counts of 43 police stations, 2003 to 2012', 'durban', () => {
  const folder = mkdtempSync(join(tmpdir(), 'city-safety-durban-'));
  const project = join(folder, 'durban.citysafety');
  let stations: ImportAnswer;
  let incidents: ImportAnswer;
  /** One entry per station, offence and year of KwaZulu-Natal, for stations of eThekwini. */
  let raw: { station: string; offence: string; year: string; count: number }[] = [];

  beforeAll(async () => {
    const add = (kind: string, file: string, mapping: string) => cliJson(['import', project, kind, dataFile(`durban/${file}`), '--mapping', example(mapping)]);
    await cliJson(['new', project, '--city', 'Durban', '--country', 'ZA']);
    stations = (await add('areas', 'police_stations.csv', 'durban-stations')) as ImportAnswer;
    incidents = (await add('incidents', 'crime-stats.csv', 'durban-incidents')) as ImportAnswer;
    const own = new Set(readTable('durban/police_stations.csv').flatMap((row) => (row.muni_code === 'ETH' ? [fold(row.name ?? '')] : [])));
    raw = readTable('durban/crime-stats.csv')
      .filter((row) => row.province === 'KZN')
      .map((row) => ({ ...row, station: sameStation[fold(row.station ?? '')] ?? fold(row.station ?? '') }))
      .filter(({ station }) => own.has(station))
      .flatMap((row: Record<string, string>) =>
        years.map((year) => ({ station: row.station ?? '', offence: (row.crime ?? '').trim(), year, count: Number(row[year]) })),
      );
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const counted = async (by: string, keyOf: (row: QueryRow) => string) => tally(await query(project, by), keyOf, (row) => row.count);
  const expected = (keyOf: (row: (typeof raw)[number]) => string) => tally(raw, keyOf, (row) => row.count);
  /** The product has no row for what never happened. */
  const withoutZeros = (counts: Record<string, number>) => Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

  it('takes the stations of the municipality with their Census population', async () => {
    const table = readTable('durban/police_stations.csv');
    const own = table.filter((row) => row.muni_code === 'ETH');
    expect(stations).toMatchObject({ rows: table.length, imported: own.length });
    const population = own.reduce((sum, row) => sum + Number(row.population), 0);
    expect(await cliJson(['show', project])).toMatchObject({ layers: [{ areaCount: 43, population }] });
  });

  it('turns the wide years into rows and keeps the province and the stations asked for', async () => {
    expect(new Set(raw.map(({ station }) => station)).size).toBe(41);
    expect(incidents.imported).toBe(raw.length / years.length);
    expect(await counted('year', (row) => String(row.year))).toEqual(expected(({ year }) => year));
  });

  it('agrees with an independent count by station and year, and by offence', async () => {
    expect(withoutZeros(await counted('area,year', (row) => `${fold(row.area ?? '')} ${row.year}`))).toEqual(
      withoutZeros(expected(({ station, year }) => `${station} ${year}`)),
    );
    expect(withoutZeros(await counted('offence', (row) => row.offence ?? ''))).toEqual(withoutZeros(expected(({ offence }) => offence)));
  });

  it('computes the murder rate of a station', async () => {
    const murders = raw
      .filter(({ station, offence, year }) => station === 'umlazi' && offence === 'Murder' && year === '2012')
      .reduce((sum, row) => sum + row.count, 0);
    const [row] = await query(project, 'area', '--where', 'area=Umlazi,offence=Murder,year=2012');
    expect(row).toMatchObject({ count: murders, population: 324_808 });
    expect(row?.rate).toBeCloseTo((murders / 324_808) * 100_000, 6);
  });
});
