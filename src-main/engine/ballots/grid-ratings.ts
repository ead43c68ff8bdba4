import { createHash } from 'node:crypto';
import type { Ballot, CountedAnswer } from '#shared/domain/ballots.ts';
import { contentId } from '../project/content-id.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { countedAnswers } from './counted-answers.ts';

/**
 * What a closed grid said of stakeholders, as ratings of theirs: one for each answer and stakeholder. Ids come from the answer and the option, so closing
 * again (or the same ballot closed in two copies) writes nothing twice. The rater is a label that tells voices apart and nobody who they are.
 */
export function appendRatings(project: OpenProject, write: ChangeWriter, ballot: Ballot, at: string): void {
  const stakeholders = new Set(project.all(sql.selectFrom('stakeholder').select('id')).map(({ id }) => id));
  const answers = countedAnswers(project, ballot.id);
  write.run(sql.deleteFrom('stakeholder_rating').where('ballot_id', '=', ballot.id));
  for (const answer of answers) {
    for (const { id, refId } of ballot.options) {
      const scores = answer.answer.kind === 'grid' ? answer.answer.scores[id] : undefined;
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

/** The same voice has the same label in every ballot; of a sheet of paper in its own. */
function raterOf(answer: CountedAnswer): string {
  const digest = createHash('sha256')
    .update(answer.voterId ?? answer.id)
    .digest('hex');
  return `${answer.channel}-${digest.slice(0, 8)}`;
}
