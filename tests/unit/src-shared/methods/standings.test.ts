import { describe, expect, test } from 'vitest';
import { ratingDimensions, type Scores } from '#shared/domain/stakeholders.ts';
import { changeOf, commonRaters, iqrOf, newestScores, noScores, type Rating, raterKey, spreadOf, standingOf } from '#shared/methods/standings.ts';
import { fc } from '../../../property-cases.ts';

let number = 0;
function rating(scores: Partial<Scores>, rest: Partial<Omit<Rating, 'scores'>> = {}): Rating {
  number += 1;
  const id = `r${String(number).padStart(5, '0')}`;
  return { id, rater: 'Ana', groupId: null, ballotId: null, day: '2026-01-10', at: '2026-01-10T09:00:00.000Z', ...rest, scores: { ...noScores, ...scores } };
}
const given = (ratings: readonly Rating[]) => [...newestScores(ratings).values()];

describe('medians and spread', () => {
  test('PI-1', () => {
    const power = spreadOf([2, 5, 4, 3, 4]);
    const interest = spreadOf([2, 1, 2, 3, 2]);
    expect(power).toEqual({ median: 4, q1: 3, q3: 4, raters: 5 });
    expect(iqrOf(power)).toBe(1);
    expect(interest.median).toBe(2);
    expect(iqrOf(interest)).toBe(0);
    const scores = [2, 5, 4, 3, 4].map((score, place) => ({ ...noScores, power: score, interest: [2, 1, 2, 3, 2][place] ?? null }));
    expect(standingOf('a', scores)).toMatchObject({ gridPlace: 'keep-satisfied', raterCount: 5 });
  });

  test('the median of an even count is the mean of the middle two; blanks are no ratings', () => {
    expect(spreadOf([5, null, 2, 3, 2])).toMatchObject({ median: 2.5, raters: 4 });
    expect(spreadOf([null, null])).toEqual({ median: null, q1: null, q3: null, raters: 0 });
    expect(iqrOf(spreadOf([]))).toBeNull();
  });
});

describe('whose rating counts', () => {
  test('the newest of each rater, by the day it was given and not by when it was typed', () => {
    const today = rating({ power: 5 }, { day: '2026-03-01', at: '2026-03-01T10:00:00.000Z' });
    const typedLater = rating({ power: 1 }, { day: '2026-01-10', at: '2026-03-02T10:00:00.000Z' });
    expect(given([today, typedLater])).toEqual([{ ...noScores, power: 5 }]);
  });

  test('two groups’ raters of one name are two', () => {
    const harbour = '018f0000-0000-7000-8000-000000000001';
    expect(given([rating({ power: 5 }), rating({ power: 1 }, { groupId: harbour })])).toHaveLength(2);
  });

  test('a blank newer rating takes the rater out', () => {
    expect(given([rating({ power: 5 }), rating({}, { day: '2026-02-01' })])).toEqual([]);
  });

  test('a voter is one person over several ballots, and a later ballot adds what an earlier one did not ask', () => {
    const first = rating({ power: 5, interest: 4 }, { rater: 'v1', ballotId: 'b1' });
    const second = rating({ legitimacy: 2, power: 3 }, { rater: 'v1', ballotId: 'b2', day: '2026-02-01' });
    expect(given([second, first])).toEqual([{ ...noScores, power: 3, interest: 4, legitimacy: 2 }]);
  });

  test('every sheet of paper is a person of its own; a voter is nobody’s namesake', () => {
    const sheets = [rating({ power: 5 }, { rater: '', ballotId: 'b1' }), rating({ power: 1 }, { rater: '', ballotId: 'b1' })];
    expect(given(sheets)).toHaveLength(2);
    expect(raterKey(rating({}, { rater: 'Ana', ballotId: 'b1' }))).not.toBe(raterKey(rating({}, { rater: 'Ana' })));
  });
});

describe('properties', () => {
  const score = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 });
  const scores = fc.record({ power: score, interest: score, legitimacy: score, urgency: score, stance: score });
  const ratings = fc.array(
    fc.tuple(scores, fc.constantFrom('Ana', 'Ben', 'Cruz', ''), fc.constantFrom(null, 'g1', 'g2'), fc.constantFrom('2026-01-01', '2026-02-01')),
    { maxLength: 25 },
  );
  const make = (list: readonly (readonly [Scores, string, string | null, string])[]) =>
    list.map(([given, rater, groupId, day]) => rating(given, { rater, groupId, day }));

  test('medians and quartiles lie within what was given, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (values) => {
        const { median, q1, q3 } = spreadOf(values);
        const inOrder = [Math.min(...values), q1, median, q3, Math.max(...values)];
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => Number(a) - Number(b)));
      }),
    );
  });

  test('the order of raters does not matter', () => {
    fc.assert(
      fc.property(ratings, fc.infiniteStream(fc.nat()), (list, stream) => {
        const all = make(list);
        const mixed = all
          .map((one) => ({ one, at: stream.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(standingOf('a', given(mixed))).toEqual(standingOf('a', given(all)));
      }),
    );
  });

  test('a body stands by its own ratings alone: another body never moves it', () => {
    fc.assert(
      fc.property(ratings, ratings, (mine, others) => {
        const own = make(mine);
        const alone = standingOf('a', given(own));
        standingOf('b', given(make(others)));
        expect(standingOf('a', given(own))).toEqual(alone);
      }),
    );
  });

  test('nobody is rated by more people than rated', () => {
    fc.assert(
      fc.property(ratings, (list) => {
        const standing = standingOf('a', given(make(list)));
        for (const dimension of ratingDimensions) expect(standing.spread[dimension].raters).toBeLessThanOrEqual(standing.raterCount);
        expect(standing.raterCount).toBeLessThanOrEqual(list.length);
      }),
    );
  });

  test('from a standing to itself nothing has moved; there and back takes the difference away', () => {
    fc.assert(
      fc.property(ratings, ratings, (then, now) => {
        const [before, after] = [standingOf('a', given(make(then))), standingOf('a', given(make(now)))];
        expect(changeOf(before, before, 0).hasMoved).toBe(false);
        const [there, back] = [changeOf(before, after, 0), changeOf(after, before, 0)];
        expect(there.hasMoved).toBe(back.hasMoved);
        for (const dimension of ratingDimensions) expect(there.difference[dimension] ?? 0).toBeCloseTo(-(back.difference[dimension] ?? 0));
      }),
    );
  });
});

test('a body that is rated for the first time has moved, without a difference', () => {
  const change = changeOf(standingOf('a', []), standingOf('a', [{ ...noScores, power: 4, interest: 4 }]), 0);
  expect(change).toMatchObject({ hasMoved: true, difference: { power: null, interest: null }, after: { gridPlace: 'work-closely' } });
});

test('raters who rated both times are counted by who they are', () => {
  const then = newestScores([rating({ power: 1 }), rating({ power: 2 }, { rater: 'Ben' })]);
  const now = newestScores([rating({ power: 4 }, { day: '2026-03-01' }), rating({ power: 2 }, { rater: 'Ben', groupId: 'g1' })]);
  expect(commonRaters(then, now)).toBe(1);
});
