import { ForeignFileError } from '../foreign-file-error.ts';
import type { ForeignRow } from '../foreign-table.ts';
import { limits } from '../guard/limits.ts';
import { tabulateRecords } from '../tables/record-table.ts';
import { systemOfText, wgs84 } from './coordinate-system.ts';
import type { FoundSystem } from './found-system.ts';
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

export interface MapRows {
  readonly columns: readonly string[];
  readonly rows: ForeignRow[];
  readonly found: FoundSystem;
}

/** Features → columns of their properties, and rows with boundary or point. `row` is the feature's number from 1. */
export async function readGeoJson(map: { type: string } & Record<string, unknown>, stated: string | null, fileName: string): Promise<MapRows> {
  const features = featuresOf(map, fileName);
  if (features.length > limits.features) throw new ForeignFileError('file/too-many-rows', { fileName, limit: limits.features });
  const found = await systemOf(map, stated, fileName);
  const table = tabulateRecords(features.map(({ properties }) => (isObject(properties) ? properties : {})));
  const rows = features.map(({ geometry }, index) => ({
    row: index + 1,
    cells: table.rows[index] ?? [],
    ...placeOfGeometry(geometry, found.system.toDegrees),
  }));
  return { columns: table.columns, rows, found };
}

function featuresOf(map: { type: string } & Record<string, unknown>, fileName: string): FeatureLike[] {
  if (map.type === 'Feature') return [{ type: 'Feature', properties: map.properties, geometry: map.geometry }];
  if (map.type !== 'FeatureCollection') return [{ type: 'Feature', geometry: map }];
  if (!Array.isArray(map.features)) throw new ForeignFileError('file/damaged', { fileName });
  return map.features.filter(isObject).map(({ properties, geometry }) => ({ type: 'Feature', properties, geometry }));
}

/** The system that a person states; else the `crs` member of GeoJSON before RFC 7946: a name, a code, WKT; without one, degrees. */
async function systemOf(map: Record<string, unknown>, stated: string | null, fileName: string): Promise<FoundSystem> {
  if (stated !== null) return { system: await systemOfText(stated, fileName), from: 'chosen' };
  const { crs } = map;
  if (!isObject(crs) || !isObject(crs.properties)) return { system: wgs84, from: 'values' };
  const { name, code, wkt } = crs.properties;
  const text = [name, typeof code === 'number' ? `EPSG:${code}` : code, wkt].find((value) => typeof value === 'string');
  if (typeof text !== 'string') throw new ForeignFileError('file/coordinate-system-unknown', { fileName, system: String(crs.type).slice(0, 80) });
  return { system: await systemOfText(text, fileName), from: 'file' };
}
