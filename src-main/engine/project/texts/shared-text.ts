import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { rewrittenPhrases } from './rewritten-phrases.ts';

/** One update of a document, as Yjs writes it (version 1 of its format). */
export type TextUpdate = Uint8Array;

const textName = 'text';

/** What the updates say together, in whatever order they come. */
export function textOf(updates: readonly TextUpdate[]): string {
  return loadDocument(updates).getText(textName).toString();
}

/**
 * The update that makes the document say `text`, or null where it says so already. Only the words that differ are written, so that words
 * which others write meanwhile stay. `hand` is who writes: a number that no two writers share.
 */
export function updateTo(updates: readonly TextUpdate[], text: string, hand: number): TextUpdate | null {
  const document = loadDocument(updates);
  // Named after loading: Yjs takes up a new number when it meets earlier updates of its own.
  document.clientID = hand;
  let update: TextUpdate | null = null;
  document.on('update', (made: TextUpdate) => {
    update = made;
  });
  const shared = document.getText(textName);
  document.transact(() => rewrite(shared, text.toWellFormed()));
  return update;
}

/** The update that a document begins with when it takes over a text from before there were updates: the same text, the same bytes. */
export function firstUpdate(text: string): TextUpdate | null {
  return updateTo([], text, handOf(`first ${text}`));
}

/** A writer's number in the documents: 48 bits of the digest of its name, fewer than the 53 that Yjs can write. */
export function handOf(writer: string): number {
  return createHash('sha256').update(writer).digest().readUIntBE(0, 6);
}

/**
 * The document with the places given crossed out, as one update that holds nothing of what was ever crossed out. It goes on uniting with updates
 * of other copies: places keep their names, only their words are gone.
 */
export function forgetPlaces(updates: readonly TextUpdate[], places: readonly { readonly start: number; readonly end: number }[]): TextUpdate {
  const document = loadDocument(updates);
  const shared = document.getText(textName);
  document.transact(() => {
    for (const { start, end } of [...places].sort((a, b) => b.start - a.start)) shared.delete(start, end - start);
  });
  // What is crossed out keeps its words until a document that collects garbage has read it.
  const tidy = new Y.Doc({ gc: true });
  Y.applyUpdate(tidy, Y.encodeStateAsUpdate(document));
  return Y.encodeStateAsUpdate(tidy);
}

/** Several updates as one. Nothing of them is lost, what was crossed out included. */
export function uniteUpdates(updates: readonly TextUpdate[]): TextUpdate {
  return Y.mergeUpdates([...updates]);
}

/** Does to `present` what leads from `from` to `to`: what stands in `present` besides `from` stays. */
export function carryOver(present: string, from: string, to: string): string {
  if (present === from) return to;
  const base = firstUpdate(from);
  const start = base ? [base] : [];
  const made = [updateTo(start, to, 1), updateTo(start, present, 2)];
  return textOf([...start, ...made.filter((update) => update !== null)]);
}

export function loadDocument(updates: readonly TextUpdate[]): Y.Doc {
  const document = new Y.Doc({ gc: false });
  document.transact(() => {
    for (const update of updates) Y.applyUpdate(document, update);
  });
  return document;
}

function rewrite(shared: Y.Text, text: string): void {
  let position = 0;
  for (const { kept, removed, added } of rewrittenPhrases(shared.toString(), text)) {
    position += kept.length;
    shared.delete(position, removed.length);
    shared.insert(position, added);
    position += added.length;
  }
}
