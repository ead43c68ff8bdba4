import type { Comparison } from '#shared/domain/history.ts';
import { editKind } from '../history/change-log.ts';
import { decodeRow } from '../history/row-values.ts';
import { readObjectChange } from '../history/timeline.ts';
import { type OpenProject, sql } from '../open-project.ts';

const mostListed = 500;

/** What changes did to the tables here: counts by type, and the first objects in words. */
export function reportOf(project: OpenProject, revisions: readonly number[]): Comparison {
  const edits = sql
    .selectFrom('edit as e')
    .innerJoin('object as o', 'o.key', 'e.object_key')
    .where('e.change_revision', 'in', [...revisions])
    .where('e.kind', '<', editKind.keep);
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
  return { counts: [...counts.values()], objects, total };
}
