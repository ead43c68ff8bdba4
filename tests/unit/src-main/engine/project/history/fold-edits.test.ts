import { describe, expect, test } from 'vitest';
import { editKind } from '#main/engine/project/history/change-log.ts';
import { foldEdits, type PastEdit } from '#main/engine/project/history/fold-edits.ts';
import { encodeRow, type RowValues } from '#main/engine/project/history/row-values.ts';
import { readClocks } from '#main/engine/project/history/written-clocks.ts';

const writerId = (key: number) => `writer ${key}`;
const into = { writerKey: 1, sequence: 9 };

/** The nth change of a writer to one object. */
function edit(sequence: number, kind: number, before: RowValues | null, after: RowValues | null, more: Partial<PastEdit> = {}): PastEdit {
  const writerKey = more.writerKey ?? 1;
  const stored = { before: encodeRow(before), after: encodeRow(after), clocks: null };
  return { kind, ...stored, revision: sequence, clock: `c${sequence}`, writerKey, writer: writerId(writerKey), sequence, isMerge: 0, isIncoming: 0, ...more };
}

describe('many edits of one object as one', () => {
  test('changes come to what stood before the first and after the last', () => {
    const folded = foldEdits([edit(3, editKind.update, { a: 1 }, { a: 2 }), edit(5, editKind.update, { a: 2, b: 'x' }, { a: 3, b: 'y' })], into, writerId);
    expect(folded).toMatchObject({ kind: editKind.update, before: { a: 1, b: 'x' }, after: { a: 3, b: 'y' } });
  });

  test('a value that was changed and changed back was written all the same, last', () => {
    const folded = foldEdits([edit(3, editKind.update, { a: 1 }, { a: 2 }), edit(5, editKind.update, { a: 2 }, { a: 1 })], into, writerId);
    expect(folded).toMatchObject({ before: { a: 1 }, after: { a: 1 } });
    const clocks = readClocks(folded?.clocks ?? '', { own: { clock: 'c9', writer: 'w', ...into }, kind: editKind.update, after: { a: 1 } }, writerId);
    expect(clocks.writes.get('a')?.stamp).toMatchObject({ clock: 'c5', sequence: 5 });
  });

  test('what was made and removed in between leaves a mark that it is gone', () => {
    const row = { id: 'x', a: 1 };
    const folded = foldEdits([edit(3, editKind.insert, null, row), edit(4, editKind.delete, row, null)], into, writerId);
    expect(folded).toMatchObject({ kind: editKind.tombstone, before: row, after: null });
  });

  test('what was changed and then removed was there at the beginning as it was before the change', () => {
    const folded = foldEdits([edit(3, editKind.update, { a: 1 }, { a: 2 }), edit(4, editKind.delete, { id: 'x', a: 2, b: 5 }, null)], into, writerId);
    expect(folded).toMatchObject({ kind: editKind.delete, before: { id: 'x', a: 1, b: 5 }, after: null });
    // Should somebody else have kept it alive, the value written before the removal is still known.
    const clocks = readClocks(folded?.clocks ?? '', { own: { clock: 'c9', writer: 'w', ...into }, kind: editKind.delete, after: null }, writerId);
    expect(clocks.writes.get('a')).toMatchObject({ value: 2, stamp: { sequence: 3 } });
  });

  test('a change that stands alone stays as it is', () => {
    expect(foldEdits([edit(9, editKind.update, { a: 1 }, { a: 2 })], into, writerId)).toEqual({
      kind: editKind.update,
      before: { a: 1 },
      after: { a: 2 },
      clocks: null,
    });
  });

  test('a write of another copy that lost is no state of this file, and is remembered for merging', () => {
    const theirs = edit(4, editKind.update, { a: 1 }, { a: 7 }, { writerKey: 2, isIncoming: 1 });
    const folded = foldEdits([edit(3, editKind.update, { b: 1 }, { b: 2 }), theirs], into, writerId);
    expect(folded).toMatchObject({ before: { b: 1 }, after: { b: 2 } });
    const clocks = readClocks(folded?.clocks ?? '', { own: { clock: 'c9', writer: 'w', ...into }, kind: editKind.update, after: { b: 2 } }, writerId);
    expect(clocks.writes.get('a')).toMatchObject({ value: 7, stamp: { writer: 'writer 2', clock: 'c4' } });
    expect([...clocks.makers.keys()].sort()).toEqual([1, 2]);
  });
});
