import { describe, expect, test } from 'vitest';
import { countedAnswers, uncountedAnswers } from '#main/engine/ballots/counted-answers.ts';
import { listReviews } from '#main/engine/project/merge/reviews.ts';
import type { Answer, Ballot } from '#shared/domain/ballots.ts';
import type { MergeReport } from '#shared/domain/merging.ts';
import { ballotMark, sheetCode } from '#shared/methods/sheet-code.ts';
import { type EngineFixture, newProject, withEngine } from '../../fixtures/engine.ts';
import { asking, movedClock, newDesk, openBallot, optionIds, type Phone } from './a-room.ts';

interface Laptop extends EngineFixture {
  phone(key?: string): Promise<Phone>;
}

function withRoom(fixture: EngineFixture, workshopId: string): Laptop {
  const desk = newDesk(fixture, movedClock());
  desk.open(fixture.project(), workshopId);
  return { ...fixture, phone: asking(desk).phone };
}

/** A lead and a break-out group, each with a copy of the project in which the same ballot is open, and a room of its own. */
async function twoRooms(kind: 'dots' | 'grid' = 'dots'): Promise<{ lead: Laptop; other: Laptop; ballot: Ballot; otherPath: string }> {
  const lead = await newProject();
  const { id: workshopId } = await lead.client.workshops.add({ title: 'Harbour', template: '' });
  if (kind === 'grid') await lead.client.stakeholders.add({ name: 'Traders' });
  const ballot =
    kind === 'dots'
      ? await openBallot({ client: lead.client, workshopId }, 'dots', 4)
      : await lead.client.ballots.open({ id: (await lead.client.ballots.add({ workshopId, kind, subject: 'stakeholders', question: 'Who?' })).id });
  const { file: folder } = await lead.client.files.folderFromPath({ path: lead.folder });
  const [copy] = await lead.client.merging.handOut({ folder, names: ['Table 2'] });
  const otherPath = copy?.path ?? '';
  const other = withEngine();
  await other.client.project.open({ file: other.engine.services.files.hand(otherPath) });
  return { lead: withRoom(lead, workshopId), other: withRoom(other, workshopId), ballot, otherPath };
}

async function bringIn(lead: EngineFixture, path: string): Promise<MergeReport> {
  const stream = await lead.client.merging.bringTogether({ files: [lead.engine.services.files.hand(path)] });
  for (;;) {
    const next = await stream.next();
    if (next.done) return next.value;
  }
}

const dotOn = (ballot: Ballot, place: number): Answer => ({ kind: 'dots', dots: { [optionIds(ballot)[place] ?? '']: 1 } });
const sheet = (ballot: Ballot, number: number) => ({ ballotId: ballot.id, paperCode: sheetCode(ballotMark(ballot.id), number), groupId: null });

describe('two copies of a project that both took answers', () => {
  test('come together without a loss and without a double, however often', async () => {
    const { lead, other, ballot, otherPath } = await twoRooms();
    for (let i = 0; i < 3; i++) await (await lead.phone()).answer(ballot.id, dotOn(ballot, 0));
    for (let i = 0; i < 4; i++) await (await other.phone()).answer(ballot.id, dotOn(ballot, 1));
    await lead.client.ballots.enterPaper({ ...sheet(ballot, 1), answer: dotOn(ballot, 2) });
    await other.client.ballots.enterPaper({ ...sheet(ballot, 2), answer: dotOn(ballot, 2) });
    await other.client.project.close();
    for (let again = 0; again < 2; again++) {
      await bringIn(lead, otherPath);
      const counted = countedAnswers(lead.project(), ballot.id);
      expect(counted).toHaveLength(9);
      expect(new Set(counted.map(({ id }) => id)).size).toBe(9);
      expect((await lead.client.ballots.one({ id: ballot.id })).turnout).toMatchObject({ phone: 7, paper: 2 });
      expect(listReviews(lead.project())).toEqual([]);
    }
  });

  test('the same sheet typed at both laptops is one sheet: it agrees, or waits until somebody settles it', async () => {
    const { lead, other, ballot, otherPath } = await twoRooms();
    await lead.client.ballots.enterPaper({ ...sheet(ballot, 1), answer: dotOn(ballot, 0) });
    await lead.client.ballots.enterPaper({ ...sheet(ballot, 2), answer: dotOn(ballot, 0) });
    await other.client.ballots.enterPaper({ ...sheet(ballot, 1), answer: dotOn(ballot, 0) });
    await other.client.ballots.enterPaper({ ...sheet(ballot, 2), answer: dotOn(ballot, 3) });
    await other.client.project.close();
    await bringIn(lead, otherPath);
    expect((await lead.client.ballots.papers({ ballotId: ballot.id })).map(({ state }) => state)).toEqual(['agree', 'differ']);
    expect(countedAnswers(lead.project(), ballot.id)).toHaveLength(1);
    expect(uncountedAnswers(lead.project(), ballot.id)).toHaveLength(1);
    await lead.client.ballots.enterPaper({ ...sheet(ballot, 2), answer: dotOn(ballot, 3), replaces: true });
    expect(countedAnswers(lead.project(), ballot.id)).toHaveLength(2);
  });

  test('hands of one group counted at both are one count, not two', async () => {
    const { lead, other, ballot, otherPath } = await twoRooms();
    const [a = ''] = optionIds(ballot);
    await lead.client.ballots.setHands({ ballotId: ballot.id, groupId: null, people: 9, counts: { [a]: 7 } });
    await other.client.ballots.setHands({ ballotId: ballot.id, groupId: null, people: 9, counts: { [a]: 7 } });
    await other.client.project.close();
    await bringIn(lead, otherPath);
    expect(await lead.client.ballots.hands({ ballotId: ballot.id })).toEqual([{ groupId: null, people: 9, counts: { [a]: 7 } }]);
  });

  test('a grid that was closed at both leaves each rating once', async () => {
    const { lead, other, ballot, otherPath } = await twoRooms('grid');
    const scores = { [optionIds(ballot)[0] ?? '']: { power: 4, interest: 2 } };
    await (await lead.phone()).answer(ballot.id, { kind: 'grid', scores });
    await (await other.phone()).answer(ballot.id, { kind: 'grid', scores });
    await lead.client.ballots.close({ id: ballot.id });
    await other.client.ballots.close({ id: ballot.id });
    await other.client.project.close();
    await bringIn(lead, otherPath);
    expect((await lead.client.stakeholders.list())[0]).toMatchObject({ raterCount: 2 });
    await lead.client.ballots.reopen({ id: ballot.id });
    await lead.client.ballots.close({ id: ballot.id });
    expect((await lead.client.stakeholders.list())[0]).toMatchObject({ raterCount: 2 });
  });
});
