import { cellKey } from '#shared/methods/neighbours.ts';
import { boundariesOf, listLayers } from '../areas/areas.ts';
import { surfaceKm2 } from '../areas/geodesy.ts';
import { incidentPoints } from '../incidents/incident-columns.ts';
import { remembered } from '../incidents/remembered.ts';
import type { CityCells } from '../maps/city-cells.ts';
import { cityCells } from '../maps/hexagons.ts';
import type { OpenProject } from '../project/open-project.ts';
import type { PatternScope } from './pattern-scope.ts';

/** Marks an incident that lies in none of the places, and one that does not say where it lies. */
const outside = -1;
const unplaced = -2;

interface PlacedCells {
  readonly city: CityCells;
  /** Place of each incident among the cells, in step with the columns. */
  readonly placeOf: Int32Array;
  readonly surfaces: Float64Array;
}

/** A few sizes of cells are tried, then one stays; each takes four bytes an incident. */
const mostKept = 4;
const placedCells = remembered(['areas', 'incidents', 'datasets'], () => new Map<string, PlacedCells>());

/** Every incident in its cell of the city: one pass over the points, kept until incidents or areas change. */
export function incidentsInCells(project: OpenProject, layerId: string, cellMetres: number): PlacedCells {
  const kept = placedCells(project);
  const key = `${layerId} ${cellMetres}`;
  const known = kept.get(key);
  if (known) return known;
  const city = cityCells(project, layerId, cellMetres);
  const positions = new Map(city.cells.map(({ column, row }, position) => [cellKey(column, row), position]));
  const { longitude, latitude } = incidentPoints(project);
  const placeOf = new Int32Array(longitude.length);
  for (let row = 0; row < placeOf.length; row += 1) {
    const east = longitude[row] ?? Number.NaN;
    if (Number.isNaN(east)) {
      placeOf[row] = unplaced;
      continue;
    }
    const at = city.grid.cellAt(city.metres.east(east), city.metres.north(latitude[row] ?? 0));
    placeOf[row] = positions.get(cellKey(at.column, at.row)) ?? outside;
  }
  const placed = { city, placeOf, surfaces: Float64Array.from(city.cells, ({ boundary }) => surfaceKm2(boundary)) };
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, placed);
  return placed;
}

/** Every incident in its area of the layer. */
export function incidentsInAreas(scope: PatternScope): Int32Array {
  const areaOf = scope.areaOfPlace();
  const { place, length } = scope.columns;
  const placeOf = new Int32Array(length);
  for (let row = 0; row < length; row += 1) {
    const area = areaOf[place[row] ?? 0] ?? -1;
    placeOf[row] = area === -1 ? unplaced : area;
  }
  return placeOf;
}

export interface PlaceCounts {
  readonly counts: Float64Array;
  readonly inside: number;
  readonly outside: number;
  readonly unplaced: number;
}

/** Incidents looked at, by place; `isUsed` narrows them further. */
export function countPlaces(scope: PatternScope, placeOf: Int32Array, placeCount: number, isUsed?: (row: number) => boolean): PlaceCounts {
  const counts = new Float64Array(placeCount);
  const sums = { inside: 0, outside: 0, unplaced: 0 };
  scope.each((row, count) => {
    if (isUsed && !isUsed(row)) return;
    const place = placeOf[row] ?? unplaced;
    if (place >= 0) {
      counts[place] = (counts[place] ?? 0) + count;
      sums.inside += count;
    } else if (place === outside) sums.outside += count;
    else sums.unplaced += count;
  });
  return { counts, ...sums };
}

const keptSurfaces = remembered(['areas'], () => new Map<string, Float64Array>());

/** Surface of each area of the layer in km², NaN where it has no boundary; in step with the layer's areas. */
export function surfacesOf(scope: PatternScope): Float64Array {
  if (!scope.layer) return new Float64Array(0);
  const kept = keptSurfaces(scope.project);
  const known = kept.get(scope.layer.id);
  if (known) return known;
  const byId = new Map(boundariesOf(scope.project, scope.layer.id).features.map(({ properties, geometry }) => [properties.areaId, surfaceKm2(geometry)]));
  const surfaces = Float64Array.from(scope.layer.areas, (area) => byId.get(area.id) ?? Number.NaN);
  kept.set(scope.layer.id, surfaces);
  return surfaces;
}

/** The first layer with boundaries: where no layer is asked for, its outline is the city. */
export function layerWithBoundaries(project: OpenProject): string | null {
  return listLayers(project).find((layer) => layer.withBoundaryCount > 0)?.id ?? null;
}
