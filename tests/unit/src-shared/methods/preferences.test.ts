import { describe, expect, test } from 'vitest';
import { bordaPoints } from '#shared/methods/borda.ts';
import { copeland } from '#shared/methods/copeland.ts';
import { fullRanks, isBlankRanking, type Ranking } from '#shared/methods/preference-ranks.ts';
import { fc } from '../../../property-cases.ts';

const letters = ['A', 'B', 'C', 'D'];
/** `1324` gives A the first place, B the third … */
const ranking = (places: string): Ranking => Object.fromEntries([...places].map((place, index) => [letters[index], Number(place)]));
const five = ['1234', '1324', '2134', '1243', '1234'].map(ranking);

const options = ['A', 'B', 'C', 'D', 'E'];
const anyRanking = fc
  .array(fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }), { minLength: 5, maxLength: 5 })
  .map((places): Ranking => Object.fromEntries(places.flatMap((place, index) => (place === undefined ? [] : [[options[index], place]]))));
const anyRankings = fc.array(anyRanking, { minLength: 1, maxLength: 12 });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the full ranks of a ballot', () => {
  test('unranked options share the mean of the places that remain', () => expect(fullRanks({ C: 1 }, letters)).toEqual([3, 3, 1, 3]));
  test('tied ones share the places they fill, whatever numbers were written', () =>
    expect(fullRanks({ A: 2, B: 2, C: 7, D: 9 }, letters)).toEqual([1.5, 1.5, 3, 4]));
  test('a blank ballot puts all in the middle and is known as blank', () => {
    expect(fullRanks({}, letters)).toEqual([2.5, 2.5, 2.5, 2.5]);
    expect(isBlankRanking({ X: 1 }, letters)).toBe(true);
    expect(isBlankRanking({ A: 1 }, letters)).toBe(false);
  });
  test('always add up to n(n + 1)/2', () => {
    fc.assert(
      fc.property(anyRanking, (ballot) => {
        expect(sum(fullRanks(ballot, options))).toBeCloseTo(15, 9);
      }),
    );
  });
});

describe('Borda', () => {
  test('BO-1', () => expect(bordaPoints(five, letters)).toEqual([14, 10, 5, 1]));
  test('every ballot gives away n(n − 1)/2 points, in whatever order the ballots come', () => {
    fc.assert(
      fc.property(anyRankings, (ballots) => {
        const points = bordaPoints(ballots, options);
        expect(sum(points)).toBeCloseTo(ballots.length * 10, 9);
        for (const [index, value] of bordaPoints(ballots.toReversed(), options).entries()) expect(value).toBeCloseTo(points[index] ?? 0, 9);
      }),
    );
  });
  test('an option that one person moves up loses no points', () => {
    fc.assert(
      fc.property(anyRankings, fc.nat(4), (ballots, option) => {
        const name = options[option] ?? 'A';
        const [first = {}, ...rest] = ballots;
        const raised = { ...Object.fromEntries(Object.entries(first).map(([key, place]) => [key, place + 1])), [name]: 1 };
        expect(bordaPoints([raised, ...rest], options)[option]).toBeGreaterThanOrEqual((bordaPoints(ballots, options)[option] ?? 0) - 1e-9);
      }),
    );
  });
});

describe('Copeland', () => {
  test('CO-1', () => {
    const found = copeland(five, letters);
    expect(found.scores).toEqual([3, 1, -1, -3]);
    expect(found).toMatchObject({ beatsAll: 0, circle: [] });
    expect(found.preferred[0]?.[1]).toBe(4);
  });
  test('majorities that go round are a finding of their own', () => {
    const found = copeland(
      [
        { A: 1, B: 2, C: 3 },
        { B: 1, C: 2, A: 3 },
        { C: 1, A: 2, B: 3 },
      ],
      ['A', 'B', 'C'],
    );
    expect(found).toMatchObject({ scores: [0, 0, 0], beatsAll: null, circle: [0, 1, 2] });
  });
  test('a circle behind a clear winner is named too', () => {
    const found = copeland(
      [
        { D: 1, A: 2, B: 3, C: 4 },
        { D: 1, B: 2, C: 3, A: 4 },
        { D: 1, C: 2, A: 3, B: 4 },
      ],
      letters,
    );
    expect(found).toMatchObject({ beatsAll: 3, circle: [0, 1, 2] });
  });
  test('scores add up to zero; a drawn pair counts for nobody; turning all ballots round turns the scores round', () => {
    expect(copeland([{ A: 1 }, { B: 1 }], ['A', 'B']).scores).toEqual([0, 0]);
    fc.assert(
      fc.property(anyRankings, (ballots) => {
        const { scores, beatsAll } = copeland(ballots, options);
        expect(sum(scores)).toBe(0);
        if (beatsAll !== null) expect(scores[beatsAll]).toBe(Math.max(...scores));
        const whole = ballots.map((ballot) => Object.fromEntries(options.map((option, index) => [option, fullRanks(ballot, options)[index] ?? 0])));
        const turned = whole.map((ballot) => Object.fromEntries(Object.entries(ballot).map(([option, place]) => [option, -place])));
        expect(copeland(turned, options).scores.map((score) => score + 0)).toEqual(copeland(whole, options).scores.map((score) => 0 - score));
      }),
    );
  });
});
