import { describe, expect, test } from 'vitest';
import { countBallots, suggestedDots, voteProblems, voteResults } from '#shared/methods/dot-vote.ts';
import { fc } from '../../../property-cases.ts';

const group = (id: string, people: number) => ({ id, name: id, people });
const tally = (groupId: string, priorityId: string, dots: number) => ({ groupId, priorityId, dots });

describe('dot voting by ballot', () => {
  const options = ['A', 'B', 'C', 'D'];
  test('DOT-1: votes and distinct supporters', () => {
    const count = countBallots([{ A: 2 }, { A: 1, B: 1 }, { B: 1, C: 1 }, { A: 2 }], options, { dotsPerPerson: 2, capPerOption: 2 });
    expect(count.votes).toEqual({ A: 5, B: 2, C: 1, D: 0 });
    expect(count.supporters).toEqual({ A: 3, B: 2, C: 1, D: 0 });
    expect(count.people).toBe(4);
  });
  test('a ballot over its dots or the cap is listed, never trimmed', () => {
    const count = countBallots([{ A: 3 }, { A: 2 }, { A: 1 }], options, { dotsPerPerson: 2, capPerOption: 1 });
    expect(count.refused).toEqual([0, 1]);
    expect(count.votes).toMatchObject({ A: 1 });
  });
  test('a blank ballot counts as taking part', () => expect(countBallots([{}, { B: 1 }], options, { dotsPerPerson: 1, capPerOption: 1 }).people).toBe(2));
  test.each([
    [0, 1],
    [4, 1],
    [5, 2],
    [12, 3],
  ])('%i options suggest %i dots', (count, dots) => expect(suggestedDots(count)).toBe(dots));
});

describe('dot voting by group', () => {
  test('as in GR-1, the winner can change when every group weighs the same', () => {
    const results = voteResults(['A', 'B'], [group('women', 9), group('men', 3)], [tally('women', 'A', 9), tally('men', 'A', 0), tally('men', 'B', 6)]);
    const [a, b] = results;
    expect(a).toMatchObject({ dots: 9, rank: 1, equalGroupPoints: 0.5, equalGroupRank: 2, share: 0.6 });
    expect(b).toMatchObject({ dots: 6, rank: 2, equalGroupPoints: 1, equalGroupRank: 1 });
    expect(a?.byGroup).toEqual([
      { groupId: 'women', dots: 9, share: 1, rank: 1 },
      { groupId: 'men', dots: 0, share: 0, rank: 2 },
    ]);
  });
  test('ties are joint', () =>
    expect(voteResults(['A', 'B'], [group('g', 2)], [tally('g', 'A', 1), tally('g', 'B', 1)]).map((row) => row.rank)).toEqual([1.5, 1.5]));
  test('before any dot there is no share and no rank', () => {
    expect(voteResults(['A'], [group('g', 5)], [])).toEqual([
      {
        priorityId: 'A',
        dots: 0,
        share: null,
        rank: null,
        equalGroupPoints: null,
        equalGroupRank: null,
        byGroup: [{ groupId: 'g', dots: 0, share: null, rank: null }],
      },
    ]);
  });
  test('a group without people has no mean and leaves the others alone', () => {
    const [a] = voteResults(['A'], [group('g', 4), group('empty', 0)], [tally('g', 'A', 2), tally('empty', 'A', 3)]);
    expect(a?.equalGroupPoints).toBe(0.5);
  });
  test('what a group cannot have placed is listed with what it could', () => {
    const problems = voteProblems([group('g', 3)], [tally('g', 'A', 5), tally('g', 'B', 2)], { dotsPerPerson: 2, capPerOption: 1 });
    expect(problems).toEqual([
      { groupId: 'g', code: 'too-many-dots', priorityId: null, dots: 7, allowed: 6 },
      { groupId: 'g', code: 'over-cap', priorityId: 'A', dots: 5, allowed: 3 },
    ]);
  });
  test('shares add up to one and dots to what was entered', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const groups = rows.map((_, index) => group(`g${index}`, 10));
        const tallies = rows.flatMap((row, g) => row.map((dots, option) => tally(`g${g}`, 'ABC'[option] ?? '', dots)));
        const results = voteResults(['A', 'B', 'C'], groups, tallies);
        const placed = rows.flat().reduce((sum, dots) => sum + dots, 0);
        expect(results.reduce((sum, row) => sum + row.dots, 0)).toBe(placed);
        if (placed > 0) expect(results.reduce((sum, row) => sum + (row.share ?? 0), 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});
