import { baseLayer, readLayers } from '../incidents/base-layer.ts';
import { PopulationBook } from '../incidents/population-book.ts';
import { areaRows } from './incident-quality.ts';
import { monthRows } from './months.ts';
import type { QualityWork, RowQuality } from './quality-work.ts';

/** Where the rows of a kind stand, what tells that a field is filled, and which problems speak of impossible values in it. */
interface KindFields {
  readonly table: string;
  readonly where: string;
  readonly fields: readonly (readonly [field: string, isFilled: string, ...codes: string[]])[];
}

const byKey = 'dataset_key = @key';
const kinds: Readonly<Record<string, KindFields>> = {
  areas: {
    table: 'area',
    where: byKey,
    fields: [
      ['name', "name <> ''", 'missing-name'],
      ['code', "code <> ''"],
      ['parent', 'parent_key IS NOT NULL', 'unknown-parent'],
      ['areaKm2', 'area_km2 IS NOT NULL', 'bad-area-size'],
      ['wkt', 'boundary IS NOT NULL', 'bad-boundary', 'point-instead-of-boundary'],
    ],
  },
  population: {
    table: 'population',
    where: byKey,
    fields: [
      ['area', '1', 'population-without-area', 'population-unclear-area'],
      ['year', 'year IS NOT NULL', 'bad-year'],
      ['population', '1', 'population-not-a-number'],
    ],
  },
  figures: {
    table: 'figure',
    where: byKey,
    fields: [
      ['area', "place_key IN (SELECT key FROM place WHERE signature <> '')"],
      ['year', 'year IS NOT NULL', 'bad-year'],
      ['value', 'value IS NOT NULL', 'bad-value'],
      ['unit', "unit <> ''"],
    ],
  },
  survey: {
    table: 'respondent',
    where: byKey,
    fields: [
      ['area', "place_key IN (SELECT key FROM place WHERE signature <> '')"],
      ['weight', 'weight IS NOT NULL'],
      ['stratum', "stratum <> ''"],
      ['cluster', "cluster <> ''"],
      ['year', 'year IS NOT NULL'],
    ],
  },
  stakeholders: {
    table: 'stakeholder',
    where: byKey,
    fields: [
      ['name', "name <> ''", 'missing-name'],
      ['sector', "sector <> 'other'", 'unknown-sector'],
      ['mandate', "mandate <> ''"],
      ['represents', "represents <> '[]'"],
      ['power', 'id IN (SELECT stakeholder_id FROM stakeholder_rating WHERE power IS NOT NULL)', 'bad-score'],
      ['interest', 'id IN (SELECT stakeholder_id FROM stakeholder_rating WHERE interest IS NOT NULL)'],
    ],
  },
  ties: {
    table: 'influence_tie',
    where: byKey,
    fields: [
      ['kind', "kind <> ''", 'unknown-tie-kind'],
      ['informant', "informant <> ''"],
      ['note', "note <> ''"],
    ],
  },
  indicators: {
    table: 'observation',
    where: byKey,
    fields: [
      ['area', 'area_id IS NOT NULL', 'observation-without-area'],
      ['year', 'year IS NOT NULL', 'bad-year'],
      ['value', 'value IS NOT NULL', 'bad-value'],
      ['source', "source <> ''"],
      ['quality', 'quality IS NOT NULL', 'bad-quality'],
      ['publishedOn', 'published_on IS NOT NULL', 'bad-publication-day'],
      ['periodStart', 'period_start IS NOT NULL', 'bad-period-day'],
      ['sampleSize', 'sample_size IS NOT NULL'],
      ['holder', "holder <> ''"],
    ],
  },
};

/** Tables of other kinds: how full their fields are, and rows by month and area where they tell them. */
export function otherQuality({ project, dataset, problems }: QualityWork): RowQuality {
  const kind = kinds[dataset.kind];
  if (!kind) return { rowCount: 0, fields: [], months: [], areas: [], heaping: null, pointPiles: null };
  const { reader } = project;
  const count = (condition: string) =>
    Number(reader.prepare(`SELECT count(*) FROM "${kind.table}" WHERE ${kind.where} AND ${condition}`).pluck().get({ key: dataset.key }));
  const rowCount = count('1');
  const fields = kind.fields.map(([field, isFilled, ...codes]) => {
    const filled = count(isFilled);
    return { field, filled, missing: rowCount - filled, impossible: problems(...codes) };
  });
  return { rowCount, fields, months: monthsOf(project, dataset), areas: areasOf(project, dataset), heaping: null, pointPiles: null };
}

function monthsOf({ reader }: QualityWork['project'], { kind, key }: QualityWork['dataset']): RowQuality['months'] {
  if (kind !== 'figures') return [];
  const rows = reader
    .prepare<[number], [number, number]>(
      'SELECT year * 100 + month, count(*) FROM figure WHERE dataset_key = ? AND year IS NOT NULL AND month IS NOT NULL GROUP BY year, month',
    )
    .raw()
    .all(key);
  return monthRows(new Map(rows as [number, number][]));
}

const areaQueries: Readonly<Record<string, string>> = {
  figures:
    'SELECT p.area_key, count(*) FROM figure f LEFT JOIN place_area p ON p.place_key = f.place_key AND p.layer_key = @layer WHERE f.dataset_key = @key GROUP BY 1',
  survey:
    'SELECT p.area_key, count(*) FROM respondent r LEFT JOIN place_area p ON p.place_key = r.place_key AND p.layer_key = @layer WHERE r.dataset_key = @key GROUP BY 1',
  population: 'SELECT area_key, count(*) FROM population WHERE dataset_key = @key AND @layer IS NOT NULL GROUP BY 1',
};

function areasOf(project: QualityWork['project'], { kind, key }: QualityWork['dataset']): RowQuality['areas'] {
  const query = areaQueries[kind];
  const layer = baseLayer(readLayers(project), new PopulationBook(project));
  if (!query || !layer) return [];
  const rows = project.reader.prepare(query).raw().all({ key, layer: layer.key }) as [number | null, number][];
  return areaRows(layer, new Map(rows.map(([area, count]) => [area ?? 0, { rows: count, withDay: 0, withHour: 0, withPoint: 0 }])));
}
