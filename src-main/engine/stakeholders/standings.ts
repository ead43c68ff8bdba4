import { groupBy } from '#shared/domain/group-by.ts';
import type { Quadrant, RatingFilter, Standing, StandingChange, Standings } from '#shared/domain/stakeholders.ts';
import { changeOf, commonRaters, newestScores, standingOf } from '#shared/methods/standings.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { type KeptRating, RatingSieve, readRatings } from './ratings.ts';
import { readDecided } from './stakeholders.ts';

interface Body {
  readonly id: string;
  readonly decided: Quadrant | '';
}

/** Where every body stands out of the ratings that a filter asks for; bodies without any are there, not rated. */
export function standings(project: OpenProject, filter: RatingFilter): Standings {
  const { kept, hidden } = new RatingSieve(project).keep(readRatings(project), filter);
  return { standings: scoresByBody(bodies(project), kept).map(({ standing }) => standing), hiddenRatings: hidden.length };
}

/** Every body then and now, in the order of the register. */
export function standingChanges(project: OpenProject, before: RatingFilter, after: RatingFilter): { changes: StandingChange[]; hiddenRatings: number } {
  const sieve = new RatingSieve(project);
  const ratings = readRatings(project);
  const all = bodies(project);
  const [then, now] = [sieve.keep(ratings, before), sieve.keep(ratings, after)];
  const earlier = scoresByBody(all, then.kept);
  const changes = scoresByBody(all, now.kept).flatMap(({ standing, scores }, place) => {
    const past = earlier[place];
    return past ? [changeOf(past.standing, standing, commonRaters(past.scores, scores))] : [];
  });
  return { changes, hiddenRatings: then.hidden.length + now.hidden.length };
}

function bodies(project: OpenProject): Body[] {
  return project.all(sql.selectFrom('stakeholder').select(['id', 'decided_place']).orderBy('id')).map((row) => ({ id: row.id, decided: readDecided(row) }));
}

function scoresByBody(all: readonly Body[], ratings: readonly KeptRating[]): { standing: Standing; scores: ReturnType<typeof newestScores> }[] {
  const ofBody = groupBy(ratings, ({ stakeholderId }) => stakeholderId);
  return all.map(({ id, decided }) => {
    const scores = newestScores(ofBody.get(id) ?? []);
    return { standing: standingOf(id, scores.values(), decided), scores };
  });
}
