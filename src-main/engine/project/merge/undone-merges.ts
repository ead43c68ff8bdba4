import { subjects } from '#shared/domain/project.ts';
import { undoState } from '../history/change-log.ts';
import { sameValue } from '../history/row-values.ts';
import { mergeOf, redo, statesOf, stepToRedo } from '../history/undo.ts';
import { type ObjectState, StateWriter, writeStates } from '../history/write-states.ts';
import { type ChangeWriter, type OpenProject, sql } from '../open-project.ts';
import { isSharedText } from '../texts/text-columns.ts';
import type { CopyAtHand } from './copy-at-hand.ts';
import { foldObject } from './fold-object.ts';
import { Knowledge, readKnowledge, readVector, type VersionVector } from './knowledge.ts';
import { stampText, takenBackMerges } from './taken-back.ts';
import { WriteEvents } from './write-events.ts';

/**
 * Merges that took in changes of these copies before and do not stand any more. A copy that knows that they were taken back was made after
 * it, or took it over: it brings nothing of them again.
 */
export function undoneMergesOf(project: OpenProject, copies: readonly CopyAtHand[]): number[] {
  const takenBack = takenBackMerges(project);
  if (takenBack.length === 0) return [];
  const vectors = copies.map(({ connection }) => readVector(connection));
  const tookIn = project.reader.prepare<[number, number], { writer: string; sequence: number }>(
    `SELECT w.id AS writer, min(c.sequence) AS sequence FROM change c JOIN writer w ON w.key = c.writer_key
     WHERE c.merge_revision = ? AND c.revision <> ? GROUP BY w.id`,
  );
  const knows = (vector: VersionVector, { writer, sequence }: { writer: string; sequence: number }) => (vector[writer] ?? 0) >= sequence;
  return takenBack
    .filter(({ revision, by }) => {
      const bringing = vectors.filter((vector) => !knows(vector, by));
      return bringing.length > 0 && tookIn.all(revision, revision).some((change) => bringing.some((vector) => knows(vector, change)));
    })
    .map(({ revision }) => revision);
}

/** Does an undone merge again: as a redo where nothing came after it, else wherever nobody has changed things since. */
export function takeInAgain(project: OpenProject, revision: number): void {
  if (stepToRedo(project)?.revision === revision) {
    redo(project);
    return;
  }
  const by = takenBackMerges(project).find((merge) => merge.revision === revision)?.by;
  const reader = new StateWriter(project.reader, project.loggedTables);
  const before = new Map(statesOf(project, revision, 'before').map((state) => [`${state.type} ${state.id}`, state]));
  const states = statesOf(project, revision, 'after').flatMap((state) => untouchedPart(reader, before.get(`${state.type} ${state.id}`), state));
  const { name, params, undo_state } = project.found(sql.selectFrom('change').select(['name', 'params', 'undo_state']).where('revision', '=', revision));
  const ofMerge = mergeOf(project, { revision, name, params: JSON.parse(params) });
  project.change(
    { kind: 'restore', name: 'merging.again', params: { ...(ofMerge && { ofMerge }), ...(by && { instead: stampText(by) }), found: undo_state }, subjects },
    (write) => {
      writeStates(write.connection, project.loggedTables, states);
      askAgain(write, revision);
      write.run(sql.updateTable('change').set({ undo_state: undoState.done }).where('revision', '=', revision));
    },
  );
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
  // What stands in a text besides what the merge brought is in the text already.
  const columns = Object.entries(after.values).filter(([column]) => isSharedText(after.type, column) || sameValue(present[column], was[column]));
  return columns.length > 0 ? [{ ...after, values: Object.fromEntries(columns) }] : [];
}
