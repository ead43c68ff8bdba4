import type { z } from 'zod';
import { figureFacts } from '#shared/domain/figure-facts.ts';
import type { FigureAnswer, figureQuerySchema } from '#shared/domain/figures.ts';
import { type OpenProject, sql } from '../project/open-project.ts';

/** Figures of a table by its filters, in the order of the file; each with its area of the layer asked for, or of the finest one. */
export function queryFigures(project: OpenProject, query: z.output<typeof figureQuerySchema>): FigureAnswer {
  const dataset = project.found(
    sql.selectFrom('dataset').select(['key', 'file_name', 'title', 'source', 'published_on']).where('id', '=', query.datasetId).where('kind', '=', 'figures'),
  );
  let figures = sql.selectFrom('figure as f').where('f.dataset_key', '=', dataset.key);
  for (const column of ['series', 'breakdown', 'breakdown2', 'breakdown3'] as const) {
    const wanted = query[column];
    if (wanted !== undefined) figures = figures.where(`f.${column}`, '=', wanted);
  }
  if (query.year !== undefined) figures = query.year === null ? figures.where('f.year', 'is', null) : figures.where('f.year', '=', query.year);
  if (query.areaId === null) figures = figures.where('f.place_key', 'not in', sql.selectFrom('place_area').select('place_key'));
  else if (query.areaId !== undefined) figures = figures.where('f.place_key', 'in', placesOfArea(query.areaId));
  const areas = areasOfPlaces(project, query.layerId);
  const rows = project.all(figures.selectAll('f').orderBy('f.key').limit(query.limit));
  const counts = project.found(figures.select(({ fn }) => [fn.countAll<number>().as('total'), fn.count<number>('f.value').as('stated')]));
  return {
    rows: rows.map((row) => {
      const area = areas.get(row.place_key);
      const { series, breakdown, breakdown2, breakdown3, year, month, value, low, high, unit } = row;
      return {
        ...{ row: row.row, areaId: area?.id ?? null, areaName: area?.name ?? null },
        ...{ series, breakdown, breakdown2, breakdown3, year, month, value, low, high, unit },
      };
    }),
    total: counts.total,
    facts: figureFacts({
      method: 'imported',
      version: '1',
      n: counts.stated,
      missing: counts.total - counts.stated,
      sources: [{ name: dataset.source || dataset.title || dataset.file_name, publishedOn: dataset.published_on, grade: null }],
    }),
  };
}

function placesOfArea(areaId: string) {
  return sql.selectFrom('place_area as p').innerJoin('area as a', 'a.key', 'p.area_key').select('p.place_key').where('a.id', '=', areaId);
}

/** Place → its area of a layer; of the last layer it has one of where none is asked for. */
function areasOfPlaces(project: OpenProject, layerId: string | undefined): Map<number, { id: string; name: string }> {
  let areas = sql
    .selectFrom('place_area as p')
    .innerJoin('area as a', 'a.key', 'p.area_key')
    .innerJoin('area_layer as l', 'l.key', 'p.layer_key')
    .select(['p.place_key', 'a.id', 'a.name'])
    .orderBy('l.position')
    .orderBy('l.key');
  if (layerId !== undefined) areas = areas.where('l.id', '=', layerId);
  return new Map(project.all(areas).map(({ place_key, id, name }) => [place_key, { id, name }]));
}
