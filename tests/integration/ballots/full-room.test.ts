import { describe, expect, test } from 'vitest';
import { countedAnswers } from '#main/engine/ballots/counted-answers.ts';
import type { Answer, Ballot } from '#shared/domain/ballots.ts';
import { asking, newDesk, openBallot, openRoom, optionIds, phoneAt, type RoomFixture } from './a-room.ts';

const phones = 200;

/** The answer of a phone to one of three ballots, told from its number: no two tests of luck. */
function answerOf(ballot: Ballot, number: number): Answer {
  const ids = optionIds(ballot);
  const at = (place: number) => ids[place % ids.length] ?? '';
  if (ballot.kind === 'dots') return { kind: 'dots', dots: { [at(number)]: 1, [at(number + 1)]: 1 } };
  if (ballot.kind === 'ranking') return { kind: 'ranking', places: Object.fromEntries(ids.map((id, place) => [id, ((place + number) % ids.length) + 1])) };
  return { kind: 'rating', levels: Object.fromEntries(ids.map((id, place) => [id, { day: ((number + place) % 5) + 1, night: (number % 5) + 1 }])) };
}

/** Everything in a drawn order that is the same every time. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item, place) => ({ item, draw: (place * 7_919) % 10_007 }))
    .sort((one, other) => one.draw - other.draw)
    .map(({ item }) => item);
}

interface Sending {
  readonly seat: string;
  readonly ballot: Ballot;
  readonly number: number;
}

/** Sends each answer once, every third twice and every seventh three times, and says how many were received for the first time. */
async function sendAll(ask: RoomFixture['ask'], sendings: readonly Sending[]): Promise<{ received: number; again: number; perSecond: number }> {
  const repeated = sendings.flatMap((sending) => Array<Sending>(1 + Number(sending.number % 3 === 0) + Number(sending.number % 7 === 0)).fill(sending));
  const start = performance.now();
  const outcomes = await Promise.all(
    shuffled(repeated).map(({ seat, ballot, number }) => phoneAt(ask, seat).answer(ballot.id, answerOf(ballot, number), `form ${number} ${ballot.id}`)),
  );
  const perSecond = outcomes.length / ((performance.now() - start) / 1_000);
  const count = (outcome: string) => outcomes.filter((one) => one.outcome === outcome).length;
  expect(count('received') + count('again')).toBe(outcomes.length);
  return { received: count('received'), again: count('again'), perSecond };
}

function expectExactly(room: RoomFixture, ballot: Ballot): void {
  const counted = countedAnswers(room.project(), ballot.id);
  expect(counted).toHaveLength(phones);
  expect(new Set(counted.map(({ voterId }) => voterId)).size).toBe(phones);
  const sorted = (answers: readonly Answer[]) => answers.map((answer) => JSON.stringify(answer)).sort();
  expect(sorted(counted.map(({ answer }) => answer))).toEqual(sorted(Array.from({ length: phones }, (_, number) => answerOf(ballot, number))));
}

describe('two hundred phones and three ballots', () => {
  test('every answer counts once, with doubled messages, a facilitator at work, and an engine that is started again in the middle', async () => {
    const room = await openRoom();
    const dots = await openBallot(room, 'dots', 8);
    const rating = await openBallot(room, 'rating', 6, { times: ['day', 'night'], scale: 'safe' });
    const ranking = await openBallot(room, 'ranking', 5);
    const joins = await Promise.all(Array.from({ length: phones * 2 }, (_, place) => room.phone(`way in of ${place % phones}`)));
    const seats = joins.slice(0, phones).map(({ seat }) => seat);
    expect(new Set(joins.map(({ seat }) => seat)).size).toBe(phones);
    expect(room.desk.state().joined).toBe(phones);

    const sendings = (ballot: Ballot, from = 0) => seats.slice(from).map((seat, place) => ({ seat, ballot, number: from + place }));
    const first = sendAll(room.ask, [...sendings(dots), ...sendings(rating).slice(0, 120)]);
    await room.client.workshops.addGroup({ workshopId: room.workshopId, name: 'Table 1' });
    const figures = await first;
    expect(figures.received).toBe(phones + 120);
    expectExactly(room, dots);

    // The file is closed and opened by another engine; phones send again what they had no answer to, and go on.
    const { code } = room.desk.state();
    await room.client.project.close();
    await room.client.project.open({ file: room.engine.services.files.hand(room.path) });
    const desk = newDesk(room, room.clock);
    desk.projectOpened(room.project(), { isAgain: true });
    expect(desk.state()).toMatchObject({ code, joined: phones });
    const { ask } = asking(desk);
    const rest = await sendAll(ask, [...sendings(dots, 100), ...sendings(rating), ...sendings(ranking)]);
    expect(rest.received).toBe(80 + phones);
    for (const ballot of [dots, rating, ranking]) expectExactly(room, ballot);
    expect((await room.client.ballots.list({ workshopId: room.workshopId })).map(({ turnout }) => turnout)).toEqual(
      Array(3).fill({ phone: phones, paper: 0, hands: 0, present: phones }),
    );
    expect(figures.perSecond).toBeGreaterThan(300);

    const times = Array.from({ length: 2_000 }, (_, place) => {
      const start = performance.now();
      desk.answer({ name: 'look', seat: seats[place % phones] ?? '' });
      return performance.now() - start;
    }).sort((one, other) => one - other);
    const look = times[Math.floor(times.length / 2)] ?? 0;
    expect(look).toBeLessThan(0.5);
    if (process.env.ROOM_FIGURES) console.log({ ...figures, perSecondAfter: rest.perSecond, look, look99: times[Math.floor(times.length * 0.99)] });
  }, 60_000);
});
