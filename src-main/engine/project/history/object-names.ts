import { type OpenProject, sql } from '../open-project.ts';
import { decodeRow, type RowValues } from './row-values.ts';

/** Columns that people know an object by, best first. */
const nameColumns = ['name', 'title', 'sentence', 'text', 'file_name', 'indicator_code'];
const longestName = 80;

/** What people call an object, from the present row or else from the newest row the history knows; empty = it has no name of its own. */
export function nameOf(project: OpenProject, type: string, id: string): string {
  const table = project.loggedTables.find(({ name }) => name === type);
  const columns = nameColumns.filter((column) => table?.columns.includes(column));
  if (!table || columns.length === 0) return '';
  if (table.identity.length === 1) {
    const present = project.reader.prepare<[string], RowValues>(`SELECT ${columns.join(', ')} FROM "${type}" WHERE "${table.identity[0]}" = ?`).get(id);
    if (present) return nameIn(present);
  }
  const edits = project.all(
    sql
      .selectFrom('edit as e')
      .innerJoin('object as o', 'o.key', 'e.object_key')
      .select(['e.before', 'e.after'])
      .where('o.type', '=', type)
      .where('o.id', '=', id)
      .orderBy('e.change_revision', 'desc'),
  );
  for (const { before, after } of edits) {
    const name = nameIn({ ...decodeRow(before), ...decodeRow(after) });
    if (name !== '') return name;
  }
  return '';
}

/** The name that a row carries, shortened. */
export function nameIn(row: RowValues): string {
  const column = nameColumns.find((candidate) => typeof row[candidate] === 'string' && row[candidate] !== '');
  const name = column ? String(row[column]) : '';
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}
