import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PolygonIndex } from '#main/engine/areas/polygon-index.ts';
import type { Boundary } from '#shared/domain/geometry.ts';
import { realFolder } from './city-files.ts';
import { largeCity } from './large-city.ts';
import { median, report } from './measure.ts';

/** Every point of six years into the 1,651 neighbourhoods: building the index, and finding the area of each point. */
export async function benchPolygons(runs: number): Promise<void> {
  const files = await largeCity();
  if (files === null) return console.log('\n(the real files are not here: no points to put into polygons)');
  const map = JSON.parse(readFileSync(join(realFolder, 'colonias_geo.json'), 'utf8')) as { features: { geometry: Boundary }[] };
  const areas = map.features.map(({ geometry }, index) => ({ key: index + 1, boundary: geometry }));
  const points = await pointsOf(files.incidents);
  const builds: number[] = [];
  const searches: number[] = [];
  let inside = 0;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    const index = new PolygonIndex(areas);
    const built = performance.now();
    inside = 0;
    for (let i = 0; i < points.length; i += 2) if (index.keyAt(points[i] as number, points[i + 1] as number) !== 0) inside++;
    builds.push(built - started);
    searches.push(performance.now() - built);
  }
  report(`${(points.length / 2).toLocaleString('en')} points into ${areas.length.toLocaleString('en')} polygons (median of ${runs})`, [
    { what: 'building the index', value: median(builds) / 1000, unit: 's' },
    { what: 'finding the polygon of every point', value: median(searches) / 1000, unit: 's', aim: 10 },
    { what: 'points inside one', value: inside, unit: '' },
  ]);
}

async function pointsOf(path: string): Promise<Float64Array> {
  const points: number[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const cells = line.split(',');
    const [latitude, longitude] = [Number(cells[5]), Number(cells[6])];
    if (cells[5] && Number.isFinite(latitude) && Number.isFinite(longitude)) points.push(longitude, latitude);
  }
  return Float64Array.from(points);
}
