import { fullRanks, type Ranking } from './preference-ranks.ts';

/** Version of the arithmetic below, kept with every figure. */
export const bordaVersion = '1';

/**
 * Borda points of every option, Σ(n − rank), in the order of `options` (de Borda 1781; methods, section 11). Each ballot gives away
 * n(n − 1)/2 points, ties and unranked options included.
 */
export function bordaPoints(rankings: readonly Ranking[], options: readonly string[]): number[] {
  const points = options.map(() => 0);
  for (const ranking of rankings)
    for (const [index, rank] of fullRanks(ranking, options).entries()) points[index] = (points[index] ?? 0) + options.length - rank;
  return points;
}
