import { describe, expect, it } from 'vitest';
import { handsRows } from '#renderer/stages/workshops/entry/hands-rows.ts';
import { ballotKinds } from '#shared/domain/ballots.ts';
import { canCountHands, handsProblems } from '#shared/methods/check-hands.ts';
import { inventBallot } from '../../../../../fixtures/invented-ballots.ts';

describe('what is counted by a show of hands', () => {
  it('is known to the rules of every kind that can be counted so', () => {
    for (const kind of ballotKinds) {
      for (const times of [[], ['day', 'night']] as const) {
        const ballot = inventBallot(kind, { settings: { times: [...times] } });
        if (!canCountHands(ballot)) continue;
        const counts = Object.fromEntries(handsRows(ballot).flatMap(({ cells }) => cells.map(({ key }) => [key, 0])));
        expect(Object.keys(counts).length, kind).toBeGreaterThan(0);
        expect(handsProblems(ballot, { people: 12, counts }), kind).toEqual([]);
      }
    }
  });

  it('is one hand an option, or one a level, by day and by night', () => {
    expect(handsRows(inventBallot('dots')).map(({ cells }) => cells.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    const rating = handsRows(inventBallot('rating', { count: 2, settings: { times: ['day', 'night'] } }));
    expect(rating.map(({ number, part, cells }) => `${number} ${part} ${cells.length}`)).toEqual(['1 day 5', '1 night 5', '2 day 5', '2 night 5']);
  });
});
