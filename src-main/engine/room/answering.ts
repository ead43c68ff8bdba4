import { type Answer, type AnswerProblem, answerSchema, type Ballot } from '#shared/domain/ballots.ts';
import { isBlank } from '#shared/methods/ballot-rules.ts';
import { checkAnswer, mostTextCharacters, sameAnswer } from '#shared/methods/check-answer.ts';
import { cleanAnswer } from '#shared/methods/clean-answer.ts';
import { firstModeration } from '../ballots/first-moderation.ts';
import { contentId } from '../project/content-id.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { Deed } from './group-commit.ts';
import type { RoomQuestions } from './room-questions.ts';
import { type Seat, withAnswer } from './seats.ts';

export type AnswerOutcome = RoomQuestions['answer']['answer'];

/** Nobody changes their mind more often: what comes after is taken no more, so that one phone cannot fill the file. */
const mostChanges = 100;

/** What came from the other process, looked at again: it is the one that strangers talk to. */
export function parseAnswer(given: unknown): { answer: Answer } | { problems: AnswerProblem[] } {
  const read = answerSchema.safeParse(given);
  if (read.success) return { answer: read.data };
  const isTooLong = read.error.issues.some(({ code }) => code === 'too_big') && JSON.stringify(given ?? '').length > mostTextCharacters;
  return { problems: [{ code: isTooLong ? 'too-long' : 'bad-level', optionId: null, given: null, allowed: isTooLong ? mostTextCharacters : null }] };
}

/** One answer on its way to the disk. The ballot and the seat are looked at when it is written, not when it came. */
export function answerDeed(options: {
  project: OpenProject;
  ballotId: string;
  key: string;
  answer: Answer;
  language: string;
  now: () => number;
  seat: () => Seat | null;
  ballot: () => Ballot | null;
}): Deed<AnswerOutcome> {
  return {
    apply: (write) => {
      const seat = options.seat();
      if (!seat) return { outcome: 'no-seat' };
      const ballot = options.ballot();
      if (!ballot) return { outcome: 'not-open' };
      const answer = cleanAnswer(ballot, options.answer);
      const id = contentId(`answer ${seat.voterId} ${ballot.id} ${options.key} ${JSON.stringify(answer)}`);
      if (isInFile(options.project, id)) return { outcome: 'again' };
      const problems = problemsOf(ballot, seat, answer);
      if (problems.length > 0) return { outcome: 'problems', problems };
      const given = seat.given.get(ballot.id);
      // The same once more from another form says nothing new.
      if (given && sameAnswer(given.last, answer)) return { outcome: 'again' };
      seat.answeredAt = Math.max(options.now(), seat.answeredAt + 1);
      write.run(
        sql.insertInto('ballot_answer').values({
          id,
          ballot_id: ballot.id,
          voter_id: seat.voterId,
          group_id: seat.groupId,
          channel: 'phone',
          paper_code: null,
          answer: JSON.stringify(answer),
          language: options.language || seat.language,
          at: new Date(seat.answeredAt).toISOString(),
          moderation: firstModeration(ballot),
        }),
      );
      seat.given.set(ballot.id, withAnswer(given, answer));
      seat.version = null;
      return { outcome: 'received' };
    },
  };
}

function problemsOf(ballot: Ballot, seat: Seat, answer: Answer): AnswerProblem[] {
  const problems = checkAnswer(ballot, answer);
  const given = seat.given.get(ballot.id)?.count ?? 0;
  if (answer.kind === 'statement') {
    const most = ballot.settings.mostAnswers;
    if (isBlank(answer)) problems.push({ code: 'nothing-given', optionId: null, given: null, allowed: null });
    if (given >= most) problems.push({ code: 'too-many-places', optionId: null, given: given + 1, allowed: most });
  } else if (given >= mostChanges) problems.push({ code: 'too-many-places', optionId: null, given: given + 1, allowed: mostChanges });
  return problems;
}

function isInFile(project: OpenProject, id: string): boolean {
  return project.first(sql.selectFrom('ballot_answer').select('id').where('id', '=', id)) !== undefined;
}

/** Takes everything a phone answered out of every count; it stays in the file. */
export function withdrawAnswersOf(write: ChangeWriter, voterId: string, at: string): void {
  write.run(sql.updateTable('ballot_answer').set({ withdrawn_at: at }).where('voter_id', '=', voterId).where('withdrawn_at', 'is', null));
}
