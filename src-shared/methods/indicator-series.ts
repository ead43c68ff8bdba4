/** A headline in time. `wording` and `boundary` name the definition and the boundaries it was collected under. */
export interface SeriesPoint {
  readonly year: number;
  readonly wording: string;
  readonly boundary: string;
}

export type SeriesBreak = 'wording' | 'boundary' | 'both';

/**
 * Points in the order of years with a break wherever the definition or the boundaries are other than before: over such a break nothing
 * is compared and no line is drawn (indicators, section 10, rule 3). Years without a value are no points: missing is never zero.
 */
export function withBreaks<Point extends SeriesPoint>(points: readonly Point[]): { point: Point; breakBefore: SeriesBreak | null }[] {
  const ordered = points.toSorted((a, b) => a.year - b.year || compareText(a.wording, b.wording) || compareText(a.boundary, b.boundary));
  return ordered.map((point, place) => ({ point, breakBefore: breakBetween(ordered[place - 1], point) }));
}

function breakBetween(before: SeriesPoint | undefined, after: SeriesPoint): SeriesBreak | null {
  if (!before) return null;
  const isReworded = before.wording !== after.wording;
  const isRedrawn = before.boundary !== after.boundary;
  if (isReworded) return isRedrawn ? 'both' : 'wording';
  return isRedrawn ? 'boundary' : null;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Places of one layer with their values for the same wording, period and breakdown. */
export interface ComparedPlace<Id> {
  readonly id: Id;
  readonly value: number;
  /** 1 = best, ties share the mean of the places they fill; null where the direction is `show`: such figures never rank places. */
  readonly rank: number | null;
}

/**
 * Similar places side by side: best first where a direction says what is better, else in the order given (rule 2: never rank
 * neighbourhoods by indicators that are only shown). Values are rounded to 1e-9 before ties are looked for.
 */
export function comparePlaces<Id>(places: readonly { id: Id; value: number | null }[], direction: 'up' | 'down' | 'show'): ComparedPlace<Id>[] {
  const known = places.flatMap(({ id, value }) => (value === null ? [] : [{ id, value }]));
  if (direction === 'show') return known.map((place) => ({ ...place, rank: null }));
  const round = (value: number) => Math.round(value * 1e9) / 1e9;
  const sign = direction === 'up' ? -1 : 1;
  const ordered = known.toSorted((a, b) => sign * (round(a.value) - round(b.value)));
  return ordered.map((place) => {
    const first = ordered.findIndex((other) => round(other.value) === round(place.value));
    const ties = ordered.filter((other) => round(other.value) === round(place.value)).length;
    return { ...place, rank: first + (ties + 1) / 2 };
  });
}
