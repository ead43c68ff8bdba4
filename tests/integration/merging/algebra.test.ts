import { describe, expect, test } from 'vitest';
import { restoreProject } from '#main/engine/project/history/restore.ts';
import { redo, stepToUndo, undo } from '#main/engine/project/history/undo.ts';
import { cases, fc } from '../../property-cases.ts';
import { bringIn, closeReplicas, copyOf, type Deed, deeds, lastingDeeds, mergeInto, newReplica, perform, type Replica, seen } from './replicas.ts';

/** Random histories of each of the seven properties. */
const histories = cases(60);

const deedOf = (kinds: readonly Deed['what'][]): fc.Arbitrary<Deed> => fc.record({ what: fc.constantFrom(...kinds), a: fc.nat(9), b: fc.nat(9) });
/** What each of three copies does between two meetings, and which copies meet there. */
const roundOf = (kinds: readonly Deed['what'][]) => {
  const work = fc.array(deedOf(kinds), { maxLength: 5 });
  return fc.record({ works: fc.tuple(work, work, work), meeting: fc.option(fc.record({ into: fc.nat(2), from: fc.nat(2) })) });
};

/** Three copies of one project that lived through the rounds apart; their own meetings included. */
function live(rounds: readonly { works: readonly Deed[][]; meeting: { into: number; from: number } | null }[]): Replica[] {
  const first = newReplica();
  const copies = [first, copyOf(first), copyOf(first)];
  for (const [number, { works, meeting }] of rounds.entries()) {
    for (const [index, copy] of copies.entries())
      for (const [place, what] of (works[index] ?? []).entries()) perform(copy, what, `w${number}.${index}.${place}`);
    const into = meeting && copies[meeting.into];
    const from = meeting && copies[meeting.from];
    if (into && from && into !== from) mergeInto(into, from);
  }
  return copies;
}

function withCopies(rounds: Parameters<typeof live>[0], check: (a: Replica, b: Replica, c: Replica) => void): void {
  const made = live(rounds);
  try {
    const [a, b, c] = made as [Replica, Replica, Replica];
    check(a, b, c);
  } finally {
    closeReplicas();
  }
}

const lives = (kinds: readonly Deed['what'][]) => fc.array(roundOf(kinds), { minLength: 1, maxLength: 3 });

const run = (check: (a: Replica, b: Replica, c: Replica) => void, kinds: readonly Deed['what'][] = deeds) =>
  fc.assert(
    fc.property(lives(kinds), (lived) => withCopies(lived, check)),
    { numRuns: histories },
  );

describe('bringing copies together', { timeout: 3_600_000 }, () => {
  test('gives the same whichever copy takes in the other', () => {
    run((a, b) => {
      const [left, right] = [copyOf(a), copyOf(b)];
      mergeInto(left, b);
      mergeInto(right, a);
      expect(seen(left)).toEqual(seen(right));
    });
  });

  test('gives the same in whatever order copies come, one by one or all at once', () => {
    run((a, b, c) => {
      const oneByOne = copyOf(a);
      mergeInto(oneByOne, b);
      mergeInto(oneByOne, c);
      const together = copyOf(a);
      mergeInto(together, c, b);
      const nested = copyOf(a);
      const pair = copyOf(c);
      mergeInto(pair, b);
      mergeInto(nested, pair);
      const expected = seen(oneByOne);
      expect(seen(together)).toEqual(expected);
      expect(seen(nested)).toEqual(expected);
    });
  });

  test('changes nothing when it is done again', () => {
    run((a, b) => {
      mergeInto(a, b);
      const once = seen(a);
      mergeInto(a, b);
      expect(seen(a)).toEqual(once);
      mergeInto(b, a);
      expect(seen(b)).toEqual(once);
    });
  });
});

describe('nothing is lost', { timeout: 3_600_000 }, () => {
  test('every word that anybody wrote is in the file that took all copies in: on the page, in a question, or in the history', () => {
    run((a, b, c) => {
      const words = new Set([a, b, c].flatMap(writtenWords));
      mergeInto(a, b, c);
      const kept = new Set(writtenWords(a));
      expect([...words].filter((word) => !kept.has(word))).toEqual([]);
    }, lastingDeeds);
  });

  test('a merge is undone and done again as one step, and bringing the copies together again does it again', () => {
    run((a, b) => {
      const before = seen(a);
      mergeInto(a, b);
      const merged = seen(a);
      if (stepToUndo(a.project)?.name !== 'merging.bringTogether') return;
      undo(a.project);
      expect(contents(seen(a))).toEqual(contents(before));
      redo(a.project);
      expect(asked(seen(a))).toEqual(asked(merged));
    });
  });

  test('what was taken back, by undo or by going back, comes in again with the same copy as it was, also when the history was folded', () => {
    fc.assert(
      fc.property(lives(deeds), fc.boolean(), fc.boolean(), (lived, isUndo, isFolded) =>
        withCopies(lived, (a, b) => {
          const before = newestRevision(a);
          bringIn(a, b);
          const merged = contents(seen(a));
          // Merges that had been undone before came again too, each as a step of its own.
          if (isUndo) while ((stepToUndo(a.project)?.revision ?? 0) > before) undo(a.project);
          else restoreProject(a.project, before);
          if (isFolded) perform(a, { what: 'fold', a: 0, b: 0 }, '');
          bringIn(a, b);
          expect(contents(seen(a))).toEqual(merged);
          expect(bringIn(a, b)).toEqual({ undone: [], merged: null });
        }),
      ),
      { numRuns: histories },
    );
  });

  test('the integrity of links holds after every merge', () => {
    run((a, b, c) => {
      mergeInto(a, b, c);
      expect(a.connection.pragma('foreign_key_check')).toEqual([]);
      expect(a.connection.pragma('integrity_check', { simple: true })).toBe('ok');
    });
  });
});

function newestRevision({ connection }: Replica): number {
  return connection.prepare<[], number>('SELECT max(revision) FROM change WHERE merge_revision IS NULL').pluck().get() ?? 0;
}

function contents(state: unknown): unknown {
  return (state as { contents: unknown }).contents;
}

/** Contents and questions; doing a merge again is a later word for what stands. */
function asked(state: unknown): unknown {
  const { contents: all, reviews } = state as { contents: unknown; reviews: { type: string; id: string; kind: string; field: string; writes: string[] }[] };
  return { all, reviews: reviews.map(({ type, id, kind, field, writes }) => ({ type, id, kind, field, writes })) };
}

/** Everything that stands in the history of a copy. */
function writtenWords(replica: Replica): string[] {
  const edits = replica.connection.prepare<[], { before: string | null; after: string | null }>('SELECT before, after FROM edit').all();
  return edits.flatMap(({ before, after }) => `${before} ${after}`.match(/w\d+\.\d+\.\d+/g) ?? []);
}
