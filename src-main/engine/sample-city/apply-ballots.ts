import type { EngineClient } from '#shared/contract/contract.ts';
import type { Answer, Ballot } from '#shared/domain/ballots.ts';
import { ballotMark, sheetCode } from '#shared/methods/sheet-code.ts';
import type { RoomQuestionName, RoomQuestions } from '../room/room-questions.ts';
import type { EngineServices } from '../services.ts';
import type { SamplePlan } from './plan.ts';

type Plan = SamplePlan['ballots'];
type Person = Plan['people'][number];

/** Two ballots of the workshop, answered on phones through the room's own desk and on paper, and closed. Returns how many answers were entered. */
export async function applyBallots(services: EngineServices, client: EngineClient, plan: SamplePlan): Promise<number> {
  const { ballots } = plan;
  const workshopId = await workshopOf(client, ballots.workshop);
  const groups = await groupsOf(client, workshopId, plan);
  const dots = await openDots(client, workshopId, plan);
  const safe = await openSafe(client, workshopId, ballots);
  const keys = new Map(plan.priorities.map(({ key, title }) => [key, dots.options.find(({ text }) => text === title)?.id ?? missing(key)]));
  const answersOf = (person: Person): [Ballot, Answer][] => [
    [dots, { kind: 'dots', dots: dotsOf(person, keys) }],
    [safe, { kind: 'rating', levels: levelsOf(person, safe) }],
  ];
  const desk = services.room.desk;
  desk.setAsks(['group', 'gender', 'ageBand', 'standing']);
  desk.open(services.session.require(), workshopId);
  // The answer belongs to the question's name.
  const ask = <Name extends RoomQuestionName>(name: Name, question: RoomQuestions[Name]['ask']) =>
    desk.answer({ name, ...question } as Parameters<typeof desk.answer>[0]) as RoomQuestions[Name]['answer'] | Promise<RoomQuestions[Name]['answer']>;
  const { code } = desk.state();
  let sheets = 0;
  for (const [number, person] of ballots.people.entries()) {
    const groupId = groups.get(person.group) ?? missing(person.group);
    if (person.on === 'paper') {
      sheets += 1;
      for (const [ballot, answer] of answersOf(person)) {
        await client.ballots.enterPaper({ ballotId: ballot.id, paperCode: sheetCode(ballotMark(ballot.id), sheets), groupId, answer });
      }
      continue;
    }
    const joined = await ask('join', { code, key: `sample phone ${number}`, language: number % 3 === 0 ? 'en' : 'es', address: '127.0.0.1' });
    if (joined.outcome !== 'in') throw new Error(`a phone of the sample city stayed outside: ${joined.outcome}`);
    const { seat } = joined;
    const { gender, ageBand, standing } = person;
    await ask('describe', { seat, groupId, attributes: { gender, ageBand, standing }, language: '' });
    for (const [ballot, answer] of answersOf(person)) {
      const { outcome } = await ask('answer', { seat, ballotId: ballot.id, key: `sample answer ${number}`, answer, language: '' });
      if (outcome !== 'received') throw new Error(`an answer of the sample city was not taken: ${outcome}`);
    }
  }
  desk.close();
  for (const { id } of [dots, safe]) await client.ballots.close({ id });
  return ballots.people.length * 2;
}

/** The workshop of the plan, made where nobody has made one. */
async function workshopOf(client: EngineClient, title: string): Promise<string> {
  const [first] = await client.workshops.list();
  return (first ?? (await client.workshops.add({ title, template: '' }))).id;
}

/** The workshop's groups by name; those of the vote that it lacks are added. */
async function groupsOf(client: EngineClient, workshopId: string, { vote }: SamplePlan): Promise<Map<string, string>> {
  const groups = new Map((await client.workshops.groups({ workshopId })).map(({ name, id }) => [name, id]));
  for (const { name, people } of vote.groups) {
    if (!groups.has(name)) groups.set(name, (await client.workshops.addGroup({ workshopId, name, people })).id);
  }
  return groups;
}

async function openDots(client: EngineClient, workshopId: string, { ballots, vote }: SamplePlan): Promise<Ballot> {
  const { id, settings } = await client.ballots.add({ workshopId, kind: 'dots', subject: 'priorities', ...ballots.dots });
  await client.ballots.update({ id, patch: { settings: { ...settings, ...vote.rules } } });
  return client.ballots.open({ id });
}

async function openSafe(client: EngineClient, workshopId: string, { safe: { areas, ...words } }: Plan): Promise<Ballot> {
  const { id, settings, options } = await client.ballots.add({ workshopId, kind: 'rating', subject: 'areas', ...words });
  await client.ballots.update({ id, patch: { settings: { ...settings, scale: 'safe', times: ['day', 'night'] } } });
  await client.ballots.setOptions({ id, options: areas.map((name) => options.find(({ text }) => text === name) ?? missing(name)) });
  return client.ballots.open({ id });
}

function dotsOf({ dots }: Person, keys: ReadonlyMap<string, string>): Record<string, number> {
  const given: Record<string, number> = {};
  for (const key of dots.split(' ').filter(Boolean)) {
    const id = keys.get(key) ?? missing(key);
    given[id] = (given[id] ?? 0) + 1;
  }
  return given;
}

/** `43 2- --`: for each place the level by day and by night, a dash where none was given. */
function levelsOf({ safe }: Person, { options }: Ballot): Record<string, { day?: number; night?: number }> {
  const levels = safe.split(' ').map(([day = '-', night = '-']) => ({
    ...(day !== '-' && { day: Number(day) }),
    ...(night !== '-' && { night: Number(night) }),
  }));
  return Object.fromEntries(options.flatMap(({ id }, place) => (levels[place] ? [[id, levels[place]]] : [])));
}

function missing(name: string): never {
  throw new Error(`The sample city has no «${name}»`);
}
