import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createEngine } from '#main/engine/engine.ts';
import type { IncidentQuery } from '#shared/domain/incidents.ts';
import { type Figure, median, quantile, report, root } from './measure.ts';
import { questionsInSql, timeDuck, timeShell } from './query-rivals.ts';

/** What the screen asks for at once, with and without its filters. */
const ofTheScreen: Readonly<Record<string, IncidentQuery>> = {
  'in all': { by: [], where: {} },
  'by year': { by: ['year'], where: {} },
  'by year and month': { by: ['year', 'month'], where: {} },
  'by group': { by: ['group'], where: {} },
  'by offence': { by: ['offence'], where: {} },
  'by weekday and hour': { by: ['weekday', 'hour'], where: {} },
  'by area': { by: ['area'], where: {} },
  'by area, one group': { by: ['area'], where: { groups: ['violence'] } },
  'by weekday and hour, one group': { by: ['weekday', 'hour'], where: { groups: ['violence'] } },
  'by offence, one year': { by: ['offence'], where: { years: [2023] } },
};
/** What a person may ask for on the command line; some give tens of thousands of rows. */
const larger: Readonly<Record<string, IncidentQuery>> = {
  'by area, one quarter by its days': { by: ['area'], where: { from: '2023-04-01', to: '2023-06-30' } },
  'by area and group': { by: ['area', 'group'], where: {} },
  'by area and offence': { by: ['area', 'offence'], where: {} },
};

const aimMilliseconds = 100;

/** Every count that the Profile screen asks for, through the contract: the median of several, and the first answer after opening. */
export async function benchQueries(project: string, folder: string, runs: number): Promise<void> {
  const engine = createEngine({
    folders: { settings: join(folder, 'settings'), projects: folder, resources: join(root, 'resources'), temporary: join(folder, 'temporary') },
  });
  const client = engine.client({ kind: 'cli', mayNamePaths: true });
  try {
    await client.project.open(await client.files.fromPath({ path: project }));
    const measured = async (what: string, ask: () => Promise<unknown>, aim?: number): Promise<Figure[]> => {
      const times: number[] = [];
      for (let run = 0; run <= runs; run += 1) {
        const started = performance.now();
        await ask();
        times.push(performance.now() - started);
      }
      const [first = 0, ...rest] = times;
      const then = { what, value: median(rest), unit: 'ms', ...(aim === undefined ? {} : { aim }) };
      return [then, { what: `${what}: the first time`, value: first, unit: 'ms' }];
    };
    const figures: Figure[] = await measured('overview', () => client.incidents.overview(), aimMilliseconds);
    for (const layer of await client.areas.layers()) {
      for (const [what, query] of Object.entries(ofTheScreen)) {
        const byLayer = query.by.includes('area') ? `${what}, ${layer.areaCount} areas` : what;
        if (byLayer === what && figures.some((figure) => figure.what === what)) continue;
        figures.push(...(await measured(byLayer, () => client.incidents.query({ ...query, layerId: layer.id }), aimMilliseconds)));
      }
    }
    figures.push(...(await measured('stages of the rail', () => client.project.stages(), aimMilliseconds)));
    report(`Questions of the Profile screen (median of ${runs})`, figures);
    const others: Figure[] = [];
    for (const [what, query] of Object.entries(larger)) {
      const { length } = await client.incidents.query(query);
      others.push(...(await measured(`${what}: ${length.toLocaleString('en')} rows`, () => client.incidents.query(query))));
    }
    report(`Larger counts (median of ${runs})`, others);
  } finally {
    engine.close();
    rmSync(join(folder, 'settings'), { recursive: true, force: true });
  }
}

/** The same city six times over, a year earlier each time: 1.3 million incidents. Made with SQL, because here only the questions are timed. */
export function sixYears(project: string, folder: string): string {
  const path = join(folder, 'six-years.citysafety');
  copyFileSync(project, path);
  const connection = new Database(path);
  const indexes = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'incident' AND sql IS NOT NULL").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of indexes) connection.exec(`DROP INDEX ${name}`);
  connection.exec(`WITH back (years) AS (VALUES (1), (2), (3), (4), (5))
    INSERT INTO incident SELECT NULL, dataset_key, row, place_key, offence_key, year - years, month, day - years * 10000,
      (weekday + 34 - years) % 7 + 1, hour, longitude + years * 0.0001, latitude, count FROM incident, back`);
  for (const index of indexes) connection.exec(index.sql);
  connection.close();
  return path;
}

/** Questions about more than a million incidents, side by side with the same SQL in the sqlite3 shell and in DuckDB. */
export async function benchLargeQueries(project: string, folder: string, runs: number): Promise<void> {
  const engine = createEngine({
    folders: { settings: join(folder, 'settings'), projects: folder, resources: join(root, 'resources'), temporary: join(folder, 'temporary') },
  });
  const client = engine.client({ kind: 'cli', mayNamePaths: true });
  try {
    await client.project.open(await client.files.fromPath({ path: project }));
    const layers = await client.areas.layers();
    const layer = layers.toSorted((a, b) => b.areaCount - a.areaCount)[0];
    const started = performance.now();
    const { count } = await client.incidents.overview();
    const figures: Figure[] = [{ what: 'first question after opening', value: performance.now() - started, unit: 'ms' }];
    const own = new Map<string, number>();
    const all: number[] = [];
    for (const [what, query] of Object.entries(ofTheScreen)) {
      const times: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const asked = performance.now();
        await client.incidents.query({ ...query, ...(layer ? { layerId: layer.id } : {}) });
        times.push(performance.now() - asked);
      }
      all.push(...times);
      own.set(what, median(times));
    }
    figures.push({ what: '95 of 100 questions within', value: quantile(all, 0.95), unit: 'ms', aim: aimMilliseconds });
    const layerKey = layerKeyOf(project, layer?.id ?? '');
    const rivals = { 'sqlite3 shell': await timeShell(project, layerKey, runs), DuckDB: await timeDuck(project, layerKey, runs) };
    for (const what of Object.keys(questionsInSql)) {
      const value = own.get(what) ?? Number.NaN;
      figures.push({ what, value, unit: 'ms' });
      for (const [rival, times] of Object.entries(rivals)) {
        if (times)
          figures.push({ what: `    ${rival}: ${(times.get(what) ?? 0).toFixed(1)} ms, ratio`, value: value / (times.get(what) ?? Number.NaN), unit: '×' });
      }
    }
    report(`${count.toLocaleString('en')} incidents, ${layer?.areaCount ?? 0} areas: the same questions in turn (median of ${runs})`, figures);
    for (const [rival, times] of Object.entries(rivals)) if (!times) console.log(`  (${rival} is not at hand: nothing to compare with)`);
  } finally {
    engine.close();
    rmSync(join(folder, 'settings'), { recursive: true, force: true });
  }
}

function layerKeyOf(project: string, id: string): number {
  const connection = new Database(project, { readonly: true });
  const key = connection.prepare('SELECT key FROM area_layer WHERE id = ?').pluck().get(id);
  connection.close();
  return Number(key ?? 0);
}
