import { createHash } from 'node:crypto';
import type { Answer, Ballot, CountedAnswer } from '#shared/domain/ballots.ts';
import { contentId } from '../project/content-id.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { countedAnswers, handsOf } from './counted-answers.ts';

type Scores = Extract<Answer, { kind: 'grid' }>['scores'];
type Rating = Pick<CountedAnswer, 'id' | 'voterId' | 'groupId' | 'channel' | 'at'> & { readonly scores: Scores };

/**
 * What a closed grid said of stakeholders, as ratings of theirs: one for each answer and stakeholder. Ids come from the answer and the option, so closing
 * again (or the same ballot closed in two copies) writes nothing twice. The rater is a label that tells voices apart and nobody who they are.
 */
export function appendRatings(project: OpenProject, write: ChangeWriter, ballot: Ballot, at: string): void {
  const stakeholders = new Set(project.all(sql.selectFrom('stakeholder').select('id')).map(({ id }) => id));
  const answers = [...answeredIn(project, ballot), ...raisedIn(project, ballot)];
  write.run(sql.deleteFrom('stakeholder_rating').where('ballot_id', '=', ballot.id));
  for (const answer of answers) {
    for (const { id, refId } of ballot.options) {
      const scores = answer.scores[id];
      if (!scores || refId === null || !stakeholders.has(refId)) continue;
      if (Object.values(scores).every((score) => score === undefined)) continue;
      write.run(
        sql.insertInto('stakeholder_rating').values({
          id: contentId(`rating ${answer.id} ${id}`),
          stakeholder_id: refId,
          rater: raterOf(answer),
          power: scores.power ?? null,
          interest: scores.interest ?? null,
          legitimacy: scores.legitimacy ?? null,
          urgency: scores.urgency ?? null,
          stance: scores.stance ?? null,
          rated_at: answer.at,
          rated_on: at.slice(0, 10),
          group_id: answer.groupId,
          session_id: ballot.sessionId,
          ballot_id: ballot.id,
        }),
      );
    }
  }
}

function answeredIn(project: OpenProject, ballot: Ballot): Rating[] {
  return countedAnswers(project, ballot.id).flatMap(({ answer, ...about }) => (answer.kind === 'grid' ? [{ ...about, scores: answer.scores }] : []));
}

/**
 * Raised hands as ratings, as many as hands. Who raised one for power and one for interest is not known: the first hand for the one stands with the first
 * for the other, which no median sees.
 */
function raisedIn(project: OpenProject, ballot: Ballot): Rating[] {
  return handsOf(project, ballot.id).flatMap(({ groupId, counts, at }) => {
    const ratings: Scores[] = [];
    for (const { id } of ballot.options)
      for (const dimension of ballot.settings.dimensions) {
        const levels = [1, 2, 3, 4, 5].flatMap((level) => new Array<number>(counts[`${id}:${dimension}:${level}`] ?? 0).fill(level));
        for (const [place, level] of levels.entries()) {
          const rating = ratings[place] ?? {};
          ratings[place] = { ...rating, [id]: { ...rating[id], [dimension]: level } };
        }
      }
    return ratings.map((scores, place) => ({
      id: `hands ${ballot.id} ${groupId ?? ''} ${place}`,
      voterId: null,
      groupId,
      channel: 'hands' as const,
      at,
      scores,
    }));
  });
}

/** The same voice has the same label in every ballot; of a sheet of paper and of a raised hand in its own. */
function raterOf(answer: Rating): string {
  const digest = createHash('sha256')
    .update(answer.voterId ?? answer.id)
    .digest('hex');
  return `${answer.channel}-${digest.slice(0, 8)}`;
}
