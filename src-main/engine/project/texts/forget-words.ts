import * as Y from 'yjs';
import { plainOf, textsIn } from './anchors.ts';
import { fragmentOf } from './rich-text.ts';
import type { TextUpdate } from './shared-text.ts';

/** Where words stand in the stretches of a document's text: crosses them out, and keeps nothing of what was ever crossed out. */
export function forgetWords(
  updates: readonly TextUpdate[],
  placesIn: (text: string) => readonly { readonly start: number; readonly end: number }[],
): TextUpdate {
  const fragment = fragmentOf(updates);
  const document = fragment.doc;
  if (!document) throw new TypeError('a text without a document');
  document.transact(() => {
    for (const text of textsIn(fragment)) {
      for (const { start, end } of [...placesIn(plainOf(text))].sort((a, b) => b.start - a.start)) text.delete(start, end - start);
    }
  });
  const tidy = new Y.Doc({ gc: true });
  Y.applyUpdate(tidy, Y.encodeStateAsUpdate(document));
  return Y.encodeStateAsUpdate(tidy);
}
