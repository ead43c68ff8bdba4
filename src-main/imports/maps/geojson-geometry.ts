import type { Position } from '#shared/domain/geometry.ts';
import { type Place, placeOf, toBoundary } from './boundaries.ts';
import type { ToDegrees } from './coordinate-system.ts';

const DEEPEST_COLLECTION = 4;

/** A GeoJSON geometry → boundary or point in degrees. A collection gives its only polygon or point. Anything else, or broken, gives neither. */
export function placeOfGeometry(geometry: unknown, toDegrees: ToDegrees, depth = 0): Place {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) return {};
  if (geometry.type === 'GeometryCollection') {
    const inside = 'geometries' in geometry && Array.isArray(geometry.geometries) ? geometry.geometries : [];
    return inside.length === 1 && depth < DEEPEST_COLLECTION ? placeOfGeometry(inside[0], toDegrees, depth + 1) : {};
  }
  const coordinates = 'coordinates' in geometry ? geometry.coordinates : null;
  switch (geometry.type) {
    case 'Point':
      return placeOf(null, pointOf(coordinates, toDegrees));
    case 'MultiPoint':
      return Array.isArray(coordinates) && coordinates.length === 1 ? placeOf(null, pointOf(coordinates[0], toDegrees)) : {};
    case 'Polygon':
      return isRings(coordinates) ? placeOf(toBoundary([coordinates], toDegrees)) : {};
    case 'MultiPolygon':
      return Array.isArray(coordinates) && coordinates.every(isRings) ? placeOf(toBoundary(coordinates, toDegrees)) : {};
    default:
      return {};
  }
}

function pointOf(value: unknown, toDegrees: ToDegrees): Position | null {
  return isPosition(value) ? toDegrees(value[0] ?? Number.NaN, value[1] ?? Number.NaN) : null;
}

function isRings(value: unknown): value is number[][][] {
  return Array.isArray(value) && value.every((ring) => Array.isArray(ring) && ring.every(isPosition));
}

function isPosition(value: unknown): value is number[] {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
}
