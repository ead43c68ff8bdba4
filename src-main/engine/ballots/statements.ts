import type { Ballot, BallotInput } from '#shared/domain/ballots.ts';
import { ballotSettingsSchema } from '#shared/domain/ballots.ts';
import { given } from '#shared/domain/given.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { addBallot, findBallot } from './ballots.ts';
import { countedAnswers } from './counted-answers.ts';
import { requireRoomFor } from './lifecycle.ts';

export type StatementState = 'waiting' | 'shown' | 'hidden';
export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly groupId: string | null;
  readonly at: string;
  readonly moderation: StatementState;
}

/** Statements as they came, for the facilitator only. Blank ones took part and have nothing to show. */
export function listStatements(project: OpenProject, ballotId: string): Statement[] {
  return countedAnswers(project, ballotId).flatMap(({ id, answer, groupId, at, moderation }) => {
    if (answer.kind !== 'statement' || answer.text.trim() === '') return [];
    return [{ id, text: answer.text, groupId, at, moderation: moderation === '' ? 'waiting' : moderation }];
  });
}

/** Shows, hides or puts back; the statements stay in the file. */
export function moderate(project: OpenProject, ids: readonly string[], moderation: StatementState): void {
  if (ids.length === 0) return;
  project.change({ name: `ballots.moderate.${moderation}`, params: { count: ids.length }, subjects: ['ballots'] }, (write) => {
    for (const id of new Set(ids))
      write.run(sql.updateTable('ballot_answer').set({ moderation }).where('id', '=', id).where('moderation', '<>', moderation).where('moderation', '<>', ''));
  });
}

interface FromStatements extends Partial<Omit<BallotInput, 'kind' | 'subject'>> {
  readonly kind: BallotInput['kind'];
  readonly workshopId: string;
  readonly fromBallotId: string;
  readonly statementIds?: readonly string[] | undefined;
}

/** A ballot in draft whose options are statements: those named, else all that were shown. Same words count once. Refused as `ballot/no-statements`. */
export function addFromStatements(project: OpenProject, { workshopId, fromBallotId, statementIds, ...input }: FromStatements): Ballot {
  project.found(sql.selectFrom('workshop').select('id').where('id', '=', workshopId));
  const from = findBallot(project, fromBallotId);
  if (from.state !== 'closed') refuse('ballot/not-closed', { name: from.question });
  const named = statementIds && new Set(statementIds);
  const chosen = listStatements(project, fromBallotId).filter(({ id, moderation }) => (named ? named.has(id) : true) && moderation === 'shown');
  const texts = [...new Set(chosen.map(({ text }) => oneLine(text)))];
  if (texts.length === 0) refuse('ballot/no-statements', { name: from.question });
  requireRoomFor(texts.length);
  const ballot: BallotInput = { sessionId: null, question: '', help: '', settings: ballotSettingsSchema.parse({}), ...given(input), subject: 'own' };
  const id = project.change({ name: 'ballots.add', params: { name: ballot.question }, subjects: ['ballots'] }, (write) =>
    addBallot(project, write, {
      ...ballot,
      workshopId,
      options: texts.map((text) => ({ text, picture: '', refId: null, quiz: null })),
      madeAt: project.nowText(),
    }),
  );
  return findBallot(project, id);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}
