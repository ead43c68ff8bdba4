import { describe, expect, test } from 'vitest';
import { ballotKinds, type Hands } from '#shared/domain/ballots.ts';
import { canCountHands, handsProblems } from '#shared/methods/check-hands.ts';
import { ballotOf, optionId } from '../../../fixtures/ballots.ts';
import { fc } from '../../../property-cases.ts';

const [a, b] = [optionId(0), optionId(1)];
const codes = (ballot: Parameters<typeof handsProblems>[0], people: number, counts: Hands['counts']) =>
  handsProblems(ballot, { people, counts }).map(({ code }) => code);

describe('a show of hands', () => {
  test('of dots: no more in all than people times dots, on one option than people times cap', () => {
    const ballot = ballotOf('dots', 8, { capPerOption: 1 });
    expect(codes(ballot, 5, { [a]: 5, [b]: 5 })).toEqual([]);
    expect(handsProblems(ballot, { people: 5, counts: { [a]: 6 } })).toEqual([{ code: 'too-many', given: 6, allowed: 5 }]);
    expect(handsProblems(ballotOf('dots', 8), { people: 2, counts: { [a]: 3, [b]: 2 } })).toEqual([{ code: 'too-many', given: 5, allowed: 4 }]);
  });

  test('of a scale: nobody raises a hand for two levels of one option', () => {
    expect(codes(ballotOf('agree', 2), 4, { [`${a}:1`]: 3, [`${a}:5`]: 1, [`${b}:3`]: 4 })).toEqual([]);
    expect(codes(ballotOf('agree', 2), 4, { [`${a}:1`]: 3, [`${a}:5`]: 2 })).toEqual(['too-many']);
    const byTime = ballotOf('rating', 2, { times: ['day', 'night'] });
    expect(codes(byTime, 4, { [`${a}:day:1`]: 4, [`${a}:night:5`]: 4 })).toEqual([]);
    expect(codes(ballotOf('grid', 2), 4, { [`${a}:power:1`]: 4, [`${a}:interest:5`]: 4 })).toEqual([]);
  });

  test('of a ranking: one first choice each', () => {
    expect(codes(ballotOf('ranking', 3), 4, { [a]: 2, [b]: 3 })).toEqual(['too-many']);
  });

  test('of questions: levels, yes and no, choices by their place', () => {
    const quiz = ballotOf('quiz', 4);
    expect(codes(quiz, 3, { [`${a}:5`]: 3, [`${b}:1`]: 3, [`${optionId(2)}:no`]: 3 })).toEqual([]);
    expect(codes(quiz, 3, { [`${b}:2`]: 1 })).toEqual(['unknown']);
    expect(codes(quiz, 3, { [`${optionId(3)}:1`]: 1 })).toEqual(['unknown']);
  });

  test('of open words, or of pairs weighed against each other, there is none', () => {
    expect(codes(ballotOf('statement', 0), 3, {})).toEqual(['no-hands']);
    expect(codes(ballotOf('pairwise', 3), 3, {})).toEqual(['no-hands']);
  });

  test('counts nothing that is not on the ballot', () => {
    for (const key of [optionId(9), `${a}:6`, `${a}:1:1`, '', `${a}:dusk:1`]) expect(codes(ballotOf('rating', 2), 3, { [key]: 1 })).toEqual(['unknown']);
  });

  test('of nobody counts nothing, and none raised is always possible', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ballotKinds), fc.nat(50), (kind, people) => {
        const ballot = ballotOf(kind, 3);
        if (canCountHands(ballot)) expect(codes(ballot, people, {})).toEqual([]);
      }),
    );
  });
});
