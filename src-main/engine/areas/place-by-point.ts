import type { Connection } from '../project/project-file.ts';
import { PlaceWriter } from './places.ts';
import type { PolygonIndex } from './polygon-index.ts';

const pageRows = 20_000;

/**
 * Gives incidents that have a point but no area of a layer the area that holds the point: for boundaries that come into the project after
 * the incidents. What was placed by name stays.
 */
export function placeByPoint(connection: Connection, layerKey: number, index: PolygonIndex): void {
  if (index.isEmpty) return;
  const page = connection
    .prepare<[number, number, number], [number, number, string, number, number]>(
      `SELECT i.key, i.place_key, p.signature, i.longitude, i.latitude FROM incident i JOIN place p ON p.key = i.place_key
       WHERE i.key > ? AND i.longitude IS NOT NULL AND i.latitude IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM place_area a WHERE a.place_key = i.place_key AND a.layer_key = ?) ORDER BY i.key LIMIT ?`,
    )
    .raw();
  const move = connection.prepare<[number, number]>('UPDATE incident SET place_key = ? WHERE key = ?');
  const places = new PlaceWriter(connection);
  for (let last = 0; ; ) {
    const rows = page.all(last, layerKey, pageRows) as [number, number, string, number, number][];
    for (const [key, , signature, longitude, latitude] of rows) {
      const areaKey = index.keyAt(longitude, latitude);
      if (areaKey !== 0) move.run(places.keyOf([...(signature === '' ? [] : signature.split(' ').map(Number)), areaKey]), key);
      last = key;
    }
    if (rows.length < pageRows) return;
  }
}
