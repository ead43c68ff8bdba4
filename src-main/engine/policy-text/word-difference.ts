import type { WordDifference } from '#shared/domain/policy-text.ts';
import { rewrittenPhrases } from '../project/texts/rewritten-phrases.ts';

/** Two texts word by word; what is joined without the additions is the first text, without the removals the second. */
export function wordDifference(before: string, after: string): WordDifference {
  const parts: WordDifference = [];
  const add = (kind: WordDifference[number]['kind'], text: string) => {
    if (text !== '') parts.push({ kind, text });
  };
  let read = 0;
  for (const { kept, removed, added } of rewrittenPhrases(before, after)) {
    add('same', kept);
    add('removed', removed);
    add('added', added);
    read += kept.length + removed.length;
  }
  add('same', before.slice(read));
  return parts;
}
