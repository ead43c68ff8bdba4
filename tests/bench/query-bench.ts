import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '#main/engine/engine.ts';
import type { IncidentQuery } from '#shared/domain/incidents.ts';
import { type Figure, median, report, root } from './measure.ts';

const queries: Readonly<Record<string, IncidentQuery>> = {
  'in all': { by: [], where: {} },
  'by area': { by: ['area'], where: {} },
  'by offence': { by: ['offence'], where: {} },
  'by group': { by: ['group'], where: {} },
  'by year': { by: ['year'], where: {} },
  'by year and month': { by: ['year', 'month'], where: {} },
  'by weekday and hour': { by: ['weekday', 'hour'], where: {} },
  'by area and group': { by: ['area', 'group'], where: {} },
  'by area and offence': { by: ['area', 'offence'], where: {} },
  'by weekday and hour, one group': { by: ['weekday', 'hour'], where: { groups: ['violence'] } },
  'by area, one quarter': { by: ['area'], where: { from: '2023-04-01', to: '2023-06-30' } },
};

/** Every count that the Profile screen asks for, through the contract: the first answer after opening, then the median of several. */
export async function benchQueries(project: string, folder: string, runs: number): Promise<void> {
  const engine = createEngine({
    folders: { settings: join(folder, 'settings'), projects: folder, resources: join(root, 'resources'), temporary: join(folder, 'temporary') },
  });
  const client = engine.client({ kind: 'cli', mayNamePaths: true });
  try {
    await client.project.open(await client.files.fromPath({ path: project }));
    const layers = await client.areas.layers();
    const figures: Figure[] = [];
    const measure = async (what: string, ask: () => Promise<unknown>) => {
      const times: number[] = [];
      for (let run = 0; run <= runs; run += 1) {
        const started = performance.now();
        await ask();
        times.push(performance.now() - started);
      }
      const [first = 0, ...rest] = times;
      figures.push({ what: `${what}: first`, value: first, unit: 'ms' }, { what: `${what}: then`, value: median(rest), unit: 'ms', aim: 100 });
    };
    await measure('overview', () => client.incidents.overview());
    for (const [what, query] of Object.entries(queries)) await measure(what, () => client.incidents.query(query));
    const last = layers.at(-1);
    if (last) await measure(`by area, ${last.areaCount} areas`, () => client.incidents.query({ by: ['area'], where: {}, layerId: last.id }));
    await measure('stages of the rail', () => client.project.stages());
    report(`Questions of the Profile screen (median of ${runs})`, figures);
  } finally {
    engine.close();
    rmSync(join(folder, 'settings'), { recursive: true, force: true });
  }
}
