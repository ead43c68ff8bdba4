import type { Selectable } from 'kysely';
import { insertAlternative } from '../../areas/population-cells.ts';
import { contentId } from '../../project/content-id.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';
import type { PopulationTable } from '../../project/schema.ts';

export interface PopulationFigure {
  readonly areaKey: number;
  readonly year: number | null;
  readonly sex: 'all' | 'female' | 'male';
  readonly ageBand: string;
  readonly value: number;
  readonly source: string;
  readonly datasetKey: number | null;
}

type PopulationRow = Selectable<PopulationTable>;

/**
 * Writes one figure of a file. What the same source said before goes; what another source says of the same area, year, sex and age is kept
 * beside it. The new figure counts, unless a person gave a reason for the one that is there.
 */
export function writePopulation(write: ChangeWriter, project: OpenProject, figure: PopulationFigure): void {
  const { areaKey, year, sex, ageBand, value, source, datasetKey } = figure;
  const before = project.first(
    sql
      .selectFrom('population')
      .selectAll()
      .where('area_key', '=', areaKey)
      .where('sex', '=', sex)
      .where('age_band', '=', ageBand)
      .where('year', year === null ? 'is' : '=', year),
  );
  const isOther = before !== undefined && before.source !== source && before.value !== value && before.dataset_key !== datasetKey && before.is_estimate === 0;
  if (isOther && before.choice_reason !== '') {
    setAside(write, project, { ...before, value, source, dataset_key: datasetKey, method: '', is_estimate: 0 });
    return;
  }
  if (isOther) setAside(write, project, before);
  if (before) write.run(sql.deleteFrom('population').where('key', '=', before.key));
  write.run(sql.insertInto('population').values({ area_key: areaKey, year, sex, age_band: ageBand, value, source, dataset_key: datasetKey }));
}

/** The same figure out of the same file has the same id in every copy of the project. */
function setAside(write: ChangeWriter, project: OpenProject, row: Omit<PopulationRow, 'key' | 'choice_reason'>): void {
  const { id: areaId } = project.found(sql.selectFrom('area').select('id').where('key', '=', row.area_key));
  const dataset = row.dataset_key === null ? undefined : project.first(sql.selectFrom('dataset').select('id').where('key', '=', row.dataset_key));
  const cell = { areaId, year: row.year, sex: row.sex as 'all', ageBand: row.age_band };
  const id = contentId(JSON.stringify([cell, row.value, row.source]));
  if (project.first(sql.selectFrom('population_alternative').select('id').where('id', '=', id))) return;
  const { value, source, method } = row;
  insertAlternative(write, { ...cell, id, value, source, isEstimate: row.is_estimate === 1, method, note: '' }, dataset?.id ?? null);
}
