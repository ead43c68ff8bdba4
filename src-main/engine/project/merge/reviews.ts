import type { ReviewItem, ReviewWrite } from '#shared/domain/merging.ts';
import { subjects } from '#shared/domain/project.ts';
import { refuse } from '../../refuse.ts';
import { editKind } from '../history/change-log.ts';
import { nameOf } from '../history/object-names.ts';
import type { SqlValue } from '../history/row-values.ts';
import { StateWriter, writeStates } from '../history/write-states.ts';
import { type OpenProject, sql } from '../open-project.ts';
import { type FieldWrite, foldObject } from './fold-object.ts';
import { Knowledge, readKnowledge } from './knowledge.ts';
import { WriteEvents } from './write-events.ts';

/** Fields about which there is nothing to decide: times of day of the same import, positions in a list, what a computer counted. */
const plainFields = new Set(['imported_at', 'entered_at', 'rated_at', 'made_at', 'position', 'dataset_key', 'problems', 'problem_counts', 'recipe']);

/** What several people gave different values to without knowing of each other, newest merge first. */
export function listReviews(project: OpenProject): ReviewItem[] {
  const rows = project.all(
    sql
      .selectFrom('review as r')
      .innerJoin('object as o', 'o.key', 'r.object_key')
      .select(['o.type', 'o.id', 'r.merge_revision'])
      .orderBy('r.merge_revision', 'desc')
      .orderBy('o.type')
      .orderBy('o.id'),
  );
  if (rows.length === 0) return [];
  const events = new WriteEvents(project.reader);
  const knowledge = new Knowledge(readKnowledge(project.reader));
  const writer = new StateWriter(project.reader, project.loggedTables);
  return rows.flatMap(({ type, id, merge_revision }) => {
    if (writer.read(type, id) === null) return [];
    const { conflicts, openRemovals } = foldObject(events.of(type, id), knowledge);
    const base = { type, id, name: nameOf(project, type, id), mergeRevision: merge_revision };
    const items: ReviewItem[] = conflicts
      .filter(({ column }) => !plainFields.has(column))
      .map(({ column, writes }) => ({ ...base, kind: 'field' as const, field: column, writes: writes.map((write) => writeInWords(project, write)) }));
    if (openRemovals.length > 0) {
      const writes = openRemovals.map((stamp) => writeInWords(project, { stamp, value: null }));
      items.push({ ...base, kind: 'removal', field: '', writes });
    }
    return items;
  });
}

function writeInWords(project: OpenProject, { stamp, value }: FieldWrite): ReviewWrite {
  const change = project.first(
    sql
      .selectFrom('change as c')
      .innerJoin('writer as w', 'w.key', 'c.writer_key')
      .select(['c.at', 'c.person', 'w.copy_name'])
      .where('w.id', '=', stamp.writer)
      .where('c.sequence', '=', stamp.sequence),
  );
  return {
    stamp: `${stamp.writer} ${stamp.sequence}`,
    value: value instanceof Uint8Array ? null : value,
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
  const item = listReviews(project).find((candidate) => candidate.type === type && candidate.id === id && candidate.field === field);
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
