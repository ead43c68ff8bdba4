import { midRanks } from './ranks.ts';

/** One person's ranking: place by option, 1 = best, ties allowed; options that are absent were not ranked. */
export type Ranking = Readonly<Record<string, number>>;

/**
 * The rank of every option on one ballot, in the order of `options`: tied ones share the mean of the places they fill, unranked ones the mean
 * of the places that remain (methods, section 11). The ranks of n options always add up to n(n + 1)/2.
 */
export function fullRanks(ranking: Ranking, options: readonly string[]): number[] {
  const own = midRanks(options.map((option) => (ranking[option] === undefined ? null : -ranking[option])));
  const ranked = own.filter((rank) => rank !== null).length;
  const rest = (ranked + 1 + options.length) / 2;
  return own.map((rank) => rank ?? rest);
}

/** Whether a ballot ranks nothing: it counts as taking part, and says nothing of the options. */
export function isBlankRanking(ranking: Ranking, options: readonly string[]): boolean {
  return options.every((option) => ranking[option] === undefined);
}
