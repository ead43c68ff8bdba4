import type { Area, AreaLayer, PopulationRow } from '#shared/domain/areas.ts';
import { areaTypeSchema, layerKindSchema, populationRowSchema } from '#shared/domain/areas.ts';
import type { Boundary, BoundaryCollection } from '#shared/domain/geometry.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { AreaBook } from './area-book.ts';
import { PolygonIndex } from './polygon-index.ts';

/** The newest total of each area: both sexes, all ages; a year that is not stated counts as the oldest. */
const newestPopulations = sql
  .selectFrom('population as p')
  .select(['p.area_key', 'p.value', 'p.year', 'p.source'])
  .where('p.sex', '=', 'all')
  .where('p.age_band', '=', '')
  .where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('population as newer')
          .select('newer.key')
          .whereRef('newer.area_key', '=', 'p.area_key')
          .where('newer.sex', '=', 'all')
          .where('newer.age_band', '=', '')
          .where(({ eb, and, or }) => or([eb('newer.year', '>', eb.ref('p.year')), and([eb('p.year', 'is', null), eb('newer.year', 'is not', null)])])),
      ),
    ),
  );

const areaRows = sql
  .selectFrom('area as a')
  .innerJoin('area_layer as l', 'l.key', 'a.layer_key')
  .leftJoin('area as parent', 'parent.key', 'a.parent_key')
  .leftJoin(newestPopulations.as('population'), 'population.area_key', 'a.key')
  .select([
    'a.id',
    'l.id as layer_id',
    'parent.id as parent_id',
    'a.name',
    'a.code',
    'a.area_km2',
    'a.area_type',
    'population.value',
    'population.year',
    'population.source',
  ])
  // Asked for as a value, `is not null` reads every boundary to its end; `typeof` looks at the row's head.
  .select(({ eb, fn }) => eb(fn('typeof', ['a.boundary']), '<>', 'null').as('has_boundary'))
  .orderBy('l.position')
  .orderBy('l.key')
  .orderBy('a.key');

/** Areas of one layer, or of all layers in their order; each with its newest total population. */
export function listAreas(project: OpenProject, layerId?: string): Area[] {
  if (layerId !== undefined) requireLayer(project, layerId);
  return project.all(layerId === undefined ? areaRows : areaRows.where('l.id', '=', layerId)).map(readArea);
}

export function findArea(project: OpenProject, id: string): Area {
  return readArea(project.found(areaRows.where('a.id', '=', id)));
}

type AreaRow = ReturnType<typeof areaRows.execute> extends Promise<(infer Row)[]> ? Row : never;

function readArea(row: AreaRow): Area {
  return {
    id: row.id,
    layerId: row.layer_id,
    parentId: row.parent_id,
    name: row.name,
    code: row.code,
    areaKm2: row.area_km2,
    hasBoundary: Boolean(row.has_boundary),
    type: areaTypeSchema.nullable().catch(null).parse(row.area_type),
    population: row.value === null ? null : { value: row.value, year: row.year, source: row.source ?? '' },
  };
}

export function listLayers(project: OpenProject): AreaLayer[] {
  const rows = project.all(
    sql
      .selectFrom('area_layer as l')
      .leftJoin('area as a', 'a.layer_key', 'l.key')
      .leftJoin(newestPopulations.as('population'), 'population.area_key', 'a.key')
      .select(['l.id', 'l.name', 'l.position', 'l.kind', 'l.valid_from', 'l.valid_to', 'l.source', 'l.follows_id'])
      .select(({ fn }) => [
        fn.count<number>('a.key').as('areas'),
        fn.count<number>('a.key').filterWhere('a.boundary', 'is not', null).as('boundaries'),
        fn.sum<number | null>('population.value').as('population'),
      ])
      .groupBy('l.key')
      .orderBy('l.position')
      .orderBy('l.key'),
  );
  return rows.map(({ id, name, position, areas, boundaries, population, ...layer }) => ({
    id,
    name,
    position,
    kind: layerKindSchema.nullable().catch(null).parse(layer.kind),
    validFrom: layer.valid_from,
    validTo: layer.valid_to,
    source: layer.source,
    followsId: layer.follows_id,
    areaCount: areas,
    withBoundaryCount: boundaries,
    population,
  }));
}

/** The layer's key in this file; refused as `areas/unknown-layer`. */
export function requireLayer(project: OpenProject, layerId: string): number {
  const row = project.first(sql.selectFrom('area_layer').select('key').where('id', '=', layerId));
  return row?.key ?? refuse('areas/unknown-layer', { layer: layerId });
}

export function boundariesOf(project: OpenProject, layerId: string): BoundaryCollection {
  const rows = project.all(
    sql
      .selectFrom('area')
      .select(['key', 'id', 'name', 'boundary'])
      .where('layer_key', '=', requireLayer(project, layerId))
      .where('boundary', 'is not', null)
      .orderBy('key'),
  );
  return {
    type: 'FeatureCollection',
    features: rows.map(({ key, id, name, boundary }) => ({
      type: 'Feature',
      id: key,
      properties: { areaId: id, name },
      geometry: parseBoundary(boundary),
    })),
  };
}

export function listPopulations(project: OpenProject, layerId?: string): PopulationRow[] {
  const layerKey = layerId === undefined ? null : requireLayer(project, layerId);
  const rows = sql
    .selectFrom('population as p')
    .innerJoin('area as a', 'a.key', 'p.area_key')
    .select(['a.id', 'p.year', 'p.sex', 'p.age_band', 'p.value', 'p.source', 'p.is_estimate', 'p.method', 'p.choice_reason'])
    .orderBy('a.key')
    .orderBy('p.year')
    .orderBy('p.key');
  return project
    .all(layerKey === null ? rows : rows.where('a.layer_key', '=', layerKey))
    .map(({ id, year, sex, age_band, value, source, is_estimate, method, choice_reason }) =>
      populationRowSchema.parse({
        areaId: id,
        year,
        sex,
        ageBand: age_band,
        value,
        source,
        isEstimate: is_estimate === 1,
        method,
        choiceReason: choice_reason,
      }),
    );
}

/** Everything that names are matched with. */
export function readAreaBook(project: OpenProject, commonWords: ReadonlySet<string>): AreaBook {
  const layers = project.all(sql.selectFrom('area_layer').select(['key', 'id', 'name']).orderBy('position').orderBy('key'));
  const areas = project.all(sql.selectFrom('area').select(['key', 'id', 'layer_key', 'parent_key', 'name', 'code']).orderBy('key'));
  return new AreaBook(
    layers,
    areas.map(({ key, id, layer_key, parent_key, name, code }) => ({ key, id, layerKey: layer_key, parentKey: parent_key, name, code })),
    commonWords,
  );
}

/** One index per layer that has boundaries, by the layer's key. */
export function readPolygonIndexes(project: OpenProject): Map<number, PolygonIndex> {
  const rows = project.all(sql.selectFrom('area').select(['key', 'layer_key', 'boundary']).where('boundary', 'is not', null).orderBy('key'));
  const byLayer = new Map<number, { key: number; boundary: Boundary }[]>();
  for (const { key, layer_key, boundary } of rows) {
    const areas = byLayer.get(layer_key) ?? [];
    areas.push({ key, boundary: parseBoundary(boundary) });
    byLayer.set(layer_key, areas);
  }
  return new Map([...byLayer].map(([layerKey, areas]) => [layerKey, new PolygonIndex(areas)]));
}

export function parseBoundary(text: string | null): Boundary {
  return JSON.parse(text ?? '') as Boundary;
}
