import type { Connection } from '../project/project-file.ts';

/**
 * Places: each distinct combination of areas, at most one of each layer, stands once; incidents point to it. The signature is the
 * sorted area keys, so that the same combination is found again. A place is never changed or removed.
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
 * Removes areas. Places go on naming them in their signatures, so that incidents are there again when a removal is undone: an area's key is
 * never given to another.
 */
export function removeAreas(connection: Connection, areaKeys: readonly number[]): void {
  const remove = connection.prepare<[number]>('DELETE FROM area WHERE key = ?');
  for (const key of areaKeys) remove.run(key);
}

/** Puts areas that have come back into the places whose signatures name them. */
export function returnAreas(connection: Pick<Connection, 'prepare'>, areaKeys: readonly number[]): void {
  const returned = new Set(areaKeys);
  if (returned.size === 0) return;
  const add = connection.prepare<[number, number]>(
    'INSERT OR IGNORE INTO place_area (place_key, layer_key, area_key) SELECT ?, layer_key, key FROM area WHERE key = ?',
  );
  for (const { key, signature } of connection.prepare<[], { key: number; signature: string }>('SELECT key, signature FROM place').all()) {
    if (signature === '') continue;
    for (const areaKey of signature.split(' ').map(Number)) if (returned.has(areaKey)) add.run(key, areaKey);
  }
}
