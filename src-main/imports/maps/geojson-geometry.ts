import { z } from 'zod';
import { type Place, placeOf, toBoundary } from './boundaries.ts';
import type { ToDegrees } from './coordinate-system.ts';

const positionSchema = z.array(z.number()).min(2);
const ringsSchema = z.array(z.array(positionSchema));
const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: positionSchema }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(positionSchema) }),
  z.object({ type: z.literal('Polygon'), coordinates: ringsSchema }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(ringsSchema) }),
  z.object({ type: z.literal('GeometryCollection'), geometries: z.array(z.unknown()) }),
]);

/** A GeoJSON geometry → boundary or point in degrees. A collection gives its only polygon or point. Anything else, or broken, gives neither. */
export function placeOfGeometry(geometry: unknown, toDegrees: ToDegrees): Place {
  const parsed = geometrySchema.safeParse(geometry);
  if (!parsed.success) return {};
  const value = parsed.data;
  switch (value.type) {
    case 'Point':
      return placeOf(null, toDegrees(value.coordinates[0] ?? Number.NaN, value.coordinates[1] ?? Number.NaN));
    case 'MultiPoint': {
      const [only, ...others] = value.coordinates;
      return only && others.length === 0 ? placeOf(null, toDegrees(only[0] ?? Number.NaN, only[1] ?? Number.NaN)) : {};
    }
    case 'Polygon':
      return placeOf(toBoundary([value.coordinates], toDegrees));
    case 'MultiPolygon':
      return placeOf(toBoundary(value.coordinates, toDegrees));
    case 'GeometryCollection': {
      const [only, ...others] = value.geometries;
      return others.length === 0 ? placeOfGeometry(only, toDegrees) : {};
    }
  }
}
