import { describe, expect, test } from 'vitest';
import { latinLetter, nextView, remoteCommand, shownBallot, type WallScene } from '#renderer/stages/wall/remote.ts';
import type { WallView } from '#shared/domain/room.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({ key, code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...more });

describe('keys', () => {
  test('a presenter’s remote sends Page Down, Page Up and a full stop', () => {
    for (const place of ['wall', 'cockpit'] as const) {
      expect(remoteCommand(press('PageDown'), 'ltr', place)).toBe('next');
      expect(remoteCommand(press('PageUp'), 'ltr', place)).toBe('back');
      expect(remoteCommand(press('.'), 'ltr', place)).toBe('black');
    }
  });

  test('left and right follow the direction of reading', () => {
    expect(remoteCommand(press('ArrowRight'), 'ltr', 'wall')).toBe('next');
    expect(remoteCommand(press('ArrowLeft'), 'ltr', 'wall')).toBe('back');
    expect(remoteCommand(press('ArrowLeft'), 'rtl', 'wall')).toBe('next');
    expect(remoteCommand(press('ArrowRight'), 'rtl', 'wall')).toBe('back');
  });

  test('space goes on, with shift back', () => {
    expect(remoteCommand(press(' '), 'rtl', 'wall')).toBe('next');
    expect(remoteCommand(press(' ', { shiftKey: true }), 'ltr', 'wall')).toBe('back');
  });

  test('letters work with and without shift, and on keyboards of another script', () => {
    expect(remoteCommand(press('b'), 'ltr', 'wall')).toBe('black');
    expect(remoteCommand(press('J', { shiftKey: true }), 'ltr', 'wall')).toBe('join');
    expect(remoteCommand(press('ف', { code: 'KeyT' }), 'rtl', 'wall')).toBe('timer');
    expect(remoteCommand(press('ق', { code: 'KeyR' }), 'rtl', 'cockpit')).toBe('result');
    expect(remoteCommand(press('لا', { code: 'KeyB' }), 'rtl', 'wall')).toBe('black');
  });

  test('on a Latin keyboard the letter counts, not its place', () => {
    // Dvorak: the key in the place of N writes b.
    expect(latinLetter({ key: 'b', code: 'KeyN' })).toBe('b');
    expect(latinLetter({ key: 'Enter', code: 'KeyB' })).toBe('b');
  });

  test('shortcuts of the system and the application are left alone', () => {
    expect(remoteCommand(press('b', { ctrlKey: true }), 'ltr', 'wall')).toBeNull();
    expect(remoteCommand(press('ArrowLeft', { altKey: true }), 'ltr', 'cockpit')).toBeNull();
    expect(remoteCommand(press('r', { metaKey: true }), 'ltr', 'wall')).toBeNull();
  });

  test('on the cockpit up and down scroll, and full screen and Escape are not the wall’s', () => {
    for (const key of ['ArrowUp', 'ArrowDown', 'f', 'Escape']) expect(remoteCommand(press(key), 'ltr', 'cockpit')).toBeNull();
    expect(remoteCommand(press('ArrowDown'), 'ltr', 'wall')).toBe('next');
    expect(remoteCommand(press('ArrowUp'), 'ltr', 'wall')).toBe('back');
    expect(remoteCommand(press('f'), 'ltr', 'wall')).toBe('full-screen');
    expect(remoteCommand(press('Escape'), 'ltr', 'wall')).toBe('leave');
  });

  test('a question mark shows the keys', () => {
    expect(remoteCommand(press('?', { shiftKey: true }), 'ltr', 'cockpit')).toBe('help');
  });
});

describe('what comes next', () => {
  const view = (patch: Partial<WallView>): WallView => ({ mode: 'join', ballotId: null, message: '', step: 0, ...patch });
  const scene = (patch: Partial<WallScene>): WallScene => ({ wall: view({}), before: null, ballots: [], lastStep: 2, ...patch });
  const draft = { id: 'd', kind: 'dots', state: 'draft' } as const;
  const open = { id: 'o', kind: 'dots', state: 'open' } as const;
  const closed = { id: 'c', kind: 'dots', state: 'closed' } as const;
  const said = { id: 's', kind: 'statement', state: 'closed' } as const;

  test('from the way in to the ballot that is open', () => {
    expect(nextView('next', scene({ ballots: [closed, open, draft] }))).toEqual({ mode: 'ballot', ballotId: 'o', step: 0 });
  });

  test('a ballot that is open has no result, by any key', () => {
    const wall = view({ mode: 'ballot', ballotId: 'o' });
    expect(nextView('next', scene({ wall, ballots: [open] }))).toBeNull();
    expect(nextView('result', scene({ wall, ballots: [open] }))).toBeNull();
    expect(nextView('result', scene({ ballots: [draft] }))).toBeNull();
  });

  test('a closed ballot shows its result step by step, and no further than its last', () => {
    const ballots = [closed];
    expect(nextView('next', scene({ wall: view({ mode: 'ballot', ballotId: 'c' }), ballots }))).toEqual({ mode: 'result', ballotId: 'c', step: 0 });
    expect(nextView('next', scene({ wall: view({ mode: 'result', ballotId: 'c', step: 1 }), ballots }))).toEqual({ step: 2 });
    expect(nextView('next', scene({ wall: view({ mode: 'result', ballotId: 'c', step: 2 }), ballots }))).toBeNull();
  });

  test('back goes the same way to the way in', () => {
    const ballots = [closed];
    expect(nextView('back', scene({ wall: view({ mode: 'result', ballotId: 'c', step: 2 }), ballots }))).toEqual({ step: 1 });
    expect(nextView('back', scene({ wall: view({ mode: 'result', ballotId: 'c' }), ballots }))).toEqual({ mode: 'ballot', step: 0 });
    expect(nextView('back', scene({ wall: view({ mode: 'ballot', ballotId: 'c' }), ballots }))).toEqual({ mode: 'join' });
    expect(nextView('back', scene({ ballots }))).toBeNull();
  });

  test('the result of statements is the statements', () => {
    expect(nextView('result', scene({ wall: view({ mode: 'ballot', ballotId: 's' }), ballots: [said] }))).toEqual({
      mode: 'statements',
      ballotId: 's',
      step: 0,
    });
  });

  test('black and back to what was there', () => {
    const before = view({ mode: 'result', ballotId: 'c', step: 1 });
    expect(nextView('black', scene({ wall: before }))).toEqual({ mode: 'black' });
    for (const command of ['black', 'next', 'back'] as const)
      expect(nextView(command, scene({ wall: { ...before, mode: 'black' }, before, ballots: [closed] }))).toEqual(before);
  });

  test('a window that was loaded on a black wall goes back to the ballot, or to the way in', () => {
    expect(nextView('black', scene({ wall: view({ mode: 'black', ballotId: 'c' }), ballots: [closed, open] }))).toEqual({
      mode: 'ballot',
      ballotId: 'c',
      step: 0,
    });
    expect(nextView('black', scene({ wall: view({ mode: 'black' }) }))).toEqual({ mode: 'join' });
  });

  test('join and timer are one key from everywhere', () => {
    expect(nextView('join', scene({ wall: view({ mode: 'black' }) }))).toEqual({ mode: 'join' });
    expect(nextView('timer', scene({ wall: view({ mode: 'result', ballotId: 'c' }) }))).toEqual({ mode: 'timer' });
  });

  test('the wall is about the ballot it shows, else the open one, else the one closed last', () => {
    expect(shownBallot({ wall: view({ ballotId: 'c' }), ballots: [closed, open] })).toBe(closed);
    expect(shownBallot({ wall: view({ ballotId: 'gone' }), ballots: [closed, open] })).toBe(open);
    expect(shownBallot({ wall: view({}), ballots: [closed, said, draft] })).toBe(said);
    expect(shownBallot({ wall: view({}), ballots: [draft] })).toBeUndefined();
  });
});
