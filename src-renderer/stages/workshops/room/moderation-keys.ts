import { latinLetter } from '../../wall/remote.ts';

export type ModerationStep = { readonly move: 1 | -1 } | { readonly moderate: 'shown' | 'hidden' | 'waiting' };

/** What a key does in the list of statements; null where it is not one of the list's. */
export function moderationStep(pressed: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>): ModerationStep | null {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey) return null;
  const letter = latinLetter(pressed);
  if (letter === 'j' || pressed.key === 'ArrowDown') return { move: 1 };
  if (letter === 'k' || pressed.key === 'ArrowUp') return { move: -1 };
  if (pressed.key === 'Enter') return { moderate: 'shown' };
  if (letter === 'x' || pressed.key === 'Delete') return { moderate: 'hidden' };
  return letter === 'u' ? { moderate: 'waiting' } : null;
}

/** Where the focus goes when the one at `index` leaves a list of `count`: to the next, at the end to the one before; -1 when none is left. */
export function afterLeaving(index: number, count: number): number {
  return Math.min(index, count - 2);
}
