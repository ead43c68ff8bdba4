import type { ChangeWriter, OpenProject } from '../project/open-project.ts';

/** Tables of the plan with an order that people choose. */
export type OrderedTable = 'principle' | 'pillar' | 'objective' | 'measure' | 'cost_line' | 'funding_line';

/** The place after all others. */
export function nextPosition(write: ChangeWriter, table: OrderedTable): number {
  return (write.connection.prepare<[], number>(`SELECT ifnull(max(position), 0) FROM "${table}"`).pluck().get() ?? 0) + 1;
}

/** Puts the named rows into this order, and the others after them as they stood. Rows that stay where they are stay untouched. */
export function setOrder(project: OpenProject, write: ChangeWriter, table: OrderedTable, ids: readonly string[]): void {
  const known = project.reader.prepare<[], { id: string; position: number }>(`SELECT id, position FROM "${table}" ORDER BY position, id`).all();
  const chosen = [...new Set(ids)].flatMap((id) => known.filter((row) => row.id === id));
  const rest = known.filter((row) => !ids.includes(row.id));
  const save = write.connection.prepare<[number, string]>(`UPDATE "${table}" SET position = ? WHERE id = ?`);
  for (const [index, { id, position }] of [...chosen, ...rest].entries()) if (position !== index + 1) save.run(index + 1, id);
}
