import { groupBy } from '#shared/domain/group-by.ts';
import type { Rater, RatingLine, RatingSources, Scores } from '#shared/domain/stakeholders.ts';
import { inOrder, newestScores, ofEachDimension, raterKey, spreadOf } from '#shared/methods/standings.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { type KeptRating, RatingSieve, readRatings } from './ratings.ts';

/**
 * The ratings of one body, newest first: one line for each rater and day, and one for each ballot. People in a ballot stay unnamed; a group of
 * theirs gets a line of its own where it and the rest of the ballot are both large enough to be shown.
 */
export function ratingLines(project: OpenProject, stakeholderId: string): RatingLine[] {
  const names = readNames(project);
  const ratings = inOrder(readRatings(project, stakeholderId));
  const typed = ratings.filter(({ ballotId }) => ballotId === null);
  const newest = new Map(typed.map((rating) => [raterKey(rating), rating.id]));
  const ofDay = new Map(typed.map((rating) => [`${rating.day} ${raterKey(rating)}`, rating]));
  const lines = [...ofDay.values()].map((rating) => ({
    ...names.of(rating),
    id: rating.id,
    rater: rating.rater,
    groupId: rating.groupId,
    ballotId: null,
    day: rating.day,
    scores: rating.scores,
    raters: 1,
    counts: newest.get(raterKey(rating)) === rating.id,
  }));
  const sieve = new RatingSieve(project);
  const ballots = groupBy(
    ratings.filter(({ ballotId }) => ballotId !== null),
    ({ ballotId }) => ballotId ?? '',
  );
  const ballotLines = [...ballots].flatMap(([ballotId, answers]) => parts(answers, sieve.smallest(ballotId)).map((part) => ballotLine(names, part)));
  return [...lines, ...ballotLines].reverse().sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/** The whole ballot, and its groups where every one of them may be shown: otherwise the whole less the others would tell. */
function parts(answers: readonly KeptRating[], smallest: number): (readonly KeptRating[])[] {
  const groups = [...groupBy(answers, ({ groupId }) => groupId).values()];
  if (groups.length < 2 || groups.some((group) => group.length < smallest)) return [answers];
  return groups;
}

function ballotLine(names: Names, answers: readonly KeptRating[]): RatingLine {
  const [first] = answers;
  if (!first) throw new Error('a ballot without answers has no line');
  const groupId = answers.every((answer) => answer.groupId === first.groupId) ? first.groupId : null;
  return {
    ...names.of({ ...first, groupId }),
    id: first.id,
    rater: '',
    groupId,
    ballotId: first.ballotId,
    day: answers.at(-1)?.day ?? first.day,
    scores: ofEachDimension((dimension) => spreadOf(answers.map(({ scores }) => scores[dimension])).median),
    raters: answers.length,
    counts: true,
  };
}

/** The newest scores of one rater who is typed in, by body. */
export function ratingsBy(project: OpenProject, rater: string, groupId: string | null): { id: string; scores: Scores }[] {
  const own = readRatings(project).filter((rating) => rating.ballotId === null && rating.rater === rater && rating.groupId === groupId);
  return [...groupBy(own, ({ stakeholderId }) => stakeholderId)].flatMap(([id, ratings]) => {
    const [scores] = newestScores(ratings).values();
    return scores ? [{ id, scores }] : [];
  });
}

/** Raters who were typed in, and the groups, days, sessions and workshops that ratings come from. */
export function ratingSources(project: OpenProject): RatingSources {
  const names = readNames(project);
  const ratings = inOrder(readRatings(project));
  const count = <Key>(keyOf: (rating: KeptRating) => Key | null) => {
    const counts = new Map<Key, number>();
    for (const rating of ratings) {
      const key = keyOf(rating);
      if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  const sessions = count(({ sessionId }) => (sessionId !== null && names.sessions.has(sessionId) ? sessionId : null));
  const workshops = count(({ sessionId }) => (sessionId === null ? null : (names.sessions.get(sessionId)?.workshopId ?? null)));
  return {
    raters: raters(ratings, names),
    groups: [...count(({ groupId }) => groupId)].map(([id, number]) => ({ id, name: names.groups.get(id) ?? '', ratings: number })),
    days: [...count(({ day }) => day)].map(([day, number]) => ({ day, ratings: number })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    sessions: [...sessions].flatMap(([id, number]) => {
      const session = names.sessions.get(id);
      return session ? [{ id, title: session.title, workshopId: session.workshopId, day: session.day, ratings: number }] : [];
    }),
    workshops: [...workshops].map(([id, number]) => ({ id, ...(names.workshops.get(id) ?? { title: '', day: '' }), ratings: number })),
  };
}

function raters(ratings: readonly KeptRating[], names: Names): Rater[] {
  const typed = ratings.filter(({ ballotId }) => ballotId === null);
  return [...groupBy(typed, raterKey).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { rater, groupId } = first;
    const bodies = [...groupBy(own, ({ stakeholderId }) => stakeholderId).values()].filter((of) => newestScores(of).size > 0).length;
    return [{ rater, groupId, groupName: names.of(first).groupName, bodies, lastDay: own.at(-1)?.day ?? '' }];
  });
}

type Names = ReturnType<typeof readNames>;

/** What groups, sessions, workshops and ballots are called. */
function readNames(project: OpenProject) {
  const groups = new Map(project.all(sql.selectFrom('voting_group').select(['id', 'name'])).map(({ id, name }) => [id, name]));
  const workshops = new Map(
    project.all(sql.selectFrom('workshop').select(['id', 'title', 'starts_on'])).map((row) => [row.id, { title: row.title, day: row.starts_on ?? '' }]),
  );
  const sessions = new Map(
    project
      .all(sql.selectFrom('session').select(['id', 'title', 'workshop_id', 'started_at']))
      .map((row) => [
        row.id,
        { title: row.title, workshopId: row.workshop_id, day: row.started_at?.slice(0, 10) ?? workshops.get(row.workshop_id)?.day ?? '' },
      ]),
  );
  const ballots = new Map(project.all(sql.selectFrom('ballot').select(['id', 'question'])).map(({ id, question }) => [id, question]));
  const of = ({ groupId, sessionId, ballotId }: Pick<KeptRating, 'groupId' | 'sessionId' | 'ballotId'>) => ({
    groupName: groups.get(groupId ?? '') ?? '',
    sessionTitle: sessions.get(sessionId ?? '')?.title ?? '',
    ballotQuestion: ballots.get(ballotId ?? '') ?? '',
  });
  return { groups, workshops, sessions, of };
}
