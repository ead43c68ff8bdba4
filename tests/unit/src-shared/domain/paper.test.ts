import { describe, expect, it } from 'vitest';
import { mostPerPage, pairLevels, pairsOf, paperAskSchema } from '#shared/domain/paper.ts';
import { inventBallot } from '../../../fixtures/invented-ballots.ts';

describe('paper', () => {
  it('takes every pair once, first before second, with ratios that mirror each other', () => {
    const { options } = inventBallot('pairwise', { count: 5 });
    const pairs = pairsOf(options);
    expect(pairs).toHaveLength(10);
    expect(new Set(pairs.map(({ key }) => key)).size).toBe(10);
    expect(pairs.every(({ first, second }) => options.indexOf(first) < options.indexOf(second))).toBe(true);
    expect(pairLevels.map((ratio, place) => ratio * (pairLevels.at(-1 - place) ?? 0)).map((product) => Math.round(product * 1e9) / 1e9)).toEqual([
      1, 1, 1, 1, 1,
    ]);
  });

  it('puts fewer sheets on a page the more there is to mark, and one in large print', () => {
    expect([4, 8, 9, 16, 17].map((count) => mostPerPage(inventBallot('dots', { count }), false))).toEqual([4, 4, 2, 2, 1]);
    const byDayAndNight = inventBallot('rating', { count: 6, settings: { times: ['day', 'night'] } });
    expect([mostPerPage(inventBallot('rating', { count: 6 }), false), mostPerPage(byDayAndNight, false), mostPerPage(byDayAndNight, true)]).toEqual([4, 2, 1]);
  });

  it('prints at most a thousand sheets at once', () => {
    const ask = { kind: 'ballots', ballotId: '0193a0c0-0000-7000-8000-000000000001' };
    expect(paperAskSchema.parse({ ...ask, copies: 1_000 })).toMatchObject({ perPage: 2, firstNumber: null, isLargePrint: null, language: 'en' });
    for (const copies of [0, 1_001, 1.5]) expect(paperAskSchema.safeParse({ ...ask, copies }).success).toBe(false);
  });
});
