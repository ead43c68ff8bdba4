import type { Comparison } from '#shared/domain/history.ts';
import { editKind } from '../history/change-log.ts';
import { decodeRow } from '../history/row-values.ts';
import { tellTexts } from '../history/text-changes.ts';
import { readObjectChange } from '../history/timeline.ts';
import { type OpenProject, sql } from '../open-project.ts';

const mostListed = 500;

export interface ChangesReport extends Comparison {
  /** Incidents of datasets that came in; they are content of the datasets, no objects of their own. */
  readonly incidents: number;
}

/** What changes did to the tables here: counts by type, and the first objects in words. */
export function reportOf(project: OpenProject, revisions: readonly number[]): ChangesReport {
  const edits = editsOf(revisions);
  const counts = new Map<string, { type: string; added: number; changed: number; removed: number }>();
  let total = 0;
  for (const row of project.all(edits.select(({ fn }) => ['o.type', 'e.kind', fn.countAll<number>().as('n')]).groupBy(['o.type', 'e.kind']))) {
    const count = counts.get(row.type) ?? { type: row.type, added: 0, changed: 0, removed: 0 };
    count[row.kind === editKind.insert ? 'added' : row.kind === editKind.delete ? 'removed' : 'changed'] += row.n;
    counts.set(row.type, count);
    total += row.n;
  }
  const objects = project
    .all(edits.select(['o.type', 'o.id', 'e.before', 'e.after']).orderBy('o.type').orderBy('o.id').limit(mostListed))
    .map((row) => readObjectChange(project, row.type, row.id, decodeRow(row.before), decodeRow(row.after)));
  const told = tellTexts(project, revisions, { counts: [...counts.values()], objects, total });
  return { ...told, incidents: incidentsIn(project, revisions) };
}

const editsOf = (revisions: readonly number[]) =>
  sql
    .selectFrom('edit as e')
    .innerJoin('object as o', 'o.key', 'e.object_key')
    .where('e.change_revision', 'in', [...revisions])
    .where('e.kind', '<', editKind.keep);

function incidentsIn(project: OpenProject, revisions: readonly number[]): number {
  const added = project.all(editsOf(revisions).select('o.id').where('o.type', '=', 'dataset').where('e.kind', '=', editKind.insert));
  if (added.length === 0) return 0;
  const ids = added.map(({ id }) => id);
  return project.found(
    sql
      .selectFrom('incident as i')
      .innerJoin('dataset as d', 'd.key', 'i.dataset_key')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('d.id', 'in', ids),
  ).n;
}
