import * as Y from 'yjs';
import type { RichNode } from '#shared/domain/rich-text.ts';
import { readTree, writeTree } from './rich-tree.ts';
import { loadDocument, type TextUpdate } from './shared-text.ts';

const fragmentName = 'content';

export function fragmentOf(updates: readonly TextUpdate[]): Y.XmlFragment {
  return loadDocument(updates).getXmlFragment(fragmentName);
}

/** What the updates say together, in whatever order they come. */
export function nodesOf(updates: readonly TextUpdate[]): RichNode[] {
  return readTree(fragmentOf(updates));
}

/** The update that makes the document say `nodes`, or null where it says so already. `hand` is who writes. */
export function updateToNodes(updates: readonly TextUpdate[], nodes: readonly RichNode[], hand: number): TextUpdate | null {
  const document = loadDocument(updates);
  // Named after loading: Yjs takes up a new number when it meets earlier updates of its own.
  document.clientID = hand;
  let update: TextUpdate | null = null;
  document.on('update', (made: TextUpdate) => {
    update = made;
  });
  document.transact(() => writeTree(document.getXmlFragment(fragmentName), nodes));
  return update;
}

/**
 * What an update adds to a document: null where all of it is known, `out-of-step` where it builds on updates that are not here or is no update
 * at all.
 */
export function newIn(updates: readonly TextUpdate[], update: TextUpdate): TextUpdate | null | 'out-of-step' {
  const document = loadDocument(updates);
  let isNew = false;
  document.on('update', () => {
    isNew = true;
  });
  try {
    Y.applyUpdate(document, update);
  } catch {
    return 'out-of-step';
  }
  if (document.store.pendingStructs || document.store.pendingDs) return 'out-of-step';
  return isNew ? update : null;
}

/** What is new since a state vector (null = everything), and the vector after it. */
export function updateSince(updates: readonly TextUpdate[], vector: Uint8Array | null): { update: Uint8Array; vector: Uint8Array } {
  const document = loadDocument(updates);
  return { update: Y.encodeStateAsUpdate(document, vector ?? undefined), vector: Y.encodeStateVector(document) };
}

/** Does to `present` what leads from `from` to `to`: what stands in `present` besides `from` stays. */
export function carryOverNodes(present: readonly RichNode[], from: readonly RichNode[], to: readonly RichNode[]): readonly RichNode[] {
  if (JSON.stringify(present) === JSON.stringify(from)) return to;
  const base = updateToNodes([], from, 0);
  const start = base ? [base] : [];
  const made = [updateToNodes(start, to, 1), updateToNodes(start, present, 2)];
  return nodesOf([...start, ...made.filter((update) => update !== null)]);
}
