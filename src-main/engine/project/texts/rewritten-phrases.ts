import { diffArrays } from 'diff';

/** A stretch of a text that is written anew, after a stretch that stays. */
export interface Rewriting {
  readonly kept: string;
  readonly removed: string;
  readonly added: string;
}

/** Up to this many differing words are looked for one by one; a text more different than that is replaced between its equal ends. */
const mostEdits = 4_000;

/**
 * What has to be written anew so that `before` becomes `after`, word by word. Words that stay by chance between longer rewritings are written
 * anew with them: where two people rewrite one sentence, both sentences stand there afterwards and not a weave of the two.
 */
export function rewrittenPhrases(before: string, after: string): Rewriting[] {
  const [old, next] = [wordsOf(before), wordsOf(after)];
  const phrases: Rewriting[] = [];
  let current = { kept: '', removed: '', added: '' };
  for (const { added, removed, value } of diffArrays(old, next, { maxEditLength: mostEdits }) ?? betweenEqualEnds(old, next)) {
    const words = value.join('');
    if (removed) current.removed += words;
    else if (added) current.added += words;
    else {
      if (sizeOf(current) > 0) addPhrase(phrases, current);
      current = { kept: sizeOf(current) > 0 ? words : current.kept + words, removed: '', added: '' };
    }
  }
  if (sizeOf(current) > 0) addPhrase(phrases, current);
  return phrases;
}

function addPhrase(phrases: Rewriting[], phrase: Rewriting): void {
  const last = phrases.at(-1);
  if (!last || !isByChance(phrase.kept, Math.min(sizeOf(last), sizeOf(phrase)))) {
    phrases.push(phrase);
    return;
  }
  phrases.pop();
  addPhrase(phrases, { kept: last.kept, removed: last.removed + phrase.kept + phrase.removed, added: last.added + phrase.kept + phrase.added });
}

/** The rule of diff-match-patch: what stays is no longer than what changes on either side of it. */
function isByChance(kept: string, changed: number): boolean {
  return kept.length <= changed || !/[\p{L}\p{N}]/u.test(kept);
}

function sizeOf({ removed, added }: Rewriting): number {
  return Math.max(removed.length, added.length);
}

/** Words, and what stands between them, in any script: joined they are the text again. */
function wordsOf(text: string): string[] {
  return [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

interface Difference {
  readonly added: boolean;
  readonly removed: boolean;
  readonly value: readonly string[];
}

function betweenEqualEnds(before: readonly string[], after: readonly string[]): Difference[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [
    { added: false, removed: false, value: before.slice(0, start) },
    { added: false, removed: true, value: before.slice(start, before.length - end) },
    { added: true, removed: false, value: after.slice(start, after.length - end) },
  ];
}
