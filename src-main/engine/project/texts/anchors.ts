import * as Y from 'yjs';
import { fragmentOf } from './rich-text.ts';
import type { TextUpdate } from './shared-text.ts';

/** Where words stand in a section, as an anchor that stays with them whatever is written around them; null where they stand nowhere in one piece. */
export function anchorOf(update: TextUpdate, quote: string): string | null {
  for (const text of textsIn(fragmentOf([update]))) {
    const start = plainOf(text).indexOf(quote);
    if (start < 0) continue;
    const ends = [start, start + quote.length].map((index) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index)));
    return JSON.stringify(ends);
  }
  return null;
}

/** The stretches of text under an element, in order. */
export function textsIn(parent: Y.XmlFragment | Y.XmlElement): Y.XmlText[] {
  return parent.toArray().flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []));
}

/** A stretch without its looks; what is no letter counts as one. */
export function plainOf(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('');
}
