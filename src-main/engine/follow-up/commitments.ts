import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Commitment, type CommitmentInput, commitmentSchema, type WorkshopPromise } from '#shared/domain/follow-up.ts';
import { given } from '#shared/domain/given.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { CommitmentTable } from '../project/schema.ts';
import { refuse } from '../refuse.ts';
import { listStakeholders } from '../stakeholders/stakeholders.ts';
import { listLog } from '../workshops/log.ts';
import { listWorkshops } from '../workshops/workshops.ts';

const emptyCommitment: CommitmentInput = {
  ...{ text: '', ownerId: null, madeTo: '', madeOn: null, dueOn: null, measureId: null, objectiveId: null },
  ...{ isPublic: true, status: 'open', closedOn: null, explanation: '' },
};

/** Everything promised, as it stands on a day (today unless said otherwise): what is due first, then what has no day, then what is closed. */
export function listCommitments(project: OpenProject, today: string = project.nowText().slice(0, 10)): Commitment[] {
  const responsible = new Map(project.all(sql.selectFrom('log_entry').select(['id', 'responsible'])).map((row) => [row.id, row.responsible]));
  const rows = project.all(sql.selectFrom('commitment').selectAll().orderBy('id'));
  const order = ({ status, dueOn }: Commitment) => (status === 'open' ? (dueOn ?? '9000') : `9999${dueOn ?? ''}`);
  return rows
    .map((row) => readCommitment(row, { today, responsible: responsible.get(row.log_entry_id ?? '') ?? '' }))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

export function findCommitment(project: OpenProject, id: string): Commitment {
  return listCommitments(project).find((commitment) => commitment.id === id) ?? refuse('object/not-found');
}

export function addCommitment(write: ChangeWriter, draft: Partial<CommitmentInput>, from: { workshopId: string; logEntryId: string } | null = null): string {
  const id = uuidv7();
  const input = { ...emptyCommitment, ...given(draft) };
  write.run(
    sql.insertInto('commitment').values({ id, workshop_id: from?.workshopId ?? null, log_entry_id: from?.logEntryId ?? null, ...commitmentColumns(input) }),
  );
  return id;
}

/** What is closed without a day is closed today; what opens again has no such day. */
export function updateCommitment(write: ChangeWriter, project: OpenProject, before: Commitment, patch: Partial<CommitmentInput>): void {
  const after = { ...before, ...given(patch) };
  const closedOn = after.status === 'open' ? null : (after.closedOn ?? project.nowText().slice(0, 10));
  write.run(
    sql
      .updateTable('commitment')
      .set(commitmentColumns({ ...after, closedOn }))
      .where('id', '=', before.id),
  );
}

/** Promises in the logs that are no commitment yet and that nobody has dropped. */
export function openPromises(project: OpenProject): WorkshopPromise[] {
  const taken = new Set(project.all(sql.selectFrom('commitment').select('log_entry_id')).map((row) => row.log_entry_id));
  const bodies = new Map(listStakeholders(project).map(({ id, name }) => [nameKey(name), id]));
  return listWorkshops(project).flatMap((workshop) =>
    listLog(project, workshop.id)
      .filter((entry) => entry.kind === 'commitment' && entry.status !== 'dropped' && !taken.has(entry.id) && entry.text.trim() !== '')
      .toReversed()
      .map((entry) => ({
        ...{ logEntryId: entry.id, workshopId: workshop.id, workshop: workshop.title },
        ...{ text: entry.text, responsible: entry.responsible, ownerId: bodies.get(nameKey(entry.responsible)) ?? null, dueOn: entry.dueOn },
      })),
  );
}

/** Makes commitments of these promises; what the log already calls done is kept. Answers how many. */
export function takePromises(write: ChangeWriter, project: OpenProject, chosen: readonly WorkshopPromise[]): void {
  const done = new Set(project.all(sql.selectFrom('log_entry').select('id').where('status', '=', 'done')).map(({ id }) => id));
  const days = new Map(listWorkshops(project).map(({ id, endsOn, startsOn }) => [id, endsOn ?? startsOn]));
  for (const promise of chosen) {
    const isKept = done.has(promise.logEntryId);
    addCommitment(
      write,
      {
        ...{ text: promise.text, ownerId: promise.ownerId, madeTo: promise.workshop, madeOn: days.get(promise.workshopId) ?? null, dueOn: promise.dueOn },
        ...{ status: isKept ? 'kept' : 'open' },
      },
      promise,
    );
  }
}

const nameKey = (name: string): string => name.trim().toLocaleLowerCase('en');

function commitmentColumns(input: CommitmentInput) {
  return {
    text: input.text,
    owner_id: input.ownerId,
    made_to: input.madeTo,
    made_on: input.madeOn ?? '',
    due_on: input.dueOn,
    measure_id: input.measureId,
    objective_id: input.objectiveId,
    is_public: input.isPublic ? 1 : 0,
    status: input.status,
    closed_on: input.closedOn,
    explanation: input.explanation,
  };
}

function readCommitment(row: Selectable<CommitmentTable>, { today, responsible }: { today: string; responsible: string }): Commitment {
  return commitmentSchema.parse({
    ...row,
    ownerId: row.owner_id,
    madeTo: row.made_to,
    madeOn: row.made_on || null,
    dueOn: row.due_on,
    measureId: row.measure_id,
    objectiveId: row.objective_id,
    isPublic: row.is_public === 1,
    closedOn: row.closed_on,
    workshopId: row.workshop_id,
    logEntryId: row.log_entry_id,
    responsible,
    isOverdue: row.status === 'open' && row.due_on !== null && row.due_on < today,
    lacksExplanation: (row.status === 'partly' || row.status === 'broken') && row.explanation.trim() === '',
  });
}
