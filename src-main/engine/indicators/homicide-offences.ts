import { plainWords } from '#shared/domain/plain-words.ts';
import type { Catalogue } from './indicator-catalogue.ts';

/** The computed indicators that an offence counts for, by a word for each; empty = none. Outputs protect what is counted together as a list of its own. */
export function countedTogether(name: string, { homicideNames, firearmWords }: Pick<Catalogue, 'homicideNames' | 'firearmWords'>): string {
  if (!isIntentionalHomicide(name, homicideNames)) return '';
  const isByFirearm = firearmWords.some((word) => ` ${plainWords(name)} `.includes(` ${plainWords(word)} `));
  return isByFirearm ? 'homicide, firearm' : 'homicide';
}

/**
 * Whether an offence's name says intentional homicide: it is one of the names themselves, holds one of the unmistakable ones, or says
 * homicide and by what means («homicidio por arma de fuego»: lists that part homicides by weapon keep negligent ones under names of
 * their own); never with a word that says attempt, negligence, accident or traffic. In doubt it is not: the figure leads every headline.
 */
export function isIntentionalHomicide(name: string, words: Catalogue['homicideNames']): boolean {
  const plain = ` ${plainWords(name)} `;
  const holds = (word: string) => plain.includes(` ${plainWords(word)} `);
  if (words.not.some(holds)) return false;
  if (words.whole.some((word) => plain === ` ${plainWords(word)} `) || words.holds.some(holds)) return true;
  return words.withMeans.some(holds) && words.means.some(holds);
}
