import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '#main/engine/engine.ts';
import type { IncidentQuery } from '#shared/domain/incidents.ts';
import { type Figure, median, report, root } from './measure.ts';

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
