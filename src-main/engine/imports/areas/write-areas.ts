import type { Boundary } from '#shared/domain/geometry.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { addLayer } from '../../areas/area-layers.ts';
import { pointInside } from '../../areas/geodesy.ts';
import { placeByPoint } from '../../areas/place-by-point.ts';
import { returnAreas } from '../../areas/places.ts';
import { PolygonIndex } from '../../areas/polygon-index.ts';
import { contentId } from '../../project/content-id.ts';
import { formerKey } from '../../project/history/former-key.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';
import type { NewDataset } from '../kind-import.ts';
import { writePopulation } from '../population/write-population.ts';
import { clearlyLarger } from './area-parents.ts';
import type { AreaRow } from './area-rows.ts';

export interface ReadyArea extends AreaRow {
  /** The area of the project that this row brings up to date; null = a new one. */
  readonly key: number | null;
  readonly parentKey: number | null;
}

export interface AreasToWrite {
  readonly project: OpenProject;
  readonly areas: readonly ReadyArea[];
  readonly layerKey: number | null;
  readonly layerName: string;
  /** Year of the populations in the file. */
  readonly year: number | null;
  readonly source: string;
  /** The edition whose place the file takes: its areas that the file names go over to the new dataset. */
  readonly replacedKey: number | null;
}

/**
 * Writes the areas of a file. What a row leaves empty stays as it was; areas that the file does not name stay. Smaller areas of other
 * layers find their place in the new ones, and so do incidents that have a point.
 */
export function writeAreas(write: ChangeWriter, dataset: NewDataset, { project, areas, layerKey, layerName, year, source, replacedKey }: AreasToWrite): void {
  const layer = layerKey ?? addLayer(write, project, layerName, contentId(`${dataset.id} layer`));
  const inserted: number[] = [];
  for (const [place, area] of areas.entries()) {
    const key = area.key === null ? insertArea(write, layer, dataset, place, area) : updateArea(write, area.key, area);
    if (area.key !== null && replacedKey !== null)
      write.run(sql.updateTable('area').set({ dataset_key: dataset.key }).where('key', '=', area.key).where('dataset_key', '=', replacedKey));
    if (area.key === null) inserted.push(key);
    if (area.population !== null)
      writePopulation(write, project, { areaKey: key, year, sex: 'all', ageBand: '', value: area.population, source, datasetKey: dataset.key });
  }
  // Areas that were here before, and were removed, take up the incidents that were placed in them again.
  returnAreas(write.connection, inserted);
  const drawn = project.all(sql.selectFrom('area').select(['key', 'boundary', 'area_km2']).where('layer_key', '=', layer).where('boundary', 'is not', null));
  const index = new PolygonIndex(drawn.map(({ key, boundary }) => ({ key, boundary: JSON.parse(boundary ?? '') as Boundary })));
  if (index.isEmpty) return;
  adoptSmallerAreas(write, project, layer, index, new Map(drawn.map(({ key, area_km2 }) => [key, area_km2 ?? 0])));
  // A newer edition places incidents once the areas that it does not hold are gone.
  if (replacedKey === null) placeByPoint(write.connection, layer, index);
}

/**
 * After a newer edition has taken the place of a dataset: incidents that lie in no area of its layer any more go to the areas that came with it. Areas
 * that were there before take up none, because an undo can take new areas out of a place but not known ones.
 */
export function placeInNewAreas({ connection }: ChangeWriter, dataset: NewDataset): void {
  const ownIds = contentId(dataset.id).slice(0, -12);
  const areas = connection
    .prepare<[number, string], { key: number; layerKey: number; boundary: string }>(
      'SELECT key, layer_key AS layerKey, boundary FROM area WHERE dataset_key = ? AND boundary IS NOT NULL AND substr(id, 1, 24) = ?',
    )
    .all(dataset.key, ownIds);
  for (const [layerKey, own] of groupBy(areas, (area) => area.layerKey)) {
    placeByPoint(connection, layerKey, new PolygonIndex(own.map(({ key, boundary }) => ({ key, boundary: JSON.parse(boundary) as Boundary }))));
  }
}

function insertArea(write: ChangeWriter, layerKey: number, dataset: NewDataset, place: number, area: ReadyArea): number {
  const id = contentId(dataset.id, place);
  return write.run(
    sql.insertInto('area').values({
      ...formerKey(write.connection, 'area', id),
      id,
      layer_key: layerKey,
      parent_key: area.parentKey,
      name: area.name,
      code: area.code,
      area_km2: area.areaKm2,
      boundary: area.boundary ? JSON.stringify(area.boundary) : null,
      dataset_key: dataset.key,
    }),
  ).lastInsertRowid;
}

function updateArea(write: ChangeWriter, key: number, area: ReadyArea): number {
  write.run(
    sql
      .updateTable('area')
      .set({
        name: area.name,
        ...(area.code === '' ? {} : { code: area.code }),
        ...(area.parentKey === null ? {} : { parent_key: area.parentKey }),
        ...(area.areaKm2 === null ? {} : { area_km2: area.areaKm2 }),
        ...(area.boundary ? { boundary: JSON.stringify(area.boundary) } : {}),
      })
      .where('key', '=', key),
  );
  return key;
}

/** Areas of other layers that belong to nothing yet and lie in one of the layer's areas. */
function adoptSmallerAreas(write: ChangeWriter, project: OpenProject, layerKey: number, index: PolygonIndex, surfaces: ReadonlyMap<number, number>): void {
  const orphans = project.all(
    sql
      .selectFrom('area')
      .select(['key', 'boundary', 'area_km2'])
      .where('layer_key', '!=', layerKey)
      .where('parent_key', 'is', null)
      .where('boundary', 'is not', null),
  );
  for (const { key, boundary, area_km2 } of orphans) {
    const point = pointInside(JSON.parse(boundary ?? '') as Boundary);
    const holder = point ? index.keyAt(point[0], point[1]) : 0;
    if (holder === 0 || (surfaces.get(holder) ?? 0) <= (area_km2 ?? 0) * clearlyLarger) continue;
    write.run(sql.updateTable('area').set({ parent_key: holder }).where('key', '=', key));
  }
}
