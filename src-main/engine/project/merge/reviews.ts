import type { ReviewItem, ReviewWrite } from '#shared/domain/merging.ts';
import { subjects } from '#shared/domain/project.ts';
import { refuse } from '../../refuse.ts';
import { editKind } from '../history/change-log.ts';
import { linkedNameOf, nameOfRow } from '../history/object-names.ts';
import type { SqlValue } from '../history/row-values.ts';
import { StateWriter, writeStates } from '../history/write-states.ts';
import { type OpenProject, sql } from '../open-project.ts';
import { prepareOnce } from '../prepare-once.ts';
import { type FieldWrite, foldObject, type WriteEvent } from './fold-object.ts';
import { isLater, Knowledge, readKnowledge, type Stamp } from './knowledge.ts';
import { WriteEvents } from './write-events.ts';

/** Fields about which there is nothing to decide: times of day of the same import, positions in a list, what a computer counted. */
const plainFields = new Set(['imported_at', 'entered_at', 'rated_at', 'made_at', 'position', 'dataset_key', 'problems', 'problem_counts', 'recipe']);

/** What several people gave different values to without knowing of each other, newest merge first; of one object where it is named. */
export function listReviews(project: OpenProject, only?: { readonly type: string; readonly id: string }): ReviewItem[] {
  let query = sql.selectFrom('review as r').innerJoin('object as o', 'o.key', 'r.object_key').select(['o.type', 'o.id', 'r.merge_revision']);
  if (only) query = query.where('o.type', '=', only.type).where('o.id', '=', only.id);
  const rows = project.all(query.orderBy('r.merge_revision', 'desc').orderBy('o.type').orderBy('o.id'));
  if (rows.length === 0) return [];
  const events = new WriteEvents(project.reader);
  const knowledge = new Knowledge(readKnowledge(project.reader));
  const writer = new StateWriter(project.reader, project.loggedTables);
  return rows.flatMap(({ type, id, merge_revision }) => {
    const row = writer.read(type, id);
    if (row === null) return [];
    const all = events.of(type, id);
    const { conflicts, openRemovals } = foldObject(all, knowledge);
    const isField = conflicts.some(({ column }) => !plainFields.has(column));
    if (!isField && openRemovals.length === 0) return [];
    const base = { type, id, name: nameOfRow(project, type, row), mergeRevision: merge_revision, works: [] };
    const inWords = (column: string, write: FieldWrite) => writeInWords(project, { type, column, ...write });
    const items: ReviewItem[] = conflicts
      .filter(({ column }) => !plainFields.has(column))
      .map(({ column, writes }) => ({ ...base, kind: 'field' as const, field: column, writes: writes.map((write) => inWords(column, write)) }));
    if (openRemovals.length > 0) {
      const inWordsOf = (stamps: readonly Stamp[]) => stamps.map((stamp) => inWords('', { stamp, value: null }));
      items.push({ ...base, kind: 'removal', field: '', writes: inWordsOf(openRemovals), works: inWordsOf(worksBeside(all, openRemovals, knowledge)) });
    }
    return items;
  });
}

/** What was done to an object by people who did not know that it was removed, newest first; each copy once. */
function worksBeside(events: readonly WriteEvent[], removals: readonly Stamp[], knowledge: Knowledge): Stamp[] {
  const works = events
    .filter(({ kind }) => kind === 'insert' || kind === 'update')
    .filter((event) => removals.some((removal) => !knowledge.knew(removal, event) && !knowledge.knew(event, removal)))
    .sort((a, b) => (isLater(a, b) ? -1 : 1));
  return works.filter(({ writer }, index) => works.findIndex((other) => other.writer === writer) === index);
}

function writeInWords(project: OpenProject, { type, column, stamp, value }: FieldWrite & { type: string; column: string }): ReviewWrite {
  const change = prepareOnce<[string, number], { at: string; person: string; copy_name: string }>(
    project.reader,
    'SELECT c.at, c.person, w.copy_name FROM change c JOIN writer w ON w.key = c.writer_key WHERE w.id = ? AND c.sequence = ?',
  ).get(stamp.writer, stamp.sequence);
  return {
    stamp: `${stamp.writer} ${stamp.sequence}`,
    value: value instanceof Uint8Array ? null : value,
    linkedName: linkedNameOf(project, type, column, value),
    at: change?.at ?? '',
    person: change?.person ?? '',
    copyName: change?.copy_name ?? '',
  };
}

export interface Decision {
  readonly type: string;
  readonly id: string;
  /** Empty = about the removal. */
  readonly field: string;
  /** The write that shall stand; null = what stands now (for a removal: the object stays). */
  readonly stamp: string | null;
  /** For a removal: the object goes after all. */
  readonly remove?: boolean;
}

/** Decides one question: the choice is written by somebody who has seen all of them. Refused as `merge/nothing-to-review`. */
export function decideReview(project: OpenProject, decision: Decision): void {
  const { type, id, field } = decision;
  const item = listReviews(project, { type, id }).find((candidate) => candidate.field === field);
  if (!item) refuse('merge/nothing-to-review');
  const params = { name: item.name };
  if (item.kind === 'removal') {
    if (decision.remove) {
      project.change({ name: 'merging.removeAfterAll', params, subjects }, (write) =>
        writeStates(write.connection, project.loggedTables, [{ type, id, values: null }]),
      );
    } else keepAsIs(project, decision, params, editKind.keep, null);
    return;
  }
  const chosen = decision.stamp === null ? item.writes[0] : item.writes.find(({ stamp }) => stamp === decision.stamp);
  if (!chosen) refuse('merge/nothing-to-review');
  const values = { [field]: chosen.value };
  if (chosen === item.writes[0]) keepAsIs(project, decision, params, editKind.update, JSON.stringify(values));
  else {
    project.change({ name: 'merging.decide', params, subjects }, (write) => writeStates(write.connection, project.loggedTables, [{ type, id, values }]));
  }
}

/** Writes down that what stands was looked at and stays: nothing changes in the tables, so it has to be said to the history itself. */
function keepAsIs(project: OpenProject, { type, id }: Decision, params: Record<string, string>, kind: number, values: string | null): void {
  project.change({ kind: 'note', name: 'merging.keep', params, subjects: ['project'] }, ({ connection, revision }) => {
    const key = connection.prepare<[string, string], number>('SELECT key FROM object WHERE type = ? AND id = ?').pluck().get(type, id);
    if (key === undefined) refuse('object/not-found');
    connection
      .prepare<(SqlValue | number)[]>('INSERT INTO edit (change_revision, object_key, kind, before, after) VALUES (?, ?, ?, ?, ?)')
      .run(revision, key, kind, values, values);
  });
}
