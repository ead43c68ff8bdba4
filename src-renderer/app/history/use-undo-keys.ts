import { useEffect } from 'react';
import { isTextField, undoKeyOf } from './undo-keys.ts';
import { useUndo } from './undo-provider.tsx';

/** Undo and redo by keyboard and from the desktop's menu. Inside a text field both are the field's own. */
export function useUndoKeys(): (command: 'undo' | 'redo') => void {
  const actions = useUndo();

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const asked = undoKeyOf(event);
      if (!asked || event.defaultPrevented || isTextField(event.target instanceof Element ? event.target : null)) return;
      event.preventDefault();
      if (!event.repeat) void actions[asked]();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [actions]);

  return (command) => {
    // The menu's command goes where the key would: only the page knows what has the focus.
    if (isTextField(document.activeElement)) document.execCommand(command);
    else void actions[command]();
  };
}
