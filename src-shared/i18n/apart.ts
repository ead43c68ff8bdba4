import type { Formats } from './formats.ts';
import { directionOf } from './languages.ts';

const leftToRight = /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}/u;
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

/**
 * Words of a file inside a sentence: where they run the other way they keep their own direction (Unicode's first strong isolate), so that
 * figures beside them stay in their places. Words that run with the sentence come back as they are.
 */
export function apart(formats: Pick<Formats, 'language'>, words: string): string {
  const other = directionOf(formats.language) === 'rtl' ? leftToRight : rightToLeft;
  return other.test(words) ? `\u2068${words}\u2069` : words;
}
