import type { ImportPreview } from '#shared/domain/imports.ts';
import type { Recipe } from '#shared/domain/recipes.ts';
import { type CoordinateSystem, systemOfEpsg, systemOfText, utmZoneAt } from '../../../imports/maps/coordinate-system.ts';
import type { BoundingBox } from '../../areas/geodesy.ts';
import { foreign } from '../open-file.ts';
import type { Turns } from '../turns.ts';
import type { IncidentStaging } from './staging.ts';

const sliceLength = 4096;
const mostLooked = 2_000;
/** A point with a coordinate beyond is in metres. */
const beyondDegrees = 400;
/** Grids of whole countries and of web maps; UTM zones are taken from where the city lies. */
const commonGrids = [3857, 6372, 9377, 3116, 3115, 2154, 27700, 3035, 2046, 2047, 2048, 2049, 2050, 2051, 2052, 2053, 2054, 2055];

/**
 * Turns points in metres into degrees, in place: by the recipe's system, else by the one (UTM zones around the city, common national grids) that brings
 * most of them into the city's box. Null, with nothing changed, where the points are degrees already or no system fits. Throws `file/coordinate-system-unknown`.
 */
export async function settlePointSystem(
  staging: IncidentStaging,
  recipe: Recipe,
  city: BoundingBox | null,
  fileName: string,
  turns: Turns,
): Promise<ImportPreview['coordinateSystem']> {
  if (recipe.coordinateSystem !== null && recipe.columns.longitude === undefined && recipe.columns.latitude === undefined) return null;
  if (recipe.coordinateSystem !== null) {
    const system = await foreign(() => systemOfText(recipe.coordinateSystem ?? '', fileName));
    await convert(staging, system, false, turns);
    return { code: system.code, name: system.name, from: 'chosen' };
  }
  const looked = metresOf(staging);
  if (looked === null || city === null) return null;
  const best = await bestSystem(looked, city, fileName);
  if (best === null) return null;
  await convert(staging, best.system, best.isSwapped, turns);
  return { code: best.system.code, name: best.system.name, from: 'values' };
}

/** Points spread over the file, where more than half of them are in metres; else null. */
function metresOf(staging: IncidentStaging): [number, number][] | null {
  const points: [number, number][] = [];
  let degrees = 0;
  const step = Math.max(1, Math.floor(staging.rows.length / mostLooked));
  for (let i = 0; i < staging.rows.length; i += step) {
    const [x, y] = [staging.longitudes.at(i), staging.latitudes.at(i)];
    if (Number.isNaN(x) || x === 0 || y === 0) continue;
    if (Math.abs(x) > beyondDegrees || Math.abs(y) > beyondDegrees) points.push([x, y]);
    else degrees++;
  }
  return points.length > degrees ? points : null;
}

async function bestSystem(points: readonly [number, number][], city: BoundingBox, fileName: string) {
  const zone = utmZoneAt((city.west + city.east) / 2, (city.south + city.north) / 2);
  let best: { system: CoordinateSystem; isSwapped: boolean; inside: number } | null = null;
  for (const code of [zone, zone - 1, zone + 1, ...commonGrids]) {
    if (code % 100 === 0 || (code > 32660 && code < 32701)) continue;
    const system = await systemOfEpsg(code, fileName);
    for (const isSwapped of [false, true]) {
      const inside = points.filter(([x, y]) => isInside(isSwapped ? system.toDegrees(y, x) : system.toDegrees(x, y), city)).length;
      if (inside > (best?.inside ?? points.length / 2)) best = { system, isSwapped, inside };
    }
  }
  return best;
}

function isInside(place: readonly [number, number] | null, city: BoundingBox): boolean {
  // Incidents at the rim and a little beyond still tell the system; another zone is hundreds of kilometres away.
  const margin = 0.1;
  if (place === null) return false;
  const [x, y] = place;
  return x >= city.west - margin && x <= city.east + margin && y >= city.south - margin && y <= city.north + margin;
}

async function convert(staging: IncidentStaging, { toDegrees }: CoordinateSystem, isSwapped: boolean, turns: Turns): Promise<void> {
  for (let i = 0; i < staging.rows.length; i++) {
    if (i % sliceLength === 0) await turns.pass();
    const [x, y] = [staging.longitudes.at(i), staging.latitudes.at(i)];
    // A zero is a missing figure, and stays one.
    if (Number.isNaN(x) || x === 0 || y === 0) continue;
    const place = isSwapped ? toDegrees(y, x) : toDegrees(x, y);
    if (place === null) continue;
    staging.longitudes.set(i, place[0]);
    staging.latitudes.set(i, place[1]);
  }
}
