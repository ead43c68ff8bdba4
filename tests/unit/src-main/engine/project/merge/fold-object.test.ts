import { expect, test } from 'vitest';
import { foldObject, type WriteEvent } from '#main/engine/project/merge/fold-object.ts';
import { Knowledge, type KnownWriter } from '#main/engine/project/merge/knowledge.ts';

const writers: readonly KnownWriter[] = ['one', 'two', 'three', 'keeper', 'lead'].map((id) => ({
  id,
  previous: null,
  // The lead brought everything together before it took the merge back.
  merges: id === 'lead' ? [{ sequence: 1, knows: { one: 9, two: 9, three: 9, keeper: 9 } }] : [],
}));
const knowledge = new Knowledge(writers);

const at = (writer: string, clock: number, sequence = 1) => ({ writer, sequence, clock: String(clock).padStart(3, '0') });
const note = (text: string) => ({ note: text });
const update = (writer: string, clock: number, text: string): WriteEvent => ({ ...at(writer, clock), kind: 'update', before: note(''), after: note(text) });
const stamps = (events: readonly WriteEvent[]) => foldObject(events, knowledge).conflicts.map(({ writes }) => writes.map(({ stamp }) => stamp.writer));

/** A folded history is later than what it tells: «calm» was written by «two» long before. */
const folded: WriteEvent = {
  ...{ ...at('keeper', 50), kind: 'keep', before: null, after: null },
  folded: { makers: [at('two', 2)], removals: [], writes: [{ column: 'note', value: 'calm', stamp: at('two', 2) }] },
};
const events = [update('three', 3, 'bright'), update('one', 5, 'calm'), folded];

test('two who gave the same answer are told by the later of them, wherever a folded history tells them', () => {
  expect(stamps(events)).toEqual([['one', 'three']]);
  expect(stamps([update('two', 2, 'calm'), ...events.slice(0, 2)])).toEqual([['one', 'three']]);
});

test('undoing a merge and doing it again leaves the question as it was, told by the same answers', () => {
  const step = (clock: number, sequence: number, text: string, isUndo: boolean): WriteEvent => ({
    ...{ ...at('lead', clock, sequence), kind: 'update', before: note(''), after: note(text) },
    mergeStep: { merge: 'lead 1', isUndo },
  });
  expect(stamps([...events, step(60, 2, 'bright', true), step(61, 3, 'calm', false)])).toEqual(stamps(events));
});
