import { describe, expect, it } from 'vitest';
import { compareCounting, placeOf } from '#renderer/stages/priorities/standing.ts';
import type { VoteTally, VotingGroup } from '#shared/domain/priorities.ts';
import { voteResults } from '#shared/methods/dot-vote.ts';

const ids = ['a', 'b', 'c'];
const group = (id: string, people: number): VotingGroup => ({ id, name: id, people });
const tallies = (groupId: string, ...dots: number[]): VoteTally[] => dots.map((count, index) => ({ groupId, priorityId: ids[index] ?? '', dots: count }));

describe('counting every dot or every group', () => {
  it('says nothing before a dot is placed', () => {
    expect(compareCounting(voteResults(ids, [group('g', 5)], []))).toBeNull();
  });

  it('is the same when groups agree', () => {
    const results = voteResults(ids, [group('large', 10), group('small', 2)], [...tallies('large', 20, 6, 4), ...tallies('small', 4, 2, 0)]);
    expect(compareCounting(results)).toEqual({ kind: 'same' });
  });

  it('names both winners when a small group turns the result', () => {
    const results = voteResults(ids, [group('large', 10), group('small', 2)], [...tallies('large', 18, 8, 4), ...tallies('small', 0, 6, 0)]);
    expect(compareCounting(results)).toEqual({ kind: 'winner', pooled: ['a'], equal: ['b'] });
  });

  it('names what moved when only the places below the first differ', () => {
    const results = voteResults(ids, [group('large', 10), group('small', 2)], [...tallies('large', 20, 6, 4), ...tallies('small', 4, 0, 2)]);
    expect(compareCounting(results)).toEqual({ kind: 'order', moved: ['b', 'c'] });
  });
});

describe('a place', () => {
  it('counts who is ahead and tells when it is shared', () => {
    const results = voteResults(ids, [group('g', 4)], tallies('g', 2, 4, 2));
    expect(placeOf(results, 'b', 'rank')).toEqual({ place: 1, isShared: false });
    expect(placeOf(results, 'a', 'rank')).toEqual({ place: 2, isShared: true });
    expect(placeOf(results, 'unknown', 'rank')).toBeNull();
  });
});
