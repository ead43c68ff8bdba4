import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPlugin } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

export interface SharedWritingOptions {
  readonly fragment: Y.XmlFragment | null;
  /** Undo and redo are the project's own: they also take back what was typed before the file was last opened. */
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onComment: () => void;
}

/** Binds the editor to a section's Yjs document and gives its keys for undo and redo to the project. */
export const SharedWriting = Extension.create<SharedWritingOptions>({
  name: 'sharedWriting',
  priority: 1000,

  addOptions: () => ({ fragment: null, onUndo: () => {}, onRedo: () => {}, onComment: () => {} }),

  addKeyboardShortcuts() {
    const call = (deed: () => void) => () => {
      deed();
      return true;
    };
    const { onUndo, onRedo, onComment } = this.options;
    return { 'Mod-z': call(onUndo), 'Mod-y': call(onRedo), 'Shift-Mod-z': call(onRedo), 'Mod-Alt-m': call(onComment) };
  },

  addProseMirrorPlugins() {
    const { fragment, onUndo, onRedo } = this.options;
    if (!fragment) return [];
    // The desktop's menu and other keyboards ask for undo by this event; the browser's own would know nothing of what others wrote.
    const ownUndo = new Plugin({
      props: {
        handleDOMEvents: {
          beforeinput: (_view, event) => {
            if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
            event.preventDefault();
            (event.inputType === 'historyUndo' ? onUndo : onRedo)();
            return true;
          },
        },
      },
    });
    return [ySyncPlugin(fragment), ownUndo];
  },
});
