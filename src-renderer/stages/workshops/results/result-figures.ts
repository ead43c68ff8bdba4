import type { BallotResult, ResultFigure, ResultPart } from '#shared/domain/results.ts';

/** How a kind is drawn: bars of one number, how many gave each level, the choices of each question, or words. */
export type ResultDrawing = 'bars' | 'levels' | 'choices' | 'words';

export function drawingOf({ kind }: Pick<BallotResult, 'kind'>): ResultDrawing {
  if (kind === 'statement') return 'words';
  if (kind === 'quiz') return 'choices';
  return kind === 'rating' || kind === 'grid' || kind === 'agree' ? 'levels' : 'bars';
}

/** One option with the places of its figures (one for each facet) in every part's list. */
export interface OptionRow {
  readonly option: BallotResult['options'][number];
  readonly at: readonly number[];
}

/** The options as a picture shows them: first place first; answers of scales and quizzes in the order of the ballot. */
export function optionRows(result: BallotResult): OptionRow[] {
  const rows = result.options.map((option) => ({
    option,
    at: result.totals.figures.flatMap((figure, index) => (figure.optionId === option.id ? [index] : [])),
  }));
  if (drawingOf(result) !== 'bars') return rows;
  const rankOf = (row: OptionRow) => result.totals.figures[row.at[0] ?? -1]?.rank ?? Number.POSITIVE_INFINITY;
  return rows.toSorted((a, b) => {
    const [first, second] = [rankOf(a), rankOf(b)];
    return first === second ? 0 : first - second;
  });
}

/** Points run from `low` to `high` where the scale is fixed; else from nothing to the most that any part gave. */
export function pointScale(result: BallotResult): { low: number; high: number } {
  if (result.kind === 'rating' || result.kind === 'grid') return { low: 1, high: 5 };
  if (result.kind === 'agree' || result.kind === 'quiz') return { low: 0, high: 1 };
  const parts: readonly ResultPart[] = [result.totals, ...result.divisions.flatMap((division) => division.parts)];
  const most = Math.max(0, ...parts.flatMap((part) => part.figures.map(({ points }) => points ?? 0)));
  return { low: 0, high: most || 1 };
}

/** How long a bar is, 0–1. */
export function reachOf(points: number | null, { low, high }: { low: number; high: number }): number {
  return points === null ? 0 : Math.max(0, Math.min(1, (points - low) / (high - low)));
}

/** The place as people say it: how many are ahead, plus one, and whether it is shared. */
export function placeIn(figures: readonly ResultFigure[], index: number): { place: number; isShared: boolean } | null {
  const own = figures[index]?.rank ?? null;
  if (own === null) return null;
  const ranks = figures.filter(({ facet }) => facet === figures[index]?.facet).map(({ rank }) => rank);
  return { place: ranks.filter((rank) => rank !== null && rank < own).length + 1, isShared: ranks.filter((rank) => rank === own).length > 1 };
}

/** The division that people look at first: their groups, else what they said of themselves; how they answered comes last. */
export function firstDivision({ divisions }: Pick<BallotResult, 'divisions'>): BallotResult['divisions'][number] | undefined {
  return divisions.find(({ by }) => by !== 'channel');
}

/** Marks closer than this part of the scale would lie on each other. */
const tooClose = 0.05;

/** In which lane of its row each mark is drawn, so that none hides another; null marks are not drawn. */
export function dotLanes(reaches: readonly (number | null)[]): number[] {
  const lanes = reaches.map(() => 0);
  const ends: number[] = [];
  const order = reaches.flatMap((reach, place) => (reach === null ? [] : [{ reach, place }])).sort((a, b) => a.reach - b.reach || a.place - b.place);
  for (const { reach, place } of order) {
    const free = ends.findIndex((end) => reach - end >= tooClose);
    const lane = free < 0 ? ends.length : free;
    lanes[place] = lane;
    ends[lane] = reach;
  }
  return lanes;
}
