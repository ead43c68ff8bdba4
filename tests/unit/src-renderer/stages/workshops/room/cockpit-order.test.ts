import { expect, test } from 'vitest';
import { inOrderOfNeed } from '#renderer/stages/workshops/room/ballot-order.ts';
import { systemOf } from '#renderer/stages/workshops/room/laptop-system.ts';
import { otherPort } from '#renderer/stages/workshops/room/other-port.ts';

const ballot = (id: string, state: 'draft' | 'open' | 'closed', sessionId: string | null, position: number) => ({ id, state, sessionId, position });

test('open ballots stand first, then those to come, of the running session before others', () => {
  const ordered = inOrderOfNeed(
    [ballot('late', 'draft', 'b', 1), ballot('done', 'closed', 'a', 2), ballot('next', 'draft', 'a', 3), ballot('now', 'open', null, 4)],
    'a',
  );
  expect(ordered.map(({ id }) => id)).toEqual(['now', 'next', 'late', 'done']);
});

test('without a running session the order is the workshop’s', () => {
  expect(inOrderOfNeed([ballot('two', 'draft', 'a', 2), ballot('one', 'draft', null, 1)], undefined).map(({ id }) => id)).toEqual(['one', 'two']);
});

test('a taken port gives way to the next one, the last to one that is rarely taken', () => {
  expect(otherPort(8_080)).toBe(8_081);
  expect(otherPort(65_535)).toBe(8_081);
});

test('advice on a hotspot speaks of this system', () => {
  expect(systemOf('Win32')).toBe('windows');
  expect(systemOf('MacIntel')).toBe('macos');
  expect(systemOf('Linux x86_64')).toBe('linux');
});
