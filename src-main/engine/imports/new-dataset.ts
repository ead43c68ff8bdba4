import { v7 as uuidv7 } from 'uuid';
import type { ImportKind } from '#shared/domain/recipes.ts';
import type { ForeignTable } from '../../imports/foreign-table.ts';
import { contentId } from '../project/content-id.ts';
import { formerKey } from '../project/history/former-key.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { ReplacedDataset } from './editions/replaced-dataset.ts';
import type { CheckedImport, NewDataset } from './kind-import.ts';
import type { ProblemList } from './problems.ts';

/** The same file read in the same way has the same id in every copy; taken in a second time on purpose, one of its own. */
export function newDatasetId(project: OpenProject, table: ForeignTable, kind: string, checked: CheckedImport): string {
  const id = contentId(`${table.sha256} ${kind} ${JSON.stringify(checked.recipe)}`);
  return project.first(sql.selectFrom('dataset').select('key').where('id', '=', id)) ? uuidv7() : id;
}

export interface DatasetToAdd {
  readonly id: string;
  readonly request: {
    readonly kind: ImportKind;
    readonly source: string;
    readonly licence: string;
    readonly publishedOn: string | null;
    readonly title?: string;
  };
  readonly table: ForeignTable;
  readonly checked: CheckedImport;
  readonly problems: ProblemList;
  /** What people said of the edition whose place it takes stays said. */
  readonly replaced: ReplacedDataset | null;
}

/** Writes the dataset's row; its content follows. */
export function addDataset(write: ChangeWriter, project: OpenProject, { id, request, table, checked, problems, replaced }: DatasetToAdd): NewDataset {
  const key = write.run(
    sql.insertInto('dataset').values({
      ...formerKey(write.connection, 'dataset', id),
      id,
      kind: request.kind,
      file_name: table.fileName,
      sha256: table.sha256,
      imported_at: project.nowText(),
      rows: checked.rowCount,
      imported: checked.usableRowCount,
      source: request.source || checked.recipe.constants.source || replaced?.source || '',
      licence: request.licence || replaced?.licence || '',
      published_on: request.publishedOn,
      first_year: checked.firstYear,
      last_year: checked.lastYear,
      first_day: checked.firstDay,
      last_day: checked.lastDay,
      problem_counts: JSON.stringify(problems.counts()),
      problems: JSON.stringify(problems.listed()),
      recipe: JSON.stringify(checked.recipe),
      columns: JSON.stringify(table.columns),
      title: request.title || (replaced?.title ?? ''),
      note: replaced?.note ?? '',
      replaced: replaced
        ? JSON.stringify({ fileName: replaced.fileName, sha256: replaced.sha256, importedAt: replaced.importedAt, rows: replaced.rows })
        : null,
    }),
  ).lastInsertRowid;
  return { key, id };
}
