/** Version of the arithmetic below, kept with every decision. */
export const multiCriteriaVersion = '1';

/** Differences below this are ties (methods, section 0). */
const tolerance = 1e-9;

/** Swings made to weights that add up to 1; null where none is given or all are 0. A swing that nobody gave weighs nothing. */
export function weightsOfSwings(swings: readonly (number | null)[]): number[] | null {
  const sum = swings.reduce((total: number, swing) => total + (swing ?? 0), 0);
  return sum > 0 ? swings.map((swing) => (swing ?? 0) / sum) : null;
}

/**
 * Swings 0–100 out of shares of one whole (dots, weights by pairs), the largest being 100: weights made of them are those shares again. Null where a share
 * is not known or all are 0.
 */
export function swingsOfShares(shares: readonly (number | null)[]): number[] | null {
  const known = shares.filter((share) => share !== null);
  const most = Math.max(0, ...known);
  return known.length < shares.length || most <= 0 ? null : known.map((share) => (share / most) * 100);
}

/**
 * A value on the criterion's own scale: 0 at the worst end, 100 at the best; which of the two is the larger number says the direction.
 * Values beyond an end go beyond 0 or 100 and are never clamped. Null without a value, an end, or a distance between the ends.
 */
export function localScore(value: number | null, worst: number | null, best: number | null): number | null {
  if (value === null || worst === null || best === null || Math.abs(best - worst) < tolerance) return null;
  return ((value - worst) / (best - worst)) * 100;
}

/** One option's scores 0–100 by criterion; null = not known. */
export type ScoreRow = readonly (number | null)[];

/** V = Σ wv by option. Null where a score that carries weight is missing: the option is incomplete and is not ranked. */
export function optionValues(scores: readonly ScoreRow[], weights: readonly number[]): (number | null)[] {
  return scores.map((row) => weightedSum(row, weights));
}

function weightedSum(row: ScoreRow, weights: readonly number[]): number | null {
  let value = 0;
  for (const [place, weight] of weights.entries()) {
    const score = row[place] ?? null;
    if (weight === 0) continue;
    if (score === null) return null;
    value += weight * score;
  }
  return value;
}

/** Places of the options with the highest value: one, several that are level, or none. */
export function firstPlaces(values: readonly (number | null)[]): number[] {
  const best = Math.max(...values.map((value) => value ?? Number.NEGATIVE_INFINITY));
  return values.flatMap((value, place) => (value !== null && best - value < tolerance ? [place] : []));
}

export interface WeightRange {
  /** The weights between which the first option stays first, the other weights scaled in proportion. */
  readonly low: number;
  readonly high: number;
  /** Places of the options that take over beyond the end; null where the end is 0 or 1. */
  readonly lowNext: number | null;
  readonly highNext: number | null;
}

/**
 * For each criterion the range of its weight in which the first option stays first while the other weights keep their proportions
 * (DCLG, Multi-criteria analysis, 2009). Every option's value is a straight line in that weight, so the ends are where lines cross.
 * Null for a criterion that carries all the weight (the others have no proportion) and where no single option is first.
 */
export function weightRanges(scores: readonly ScoreRow[], weights: readonly number[]): (WeightRange | null)[] {
  const complete = scores.flatMap((row, place) => (weightedSum(row, weights) === null ? [] : [place]));
  const firsts = firstPlaces(optionValues(scores, weights));
  const [first] = firsts;
  if (first === undefined || firsts.length > 1) return weights.map(() => null);
  return weights.map((weight, criterion) => {
    const others = 1 - weight;
    if (others < tolerance) return null;
    const lineOf = (option: number) => {
      const row = scores[option] ?? [];
      const rest = weights.reduce((sum, other, place) => (place === criterion ? sum : sum + (other / others) * (row[place] ?? 0)), 0);
      return { own: row[criterion] ?? null, rest };
    };
    const top = lineOf(first);
    if (top.own === null) return null;
    let range: WeightRange = { low: 0, high: 1, lowNext: null, highNext: null };
    for (const option of complete) {
      if (option === first) continue;
      const rival = lineOf(option);
      // A criterion without weight may have no score yet: then nothing can be said about giving it weight.
      if (rival.own === null) return null;
      const slope = top.own - top.rest - (rival.own - rival.rest);
      const lead = top.rest - rival.rest;
      if (Math.abs(slope) < tolerance) continue;
      const crossing = -lead / slope;
      if (slope > 0 && crossing > range.low) range = { ...range, low: crossing, lowNext: option };
      if (slope < 0 && crossing < range.high) range = { ...range, high: crossing, highNext: option };
    }
    return range;
  });
}

/**
 * Share of weight sets, drawn evenly from all possible ones (a Dirichlet distribution with every parameter 1), in which each option
 * leads; level ones share the set. `next` answers 0 ≤ x < 1 from a stored seed. Options with any missing score have no share: null.
 */
export function leadingShares(scores: readonly ScoreRow[], sets: number, next: () => number): (number | null)[] {
  const criteria = Math.max(0, ...scores.map((row) => row.length));
  const isComplete = scores.map((row) => row.length === criteria && criteria > 0 && row.every((score) => score !== null));
  if (!isComplete.some(Boolean) || sets <= 0) return scores.map(() => null);
  const rows = scores.map((row, place) => (isComplete[place] ? row.map((score) => score ?? 0) : null));
  const leads = scores.map(() => 0);
  for (let set = 0; set < sets; set += 1) {
    const draws = Array.from({ length: criteria }, () => -Math.log(1 - next()));
    const values = rows.map((row) => (row === null ? null : draws.reduce((sum, draw, place) => sum + draw * (row[place] ?? 0), 0)));
    const firsts = firstPlaces(values);
    for (const place of firsts) leads[place] = (leads[place] ?? 0) + 1 / firsts.length;
  }
  return leads.map((lead, place) => (isComplete[place] ? lead / sets : null));
}
