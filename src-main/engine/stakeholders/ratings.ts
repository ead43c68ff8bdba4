import type { RatingFilter } from '#shared/domain/stakeholders.ts';
import { ofEachDimension, type Rating } from '#shared/methods/standings.ts';
import { readCity } from '../project/city.ts';
import { type OpenProject, sql } from '../project/open-project.ts';

/** A rating as the file keeps it. */
export interface KeptRating extends Rating {
  readonly stakeholderId: string;
  readonly sessionId: string | null;
}

/** All ratings, or those of one body. */
export function readRatings(project: OpenProject, stakeholderId?: string): KeptRating[] {
  const query = sql.selectFrom('stakeholder_rating').selectAll().orderBy('rated_at').orderBy('id');
  const rows = project.all(stakeholderId === undefined ? query : query.where('stakeholder_id', '=', stakeholderId));
  return rows.map((row) => ({
    id: row.id,
    stakeholderId: row.stakeholder_id,
    rater: row.rater,
    groupId: row.group_id,
    sessionId: row.session_id,
    ballotId: row.ballot_id,
    // Ratings of earlier versions know only when they were entered.
    day: row.rated_on || row.rated_at.slice(0, 10),
    at: row.rated_at,
    scores: ofEachDimension((dimension) => row[dimension]),
  }));
}

/** The room's own placing: under no name and of no group. */
export const isOwn = ({ rater, groupId, ballotId }: Rating): boolean => rater === '' && groupId === null && ballotId === null;

export const ownScores = (ratings: readonly KeptRating[]): readonly KeptRating[] => ratings.filter(isOwn);

/** Those of the ratings that a filter asks for. */
export class RatingSieve {
  /** Of sessions and of ballots. */
  readonly #workshopOf: ReadonlyMap<string, string>;
  readonly #smallestOf: ReadonlyMap<string, number>;
  readonly #projectSmallest: number;

  constructor(project: OpenProject) {
    const ballots = project.all(
      sql
        .selectFrom('ballot')
        .innerJoin('workshop', 'workshop.id', 'ballot.workshop_id')
        .select(['ballot.id', 'ballot.workshop_id', 'workshop.smallest_group']),
    );
    const sessions = project.all(sql.selectFrom('session').select(['id', 'workshop_id']));
    this.#workshopOf = new Map([...sessions, ...ballots].map((row) => [row.id, row.workshop_id]));
    this.#projectSmallest = readCity(project).smallNumberThreshold;
    this.#smallestOf = new Map(ballots.flatMap((row) => (row.smallest_group === null ? [] : [[row.id, row.smallest_group]])));
  }

  /**
   * What was asked for; ballots' answers of a group with fewer people than may be shown on their own are left out and counted in `hidden`:
   * a ballot is secret, and three phones at one table are no secret.
   */
  keep(ratings: readonly KeptRating[], filter: RatingFilter): { kept: KeptRating[]; hidden: KeptRating[] } {
    const asked = ratings.filter(
      (rating) =>
        (filter.groupId === null || rating.groupId === filter.groupId) &&
        (filter.sessionId === null || rating.sessionId === filter.sessionId) &&
        (filter.workshopId === null || this.#workshopOf.get(rating.ballotId ?? rating.sessionId ?? '') === filter.workshopId) &&
        (filter.until === null || rating.day <= filter.until),
    );
    if (filter.groupId === null) return { kept: asked, hidden: [] };
    const small = this.#smallBallots(asked);
    const isSmall = (rating: KeptRating) => rating.ballotId !== null && small.has(rating.ballotId);
    return { kept: asked.filter((rating) => !isSmall(rating)), hidden: asked.filter(isSmall) };
  }

  /** How many people must have answered a ballot before a group is shown on its own. */
  smallest(ballotId: string): number {
    return this.#smallestOf.get(ballotId) ?? this.#projectSmallest;
  }

  /** Ballots with too few answers about any of the bodies among these ratings. */
  #smallBallots(ratings: readonly KeptRating[]): ReadonlySet<string> {
    const counts = new Map<string, number>();
    for (const { ballotId, stakeholderId } of ratings) {
      if (ballotId === null) continue;
      const key = `${ballotId} ${stakeholderId}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const small = new Set<string>();
    for (const [key, count] of counts) {
      const ballotId = key.split(' ')[0] ?? '';
      if (count < this.smallest(ballotId)) small.add(ballotId);
    }
    return small;
  }
}
