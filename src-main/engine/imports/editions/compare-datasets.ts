import type { DatasetComparison } from '#shared/domain/datasets.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';
import { findDataset } from '../datasets.ts';
import { countCommon } from '../fingerprints.ts';
import { type DatasetSnapshot, takeSnapshot } from './dataset-snapshot.ts';

const mostCategories = 200;

/** What changed from one dataset to another of the same kind. Refused as `import/bad-recipe` where their kinds differ. */
export function compareDatasets(project: OpenProject, before: string, after: string): DatasetComparison {
  const [one, other] = [findDataset(project, before), findDataset(project, after)];
  if (one.kind !== other.kind) refuse('import/bad-recipe', { field: 'kind', value: other.kind });
  const read = (id: string) => takeSnapshot(project.reader, one.kind, datasetKey(project, id));
  return compareSnapshots(read(before), read(after));
}

export function datasetKey(project: OpenProject, id: string): number {
  return project.found(sql.selectFrom('dataset').select('key').where('id', '=', id)).key;
}

export function compareSnapshots(before: DatasetSnapshot, after: DatasetSnapshot): DatasetComparison {
  const same = countCommon(before.rows, after.rows);
  return {
    rows: { before: before.rows.length, after: after.rows.length, same, onlyBefore: before.rows.length - same, onlyAfter: after.rows.length - same },
    byYear: pairs(before.byYear, after.byYear)
      .map(({ key: year, ...sums }) => ({ year, ...sums }))
      .sort((a, b) => (a.year ?? 0) - (b.year ?? 0)),
    byCategory: pairs(before.byCategory, after.byCategory)
      .map(({ key: category, ...sums }) => ({ category, ...sums }))
      .sort((a, b) => difference(b) - difference(a) || (a.category < b.category ? -1 : 1))
      .slice(0, mostCategories),
  };
}

interface Sums {
  readonly before: number | null;
  readonly after: number | null;
}

function difference({ before, after }: Sums): number {
  return Math.abs((before ?? 0) - (after ?? 0));
}

function pairs<Key>(before: ReadonlyMap<Key, number>, after: ReadonlyMap<Key, number>): (Sums & { key: Key })[] {
  return [...new Set([...before.keys(), ...after.keys()])].map((key) => ({ key, before: before.get(key) ?? null, after: after.get(key) ?? null }));
}
