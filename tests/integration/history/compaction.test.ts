import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compactHistory } from '#main/engine/project/history/compact.ts';
import { restoreProject } from '#main/engine/project/history/restore.ts';
import { addSnapshot, compareMoments, listSnapshots } from '#main/engine/project/history/snapshots.ts';
import { listChanges, sizeOf } from '#main/engine/project/history/timeline.ts';
import { stepToRedo, stepToUndo, undo } from '#main/engine/project/history/undo.ts';
import { contentsOf } from '../../fixtures/contents.ts';
import { newProject } from '../../fixtures/engine.ts';
import { cases, fc } from '../../property-cases.ts';
import { closeReplicas, copyOf, deeds, mergeInto, newReplica, perform, type Replica, seen } from '../merging/replicas.ts';

const histories = cases(30);

const deed = fc.record({ what: fc.constantFrom(...deeds, 'snapshot' as const), a: fc.nat(9), b: fc.nat(9) });
type SomeDeed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

function act(replica: Replica, { what, a, b }: SomeDeed, word: string): void {
  if (what === 'snapshot') addSnapshot(replica.project, { name: word, note: '' });
  else perform(replica, { what, a, b }, word);
}

function contents(replica: Replica): Record<string, unknown[]> {
  const { snapshot: _own, ...others } = contentsOf(replica.project);
  return others;
}

describe('making the history smaller', { timeout: 3_600_000 }, () => {
  test(`keeps the present and every snapshot as they are (${histories} histories)`, () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 30 }), (deedsDone) => {
        try {
          const replica = newReplica();
          const { project } = replica;
          const states = new Map<string, unknown>();
          for (const [index, what] of deedsDone.entries()) {
            act(replica, what, `w${index}`);
            if (what.what === 'snapshot') states.set(`w${index}`, contents(replica));
          }
          const now = contents(replica);
          const differences = listSnapshots(project).map(({ revision }) => compareMoments(project, revision, null).total);
          const before = sizeOf(project);
          compactHistory(project);
          expect(contents(replica)).toEqual(now);
          expect(sizeOf(project).changes).toBeLessThanOrEqual(before.changes + 1);
          expect(stepToUndo(project)).toBeNull();
          expect(stepToRedo(project)).toBeNull();
          expect(listSnapshots(project).map(({ revision }) => compareMoments(project, revision, null).total)).toEqual(differences);
          for (const { name, revision } of listSnapshots(project)) {
            restoreProject(project, revision);
            expect(contents(replica)).toEqual(states.get(name));
            if (stepToUndo(project)) undo(project);
            expect(contents(replica)).toEqual(now);
          }
          expect(replica.connection.pragma('foreign_key_check')).toEqual([]);
        } finally {
          closeReplicas();
        }
      }),
      { numRuns: histories },
    );
  });

  test(`changes nothing of what comes of bringing copies together, whichever of them was made smaller (${histories} histories)`, () => {
    const work = fc.array(deed, { maxLength: 6 });
    const round = fc.record({ works: fc.tuple(work, work, work), meeting: fc.option(fc.record({ into: fc.nat(2), from: fc.nat(2) })) });
    fc.assert(
      fc.property(fc.array(round, { minLength: 1, maxLength: 3 }), (rounds) => {
        try {
          const first = newReplica();
          first.connection.exec("INSERT INTO handed_copy (id, name, handed_out_at) VALUES ('c', 'Table 1', '2026-03-01')");
          const copies = [first, copyOf(first), copyOf(first)];
          for (const [number, { works, meeting }] of rounds.entries()) {
            for (const [index, copy] of copies.entries())
              for (const [place, what] of (works[index] ?? []).entries()) act(copy, what, `w${number}.${index}.${place}`);
            const [into, from] = [meeting && copies[meeting.into], meeting && copies[meeting.from]];
            if (into && from && into !== from) mergeInto(into, from);
          }
          const [a, b, c] = copies as [Replica, Replica, Replica];
          const hasReviews = [a, b].map((copy) => (seen(copy) as { reviews: unknown[] }).reviews.length > 0);
          const whole = copyOf(a);
          mergeInto(whole, b, c);
          const expected = contents(whole);
          if (!hasReviews[0]) {
            const smaller = copyOf(a);
            compactHistory(smaller.project);
            const other = copyOf(b);
            mergeInto(other, smaller, c);
            expect(contents(other)).toEqual(expected);
            mergeInto(smaller, b, c);
            expect(contents(smaller)).toEqual(expected);
          }
          if (!hasReviews[0] && !hasReviews[1]) {
            const [left, right] = [copyOf(a), copyOf(b)];
            compactHistory(left.project);
            compactHistory(right.project);
            mergeInto(left, right, c);
            expect(contents(left)).toEqual(expected);
          }
        } finally {
          closeReplicas();
        }
      }),
      { numRuns: histories },
    );
  });

  test('is refused while differences between copies are open', () => {
    try {
      const first = newReplica();
      const other = copyOf(first);
      for (const [copy, word] of [
        [first, 'one'],
        [other, 'other'],
      ] as const)
        perform(copy, { what: 'noteStakeholder', a: 0, b: 0 }, word);
      mergeInto(first, other);
      expect(() => compactHistory(first.project)).toThrow('history/review-first');
    } finally {
      closeReplicas();
    }
  });

  test('a long history of few things becomes short, and the file small', async () => {
    const { client, project, path } = await newProject();
    const emptyBytes = statSync(path).size;
    const { id } = await client.stakeholders.add({ name: 'Ward council' });
    for (let number = 0; number < 160; number += 1) await client.stakeholders.update({ id, patch: { note: `${number} ${randomBytes(1500).toString('hex')}` } });
    const snapshot = await client.history.addSnapshot({ name: 'After workshop 1' });
    await client.stakeholders.update({ id, patch: { note: 'short' } });
    const { foldedChanges, bytesBefore, bytesAfter } = await client.history.compact({});
    expect(foldedChanges).toBeGreaterThan(100);
    expect(bytesAfter - emptyBytes).toBeLessThan((bytesBefore - emptyBytes) / 2);
    const kept = listChanges(project(), { limit: 100 });
    expect(kept.map(({ kind, name }) => [kind, name])).toEqual([
      ['note', 'history.compact'],
      ['note', 'history.addSnapshot'],
      // The last change of whoever wrote before: how far they came must stay known.
      ['note', 'project.create'],
    ]);
    expect((await client.history.compare({ from: snapshot.revision, to: null })).objects).toMatchObject([
      { type: 'stakeholder', name: 'Ward council', fields: [{ field: 'note', after: 'short' }] },
    ]);
    await client.history.restoreProject({ revision: snapshot.revision });
    expect((await client.stakeholders.list())[0]?.note).toMatch(/^159 /);
    await client.history.undo();
    expect((await client.stakeholders.list())[0]?.note).toBe('short');
  });
});
