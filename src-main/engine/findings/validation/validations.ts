import type { Insertable, Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Validation, ValidationInput } from '#shared/domain/findings.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';
import type { FindingValidationTable } from '../../project/schema.ts';
import { refuse } from '../../refuse.ts';
import { AgreementOfBallots } from './ballot-agreement.ts';

/** What people said to findings, in the order of entry. Figures of a ballot are read from the ballot while it is there, else as they were taken over. */
export function listValidations(project: OpenProject, findingId?: string): Validation[] {
  const query = sql.selectFrom('finding_validation').selectAll().orderBy('id');
  const ballots = new AgreementOfBallots(project);
  return project.all(findingId === undefined ? query : query.where('finding_id', '=', findingId)).map((row) => readValidation(row, ballots));
}

export function findValidation(project: OpenProject, id: string): Validation {
  return listValidations(project).find((validation) => validation.id === id) ?? refuse('object/not-found');
}

function readValidation(row: Selectable<FindingValidationTable>, ballots: AgreementOfBallots): Validation {
  const live = row.ballot_id === null ? null : ballots.of(row.ballot_id, row.finding_id);
  const { agree, people } = live ?? row;
  const isHidden = live?.isHidden ?? (row.ballot_id !== null && agree === null && people !== null);
  return {
    id: row.id,
    findingId: row.finding_id,
    workshopId: row.workshop_id,
    sessionId: row.session_id,
    groupId: row.group_id,
    ballotId: row.ballot_id,
    ...{ agree, people, isHidden },
    note: row.note,
    validatedOn: row.validated_on || null,
    agreeing: agree === null || people === null || people === 0 ? null : agree / people,
  };
}

/** Adds what people said to a finding. Refused as `validation/more-than-asked` where more agree than were asked. Returns its id. */
export function addValidation(write: ChangeWriter, findingId: string, ballotId: string | null, input: ValidationInput): string {
  const id = uuidv7();
  write.run(sql.insertInto('finding_validation').values({ id, finding_id: findingId, ballot_id: ballotId, ...validationColumns(input) }));
  return id;
}

export function validationColumns(input: ValidationInput): Omit<Insertable<FindingValidationTable>, 'id' | 'finding_id' | 'ballot_id'> {
  const { workshopId, sessionId, groupId, agree, people, note, validatedOn } = input;
  if (agree !== null && people !== null && agree > people) refuse('validation/more-than-asked', { agree, people });
  return { workshop_id: workshopId, session_id: sessionId, group_id: groupId, agree, people, note, validated_on: validatedOn ?? '' };
}
