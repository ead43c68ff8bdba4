import { v7 as uuidv7 } from 'uuid';
import { ratingDimensions, type Scores } from '#shared/domain/stakeholders.ts';
import { newestScores, noScores, ofEachDimension } from '#shared/methods/standings.ts';
import { type ChangeDescription, type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { isOwn, type KeptRating } from './ratings.ts';

type GivenScores = { readonly [Dimension in keyof Scores]?: number | null | undefined };

interface GivenRating extends GivenScores {
  readonly id: string;
  readonly rater: string;
  readonly groupId: string | null;
  readonly ratedOn?: string | undefined;
}

/** A rating in full: what is given, and for the rest what this rater said last up to that day. `ratings` are those of the same body. */
export function newRating(project: OpenProject, ratings: readonly KeptRating[], given: GivenRating): KeptRating {
  const { id: stakeholderId, rater, groupId } = given;
  const at = project.nowText();
  const day = given.ratedOn ?? at.slice(0, 10);
  const earlier = ratings.filter((rating) => rating.rater === rater && rating.groupId === groupId && rating.ballotId === null && rating.day <= day);
  const [before] = newestScores(earlier).values();
  const scores = ofEachDimension((dimension) => {
    const score = given[dimension];
    return score === undefined ? (before ?? noScores)[dimension] : score;
  });
  return { id: uuidv7(), stakeholderId, rater, groupId, sessionId: project.author.sessionId, ballotId: null, day, at, scores };
}

export function addRating(write: ChangeWriter, rating: KeptRating): void {
  write.run(
    sql.insertInto('stakeholder_rating').values({
      id: rating.id,
      stakeholder_id: rating.stakeholderId,
      rater: rating.rater,
      ...rating.scores,
      rated_at: rating.at,
      rated_on: rating.day,
      group_id: rating.groupId,
      session_id: rating.sessionId,
      ballot_id: rating.ballotId,
    }),
  );
}

/** On the grid the room «moved» a body; anything else is told as a rating, without who gave it. */
export function describeRating(name: string, given: GivenRating, rating: KeptRating): Pick<ChangeDescription, 'name' | 'params'> {
  const { power, interest } = rating.scores;
  const isMove = isOwn(rating) && given.legitimacy === undefined && given.urgency === undefined && given.stance === undefined;
  if (isMove) return { name: 'stakeholders.rate', params: { name, power: power ?? '', interest: interest ?? '' } };
  const isBlank = ratingDimensions.every((dimension) => rating.scores[dimension] === null);
  return { name: isBlank ? 'stakeholders.takeRatingBack' : 'stakeholders.rateAll', params: { name } };
}
