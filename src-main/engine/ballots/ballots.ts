import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import {
  type Ballot,
  type BallotInput,
  type BallotOption,
  type BallotOptionInput,
  ballotKinds,
  ballotSettingsSchema,
  ballotStates,
  ballotSubjects,
  quizQuestionSchema,
} from '#shared/domain/ballots.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { BallotOptionTable, BallotTable } from '../project/schema.ts';
import { oneOf, parsed } from './stored.ts';
import { turnouts } from './turnout.ts';

type BallotRow = Selectable<BallotTable>;
type OptionRow = Selectable<BallotOptionTable>;

/** Every ballot of a workshop in its order, with who took part so far and nothing of what they answered. */
export function listBallots(project: OpenProject, workshopId: string): Ballot[] {
  const rows = project.all(sql.selectFrom('ballot').selectAll().where('workshop_id', '=', workshopId).orderBy('position').orderBy('id'));
  return withCompany(project, rows);
}

/** Refused as `object/not-found`. */
export function findBallot(project: OpenProject, id: string): Ballot {
  const row = project.found(sql.selectFrom('ballot').selectAll().where('id', '=', id));
  const [ballot] = withCompany(project, [row]);
  return ballot as Ballot;
}

function withCompany(project: OpenProject, rows: readonly BallotRow[]): Ballot[] {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const options = groupBy(
    project.all(sql.selectFrom('ballot_option').selectAll().where('ballot_id', 'in', ids).orderBy('position').orderBy('id')),
    ({ ballot_id }) => ballot_id,
  );
  const turnoutOf = turnouts(project, rows);
  return rows.map((row) => ({ ...readBallot(row, options.get(row.id) ?? []), turnout: turnoutOf(row) }));
}

/** The ballot itself, from its rows. */
function readBallot(row: BallotRow, options: readonly OptionRow[]): Omit<Ballot, 'turnout'> {
  return {
    id: row.id,
    workshopId: row.workshop_id,
    sessionId: row.session_id,
    position: row.position,
    kind: oneOf(ballotKinds, row.kind, 'agree'),
    subject: oneOf(ballotSubjects, row.subject, 'own'),
    question: row.question,
    help: row.help,
    settings: readSettings(row.settings),
    state: oneOf(ballotStates, row.state, 'closed'),
    round: row.round,
    followsId: row.follows_id,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    reopenedAt: row.reopened_at,
    options: options.map(readOption),
  };
}

/** Settings as they were written; what cannot be read (a recovered file) is as it is by default. */
function readSettings(text: string): Ballot['settings'] {
  const read = ballotSettingsSchema.safeParse(parsed(text));
  return read.success ? read.data : ballotSettingsSchema.parse({});
}

function readOption(row: OptionRow): BallotOption {
  const quiz = quizQuestionSchema.safeParse(parsed(row.detail).quiz);
  return { id: row.id, text: row.text, picture: row.picture, refId: row.ref_id, quiz: quiz.success ? quiz.data : null };
}

/** A ballot about to be written, with its options. */
export interface NewBallot extends BallotInput {
  readonly workshopId: string;
  readonly round?: number;
  readonly followsId?: string | null;
  readonly options: readonly BallotOptionInput[];
  readonly madeAt: string;
}

/** Puts a ballot after the others of its workshop. Returns its id. */
export function addBallot(project: OpenProject, write: ChangeWriter, ballot: NewBallot): string {
  const id = uuidv7();
  write.run(
    sql.insertInto('ballot').values({
      id,
      workshop_id: ballot.workshopId,
      session_id: ballot.sessionId,
      position: nextPosition(project, ballot.workshopId),
      kind: ballot.kind,
      subject: ballot.subject,
      question: ballot.question,
      help: ballot.help,
      settings: JSON.stringify(ballot.settings),
      state: 'draft',
      round: ballot.round ?? 1,
      follows_id: ballot.followsId ?? null,
      made_at: ballot.madeAt,
    }),
  );
  // Those of a round before keep their own ids; these are new.
  writeOptions(
    write,
    id,
    ballot.options.map(({ text, picture, refId, quiz }) => ({ text, picture, refId, quiz })),
  );
  return id;
}

function nextPosition(project: OpenProject, workshopId: string): number {
  const { last } = project.found(
    sql
      .selectFrom('ballot')
      .select(({ fn }) => fn.max('position').as('last'))
      .where('workshop_id', '=', workshopId),
  );
  return Math.floor(Number(last ?? 0)) + 1;
}

/** The options as given, in this order; those that keep their id stay the same option, the others go. */
export function writeOptions(write: ChangeWriter, ballotId: string, options: readonly (BallotOptionInput & { readonly id?: string | undefined })[]): void {
  const kept = options.flatMap(({ id }) => (id === undefined ? [] : [id]));
  let gone = sql.deleteFrom('ballot_option').where('ballot_id', '=', ballotId);
  if (kept.length > 0) gone = gone.where('id', 'not in', kept);
  write.run(gone);
  for (const [place, option] of options.entries()) {
    const columns = {
      position: place + 1,
      text: option.text,
      picture: option.picture,
      ref_id: option.refId,
      detail: JSON.stringify(option.quiz ? { quiz: option.quiz } : {}),
    };
    if (option.id === undefined) write.run(sql.insertInto('ballot_option').values({ id: uuidv7(), ballot_id: ballotId, ...columns }));
    else write.run(sql.updateTable('ballot_option').set(columns).where('id', '=', option.id).where('ballot_id', '=', ballotId));
  }
}
