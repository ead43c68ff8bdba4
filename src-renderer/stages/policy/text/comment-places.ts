import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { TextComment } from '#shared/domain/policy-text.ts';
import classes from './section-editor.module.css';

type State = Editor['state'];

/** Words of a section that a comment holds on to, as editors count places now. */
export interface CommentPlace {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

interface Shown {
  readonly comments: readonly TextComment[];
  readonly activeId: string | null;
}

const key = new PluginKey<Shown>('comment-places');

/** Marks the words that open comments are about. */
export const CommentPlaces = Extension.create<{ onPick: (id: string) => void }>({
  name: 'commentPlaces',
  addOptions: () => ({ onPick: () => {} }),
  addProseMirrorPlugins() {
    const { onPick } = this.options;
    return [
      new Plugin<Shown>({
        key,
        state: {
          init: () => ({ comments: [], activeId: null }),
          apply: (transaction, shown) => (transaction.getMeta(key) as Shown | undefined) ?? shown,
        },
        props: {
          decorations: (state) => {
            const shown = key.getState(state);
            if (!shown) return null;
            const places = placesOf(state, shown.comments);
            return DecorationSet.create(
              state.doc,
              places.map(({ id, from, to }) =>
                Decoration.inline(from, to, { class: `${classes.commented} ${id === shown.activeId ? classes.active : ''}`, 'data-comment': id }),
              ),
            );
          },
          handleClick: (_view, _position, event) => {
            const mark = event.target instanceof Element ? event.target.closest('[data-comment]') : null;
            const id = mark?.getAttribute('data-comment');
            if (id) onPick(id);
            return false;
          },
        },
      }),
    ];
  },
});

/** Tells the editor which comments to mark. */
export function showComments(editor: Editor, comments: readonly TextComment[], activeId: string | null): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { comments, activeId }).setMeta('addToHistory', false));
}

/** Where the words of comments are; those whose words are gone have no place. */
export function placesOf(state: State, comments: readonly TextComment[]): CommentPlace[] {
  const binding = bindingOf(state);
  if (!binding) return [];
  return comments.flatMap(({ id, anchor }) => {
    if (anchor === '') return [];
    const ends = readAnchor(anchor)?.map((end) => relativePositionToAbsolutePosition(binding.doc, binding.type, end, binding.mapping));
    const [from, to] = ends ?? [];
    return typeof from === 'number' && typeof to === 'number' && from < to && to <= state.doc.content.size ? [{ id, from, to }] : [];
  });
}

/** The chosen words as an anchor that stays with them whatever is written around them; null while nothing is chosen. */
export function anchorOfSelection(state: State): { anchor: string; quote: string } | null {
  const { from, to, empty } = state.selection;
  const binding = bindingOf(state);
  if (empty || !binding) return null;
  const ends = [from, to].map((position) => absolutePositionToRelativePosition(position, binding.type, binding.mapping) as Y.RelativePosition);
  return { anchor: JSON.stringify(ends.map((end) => Y.relativePositionToJSON(end))), quote: state.doc.textBetween(from, to, ' ').slice(0, 1_000) };
}

function readAnchor(anchor: string): Y.RelativePosition[] | null {
  try {
    const ends: unknown = JSON.parse(anchor);
    return Array.isArray(ends) ? ends.map((end) => Y.createRelativePositionFromJSON(end)) : null;
  } catch {
    return null;
  }
}

interface Binding {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly mapping: Parameters<typeof absolutePositionToRelativePosition>[2];
}

function bindingOf(state: State): Binding | null {
  const binding = (ySyncPluginKey.getState(state) as { binding?: Binding | null } | undefined)?.binding;
  return binding ?? null;
}
