import type { Selectable } from 'kysely';
import { type Dataset, datasetSchema } from '#shared/domain/datasets.ts';
import { given } from '#shared/domain/given.ts';
import type { Subject } from '#shared/domain/project.ts';
import { removeAreas } from '../areas/places.ts';
import { packContentInTurns } from '../project/history/dataset-content.ts';
import type { InTurns } from '../project/in-turns.ts';
import { longDeed } from '../project/long-deed.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { DatasetTable } from '../project/schema.ts';

/** All imported tables, newest first. */
export function listDatasets(project: OpenProject): Dataset[] {
  return project.all(sql.selectFrom('dataset').selectAll().orderBy('key', 'desc')).map(readDataset);
}

export function findDataset(project: OpenProject, id: string): Dataset {
  return readDataset(project.found(sql.selectFrom('dataset').selectAll().where('id', '=', id)));
}

function readDataset(row: Selectable<DatasetTable>): Dataset {
  return datasetSchema.parse({
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    sha256: row.sha256,
    importedAt: row.imported_at,
    rows: row.rows,
    imported: row.imported,
    source: row.source,
    licence: row.licence,
    publishedOn: row.published_on,
    firstYear: row.first_year,
    lastYear: row.last_year,
    problemCounts: JSON.parse(row.problem_counts),
    recipe: JSON.parse(row.recipe),
    title: row.title,
    note: row.note,
    firstDay: row.first_day,
    lastDay: row.last_day,
    replaced: row.replaced === null ? null : JSON.parse(row.replaced),
  });
}

/** When this very file was imported as this kind before; null = never. */
export function importedBefore(project: OpenProject, sha256: string, kind: string): string | null {
  const row = project.first(
    sql.selectFrom('dataset').select('imported_at').where('sha256', '=', sha256).where('kind', '=', kind).orderBy('key', 'desc').limit(1),
  );
  return row?.imported_at ?? null;
}

const touched: Readonly<Record<Dataset['kind'], readonly Subject[]>> = {
  areas: ['areas', 'incidents', 'indicators', 'risks', 'findings', 'policy'],
  population: ['areas', 'incidents', 'indicators'],
  incidents: ['incidents', 'indicators'],
  figures: ['indicators'],
  survey: ['indicators'],
  stakeholders: ['stakeholders', 'policy'],
  indicators: ['indicators'],
  ties: ['stakeholders'],
};

/** What a change of a dataset of this kind touches besides datasets. */
export function touchedBy(kind: Dataset['kind']): readonly Subject[] {
  return touched[kind];
}

type DatasetPatch = Partial<Pick<Dataset, 'source' | 'licence' | 'publishedOn' | 'title' | 'note'>>;

/** Changes what people say of a dataset; what is not given stays. */
export function updateDataset(project: OpenProject, id: string, patch: DatasetPatch): Dataset {
  const before = findDataset(project, id);
  const { source, licence, publishedOn, title, note } = { ...before, ...given(patch) };
  project.change({ name: 'imports.updateDataset', params: { file: before.fileName }, subjects: ['datasets', 'indicators'] }, (write) => {
    write.run(sql.updateTable('dataset').set({ source, licence, published_on: publishedOn, title, note }).where('id', '=', id));
  });
  return findDataset(project, id);
}

/** Removes a dataset and every row that came with it; areas and offences that something else needs stay. */
export function removeDataset(project: OpenProject, id: string, signal?: AbortSignal): Promise<void> {
  const { key, kind, file_name: file } = project.found(sql.selectFrom('dataset').select(['key', 'kind', 'file_name']).where('id', '=', id));
  const subjects = touched[kind as Dataset['kind']];
  const body = function* (write: ChangeWriter): InTurns<void> {
    const areas = project.all(sql.selectFrom('area').select('key').where('dataset_key', '=', key));
    if (areas.length > 0) {
      removeAreas(
        write.connection,
        areas.map((area) => area.key),
      );
      write.connection.exec('DELETE FROM area_layer WHERE key NOT IN (SELECT layer_key FROM area)');
    }
    yield* packContentInTurns(write.connection, id);
    write.run(sql.deleteFrom('dataset').where('key', '=', key));
    if (kind !== 'incidents') return;
    write.connection.exec('DELETE FROM offence WHERE is_confirmed = 0 AND key NOT IN (SELECT DISTINCT offence_key FROM incident)');
  };
  return longDeed(project, { name: 'imports.removeDataset', params: { file }, subjects: ['datasets', ...subjects] }, body, signal);
}
