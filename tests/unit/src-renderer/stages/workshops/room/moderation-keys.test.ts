import { expect, test } from 'vitest';
import { afterLeaving, moderationStep } from '#renderer/stages/workshops/room/moderation-keys.ts';

const press = (key: string, code = '') => ({ key, code, altKey: false, ctrlKey: false, metaKey: false });

test('J and K go through the list, Enter shows, X hides, U puts back', () => {
  expect(moderationStep(press('j'))).toEqual({ move: 1 });
  expect(moderationStep(press('ArrowDown'))).toEqual({ move: 1 });
  expect(moderationStep(press('k'))).toEqual({ move: -1 });
  expect(moderationStep(press('Enter'))).toEqual({ moderate: 'shown' });
  expect(moderationStep(press('x'))).toEqual({ moderate: 'hidden' });
  expect(moderationStep(press('u'))).toEqual({ moderate: 'waiting' });
});

test('the keys are where they are on an Arabic keyboard', () => {
  expect(moderationStep(press('ت', 'KeyJ'))).toEqual({ move: 1 });
  expect(moderationStep(press('ن', 'KeyK'))).toEqual({ move: -1 });
});

test('other keys and shortcuts are not the list’s', () => {
  expect(moderationStep(press('a'))).toBeNull();
  expect(moderationStep({ ...press('x'), ctrlKey: true })).toBeNull();
});

test('the focus goes on to the next statement, at the end to the one before', () => {
  expect(afterLeaving(0, 3)).toBe(0);
  expect(afterLeaving(2, 3)).toBe(1);
  expect(afterLeaving(0, 1)).toBe(-1);
});
