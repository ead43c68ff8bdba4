import type { FigureTableInfo } from '#shared/domain/figures.ts';
import { type OpenProject, sql } from '../project/open-project.ts';

/** A heading with more different words than this is no choice for a person. */
const mostWords = 500;

/** Imported tables of statistics, newest first. */
export function listFigureTables(project: OpenProject): FigureTableInfo[] {
  const datasets = project.all(
    sql
      .selectFrom('dataset')
      .select(['key', 'id', 'file_name', 'title', 'source', 'published_on', 'recipe'])
      .where('kind', '=', 'figures')
      .orderBy('key', 'desc'),
  );
  return datasets.map((dataset) => {
    const words = (column: 'breakdown' | 'breakdown2' | 'breakdown3') =>
      project
        .all(
          sql
            .selectFrom('figure')
            .select(({ fn, ref }) => [ref(column).as('value'), fn.countAll<number>().as('count'), fn.min('row').as('first')])
            .where('dataset_key', '=', dataset.key)
            .groupBy(column)
            .orderBy('first')
            .limit(mostWords),
        )
        .map(({ value, count }) => ({ value, count }));
    const series = project.all(
      sql
        .selectFrom('figure')
        .select(({ fn }) => ['series', fn.max('unit').as('unit'), fn.countAll<number>().as('count'), fn.min('key').as('first')])
        .where('dataset_key', '=', dataset.key)
        .groupBy('series')
        .orderBy('first')
        .limit(mostWords),
    );
    const totals = project.found(
      sql
        .selectFrom('figure')
        .select(({ fn }) => [fn.countAll<number>().as('figures'), fn.count<number>('value').as('stated'), fn.count<number>('month').as('months')])
        .where('dataset_key', '=', dataset.key),
    );
    const years = project.all(
      sql.selectFrom('figure').select('year').distinct().where('dataset_key', '=', dataset.key).where('year', 'is not', null).orderBy('year'),
    );
    return {
      datasetId: dataset.id,
      name: dataset.title || dataset.file_name,
      source: dataset.source,
      publishedOn: dataset.published_on,
      figures: totals.figures,
      missing: totals.figures - totals.stated,
      series: series.map(({ series: value, unit, count }) => ({ value, unit: unit ?? '', count })),
      breakdown: words('breakdown'),
      breakdown2: words('breakdown2'),
      breakdown3: words('breakdown3'),
      years: years.flatMap(({ year }) => year ?? []),
      hasMonths: totals.months > 0,
      layers: layersOfContent(project, 'figure', dataset.key),
      columns: (JSON.parse(dataset.recipe) as { columns?: Record<string, string> }).columns ?? {},
    };
  });
}

/** Layers that the places of a dataset's content name, with how many areas of each. */
export function layersOfContent(project: OpenProject, table: 'figure' | 'respondent', datasetKey: number): { id: string; name: string; areas: number }[] {
  return project.all(
    sql
      .selectFrom('place_area as p')
      .innerJoin('area_layer as l', 'l.key', 'p.layer_key')
      .select(({ fn }) => ['l.id', 'l.name', fn.count<number>('p.area_key').distinct().as('areas')])
      .where('p.place_key', 'in', sql.selectFrom(table).select('place_key').distinct().where('dataset_key', '=', datasetKey))
      .groupBy('l.key')
      .orderBy('l.position')
      .orderBy('l.key'),
  );
}
