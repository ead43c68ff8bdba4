import { type OpenProject, sql } from '../open-project.ts';
import type { Reference } from './logged-tables.ts';
import { decodeRow, type RowValues, type SqlValue } from './row-values.ts';
import { StateWriter, splitIdentity } from './write-states.ts';

/** Columns that people know an object by, best first. */
const nameColumns = ['name', 'title', 'sentence', 'text', 'file_name', 'indicator_code', 'policy_title', 'code', 'slot', 'wording', 'question'];
const longestName = 80;

/** Links that say where a row came from or belongs, not what it is. */
const sideLinks: ReadonlySet<string> = new Set(['dataset_key', 'layer_key', 'parent_key']);

/** Columns that hold an id of another row without a foreign key. */
const looseLinks: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  evidence: { ref_id: ['observation', 'risk', 'dataset'], dataset_id: ['dataset'] },
  finding_validation: { workshop_id: ['workshop'], session_id: ['session'], group_id: ['voting_group'], ballot_id: ['ballot'] },
  problem_tree: { group_id: ['voting_group'], session_id: ['session'] },
  observation: { area_id: ['area'] },
  policy_version: { draft_id: ['draft'] },
  text_comment: { reply_to: ['text_comment'] },
  ballot: { follows_id: ['ballot'] },
  ballot_option: { ref_id: ['priority', 'finding', 'stakeholder', 'area'] },
  voter: { workshop_id: ['workshop'], group_id: ['voting_group'] },
  ballot_answer: { ballot_id: ['ballot'], group_id: ['voting_group'] },
  ballot_hands: { ballot_id: ['ballot'], group_id: ['voting_group'] },
  stakeholder_rating: { group_id: ['voting_group'], session_id: ['session'], ballot_id: ['ballot'] },
};

/** What people call an object, from the present row or else from the newest row the history knows; empty = it has no name of its own. */
export function nameOf(project: OpenProject, type: string, id: string): string {
  const row = rowOf(project, type, id);
  return row ? nameOfRow(project, type, row) : '';
}

/** The name of a row: its own, or the names of what it links (a rating is known by its stakeholder). */
export function nameOfRow(project: OpenProject, type: string, row: RowValues): string {
  return nameIn(row) || linkedName(project, type, row);
}

/** The name that a row carries, shortened. */
function nameIn(row: RowValues): string {
  const column = nameColumns.find((candidate) => typeof row[candidate] === 'string' && row[candidate] !== '');
  const name = column ? String(row[column]) : '';
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}

/** The name of what a column points to; null where the column is no link. */
export function linkedNameOf(project: OpenProject, type: string, column: string, value: SqlValue): string | null {
  if (typeof value !== 'string' || value === '') return null;
  const tables = looseLinks[type]?.[column] ?? referencesOf(project, type).flatMap((link) => (link.column === column ? [link.table] : []));
  if (tables.length === 0) return null;
  for (const table of tables) {
    const name = nameOf(project, table, value);
    if (name !== '') return name;
  }
  return '';
}

function referencesOf(project: OpenProject, type: string): readonly Reference[] {
  return project.loggedTables.find(({ name }) => name === type)?.references ?? [];
}

function linkedName(project: OpenProject, type: string, row: RowValues): string {
  const parts = referencesOf(project, type)
    .filter(({ column }) => !sideLinks.has(column))
    .map(({ column, table }) => (typeof row[column] === 'string' ? nameOf(project, table, row[column]) : ''));
  if (type === 'population' && row.year) parts.push(String(row.year));
  return parts.filter(Boolean).join(' – ');
}

/** The present row, or what the history last knew of it. */
function rowOf(project: OpenProject, type: string, id: string): RowValues | null {
  const table = project.loggedTables.find(({ name }) => name === type);
  if (!table) return null;
  const present = new StateWriter(project.reader, project.loggedTables).read(type, id);
  if (present) return present;
  const edits = project.all(
    sql
      .selectFrom('edit as e')
      .innerJoin('object as o', 'o.key', 'e.object_key')
      .select(['e.before', 'e.after'])
      .where('o.type', '=', type)
      .where('o.id', '=', id)
      .orderBy('e.change_revision', 'desc')
      .limit(mostEditsRead),
  );
  if (edits.length === 0) return null;
  const known: Record<string, SqlValue> = Object.fromEntries(splitIdentity(table, id));
  // Oldest first, so that the newest value stands.
  for (const { before, after } of edits.toReversed()) Object.assign(known, decodeRow(before), decodeRow(after));
  return known;
}

/** A removal holds the whole row, so the newest few edits tell the name. */
const mostEditsRead = 5;
