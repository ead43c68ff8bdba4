import { describe, expect, test } from 'vitest';
import { countedAnswers, handsOf, uncountedAnswers } from '#main/engine/ballots/counted-answers.ts';
import { redo, stepToUndo, undo } from '#main/engine/project/history/undo.ts';
import type { Answer } from '#shared/domain/ballots.ts';
import { ballotMark, sheetCode } from '#shared/methods/sheet-code.ts';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';
import { addBallot, openBallot, openRoom, optionIds } from './a-room.ts';

interface Workshop extends EngineFixture {
  readonly workshopId: string;
}

async function aWorkshop(): Promise<Workshop> {
  const fixture = await newProject();
  const { id } = await fixture.client.workshops.add({ title: 'Harbour', template: '' });
  return { ...fixture, workshopId: id };
}

const sheetOf = (ballotId: string, number: number) => sheetCode(ballotMark(ballotId), number);
const dotsOn = (id: string | undefined, dots = 1): Answer => ({ kind: 'dots', dots: { [id ?? '']: dots } });

describe('the options of a subject', () => {
  test('are the project’s own priorities, findings, stakeholders and areas, with what they stand for', async () => {
    const { client, workshopId } = await aWorkshop();
    const priority = await client.priorities.add({ title: 'Light on the stairs', findingId: null });
    const stakeholder = await client.stakeholders.add({ name: 'Traders' });
    const finding = await client.findings.add({ sentence: 'The stairs are dark.', evidence: [] });
    const of = async (subject: 'priorities' | 'stakeholders' | 'findings' | 'areas') =>
      (await client.ballots.add({ workshopId, kind: 'dots', subject })).options.map(({ text, refId }) => ({ text, refId }));
    expect(await of('priorities')).toEqual([{ text: 'Light on the stairs', refId: priority.id }]);
    expect(await of('stakeholders')).toEqual([{ text: 'Traders', refId: stakeholder.id }]);
    expect(await of('findings')).toEqual([{ text: 'The stairs are dark.', refId: finding.id }]);
    expect(await of('areas')).toEqual([]);
  });

  test('are the criteria in the project’s main language', async () => {
    const { client } = await newProject({ city: { languages: ['es'] } });
    const { id: workshopId } = await client.workshops.add({ title: 'Taller', template: '' });
    const { options } = await client.ballots.add({ workshopId, kind: 'pairwise', subject: 'criteria' });
    expect(options).toHaveLength(7);
    expect(options[0]?.text).toBe('Cuánto daño causa');
  });

  test('are the shipped questions of an evaluation, with their question', async () => {
    const { client, workshopId } = await aWorkshop();
    const evaluation = await client.ballots.add({ workshopId, kind: 'quiz', subject: 'evaluation' });
    expect(evaluation.question).not.toBe('');
    expect(evaluation.options.length).toBeGreaterThan(3);
    expect(evaluation.options.every(({ quiz }) => quiz !== null)).toBe(true);
    expect(await client.ballots.open({ id: evaluation.id })).toMatchObject({ state: 'open' });
  });

  test('stay as they were asked when the subject changes afterwards', async () => {
    const { client, workshopId } = await aWorkshop();
    const priority = await client.priorities.add({ title: 'Light', findingId: null });
    await client.priorities.add({ title: 'Buses', findingId: null });
    const ballot = await client.ballots.add({ workshopId, kind: 'dots', subject: 'priorities', question: 'Where first?' });
    await client.priorities.remove({ id: priority.id });
    expect((await client.ballots.one({ id: ballot.id })).options.map(({ text }) => text)).toEqual(['Light', 'Buses']);
  });
});

describe('the life of a ballot', () => {
  test('draft, open, closed; everything is fixed when it opens, but for help and session', async () => {
    const workshop = await aWorkshop();
    const { client } = workshop;
    const { id } = await addBallot(workshop, 'dots', 9);
    expect(await client.ballots.open({ id })).toMatchObject({ state: 'open', settings: { dotsPerPerson: 3, capPerOption: 3 }, closedAt: null });
    expect(await refusalOf(client.ballots.update({ id, patch: { question: 'Another?' } }))).toMatchObject({ code: 'ballot/already-open' });
    expect(await refusalOf(client.ballots.setOptions({ id, options: [] }))).toMatchObject({ code: 'ballot/already-open' });
    expect(await client.ballots.update({ id, patch: { help: 'One sticker each' } })).toMatchObject({ help: 'One sticker each' });
    expect(await refusalOf(client.ballots.open({ id }))).toMatchObject({ code: 'ballot/already-open' });
    expect(await client.ballots.close({ id })).toMatchObject({ state: 'closed' });
    expect(await refusalOf(client.ballots.close({ id }))).toMatchObject({ code: 'ballot/not-open' });
  });

  test('a ballot that is opened again says so for good', async () => {
    const workshop = await aWorkshop();
    const { client } = workshop;
    const { id } = await openBallot(workshop, 'dots', 4);
    expect(await refusalOf(client.ballots.reopen({ id }))).toMatchObject({ code: 'ballot/not-closed' });
    await client.ballots.close({ id });
    expect((await client.ballots.reopen({ id })).reopenedAt).not.toBeNull();
    expect((await client.ballots.close({ id })).reopenedAt).not.toBeNull();
  });

  test('without a question, or without a choice, it does not open', async () => {
    const workshop = await aWorkshop();
    const { client, workshopId } = workshop;
    const silent = await client.ballots.add({ workshopId, kind: 'dots', subject: 'own' });
    expect(await refusalOf(client.ballots.open({ id: silent.id }))).toMatchObject({ code: 'ballot/no-question' });
    const alone = await addBallot(workshop, 'dots', 1);
    expect(await refusalOf(client.ballots.open({ id: alone.id }))).toMatchObject({ code: 'ballot/too-few-options', params: { fewest: 2 } });
    await client.ballots.open({ id: (await addBallot(workshop, 'statement', 0)).id });
    const pairs = await addBallot(workshop, 'pairwise', 11);
    expect(await refusalOf(client.ballots.open({ id: pairs.id }))).toMatchObject({ code: 'ballot/too-many-options', params: { most: 10 } });
    const nowhere = await addBallot(workshop, 'place', 3);
    expect(await refusalOf(client.ballots.open({ id: nowhere.id }))).toMatchObject({ code: 'ballot/too-few-options' });
  });

  test('options keep their ids when they are moved or reworded', async () => {
    const workshop = await aWorkshop();
    const ballot = await addBallot(workshop, 'dots', 3);
    const [a, b] = ballot.options;
    const after = await workshop.client.ballots.setOptions({ id: ballot.id, options: [{ ...b, text: 'B, again' } as never, a as never] });
    expect(after.options).toMatchObject([{ id: b?.id, text: 'B, again' }, { id: a?.id }]);
  });

  test('ballots stand in the order they were put in', async () => {
    const workshop = await aWorkshop();
    const { client, workshopId } = workshop;
    const [first, second] = [await addBallot(workshop, 'dots', 2), await addBallot(workshop, 'agree', 2)];
    await client.ballots.move({ id: second.id, position: first.position - 1 });
    expect((await client.ballots.list({ workshopId })).map(({ id }) => id)).toEqual([second.id, first.id]);
  });
});

describe('the rounds of a Delphi', () => {
  const rule = { agreePercent: 75, mostIqr: 1, fewestAnswers: 8, mostRounds: 2 };

  test('have the same question, options and rule; the rule is fixed before the first and ends them', async () => {
    const workshop = await aWorkshop();
    const { client } = workshop;
    const first = await openBallot(workshop, 'agree', 2, { consensus: rule });
    expect(await refusalOf(client.ballots.nextRound({ id: first.id }))).toMatchObject({ code: 'ballot/not-closed' });
    await client.ballots.close({ id: first.id });
    const second = await client.ballots.nextRound({ id: first.id });
    expect(second).toMatchObject({ round: 2, followsId: first.id, state: 'draft', settings: { consensus: rule } });
    expect(second.options.map(({ text }) => text)).toEqual(['A', 'B']);
    expect(optionIds(second)).not.toEqual(optionIds(first));
    expect(optionIds(await client.ballots.one({ id: first.id }))).toEqual(optionIds(first));
    expect(await refusalOf(client.ballots.nextRound({ id: first.id }))).toMatchObject({ code: 'ballot/round-exists' });
    const settings = { ...second.settings, consensus: { ...rule, agreePercent: 51 } };
    expect(await refusalOf(client.ballots.update({ id: second.id, patch: { settings } }))).toMatchObject({ code: 'ballot/rule-fixed' });
    expect(await refusalOf(client.ballots.setOptions({ id: second.id, options: [] }))).toMatchObject({ code: 'ballot/rule-fixed' });
    await client.ballots.open({ id: second.id });
    await client.ballots.close({ id: second.id });
    expect(await refusalOf(client.ballots.nextRound({ id: second.id }))).toMatchObject({ code: 'ballot/last-round' });
  });

  test('are for ballots with a rule only', async () => {
    const workshop = await aWorkshop();
    const { id } = await openBallot(workshop, 'agree', 2);
    await workshop.client.ballots.close({ id });
    expect(await refusalOf(workshop.client.ballots.nextRound({ id }))).toMatchObject({ code: 'ballot/no-rule' });
  });
});

describe('a sheet of paper', () => {
  test('typed once counts, typed again by the same hand is known and changes nothing', async () => {
    const workshop = await aWorkshop();
    const { client } = workshop;
    const ballot = await openBallot(workshop, 'dots', 4);
    const [a, b] = optionIds(ballot);
    const paper = { ballotId: ballot.id, paperCode: sheetOf(ballot.id, 42), groupId: null };
    expect(await client.ballots.enterPaper({ ...paper, answer: dotsOn(a) })).toEqual({ outcome: 'saved', problems: [] });
    expect(await client.ballots.enterPaper({ ...paper, answer: dotsOn(b) })).toMatchObject({ outcome: 'known' });
    expect(countedAnswers(workshop.project(), ballot.id)).toMatchObject([{ channel: 'paper', voterId: null, answer: dotsOn(a) }]);
    expect(await client.ballots.enterPaper({ ...paper, answer: dotsOn(b), replaces: true })).toMatchObject({ outcome: 'saved' });
    expect(countedAnswers(workshop.project(), ballot.id)).toMatchObject([{ answer: dotsOn(b) }]);
    expect((await client.ballots.one({ id: ballot.id })).turnout).toMatchObject({ phone: 0, paper: 1 });
  });

  test('typed by a second hand agrees, or waits until somebody settles it', async () => {
    const workshop = await aWorkshop();
    const { client } = workshop;
    const ballot = await openBallot(workshop, 'dots', 4);
    const [a, b] = optionIds(ballot);
    const paper = (number: number) => ({ ballotId: ballot.id, paperCode: sheetOf(ballot.id, number), groupId: null });
    await client.ballots.enterPaper({ ...paper(1), answer: dotsOn(a) });
    expect(await client.ballots.enterPaper({ ...paper(1), answer: { kind: 'dots', dots: { [a ?? '']: 1, [b ?? '']: 0 } }, entry: 2 })).toMatchObject({
      outcome: 'saved',
    });
    await client.ballots.enterPaper({ ...paper(2), answer: dotsOn(a) });
    expect(await client.ballots.enterPaper({ ...paper(2), answer: dotsOn(b), entry: 2 })).toMatchObject({ outcome: 'differs' });
    expect((await client.ballots.papers({ ballotId: ballot.id })).map(({ state }) => state)).toEqual(['agree', 'differ']);
    expect(countedAnswers(workshop.project(), ballot.id)).toHaveLength(1);
    expect(uncountedAnswers(workshop.project(), ballot.id)).toMatchObject([{ reason: 'two-typings', paperCode: sheetOf(ballot.id, 2) }]);
    await client.ballots.enterPaper({ ...paper(2), answer: dotsOn(b), replaces: true });
    expect((await client.ballots.papers({ ballotId: ballot.id })).map(({ state }) => state)).toEqual(['agree', 'settled']);
    expect(countedAnswers(workshop.project(), ballot.id)).toHaveLength(2);
    expect(await client.ballots.enterPaper({ ...paper(2), answer: dotsOn(a), entry: 2 })).toMatchObject({ outcome: 'known' });
  });

  test('over the dots is kept as it stands, listed, and counted once it is put right', async () => {
    const workshop = await aWorkshop();
    const { client } = workshop;
    const ballot = await openBallot(workshop, 'dots', 4);
    const [a] = optionIds(ballot);
    const paper = { ballotId: ballot.id, paperCode: sheetOf(ballot.id, 7), groupId: null };
    expect(await client.ballots.enterPaper({ ...paper, answer: dotsOn(a, 3) })).toMatchObject({
      outcome: 'problems',
      problems: [{ code: 'too-many-dots' }, {}],
    });
    expect(await client.ballots.papers({ ballotId: ballot.id })).toMatchObject([{ entries: [{ answer: dotsOn(a, 3), problems: [{ given: 3 }, {}] }] }]);
    expect(countedAnswers(workshop.project(), ballot.id)).toEqual([]);
    expect(uncountedAnswers(workshop.project(), ballot.id)).toMatchObject([{ reason: 'problems', channel: 'paper' }]);
    await client.ballots.enterPaper({ ...paper, answer: dotsOn(a), replaces: true });
    expect(countedAnswers(workshop.project(), ballot.id)).toHaveLength(1);
  });

  test('that is blank counts as taking part', async () => {
    const workshop = await aWorkshop();
    const ballot = await openBallot(workshop, 'dots', 4);
    const answer: Answer = { kind: 'dots', dots: {} };
    expect(await workshop.client.ballots.enterPaper({ ballotId: ballot.id, paperCode: sheetOf(ballot.id, 1), groupId: null, answer })).toMatchObject({
      outcome: 'saved',
    });
    expect(countedAnswers(workshop.project(), ballot.id)).toHaveLength(1);
  });

  test('of another ballot, or with a slip in its code, is refused; how the code is typed does not matter', async () => {
    const workshop = await aWorkshop();
    const { client } = workshop;
    const [ballot, other] = [await openBallot(workshop, 'dots', 4), await openBallot(workshop, 'dots', 4)];
    const code = sheetOf(ballot.id, 42);
    const type = (paperCode: string) => client.ballots.enterPaper({ ballotId: ballot.id, paperCode, groupId: null, answer: dotsOn(optionIds(ballot)[0]) });
    expect(await refusalOf(type(sheetOf(other.id, 42)))).toMatchObject({ code: 'ballot/sheet-code' });
    expect(await refusalOf(type(code.replace('42', '24')))).toMatchObject({ code: 'ballot/sheet-code' });
    await type(code.toLowerCase().replaceAll('-', ' '));
    expect(await type(code)).toMatchObject({ outcome: 'known' });
  });

  test('that is removed is out of every count and stays in the file', async () => {
    const workshop = await aWorkshop();
    const { client } = workshop;
    const ballot = await openBallot(workshop, 'dots', 4);
    const paper = { ballotId: ballot.id, paperCode: sheetOf(ballot.id, 3) };
    await client.ballots.enterPaper({ ...paper, groupId: null, answer: dotsOn(optionIds(ballot)[0]) });
    await client.ballots.removePaper(paper);
    expect(await client.ballots.papers({ ballotId: ballot.id })).toEqual([]);
    expect((await client.ballots.one({ id: ballot.id })).turnout.paper).toBe(0);
    expect(await refusalOf(client.ballots.removePaper(paper))).toMatchObject({ code: 'object/not-found' });
    undo(workshop.project());
    expect(countedAnswers(workshop.project(), ballot.id)).toHaveLength(1);
  });

  test('is not taken by a ballot that is not open, or of another kind', async () => {
    const workshop = await aWorkshop();
    const ballot = await addBallot(workshop, 'dots', 4);
    const paper = { ballotId: ballot.id, paperCode: sheetOf(ballot.id, 3), groupId: null };
    expect(await refusalOf(workshop.client.ballots.enterPaper({ ...paper, answer: dotsOn(optionIds(ballot)[0]) }))).toMatchObject({ code: 'ballot/not-open' });
    await workshop.client.ballots.open({ id: ballot.id });
    expect(await refusalOf(workshop.client.ballots.enterPaper({ ...paper, answer: { kind: 'statement', text: 'x' } }))).toMatchObject({
      code: 'ballot/other-kind',
    });
  });
});

describe('what people answered is never undone', () => {
  test('paper and hands are no step of undo; «add ballot» taken back and done again finds them', async () => {
    const workshop = await aWorkshop();
    const { client } = workshop;
    const ballot = await openBallot(workshop, 'dots', 4);
    await client.ballots.enterPaper({ ballotId: ballot.id, paperCode: sheetOf(ballot.id, 1), groupId: null, answer: dotsOn(optionIds(ballot)[0]) });
    await client.ballots.setHands({ ballotId: ballot.id, groupId: null, people: 5, counts: { [optionIds(ballot)[1] ?? '']: 4 } });
    expect(stepToUndo(workshop.project())?.name).toBe('ballots.open');
    undo(workshop.project());
    expect(await refusalOf(client.ballots.setOptions({ id: ballot.id, options: [] }))).toMatchObject({ code: 'ballot/has-answers' });
    undo(workshop.project());
    redo(workshop.project());
    redo(workshop.project());
    expect(countedAnswers(workshop.project(), ballot.id)).toHaveLength(1);
    expect(handsOf(workshop.project(), ballot.id)).toHaveLength(1);
  });

  test('a ballot that is removed takes its answers along, and brings them back', async () => {
    const workshop = await aWorkshop();
    const { client } = workshop;
    const ballot = await openBallot(workshop, 'dots', 4);
    await client.ballots.enterPaper({ ballotId: ballot.id, paperCode: sheetOf(ballot.id, 1), groupId: null, answer: dotsOn(optionIds(ballot)[0]) });
    await client.ballots.setHands({ ballotId: ballot.id, groupId: null, people: 5, counts: {} });
    const rows = () =>
      workshop.project().reader.prepare<[], number>('SELECT (SELECT count(*) FROM ballot_answer) + (SELECT count(*) FROM ballot_hands)').pluck().get();
    await client.ballots.remove({ id: ballot.id });
    expect(rows()).toBe(0);
    undo(workshop.project());
    expect(rows()).toBe(2);
    expect(await client.ballots.one({ id: ballot.id })).toMatchObject({ state: 'open', turnout: { paper: 1, hands: 5 } });
  });
});

describe('a show of hands', () => {
  test('is kept by group with the number of people; counted again, it takes the place of the first count', async () => {
    const workshop = await aWorkshop();
    const { client, workshopId } = workshop;
    const { id: groupId } = await client.workshops.addGroup({ workshopId, name: 'Table 1' });
    const ballot = await openBallot(workshop, 'dots', 4);
    const [a = ''] = optionIds(ballot);
    await client.ballots.setHands({ ballotId: ballot.id, groupId, people: 5, counts: { [a]: 4 } });
    expect(await client.ballots.setHands({ ballotId: ballot.id, groupId, people: 5, counts: { [a]: 5 } })).toEqual([
      { groupId, people: 5, counts: { [a]: 5 } },
    ]);
    expect(await refusalOf(client.ballots.setHands({ ballotId: ballot.id, groupId, people: 5, counts: { [a]: 6 } }))).toMatchObject({
      code: 'ballot/hands-impossible',
      params: { given: 6, allowed: 5 },
    });
    expect(await client.ballots.removeHands({ ballotId: ballot.id, groupId })).toEqual([]);
  });

  test('of open words there is none', async () => {
    const workshop = await aWorkshop();
    const ballot = await openBallot(workshop, 'statement', 0);
    expect(await refusalOf(workshop.client.ballots.setHands({ ballotId: ballot.id, groupId: null, people: 1, counts: {} }))).toMatchObject({
      code: 'ballot/no-hands',
    });
  });
});

describe('statements', () => {
  test('wait for the facilitator; those that were shown become options of the next ballot, same words once', async () => {
    const room = await openRoom();
    const { client, workshopId } = room;
    const ballot = await openBallot(room, 'statement', 0);
    for (const text of ['Light on the stairs', 'A bus\nafter ten', 'Light on the stairs', 'Not for the wall']) {
      room.clock.move(1_000);
      await (await room.phone()).answer(ballot.id, { kind: 'statement', text });
    }
    const statements = await client.ballots.statements({ ballotId: ballot.id });
    expect(statements.map(({ moderation }) => moderation)).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    const [one, two, three] = statements.map(({ id }) => id);
    await client.ballots.moderate({ ids: [one ?? '', two ?? '', three ?? ''], moderation: 'shown' });
    expect(await refusalOf(client.ballots.addFromStatements({ workshopId, fromBallotId: ballot.id, kind: 'dots' }))).toMatchObject({
      code: 'ballot/not-closed',
    });
    await client.ballots.close({ id: ballot.id });
    const next = await client.ballots.addFromStatements({ workshopId, fromBallotId: ballot.id, kind: 'dots', question: 'Which first?' });
    expect(next).toMatchObject({ kind: 'dots', subject: 'own', state: 'draft', question: 'Which first?' });
    expect(next.options.map(({ text }) => text)).toEqual(['Light on the stairs', 'A bus after ten']);
  });

  test('showing them is the facilitator’s doing, and can be taken back', async () => {
    const room = await openRoom();
    const ballot = await openBallot(room, 'statement', 0);
    await (await room.phone()).answer(ballot.id, { kind: 'statement', text: 'Light' });
    const states = async () => (await room.client.ballots.statements({ ballotId: ballot.id })).map(({ moderation }) => moderation);
    const [{ id } = { id: '' }] = await room.client.ballots.statements({ ballotId: ballot.id });
    await room.client.ballots.moderate({ ids: [id], moderation: 'shown' });
    undo(room.project());
    expect(await states()).toEqual(['waiting']);
  });
});

describe('a grid of stakeholders', () => {
  test('leaves ratings when it closes: one for each answer and stakeholder, and none twice however often it closes', async () => {
    const room = await openRoom();
    const { client, workshopId } = room;
    const [traders, port] = [await client.stakeholders.add({ name: 'Traders' }), await client.stakeholders.add({ name: 'Port' })];
    const { id } = await client.ballots.add({ workshopId, kind: 'grid', subject: 'stakeholders', question: 'Who can do what?' });
    const ballot = await client.ballots.open({ id });
    const [first = '', second = ''] = optionIds(ballot);
    const phones = [await room.phone(), await room.phone(), await room.phone()];
    await phones[0]?.answer(id, { kind: 'grid', scores: { [first]: { power: 4, interest: 2 }, [second]: { power: 5 } } });
    await phones[1]?.answer(id, { kind: 'grid', scores: { [first]: { power: 2, interest: 2 } } });
    await phones[2]?.answer(id, { kind: 'grid', scores: {} });
    await client.ballots.close({ id });
    const ratings = () => room.project().reader.prepare('SELECT stakeholder_id, rater, power, interest, ballot_id FROM stakeholder_rating ORDER BY id').all();
    const once = ratings();
    expect(once).toHaveLength(3);
    expect(await client.stakeholders.list()).toMatchObject([
      { id: traders.id, power: 3, interest: 2, raterCount: 2 },
      { id: port.id, power: 5 },
    ]);
    await client.ballots.reopen({ id });
    await client.ballots.close({ id });
    expect(ratings()).toEqual(once);
    undo(room.project());
    undo(room.project());
    undo(room.project());
    expect(ratings()).toEqual([]);
  });

  test('hands raised for power and interest are ratings like those of phones: as many as hands, and none twice', async () => {
    const room = await openRoom();
    const { client, workshopId } = room;
    const traders = await client.stakeholders.add({ name: 'Traders' });
    const { id } = await client.ballots.add({ workshopId, kind: 'grid', subject: 'stakeholders', question: 'Who can do what?' });
    const [option = ''] = optionIds(await client.ballots.open({ id }));
    await (await room.phone()).answer(id, { kind: 'grid', scores: { [option]: { power: 1, interest: 1 } } });
    const counts = { [`${option}:power:4`]: 3, [`${option}:power:5`]: 3, [`${option}:interest:2`]: 5 };
    await client.ballots.setHands({ ballotId: id, groupId: null, people: 7, counts });
    await client.ballots.close({ id });
    expect(await client.stakeholders.list()).toMatchObject([{ id: traders.id, power: 4, interest: 2, raterCount: 7 }]);
    await client.ballots.reopen({ id });
    await client.ballots.setHands({ ballotId: id, groupId: null, people: 7, counts: { [`${option}:power:5`]: 2 } });
    await client.ballots.close({ id });
    expect(await client.stakeholders.list()).toMatchObject([{ id: traders.id, power: 5, interest: 1, raterCount: 3 }]);
  });
});
