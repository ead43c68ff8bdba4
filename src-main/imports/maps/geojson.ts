import { ForeignFileError } from '../foreign-file-error.ts';
import type { ForeignRow } from '../foreign-table.ts';
import { limits } from '../guard/limits.ts';
import { tabulateRecords } from '../tables/record-table.ts';
import { degreesAsTheyAre, epsgOfName, fromEpsg, type ToDegrees } from './coordinate-system.ts';
import { placeOfGeometry } from './geojson-geometry.ts';

interface FeatureLike {
  readonly type: 'Feature';
  readonly properties?: unknown;
  readonly geometry?: unknown;
}

/** True for a parsed JSON value that is a map: a Feature, a FeatureCollection, or a bare geometry. */
export function isGeoJson(value: unknown): value is { type: string } & Record<string, unknown> {
  return (
    isObject(value) &&
    typeof value.type === 'string' &&
    geoJsonTypes.has(value.type) &&
    ('features' in value || 'geometry' in value || 'coordinates' in value || 'geometries' in value)
  );
}

const geoJsonTypes = new Set(['FeatureCollection', 'Feature', 'Polygon', 'MultiPolygon', 'Point', 'GeometryCollection']);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Features → columns of their properties, and rows with boundary or point. `row` is the feature's number from 1. */
export function readGeoJson(map: { type: string } & Record<string, unknown>, fileName: string): { columns: readonly string[]; rows: ForeignRow[] } {
  const features = featuresOf(map, fileName);
  if (features.length > limits.features) throw new ForeignFileError('file/too-many-rows', { fileName, limit: limits.features });
  const toDegrees = systemOf(map, fileName);
  const table = tabulateRecords(features.map(({ properties }) => (isObject(properties) ? properties : {})));
  const rows = features.map(({ geometry }, index) => ({ row: index + 1, cells: table.rows[index] ?? [], ...placeOfGeometry(geometry, toDegrees) }));
  return { columns: table.columns, rows };
}

function featuresOf(map: { type: string } & Record<string, unknown>, fileName: string): FeatureLike[] {
  if (map.type === 'Feature') return [{ type: 'Feature', properties: map.properties, geometry: map.geometry }];
  if (map.type !== 'FeatureCollection') return [{ type: 'Feature', geometry: map }];
  if (!Array.isArray(map.features)) throw new ForeignFileError('file/damaged', { fileName });
  return map.features.filter(isObject).map(({ properties, geometry }) => ({ type: 'Feature', properties, geometry }));
}

/** The `crs` member of GeoJSON before RFC 7946; without one, degrees. */
function systemOf(map: Record<string, unknown>, fileName: string): ToDegrees {
  const { crs } = map;
  if (!isObject(crs) || !isObject(crs.properties)) return degreesAsTheyAre;
  const { name, code } = crs.properties;
  const epsg = typeof name === 'string' ? epsgOfName(name) : typeof code === 'number' ? code : null;
  if (epsg === null) throw new ForeignFileError('file/coordinate-system-unknown', { fileName, system: String(name ?? crs.type).slice(0, 80) });
  return fromEpsg(epsg, fileName);
}
