import { area as areaOfPath, FillRule, intersect, type Path64, type Paths64, union } from 'clipper2-ts';
import type { BoundaryCheck } from '#shared/domain/areas.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import type { InTurns } from '../project/in-turns.ts';
import type { OpenProject } from '../project/open-project.ts';
import { listLayers } from './areas.ts';
import { AreaBoxes, type FlatArea, flatAreasInTurns } from './flat-areas.ts';
import { type CityPlane, pathsKm2 } from './plane.ts';

/** Neighbours drawn by different hands never meet exactly: what is smaller than 1,000 m² and a hundredth of the smaller area is no fault. */
const leastKm2 = 0.001;
const leastShare = 0.01;
/** A gap between areas that is narrower than a street is a seam, not a place. Surface over half the way around it, in metres. */
const leastWidthMetres = 10;
const mostListed = 100;

/** Looks for what would make figures by area wrong: surface counted twice, surface that nobody counts, boundaries that cross themselves, names that are not distinct. */
export function* checkBoundaries(project: OpenProject, layerId: string): InTurns<BoundaryCheck> {
  const versions = overlappingVersions(project, layerId);
  const { plane, layers } = yield* flatAreasInTurns(project, [layerId]);
  const areas = layers[0] ?? [];
  const drawn = areas.filter(({ paths }) => paths.length > 0);
  const covered = yield* coveredBy(drawn);
  const overlaps = yield* findOverlaps(drawn);
  const gaps = findGaps(covered, plane);
  const crossing: FlatArea[] = [];
  for (const flat of drawn) {
    if (crossesItself(flat, plane)) crossing.push(flat);
    yield;
  }
  return {
    areaCount: areas.length,
    withoutBoundary: areas.filter(({ paths }) => paths.length === 0).map(named),
    coveredKm2: pathsKm2(covered),
    sumKm2: drawn.reduce((sum, { km2 }) => sum + km2, 0),
    overlaps: overlaps.slice(0, mostListed),
    overlapCount: overlaps.length,
    gaps: gaps.slice(0, mostListed),
    gapCount: gaps.length,
    crossing: crossing.map(named),
    sameNames: sameNames(areas),
    overlappingVersions: versions,
  };
}

function named({ id, name }: FlatArea): { areaId: string; name: string } {
  return { areaId: id, name };
}

/** What areas cover together, piece by piece: what lies apart need not be joined. */
function* coveredBy(areas: readonly FlatArea[]): InTurns<Paths64> {
  const covered: Paths64 = [];
  for (const together of lyingTogether(areas)) {
    yield;
    covered.push(
      ...union(
        together.flatMap(({ paths }) => paths),
        FillRule.NonZero,
      ),
    );
  }
  return covered;
}

/** Areas whose boxes touch, directly or over others, in the order of the areas. */
function lyingTogether(areas: readonly FlatArea[]): FlatArea[][] {
  const boxes = new AreaBoxes(areas);
  const seen = new Set<FlatArea>();
  return areas.flatMap((first) => {
    if (seen.has(first)) return [];
    const together = [first];
    seen.add(first);
    for (const area of together) {
      for (const near of boxes.near(area.paths)) {
        if (seen.has(near)) continue;
        seen.add(near);
        together.push(near);
      }
    }
    return [together];
  });
}

function* findOverlaps(areas: readonly FlatArea[]): InTurns<BoundaryCheck['overlaps']> {
  const boxes = new AreaBoxes(areas);
  const found: BoundaryCheck['overlaps'] = [];
  for (const a of areas) {
    for (const b of boxes.near(a.paths)) {
      if (b.key <= a.key) continue;
      const km2 = pathsKm2(intersect(a.paths, b.paths, FillRule.NonZero));
      const share = km2 / Math.min(a.km2, b.km2);
      if (km2 >= leastKm2 && share >= leastShare) found.push({ a: named(a), b: named(b), km2, share });
      yield;
    }
  }
  return found.sort((x, y) => y.km2 - x.km2);
}

/** Holes in what all areas cover together. */
function findGaps(covered: readonly Path64[], plane: CityPlane): BoundaryCheck['gaps'] {
  return covered
    .filter((path) => areaOfPath(path) < 0)
    .map((path) => ({ path, km2: -pathsKm2([path]) }))
    .filter(({ path, km2 }) => km2 >= leastKm2 && widthMetres(path, km2) >= leastWidthMetres)
    .sort((a, b) => b.km2 - a.km2)
    .map(({ path, km2 }) => {
      const ring = [...path, ...path.slice(0, 1)].map((point) => plane.positionOf(point));
      const [longitude, latitude] = [0, 1].map((axis) => ring.reduce((sum, position) => sum + (position[axis] ?? 0), 0) / ring.length);
      return { km2, longitude: longitude ?? 0, latitude: latitude ?? 0, boundary: { type: 'Polygon' as const, coordinates: [ring] } };
    });
}

function widthMetres(path: Path64, km2: number): number {
  let around = 0;
  for (const [place, point] of path.entries()) {
    const next = path[(place + 1) % path.length] ?? point;
    around += Math.hypot(next.x - point.x, next.y - point.y) / 100;
  }
  return around === 0 ? 0 : (km2 * 1e6) / (around / 2);
}

/** A ring that crosses itself encloses another surface than its corners add up to. */
function crossesItself({ boundary, km2 }: FlatArea, plane: CityPlane): boolean {
  if (!boundary) return false;
  return plane.pathsOf(boundary).some((ring) => {
    const enclosed = pathsKm2(union([ring], FillRule.NonZero));
    return Math.abs(enclosed - Math.abs(pathsKm2([ring]))) > Math.max(leastKm2, km2 * leastShare);
  });
}

function sameNames(areas: readonly FlatArea[]): BoundaryCheck['sameNames'] {
  return [...groupBy(areas, ({ name }) => plainWords(name)).values()]
    .filter((alike) => alike.length > 1)
    .map((alike) => ({ name: alike[0]?.name ?? '', count: alike.length }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, mostListed);
}

function overlappingVersions(project: OpenProject, layerId: string): BoundaryCheck['overlappingVersions'] {
  const layers = listLayers(project);
  const own = layers.find(({ id }) => id === layerId);
  if (!own?.kind || own.kind === 'other') return [];
  const from = (year: number | null) => year ?? Number.NEGATIVE_INFINITY;
  const to = (year: number | null) => year ?? Number.POSITIVE_INFINITY;
  return layers
    .filter((layer) => layer.id !== layerId && layer.kind === own.kind)
    .filter((layer) => from(layer.validFrom) <= to(own.validTo) && from(own.validFrom) <= to(layer.validTo))
    .map(({ id, name }) => ({ layerId: id, name }));
}
