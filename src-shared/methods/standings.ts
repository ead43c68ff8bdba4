import { type Quadrant, type RatingDimension, ratingDimensions, type Scores, type Spread, type Standing, type StandingChange } from '../domain/stakeholders.ts';
import { median, quartile } from './medians.ts';
import { decidedGridPlace } from './power-interest.ts';
import { salienceOf } from './salience.ts';

/** One rating of one body by one rater. */
export interface Rating {
  readonly id: string;
  /** A typed name, or a ballot's voter. */
  readonly rater: string;
  readonly groupId: string | null;
  readonly ballotId: string | null;
  /** The day it was given. */
  readonly day: string;
  /** The instant it was entered. */
  readonly at: string;
  readonly scores: Scores;
}

export const noScores: Scores = { power: null, interest: null, legitimacy: null, urgency: null, stance: null };

/** Something for each dimension. */
export function ofEachDimension<Value>(value: (dimension: RatingDimension) => Value): Record<RatingDimension, Value> {
  return { power: value('power'), interest: value('interest'), legitimacy: value('legitimacy'), urgency: value('urgency'), stance: value('stance') };
}

/**
 * Who rated: a ballot's voter, whatever the ballot; or a typed name within its group, so that two groups' raters of one name are two.
 * A ballot's answer without a voter (a sheet of paper) is a person of its own.
 */
export function raterKey({ id, rater, groupId, ballotId }: Pick<Rating, 'id' | 'rater' | 'groupId' | 'ballotId'>): string {
  if (ballotId !== null) return rater === '' ? `sheet ${id}` : `voter ${rater}`;
  return `name ${groupId ?? ''} ${rater}`;
}

/** Oldest first: by the day it was given, then by when it was entered. */
export function inOrder<Item extends Pick<Rating, 'day' | 'at' | 'id'>>(ratings: readonly Item[]): Item[] {
  return ratings.toSorted((a, b) => compare(a.day, b.day) || compare(a.at, b.at) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * What each rater thinks of one body: the newest rating of each. A typed one counts whole, so that a blank takes a score back; ballots may have
 * asked about different dimensions, so that a later one adds to an earlier one.
 */
export function newestScores(ratings: readonly Rating[]): Map<string, Scores> {
  const newest = new Map<string, Scores>();
  for (const rating of inOrder(ratings)) {
    const key = raterKey(rating);
    const before = newest.get(key);
    newest.set(key, rating.ballotId !== null && before ? ofEachDimension((dimension) => rating.scores[dimension] ?? before[dimension]) : rating.scores);
  }
  for (const [key, scores] of newest) if (ratingDimensions.every((dimension) => scores[dimension] === null)) newest.delete(key);
  return newest;
}

/** Median, quartiles (linear interpolation at 1 + (n − 1)p) and how many gave a score; nulls without any. */
export function spreadOf(values: readonly (number | null)[]): Spread {
  const given = values.flatMap((value) => value ?? []);
  return { median: median(given), q1: quartile(given, 0.25), q3: quartile(given, 0.75), raters: given.length };
}

/** Interquartile range; null without ratings. */
export function iqrOf({ q1, q3 }: Spread): number | null {
  return q1 === null || q3 === null ? null : q3 - q1;
}

/** Where a body stands by the newest ratings of its raters. Depends on nobody else's ratings. */
export function standingOf(id: string, scores: Iterable<Scores>, decided: Quadrant | '' = ''): Standing {
  const all = [...scores];
  const spread = ofEachDimension((dimension) => spreadOf(all.map((one) => one[dimension])));
  const medians = ofEachDimension((dimension) => spread[dimension].median);
  return { id, spread, raterCount: all.length, ...decidedGridPlace(medians.power, medians.interest, decided), salience: salienceOf(medians) };
}

/** What became different between two standings of one body. Says nothing about why: other raters may have been asked. */
export function changeOf(before: Standing, after: Standing, sameRaters: number): StandingChange {
  const difference = ofEachDimension((dimension) => differenceOf(before.spread[dimension].median, after.spread[dimension].median));
  const hasMoved =
    ratingDimensions.some((dimension) => (difference[dimension] ?? 0) !== 0) || before.gridPlace !== after.gridPlace || before.salience !== after.salience;
  return { id: after.id, before, after, difference, sameRaters, hasMoved };
}

function differenceOf(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}

/** How many raters are in both sets. */
export function commonRaters(before: ReadonlyMap<string, Scores>, after: ReadonlyMap<string, Scores>): number {
  return [...before.keys()].filter((key) => after.has(key)).length;
}
