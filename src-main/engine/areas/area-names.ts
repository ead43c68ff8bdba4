import { lostLetter, plainWords } from '#shared/domain/plain-words.ts';

/** A name in all forms in which it is compared. */
export interface NameForms {
  readonly written: string;
  /** Lower case, no accents, no punctuation. */
  readonly plain: string;
  /** Plain, without words such as «colonia», «ward» or «de la»; the plain form where nothing else would be left. */
  readonly core: string;
}

export function nameForms(written: string, commonWords: ReadonlySet<string>): NameForms {
  const plain = plainWords(written);
  const words = plain.split(' ').filter((word) => !commonWords.has(word));
  return { written, plain, core: words.join(' ') || plain };
}

/**
 * Optimal string alignment distance: letters put in, left out, changed, or two neighbours swapped. A letter that the file lost
 * (U+FFFD) equals any letter.
 */
export function nameDistance(a: string, b: string): number {
  const width = b.length + 1;
  let before = new Uint16Array(width);
  let last = new Uint16Array(width);
  let now = new Uint16Array(width);
  for (let j = 0; j < width; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    now[0] = i;
    for (let j = 1; j < width; j++) {
      const isSame = a[i - 1] === b[j - 1] || a[i - 1] === lostLetter || b[j - 1] === lostLetter;
      let cost = Math.min((last[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      now[j] = cost;
    }
    [before, last, now] = [last, now, before];
  }
  return last[width - 1] ?? 0;
}

/** 1 = the same, 0 = nothing in common: the distance against the longer name. */
export function nameSimilarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : 1 - nameDistance(a, b) / longest;
}

/**
 * How alike two names are for a person who chooses among suggestions: letter by letter, with their words in alphabetical order, or by the letters
 * of the words they share, whichever is most. 1 = the same words.
 */
export function nameLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [a.split(' ').sort(), b.split(' ').sort()];
  return Math.max(nameSimilarity(a, b), nameSimilarity(left.join(' '), right.join(' ')) * 0.98, sharedWords(left, right) * 0.95);
}

/** Letters of the words that stand in both, against all letters. */
function sharedWords(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  let shared = 0;
  for (const word of one) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += word.length;
  }
  const letters = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length, 0);
  return (2 * shared) / Math.max(1, letters(one) + letters(other));
}

const numberWord = /\d|^(?:[ivx]+|[a-h]|first|second|third|primer[ao]?|segund[ao]|tercer[ao]?)$/;
const directionWords = new Set(
  'norte sur este oeste oriente poniente north south east west nord sud est ouest sul leste alto alta bajo baja upper lower central centro nuevo nueva viejo vieja new old'.split(
    ' ',
  ),
);

/**
 * Whether two core names may be taken for the same without asking. Only one word may differ, by one letter (two in a very long word: «Guadalupita» is not «Guadalupana»), and never
 * a figure, a Roman number, a single letter or a direction: «2da Sección» is not «1ra Sección», «Roma Norte» is not «Roma Sur».
 */
export function isSafelySame(a: string, b: string): boolean {
  if (a === b) return true;
  const left = a.split(' ');
  const right = b.split(' ');
  if (left.length !== right.length) return left.join('') === right.join('') && !/\d/.test(a);
  const differing = left.flatMap((word, i) => (word === right[i] ? [] : [[word, right[i] ?? ''] as const]));
  const [pair, ...more] = differing;
  if (!pair || more.length > 0) return false;
  const [one, other] = pair;
  if ([one, other].some((word) => numberWord.test(word) || directionWords.has(word))) return false;
  const shorter = Math.min(one.length, other.length);
  const distance = nameDistance(one, other);
  // A different first letter makes another name («Mayo», «Gayo»); a lost letter does not.
  if (distance > 0 && one[0] !== other[0]) return false;
  return distance === 0 ? shorter >= 3 : distance <= (shorter >= 12 ? 2 : shorter >= 5 ? 1 : 0);
}

/** Pairs of neighbouring letters, by which candidates for a similar name are found without comparing all. */
export function letterPairs(text: string): Set<string> {
  const padded = ` ${text} `;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < padded.length; i++) pairs.add(padded.slice(i, i + 2));
  return pairs;
}
