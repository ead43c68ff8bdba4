import { describe, expect, test } from 'vitest';
import { undoKeyOf } from '#renderer/app/history/undo-keys.ts';

const press = (key: string, code: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>>) =>
  undoKeyOf({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe('the keys of undo and redo', () => {
  test('Ctrl or ⌘ with Z undoes, with Shift too it redoes, and so does Ctrl with Y', () => {
    expect(press('z', 'KeyZ', { ctrlKey: true })).toBe('undo');
    expect(press('z', 'KeyZ', { metaKey: true })).toBe('undo');
    expect(press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true })).toBe('redo');
    expect(press('y', 'KeyY', { ctrlKey: true })).toBe('redo');
  });

  test('the letter counts where the keyboard has Latin ones (on a German one Z lies elsewhere), else the place of the key', () => {
    expect(press('z', 'KeyY', { ctrlKey: true })).toBe('undo');
    expect(press('ئ', 'KeyZ', { ctrlKey: true })).toBe('undo');
    expect(press('غ', 'KeyY', { ctrlKey: true })).toBe('redo');
  });

  test('nothing else is heard', () => {
    expect(press('z', 'KeyZ', {})).toBeNull();
    expect(press('z', 'KeyZ', { ctrlKey: true, altKey: true })).toBeNull();
    expect(press('x', 'KeyX', { ctrlKey: true })).toBeNull();
  });
});
