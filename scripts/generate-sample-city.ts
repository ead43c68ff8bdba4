/**
 * Writes the made-up city into resources/sample-city/: `node scripts/generate-sample-city.ts [folder]`. The same seed gives the same
 * bytes. What people wrote (stakeholders.csv, indicators.csv, plan.json) is kept by hand and not touched.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCityMap } from './sample-city/boundaries.ts';
import { areas, districts, type Point, toDegrees } from './sample-city/geography.ts';
import { createIncidents, newExport, oldExport } from './sample-city/incidents.ts';
import { isInside } from './sample-city/plane.ts';
import { populationCsv, years } from './sample-city/population.ts';
import { createChance } from './sample-city/random.ts';
import { surveyCsv } from './sample-city/survey.ts';

const seed = 20261;
const folder = process.argv[2] ?? fileURLToPath(new URL('../resources/sample-city/', import.meta.url));
const notice = 'Puerto Sereno is made up. No place, body, person or figure in this file is real.';

const map = createCityMap(createChance(seed));
mkdirSync(folder, { recursive: true });
write(
  'areas.geojson',
  geojson(areas.map((area, index) => ({ properties: { nombre: area.name, codigo: area.code, distrito: area.district }, members: [index] }))),
);
write(
  'districts.geojson',
  geojson(
    districts.map((district, place) => ({
      properties: { nombre: district, codigo: `D${place + 1}` },
      members: areas.flatMap((area, index) => (area.district === district ? [index] : [])),
    })),
  ),
);
write('population.csv', populationCsv());
write('survey-2025.csv', surveyCsv(createChance(seed + 5)));
for (const year of years) {
  const lines = createIncidents(year, map, createChance(seed + year));
  if (year === 2023) writeFileSync(join(folder, `incidents-${year}.csv`), Buffer.from(oldExport(lines), 'latin1'));
  else write(`incidents-${year}.csv`, newExport(lines));
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

/** One feature a line, so that a change of one area is a change of one line. */
function geojson(sets: readonly { properties: Record<string, string>; members: readonly number[] }[]): string {
  const features = sets.map(({ properties, members }) => {
    const polygons = polygonsOf(map.ringsOf(members));
    const geometry = polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] } : { type: 'MultiPolygon', coordinates: polygons };
    return JSON.stringify({ type: 'Feature', properties, geometry });
  });
  return `{"type":"FeatureCollection","note":${JSON.stringify(notice)},"features":[\n${features.join(',\n')}\n]}\n`;
}

/** Rings come largest first: one that lies inside an earlier one is its hole, any other starts a polygon of its own. */
function polygonsOf(rings: readonly (readonly Point[])[]): [number, number][][][] {
  const polygons: { outer: readonly Point[]; rings: [number, number][][] }[] = [];
  for (const ring of rings) {
    const home = polygons.find(({ outer }) => ring[0] && isInside(outer, ring[0]));
    const wound = isCounterClockwise(ring) === (home === undefined) ? ring : ring.toReversed();
    const degrees = wound.map((point) => toDegrees(point));
    if (home) home.rings.push(degrees);
    else polygons.push({ outer: ring, rings: [degrees] });
  }
  return polygons.map((polygon) => polygon.rings);
}

function isCounterClockwise(ring: readonly Point[]): boolean {
  return ring.reduce((sum, [x, y], index) => sum + x * (ring[index + 1]?.[1] ?? y) - (ring[index + 1]?.[0] ?? x) * y, 0) > 0;
}
