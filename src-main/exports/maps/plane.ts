import { geoIdentity, geoPath } from 'd3-geo';
import type { Boundary, BoundaryFeature, PolygonRings, Position } from '#shared/domain/geometry.ts';

/** Kilometres of one degree of latitude on a sphere of mean Earth radius. */
const kilometresPerDegree = 111.195;

/** Rings closer together than this many pixels cannot be told apart on paper. */
const pixelTolerance = 0.25;

export interface PlaneArea {
  readonly areaId: string;
  /** Pixels; rings of all parts, to be filled with the even-odd rule. */
  readonly rings: readonly Position[][];
  /** Where a label stands: the centroid of the largest part. */
  readonly label: Position;
}

export interface Plane {
  readonly areas: readonly PlaneArea[];
  /** Pixels from the top that the areas fill. */
  readonly height: number;
  readonly pixelsPerKilometre: number;
}

/**
 * Boundaries in degrees laid on a plane of the width given: equirectangular about the middle latitude, which at the size of a city
 * is true to scale within a fraction of a per cent. Planar on purpose: the winding of rings in city files cannot be trusted.
 */
export function layOnPlane(features: readonly BoundaryFeature[], options: { width: number; smallest: number; tallest: number }): Plane {
  const latitudes = features.flatMap((feature) =>
    polygonsOf(feature.geometry).flatMap((rings) => rings.flatMap((ring) => ring.map(([, latitude]) => latitude))),
  );
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const latitude of latitudes) {
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const flat = features.map((feature) => ({
    ...feature,
    geometry: mapPositions(feature.geometry, ([longitude, latitude]) => [longitude * shrink, -latitude]),
  }));
  const collection = { type: 'FeatureCollection' as const, features: flat };
  const { width, smallest, tallest } = options;
  const bounds = geoPath(geoIdentity()).bounds(collection);
  const [[left, top], [right, bottom]] = bounds;
  const wished = right > left ? (width * (bottom - top)) / (right - left) : smallest;
  const height = Math.round(Math.min(tallest, Math.max(smallest, wished)));
  const projection = geoIdentity().fitExtent(
    [
      [2, 2],
      [width - 2, height - 2],
    ],
    collection,
  );
  const place = ([x, y]: Position): Position => (projection([x, y]) as Position | null) ?? [0, 0];
  const planar = geoPath(projection);
  return {
    height,
    pixelsPerKilometre: projection.scale() / kilometresPerDegree,
    areas: flat.map((feature) => ({
      areaId: feature.properties.areaId,
      rings: polygonsOf(feature.geometry).flatMap((rings) => rings.map((ring) => thin(ring.map(place))).filter((ring) => ring.length > 2)),
      label: planar.centroid({ type: 'Polygon', coordinates: largest(polygonsOf(feature.geometry)) }) as Position,
    })),
  };
}

function polygonsOf(boundary: Boundary): PolygonRings[] {
  return boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
}

function mapPositions(boundary: Boundary, move: (position: Position) => Position): Boundary {
  const rings = (polygon: PolygonRings) => polygon.map((ring) => ring.map(move));
  return boundary.type === 'Polygon'
    ? { type: 'Polygon', coordinates: rings(boundary.coordinates) }
    : { type: 'MultiPolygon', coordinates: boundary.coordinates.map(rings) };
}

function largest(polygons: readonly PolygonRings[]): PolygonRings {
  const path = geoPath(geoIdentity());
  const size = (rings: PolygonRings) => path.area({ type: 'Polygon', coordinates: rings });
  return polygons.reduce((best, polygon) => (size(polygon) > size(best) ? polygon : best), polygons[0] ?? []);
}

function thin(ring: readonly Position[]): Position[] {
  const kept: Position[] = [];
  for (const position of ring) {
    const last = kept.at(-1);
    if (!last || Math.hypot(position[0] - last[0], position[1] - last[1]) >= pixelTolerance) kept.push(position);
  }
  return kept;
}

/** A round length that fits in `most` pixels: 1, 2 or 5 times a power of ten. */
export function scaleBar(pixelsPerKilometre: number, most: number): { kilometres: number; pixels: number } {
  const longest = most / pixelsPerKilometre;
  const power = 10 ** Math.floor(Math.log10(longest));
  const kilometres = [5, 2, 1].map((step) => step * power).find((length) => length <= longest) ?? power;
  return { kilometres, pixels: kilometres * pixelsPerKilometre };
}
