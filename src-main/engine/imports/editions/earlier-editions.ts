import type { ImportPreview } from '#shared/domain/imports.ts';
import type { ImportKind } from '#shared/domain/recipes.ts';
import { nameSimilarity } from '../../areas/area-names.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { editionStem } from '../file-stem.ts';
import type { CheckedImport } from '../kind-import.ts';
import { columnForm } from '../recipes/fitting-recipes.ts';

const alikeColumns = 0.8;
const alikeNames = 0.7;
const mostListed = 5;

interface FileShape {
  readonly fileName: string;
  readonly sha256: string;
  readonly columns: readonly string[];
}

/**
 * Datasets that a file looks like a newer edition of: the same columns, nearly the same name, and a period in common where both tell one. Next
 * year's file, whose days begin where the other's end, is none.
 */
export function earlierEditions(
  project: OpenProject,
  kind: ImportKind,
  { fileName, sha256, columns }: FileShape,
  period: Pick<CheckedImport, 'firstDay' | 'lastDay' | 'firstYear' | 'lastYear'>,
): ImportPreview['earlierEditions'] {
  const datasets = project.all(sql.selectFrom('dataset').selectAll().where('kind', '=', kind).where('sha256', '!=', sha256).orderBy('key', 'desc'));
  const own = new Set(columns.map(columnForm));
  return datasets
    .filter((dataset) => isAlike(own, new Set((JSON.parse(dataset.columns) as string[]).map(columnForm))))
    .filter((dataset) => nameSimilarity(editionStem(dataset.file_name), editionStem(fileName)) >= alikeNames)
    .filter((dataset) =>
      period.firstDay !== null && dataset.first_day !== null
        ? overlaps(period.firstDay, period.lastDay, dataset.first_day, dataset.last_day)
        : overlaps(period.firstYear, period.lastYear, dataset.first_year, dataset.last_year),
    )
    .slice(0, mostListed)
    .map((dataset) => ({ datasetId: dataset.id, fileName: dataset.file_name, importedAt: dataset.imported_at }));
}

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const common = [...one].filter((column) => other.has(column)).length;
  return common > 0 && common >= alikeColumns * Math.max(one.size, other.size);
}

/** Where one of them tells no period nothing speaks against it. */
function overlaps<Value extends string | number>(from: Value | null, to: Value | null, otherFrom: Value | null, otherTo: Value | null): boolean {
  if (from === null || to === null || otherFrom === null || otherTo === null) return true;
  return from <= otherTo && otherFrom <= to;
}
