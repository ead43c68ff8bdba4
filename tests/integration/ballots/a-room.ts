import { v7 as uuidv7 } from 'uuid';
import { RoomDesk } from '#main/engine/room/room-desk.ts';
import type { RoomQuestionName, RoomQuestions, RoomView } from '#main/engine/room/room-questions.ts';
import type { Answer, Ballot, BallotKind } from '#shared/domain/ballots.ts';
import { type EngineFixture, newProject } from '../../fixtures/engine.ts';

/** A clock that a test moves. */
export interface MovedClock {
  now(): Date;
  move(ms: number): void;
}

export function movedClock(start = '2026-11-22T09:00:00.000Z'): MovedClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    move: (ms) => {
      at += ms;
    },
  };
}

export interface RoomFixture extends EngineFixture {
  readonly workshopId: string;
  readonly desk: RoomDesk;
  readonly clock: MovedClock;
  /** How often a window was told to read the room again. */
  readonly told: { count: number };
  ask<Name extends RoomQuestionName>(name: Name, ask: RoomQuestions[Name]['ask'], desk?: RoomDesk): Promise<RoomQuestions[Name]['answer']>;
  /** A phone that typed the code from the wall. */
  phone(key?: string): Promise<Phone>;
}

export interface Phone {
  readonly seat: string;
  look(): Promise<RoomView>;
  answer(ballotId: string, answer: Answer, key?: string): Promise<RoomQuestions['answer']['answer']>;
}

/** A project with a workshop whose room is open at a desk of this test's own. */
export async function openRoom(options: { clock?: MovedClock } = {}): Promise<RoomFixture> {
  const clock = options.clock ?? movedClock();
  const fixture = await newProject({ now: clock.now });
  const { id: workshopId } = await fixture.client.workshops.add({ title: 'Harbour', template: '' });
  const told = { count: 0 };
  const desk = newDesk(fixture, clock, told);
  desk.open(fixture.project(), workshopId);
  return { ...fixture, workshopId, desk, clock, told, ...asking(desk) };
}

export function newDesk(fixture: EngineFixture, clock: MovedClock, told = { count: 0 }): RoomDesk {
  return new RoomDesk({
    settingsFolder: `${fixture.folder}/desk`,
    now: clock.now,
    onChange: () => {
      told.count += 1;
    },
  });
}

export function asking(own: RoomDesk): Pick<RoomFixture, 'ask' | 'phone'> {
  const ask: RoomFixture['ask'] = async (name, question, desk = own) =>
    // The answer is of the kind that belongs to the question.
    (await desk.answer({ name, ...question } as Parameters<RoomDesk['answer']>[0])) as never;
  return {
    ask,
    phone: async (key = uuidv7()) => {
      const joined = await ask('join', { code: own.state().code, key, language: 'es', address: '192.168.1.20' });
      if (joined.outcome !== 'in') throw new Error(`the phone stays outside: ${joined.outcome}`);
      return phoneAt(ask, joined.seat);
    },
  };
}

export function phoneAt(ask: RoomFixture['ask'], seat: string): Phone {
  return {
    seat,
    look: () => ask('look', { seat }),
    answer: (ballotId, answer, key = uuidv7()) => ask('answer', { seat, ballotId, key, answer, language: 'es' }),
  };
}

/** An open ballot with options `A`, `B`, `C`… */
export async function openBallot(
  { client, workshopId }: Pick<RoomFixture, 'client' | 'workshopId'>,
  kind: BallotKind,
  options: number,
  settings: Partial<Ballot['settings']> = {},
): Promise<Ballot> {
  const { id } = await addBallot({ client, workshopId }, kind, options, settings);
  return client.ballots.open({ id });
}

export async function addBallot(
  { client, workshopId }: Pick<RoomFixture, 'client' | 'workshopId'>,
  kind: BallotKind,
  options: number,
  settings: Partial<Ballot['settings']> = {},
): Promise<Ballot> {
  const texts = Array.from({ length: options }, (_, place) => String.fromCharCode(65 + place));
  return client.ballots.add({
    workshopId,
    kind,
    subject: 'own',
    question: `What about ${kind}?`,
    options: texts.map((text) => ({ text, picture: '', refId: null, quiz: null })),
    settings: settings as Ballot['settings'],
  });
}

export function optionIds(ballot: Ballot): string[] {
  return ballot.options.map(({ id }) => id);
}
