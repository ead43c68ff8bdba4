import type { Boundary, PolygonRings, Position } from '#shared/domain/geometry.ts';
import type { ToDegrees } from './coordinate-system.ts';

/** What the geometry of a feature can give a row. Lines and mixed collections give nothing. */
export interface Place {
  readonly boundary?: Boundary;
  readonly point?: Position;
}

const FEWEST_POSITIONS = 4;

/**
 * Rings (in the file's own coordinates, outer ring first) → a polygon's rings in degrees, closed; null when the outer ring has a position that is no
 * place or fewer than four positions. A bad hole is left out alone.
 */
function toRings(rings: readonly (readonly (readonly number[])[])[], toDegrees: ToDegrees): PolygonRings | null {
  const result: PolygonRings = [];
  for (const [index, ring] of rings.entries()) {
    const closed = toRing(ring, toDegrees);
    if (closed !== null) result.push(closed);
    else if (index === 0) return null;
  }
  return result.length > 0 ? result : null;
}

function toRing(ring: readonly (readonly number[])[], toDegrees: ToDegrees): Position[] | null {
  const positions: Position[] = [];
  for (const [x = Number.NaN, y = Number.NaN] of ring) {
    const position = toDegrees(x, y);
    if (position === null) return null;
    positions.push(position);
  }
  const first = positions[0];
  const last = positions.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first[0] !== last[0] || first[1] !== last[1]) positions.push([first[0], first[1]]);
  return positions.length >= FEWEST_POSITIONS ? positions : null;
}

/** Several polygons as one boundary; null as soon as one of them is broken, because a boundary with a part missing would count wrongly. */
export function toBoundary(polygons: readonly (readonly (readonly (readonly number[])[])[])[], toDegrees: ToDegrees): Boundary | null {
  const all: PolygonRings[] = [];
  for (const rings of polygons) {
    const polygon = toRings(rings, toDegrees);
    if (polygon === null) return null;
    all.push(polygon);
  }
  const [only] = all;
  if (only === undefined) return null;
  return all.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: all };
}

/** A place with the boundary or the point that was found, and neither when there is none. */
export function placeOf(boundary: Boundary | null, point: Position | null = null): Place {
  return { ...(boundary ? { boundary } : {}), ...(point ? { point } : {}) };
}
