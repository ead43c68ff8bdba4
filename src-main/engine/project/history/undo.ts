import type { Subject } from '#shared/domain/project.ts';
import { refuse } from '../../refuse.ts';
import { atOnce, type InTurns } from '../in-turns.ts';
import { longDeed } from '../long-deed.ts';
import { type ChangeDescription, type ChangeWriter, type OpenProject, sql } from '../open-project.ts';
import { withTextsCarriedOver } from '../texts/aside-texts.ts';
import { addSectionStates, sectionsWithout } from '../texts/past-section-texts.ts';
import { projectWith, textsWithout } from '../texts/past-texts.ts';
import { textUpdateType } from '../texts/text-columns.ts';
import { undoState } from './change-log.ts';
import { decodeRow } from './row-values.ts';
import { type ObjectState, writeStatesInTurns } from './write-states.ts';

/** A change that could be taken back or done again. */
export interface StepToTake {
  readonly revision: number;
  readonly name: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly subjects: readonly Subject[];
}

/** What «undo» would take back: the newest change of this file that still stands. */
export function stepToUndo(project: OpenProject): StepToTake | null {
  return readStep(project, undoState.done, 'desc');
}

/** What «redo» would do again: the change that was taken back last. */
export function stepToRedo(project: OpenProject): StepToTake | null {
  return readStep(project, undoState.undone, 'asc');
}

interface StepRow {
  revision: number;
  name: string;
  params: string;
  subjects: string;
}

function readStep(project: OpenProject, state: number, direction: 'asc' | 'desc'): StepToTake | null {
  // The kinds stand in the text: with bound values SQLite cannot know that the partial index serves, and reads all changes.
  const row = project.reader
    .prepare<[number], StepRow>(
      `SELECT revision, name, params, subjects FROM change
       WHERE undo_state = ? AND merge_revision IS NULL AND kind <> 'note' AND kind IN ('edit', 'restore', 'merge') ORDER BY revision ${direction} LIMIT 1`,
    )
    .get(state);
  return row ? { ...row, params: JSON.parse(row.params), subjects: JSON.parse(row.subjects) } : null;
}

/** Takes back the newest change that still stands, as a change of its own. Refused as `history/nothing-to-undo`. */
export function undo(project: OpenProject): StepToTake {
  const step = stepToUndo(project) ?? refuse('history/nothing-to-undo');
  take(project, step, 'undo');
  return step;
}

/** Does again what was taken back last. Refused as `history/nothing-to-redo`. */
export function redo(project: OpenProject): StepToTake {
  const step = stepToRedo(project) ?? refuse('history/nothing-to-redo');
  take(project, step, 'redo');
  return step;
}

/** `undo` for whoever can wait: what touches very much is written in turns, in sight of every window, and can be stopped. */
export async function undoInTurns(project: OpenProject, signal?: AbortSignal): Promise<StepToTake> {
  const step = stepToUndo(project) ?? refuse('history/nothing-to-undo');
  await takeInTurns(project, step, 'undo', signal);
  return step;
}

/** `redo` likewise. */
export async function redoInTurns(project: OpenProject, signal?: AbortSignal): Promise<StepToTake> {
  const step = stepToRedo(project) ?? refuse('history/nothing-to-redo');
  await takeInTurns(project, step, 'redo', signal);
  return step;
}

/** A second connection costs some hundredths of a second: about as much as so many objects. */
const manyObjects = 200;

async function takeInTurns(project: OpenProject, step: StepToTake, kind: 'undo' | 'redo', signal?: AbortSignal): Promise<void> {
  if (!touchesMuch(project, step.revision)) return take(project, step, kind);
  const { description, body } = taking(project, step, kind);
  await longDeed(project, description, body, signal);
}

/** Many objects, or the content of a table. */
function touchesMuch({ reader }: OpenProject, revision: number): boolean {
  const edits = reader.prepare<[number, number], string>('SELECT o.type FROM edit e JOIN object o ON o.key = e.object_key WHERE e.change_revision = ? LIMIT ?');
  const types = edits.pluck().all(revision, manyObjects);
  return types.length === manyObjects || types.includes('dataset');
}

function take(project: OpenProject, step: StepToTake, kind: 'undo' | 'redo'): void {
  const { description, body } = taking(project, step, kind);
  project.change(description, (write) => atOnce(body(write)));
}

function taking(
  project: OpenProject,
  step: StepToTake,
  kind: 'undo' | 'redo',
): { description: ChangeDescription; body: (write: ChangeWriter) => InTurns<void> } {
  // Other copies, which have another number for the merge, must know too that this was no person's word about single things.
  const ofMerge = mergeOf(project, step);
  const params = { revision: step.revision, ...(ofMerge && { ofMerge }) };
  const description = { kind, name: `history.${kind}`, params, subjects: step.subjects, target: step.revision };
  const body = function* (write: ChangeWriter): InTurns<void> {
    yield* writeStatesInTurns(write.connection, project.loggedTables, statesOf(project, step.revision, kind === 'undo' ? 'before' : 'after'));
    const state = kind === 'undo' ? undoState.undone : undoState.done;
    write.run(sql.updateTable('change').set({ undo_state: state }).where('revision', '=', step.revision));
    if (ofMerge && step.name === 'merging.again') settleMerge(write, ofMerge, kind === 'undo' ? Number(step.params.found ?? undoState.left) : undoState.done);
  };
  return { description, body };
}

/** A merge that was done again stands as long as doing it again does. */
function settleMerge({ connection }: ChangeWriter, name: string, state: number): void {
  connection
    .prepare<[number, string]>(
      `UPDATE change SET undo_state = ? WHERE kind = 'merge' AND (merge_revision IS NULL OR merge_revision = revision)
       AND (SELECT w.id FROM writer w WHERE w.key = writer_key) || ' ' || sequence = ?`,
    )
    .run(state, name);
}

/** The name that every copy knows a merge by; null = the step is about no merge. */
export function mergeOf(project: OpenProject, { revision, name, params }: Pick<StepToTake, 'revision' | 'name' | 'params'>): string | null {
  if (name === 'merging.again') return String(params.ofMerge ?? '') || null;
  if (name !== 'merging.bringTogether') return null;
  const { id, sequence } = project.found(
    sql.selectFrom('change as c').innerJoin('writer as w', 'w.key', 'c.writer_key').select(['w.id', 'c.sequence']).where('c.revision', '=', revision),
  );
  return `${id} ${sequence}`;
}

/** The objects of a change as they were before it or after it; texts as they are without it or with it. */
export function statesOf(project: OpenProject, revision: number, side: 'before' | 'after'): ObjectState[] {
  const edits = project.all(
    sql
      .selectFrom('edit as e')
      .innerJoin('object as o', 'o.key', 'e.object_key')
      .select(['o.type', 'o.id', 'e.kind', 'e.before', 'e.after'])
      .where('e.change_revision', '=', revision)
      .where('e.kind', '<>', 3),
  );
  const states: ObjectState[] = edits
    .filter(({ type }) => type !== textUpdateType)
    .map(({ type, id, before, after }) => {
      const [from, to] = (side === 'before' ? [after, before] : [before, after]).map(decodeRow);
      // Texts stand among the edits of a merge that was set aside, and nowhere else.
      return { type, id, values: withTextsCarriedOver(project.reader, { type, id }, from ?? null, to ?? null) };
    });
  if (!edits.some(({ type }) => type === textUpdateType)) return states;
  const texts = textsWithout(project.reader, revision, side);
  if (Object.keys(texts).length > 0) addTexts(states, projectWith(project.reader, texts));
  return addSectionStates(project.reader, states, sectionsWithout(project.reader, revision, side));
}

/** The texts go to the other columns of the same row: one object has one state. */
function addTexts(states: ObjectState[], texts: ObjectState): void {
  const place = states.findIndex(({ type, id }) => type === texts.type && id === texts.id);
  const known = states[place];
  if (known) states[place] = { ...known, values: { ...known.values, ...texts.values } };
  else states.push(texts);
}
