import type { AreaBook } from '../../areas/area-book.ts';
import { pointInside } from '../../areas/geodesy.ts';
import type { PolygonIndex } from '../../areas/polygon-index.ts';
import type { ImportWork } from '../kind-import.ts';
import type { AreaRow } from './area-rows.ts';

/** A layer holds an area only where its own area is clearly the larger one. */
export const clearlyLarger = 1.2;

export interface ParentSearch {
  readonly work: ImportWork;
  readonly book: AreaBook;
  readonly polygons: ReadonlyMap<number, PolygonIndex>;
  readonly surfaces: ReadonlyMap<number, number>;
  /** The layer that the areas go to; null where it is new. */
  readonly layerKey: number | null;
}

/** The key of the larger area that each area belongs to: by the name in its row, else by a point inside it. */
export async function findParents(areas: readonly AreaRow[], search: ParentSearch): Promise<(number | null)[]> {
  const { work, book, layerKey } = search;
  const others = book.layers.filter(({ key }) => key !== layerKey);
  const namedLayer = layerOfParents(
    areas,
    book,
    others.map(({ key }) => key),
  );
  const parents: (number | null)[] = [];
  for (const area of areas) {
    await work.turns.pass();
    const named = namedLayer === null || area.parent === '' ? null : book.match(namedLayer, area.parent);
    if (named && named.kind !== 'found') work.problems.add('unknown-parent', { row: area.row, column: work.fields.columnOf('parent'), value: area.parent });
    parents.push(
      named?.kind === 'found'
        ? named.area.key
        : holderOf(
            area,
            search,
            others.map(({ key }) => key),
          ),
    );
  }
  return parents;
}

function layerOfParents(areas: readonly AreaRow[], book: AreaBook, layerKeys: readonly number[]): number | null {
  const names = [...new Set(areas.map(({ parent }) => parent).filter((parent) => parent !== ''))];
  let best: { key: number; count: number } | null = null;
  for (const key of layerKeys) {
    const count = names.filter((name) => book.match(key, name, { withSimilar: false }).kind === 'found').length;
    if (count > (best?.count ?? 0)) best = { key, count };
  }
  return best?.key ?? null;
}

/** The smallest clearly larger area of another layer that holds a point of this one. */
function holderOf({ boundary, areaKm2 }: AreaRow, { polygons, surfaces }: ParentSearch, layerKeys: readonly number[]): number | null {
  const point = boundary ? pointInside(boundary) : null;
  if (!point || areaKm2 === null) return null;
  const holders = layerKeys
    .map((layerKey) => polygons.get(layerKey)?.keyAt(point[0], point[1]) ?? 0)
    .filter((key) => key !== 0 && (surfaces.get(key) ?? 0) > areaKm2 * clearlyLarger)
    .sort((a, b) => (surfaces.get(a) ?? 0) - (surfaces.get(b) ?? 0));
  return holders[0] ?? null;
}
