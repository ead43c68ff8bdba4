import { subjects } from '#shared/domain/project.ts';
import { undoState } from '../history/change-log.ts';
import { sameValue } from '../history/row-values.ts';
import { mergeOf, redo, statesOf, stepToRedo } from '../history/undo.ts';
import { type ObjectState, StateWriter, writeStates } from '../history/write-states.ts';
import { type ChangeWriter, type OpenProject, sql } from '../open-project.ts';
import type { CopyAtHand } from './copy-at-hand.ts';
import { foldObject } from './fold-object.ts';
import { Knowledge, readKnowledge } from './knowledge.ts';
import { WriteEvents } from './write-events.ts';

/** Merges that took in changes of these copies before, and were undone since. */
export function undoneMergesOf(project: OpenProject, copies: readonly CopyAtHand[]): number[] {
  const writers = new Set(copies.flatMap(({ connection }) => connection.prepare<[], string>('SELECT id FROM writer').pluck().all()));
  return project
    .all(
      sql
        .selectFrom('change as m')
        .innerJoin('change as c', 'c.merge_revision', 'm.revision')
        .innerJoin('writer as w', 'w.key', 'c.writer_key')
        .select(['m.revision', 'w.id'])
        .distinct()
        .where('m.kind', '=', 'merge')
        .where('m.undo_state', '<>', undoState.done)
        .orderBy('m.revision'),
    )
    .filter(({ id }) => writers.has(id))
    .map(({ revision }) => revision)
    .filter((revision, index, all) => all.indexOf(revision) === index);
}

/** Does an undone merge again: as a redo where nothing came after it, else wherever nobody has changed things since. */
export function takeInAgain(project: OpenProject, revision: number): void {
  if (stepToRedo(project)?.revision === revision) {
    redo(project);
    return;
  }
  const reader = new StateWriter(project.reader, project.loggedTables);
  const before = new Map(statesOf(project, revision, 'before').map((state) => [`${state.type} ${state.id}`, state]));
  const states = statesOf(project, revision, 'after').flatMap((state) => untouchedPart(reader, before.get(`${state.type} ${state.id}`), state));
  const { name, params } = project.found(sql.selectFrom('change').select(['name', 'params']).where('revision', '=', revision));
  const ofMerge = mergeOf(project, { revision, name, params: JSON.parse(params) });
  project.change({ kind: 'restore', name: 'merging.again', params: { ...(ofMerge && { ofMerge }) }, subjects }, (write) => {
    writeStates(write.connection, project.loggedTables, states);
    askAgain(write, revision);
    write.run(sql.updateTable('change').set({ undo_state: undoState.done }).where('revision', '=', revision));
  });
}

/** The questions that the merge raised are open again; those that were decided since show themselves as such. */
function askAgain({ connection }: ChangeWriter, revision: number): void {
  const knowledge = new Knowledge(readKnowledge(connection));
  const events = new WriteEvents(connection);
  const touched = connection.prepare<[number], { key: number; type: string; id: string }>(
    `SELECT DISTINCT o.key, o.type, o.id FROM change c JOIN edit e ON e.change_revision = c.revision JOIN object o ON o.key = e.object_key
     WHERE c.merge_revision = ?`,
  );
  const insert = connection.prepare<[number, number]>('INSERT OR IGNORE INTO review (object_key, merge_revision) VALUES (?, ?)');
  for (const { key, type, id } of touched.all(revision)) {
    const said = events.of(type, id).filter(({ mergeStep }) => !mergeStep);
    const { conflicts, openRemovals } = foldObject(said, knowledge);
    if (conflicts.length > 0 || openRemovals.length > 0) insert.run(key, revision);
  }
}

function untouchedPart(reader: StateWriter, before: ObjectState | undefined, after: ObjectState): ObjectState[] {
  const present = reader.read(after.type, after.id);
  const was = before?.values ?? null;
  if (present === null || was === null) return present === was ? [after] : [];
  if (after.values === null) return Object.entries(was).every(([column, value]) => sameValue(present[column], value)) ? [after] : [];
  const columns = Object.entries(after.values).filter(([column]) => sameValue(present[column], was[column]));
  return columns.length > 0 ? [{ ...after, values: Object.fromEntries(columns) }] : [];
}
