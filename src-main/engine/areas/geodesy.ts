import { geoArea } from 'd3-geo';
import type { Boundary, PolygonRings, Position } from '#shared/domain/geometry.ts';

/** WGS 84: first eccentricity squared, and the radius of the sphere with the same surface (km). */
const eccentricitySquared = 0.00669437999014;
const eccentricity = Math.sqrt(eccentricitySquared);
const authalicRadiusKm = 6371.0071809;

/** The polygons of a boundary, whether it has one or many. */
export function polygonsOf(boundary: Boundary): PolygonRings[] {
  return boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
}

/**
 * Surface in square kilometres on the WGS 84 ellipsoid, whatever the direction in which rings are drawn. Latitudes are moved to the
 * sphere of equal area (Snyder, Map Projections, eq. 3-11 and 3-12), where d3-geo measures the spherical polygon exactly.
 */
export function surfaceKm2(boundary: Boundary): number {
  const steradians = polygonsOf(boundary).reduce((sum, [outer, ...holes]) => {
    if (!outer) return sum;
    return sum + Math.max(0, ringSteradians(outer) - holes.reduce((cut, hole) => cut + ringSteradians(hole), 0));
  }, 0);
  return steradians * authalicRadiusKm ** 2;
}

function ringSteradians(ring: readonly Position[]): number {
  const coordinates = ring.map(([longitude, latitude]): Position => [longitude, authalicLatitude(latitude)]);
  const area = geoArea({ type: 'Polygon', coordinates: [coordinates] });
  // A ring drawn the other way round encloses the rest of the world.
  return Math.min(area, 4 * Math.PI - area);
}

function authalicLatitude(degrees: number): number {
  const sine = Math.sin((degrees * Math.PI) / 180);
  return (Math.asin(Math.max(-1, Math.min(1, authalicQ(sine) / authalicQ(1)))) * 180) / Math.PI;
}

function authalicQ(sine: number): number {
  const es = eccentricity * sine;
  return (1 - eccentricitySquared) * (sine / (1 - es * es) - (1 / (2 * eccentricity)) * Math.log((1 - es) / (1 + es)));
}

export interface BoundingBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Smallest box that holds all boundaries, in degrees; null where there are none. */
export function boundingBoxOf(boundaries: Iterable<Boundary>): BoundingBox | null {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const boundary of boundaries) {
    for (const rings of polygonsOf(boundary)) {
      for (const [longitude, latitude] of rings[0] ?? []) {
        if (longitude < west) west = longitude;
        if (longitude > east) east = longitude;
        if (latitude < south) south = latitude;
        if (latitude > north) north = latitude;
      }
    }
  }
  return west <= east ? { west, south, east, north } : null;
}

/**
 * A point that surely lies inside: the middle of the widest stretch of the boundary's middle latitude (a centre of gravity
 * would fall outside a horseshoe).
 */
export function pointInside(boundary: Boundary): Position | null {
  let best: { width: number; point: Position } | null = null;
  for (const rings of polygonsOf(boundary)) {
    const box = boundingBoxOf([{ type: 'Polygon', coordinates: rings }]);
    if (!box) continue;
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      // A hair off the round share, so that the line does not run along a horizontal edge.
      const latitude = box.south + (box.north - box.south) * (share + 1.7e-5);
      const crossings = crossingsAt(rings, latitude);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const [from = 0, to = 0] = crossings.slice(i, i + 2);
        if (!best || to - from > best.width) best = { width: to - from, point: [(from + to) / 2, latitude] };
      }
    }
  }
  return best && best.width > 0 ? best.point : null;
}

function crossingsAt(rings: PolygonRings, latitude: number): number[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] ?? [0, 0];
      const [bx, by] = ring[j] ?? [0, 0];
      if (ay > latitude !== by > latitude) crossings.push(ax + ((latitude - ay) * (bx - ax)) / (by - ay));
    }
  }
  return crossings.sort((a, b) => a - b);
}

/** The boundary with every ring closed and only two figures per corner; null where nothing is left of it. */
export function cleanBoundary(boundary: Boundary): Boundary | null {
  const polygons = polygonsOf(boundary)
    .map((rings) => rings.map(closeRing).filter((ring) => ring.length >= 4))
    .filter((rings) => rings.length > 0);
  const [first, ...others] = polygons;
  if (!first) return null;
  return others.length === 0 ? { type: 'Polygon', coordinates: first } : { type: 'MultiPolygon', coordinates: polygons };
}

function closeRing(ring: readonly Position[]): Position[] {
  const corners = ring.map(([longitude, latitude]): Position => [longitude, latitude]);
  const first = corners[0];
  const last = corners.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) corners.push([first[0], first[1]]);
  return corners;
}
