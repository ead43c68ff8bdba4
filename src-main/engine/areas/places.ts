import type { Connection } from '../project/project-file.ts';

/**
 * Places: each distinct combination of areas, at most one of each layer, stands once; incidents point to it. The signature is the
 * sorted area keys, so that the same combination is found again.
 */
export function signatureOf(areaKeys: readonly number[]): string {
  return areaKeys.toSorted((a, b) => a - b).join(' ');
}

/** Finds or makes places inside a change. */
export class PlaceWriter {
  readonly #known = new Map<string, number>();
  readonly #find;
  readonly #add;
  readonly #addArea;

  constructor(connection: Connection) {
    this.#find = connection.prepare<[string], { key: number }>('SELECT key FROM place WHERE signature = ?');
    this.#add = connection.prepare<[string]>('INSERT INTO place (signature) VALUES (?)');
    this.#addArea = connection.prepare<[number, number]>(
      'INSERT INTO place_area (place_key, layer_key, area_key) SELECT ?, layer_key, key FROM area WHERE key = ?',
    );
  }

  keyOf(areaKeys: readonly number[]): number {
    const signature = signatureOf(areaKeys);
    const known = this.#known.get(signature) ?? this.#find.get(signature)?.key ?? this.#make(signature, areaKeys);
    this.#known.set(signature, known);
    return known;
  }

  #make(signature: string, areaKeys: readonly number[]): number {
    const key = Number(this.#add.run(signature).lastInsertRowid);
    for (const areaKey of areaKeys) this.#addArea.run(key, areaKey);
    return key;
  }
}

/**
 * Removes areas. Incidents placed in them move to the place that is left without them, so that no signature ever names an area
 * that is gone (its key may be given to another).
 */
export function removeAreas(connection: Connection, areaKeys: readonly number[]): void {
  const gone = new Set(areaKeys);
  const places = connection.prepare<[], { key: number; signature: string }>('SELECT key, signature FROM place').all();
  const writer = new PlaceWriter(connection);
  const move = connection.prepare<[number, number]>('UPDATE incident SET place_key = ? WHERE place_key = ?');
  const remove = connection.prepare<[number]>('DELETE FROM place WHERE key = ?');
  for (const { key, signature } of places) {
    const keys = signature === '' ? [] : signature.split(' ').map(Number);
    if (!keys.some((areaKey) => gone.has(areaKey))) continue;
    move.run(writer.keyOf(keys.filter((areaKey) => !gone.has(areaKey))), key);
    remove.run(key);
  }
  const removeArea = connection.prepare<[number]>('DELETE FROM area WHERE key = ?');
  for (const key of areaKeys) removeArea.run(key);
}

/** Places that no incident points to any more. */
export function removeUnusedPlaces(connection: Connection): void {
  connection.prepare('DELETE FROM place WHERE key NOT IN (SELECT DISTINCT place_key FROM incident)').run();
}
