import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type AnswerPatch, type InputKind, type ParticipantInput, participantInputSchema } from '#shared/domain/follow-up.ts';
import { given } from '#shared/domain/given.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { FeedbackAnswerTable } from '../project/schema.ts';
import { refuse } from '../refuse.ts';
import { type SaidThing, thingsSaid } from './things-said.ts';

const emptyAnswer: Omit<AnswerPatch, 'said'> = {
  ...{ saidBy: '', status: null, answer: '', reason: '', measureId: null, answeredOn: null, isPublic: true },
};

/** Everything that was said with what the city answers; what waits comes first, the oldest of it before the others. */
export function listInputs(project: OpenProject): ParticipantInput[] {
  const said = new Map(thingsSaid(project).map((thing) => [thing.key, thing]));
  const titles = new Map(project.all(sql.selectFrom('workshop').select(['id', 'title'])).map((row) => [row.id, row.title]));
  const answered = project
    .all(sql.selectFrom('feedback_answer').selectAll().orderBy('id'))
    .map((row) => readAnswer(row, said.get(keyOf(row.input_kind, row.input_id, row.id)), titles.get(row.workshop_id ?? '') ?? ''))
    // What the facilitator hides from the wall, or what was taken back, is nobody's to answer in public.
    .filter((input) => input.kind !== 'statement' || said.has(input.key));
  const keys = new Set(answered.map(({ key }) => key));
  const waiting = [...said.values()].filter(({ key }) => !keys.has(key)).map(waitingInput);
  const inputs = [...answered, ...waiting];
  return [...inputs.filter(({ isWaiting }) => isWaiting), ...inputs.filter(({ isWaiting }) => !isWaiting)];
}

export function findInput(project: OpenProject, id: string): ParticipantInput & { readonly id: string } {
  const found = listInputs(project).find((input) => input.id === id);
  return found ? { ...found, id } : refuse('object/not-found');
}

/** Gives the same answer to several things; one that has an answer already is answered anew. Unknown ones are refused as `object/not-found`. */
export function answerInputs(
  write: ChangeWriter,
  project: OpenProject,
  inputs: readonly { kind: InputKind; inputId: string }[],
  patch: Partial<Omit<AnswerPatch, 'said'>>,
): void {
  const known = new Map(listInputs(project).map((input) => [input.key, input]));
  for (const { kind, inputId } of inputs) {
    const input = known.get(keyOf(kind, inputId, inputId)) ?? refuse('object/not-found');
    if (input.id !== null) updateAnswer(write, project, { ...input, id: input.id }, patch);
    else addAnswer(write, project, { kind, inputId, workshopId: input.workshopId }, { ...patch, said: input.said });
  }
}

export function addAnswer(
  write: ChangeWriter,
  project: OpenProject,
  of: { kind: InputKind; inputId: string | null; workshopId: string | null },
  patch: Partial<AnswerPatch> & Pick<AnswerPatch, 'said'>,
): string {
  const id = uuidv7();
  const answer = { ...emptyAnswer, ...given(patch) };
  write.run(
    sql.insertInto('feedback_answer').values({ id, input_kind: of.kind, input_id: of.inputId, workshop_id: of.workshopId, ...answerColumns(project, answer) }),
  );
  return id;
}

export function updateAnswer(write: ChangeWriter, project: OpenProject, before: ParticipantInput & { readonly id: string }, patch: Partial<AnswerPatch>): void {
  // The words of somebody else stay as they were said.
  const { said, ...rest } = given(patch);
  const after = { ...before, ...rest, said: before.kind === 'typed' ? (said ?? before.said) : before.said };
  write.run(sql.updateTable('feedback_answer').set(answerColumns(project, after)).where('id', '=', before.id));
}

/** An answer is of the day on which it first says what became of the thing. */
function answerColumns(project: OpenProject, { said, saidBy, status, answer, reason, measureId, answeredOn, isPublic }: AnswerPatch) {
  return {
    ...{ said, said_by: saidBy, status: status ?? '', answer, reason, measure_id: measureId, is_public: isPublic ? 1 : 0 },
    answered_on: status === null ? (answeredOn ?? '') : (answeredOn ?? project.nowText().slice(0, 10)),
  };
}

const keyOf = (kind: string, inputId: string | null, id: string): string => `${kind}:${inputId ?? id}`;

function readAnswer(row: Selectable<FeedbackAnswerTable>, thing: SaidThing | undefined, workshop: string): ParticipantInput {
  const input = {
    key: keyOf(row.input_kind, row.input_id, row.id),
    ...{ kind: row.input_kind, inputId: row.input_id, id: row.id, workshopId: row.workshop_id, workshop, at: thing?.at ?? '' },
    ...{ said: row.said, saidBy: row.said_by, status: row.status || null, answer: row.answer, reason: row.reason },
    ...{ measureId: row.measure_id, answeredOn: row.answered_on || null, isPublic: row.is_public === 1 },
  };
  return participantInputSchema.parse({
    ...input,
    isWaiting: input.status === null,
    lacksReason: (input.status === 'no' || input.status === 'partly' || input.status === 'not-ours') && row.reason.trim() === '' && row.answer.trim() === '',
  });
}

function waitingInput({ key, kind, inputId, workshopId, workshop, said, at }: SaidThing): ParticipantInput {
  return { ...emptyAnswer, key, kind, inputId, id: null, workshopId, workshop, said, at, isWaiting: true, lacksReason: false };
}
