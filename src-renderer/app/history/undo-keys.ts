const textTypes: ReadonlySet<string> = new Set(['text', 'search', 'email', 'number', 'tel', 'url', 'password', 'date', 'month', 'time', 'datetime-local']);

/** Where the browser's own undo takes back what was typed. */
export function isTextField(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly;
  if (element instanceof HTMLInputElement) return !element.readOnly && textTypes.has(element.type);
  return element instanceof HTMLElement && element.isContentEditable;
}

/** Whether a key press asks to undo or redo: Ctrl or ⌘ with Z, with Shift+Z, with Y. Keyboards of other scripts go by the place of the key. */
export function undoKeyOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const letter = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, '').toLowerCase();
  if (letter === 'z') return event.shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !event.shiftKey ? 'redo' : null;
}
