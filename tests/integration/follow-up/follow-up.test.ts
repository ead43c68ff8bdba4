import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';
import { addVoters, giveAnswers } from '../../fixtures/voters.ts';
import { movedClock } from '../ballots/a-room.ts';

const clock = movedClock('2027-07-01T09:00:00.000Z');

async function aPlan() {
  const city = await newProject({ now: clock.now });
  const { client } = city;
  const { id: objectiveId } = await client.policy.addObjective({ title: 'Light' });
  const { id: measureId } = await client.policy.addMeasure({
    ...{ objectiveId, title: 'Lamps', startYear: 2026, endYear: 2028, capitalCost: 1000, indicatorText: 'Lamps out of order' },
    ...{ baselineValue: 40, baselineYear: 2025, targetValue: 30, targetYear: 2029 },
  });
  return { ...city, objectiveId, measureId };
}

describe('actuals against targets', () => {
  test('PR-1: from 40 to 30, now 34, is 60 per cent; a later «nobody knows» takes nothing away and is seen', async () => {
    const { client, measureId } = await aPlan();
    expect(await client.followUp.progress()).toMatchObject([{ objectId: measureId, share: null, gap: 'no-value', direction: 'down', pace: 'unknown' }]);
    await client.followUp.addActual({ measureId, measuredOn: '2027-06-30', value: 34, source: 'Lamp log', quality: 'A' });
    const [followed] = await client.followUp.progress();
    expect(followed).toMatchObject({ gap: null, pace: 'on-course', actual: { value: 34, on: '2027-06-30', source: 'Lamp log' }, wasAskedLater: false });
    expect(followed?.share).toBeCloseTo(0.6, 12);
    await client.followUp.addActual({ measureId, measuredOn: '2027-06-30', value: null });
    expect(await client.followUp.progress()).toMatchObject([{ share: followed?.share, wasAskedLater: true, points: [{ value: 34 }, { value: null }] }]);
  });

  test('PR-2: the wrong way is below zero, and a value of the baseline’s day is none of the plan', async () => {
    const { client, measureId, objectiveId } = await aPlan();
    await client.policy.updateMeasure({ id: measureId, patch: { baselineValue: 62, targetValue: 40 } });
    await client.followUp.addActual({ measureId, measuredOn: '2025-12-31', value: 62 });
    await client.policy.updateObjective({
      id: objectiveId,
      patch: { indicatorCode: 'LOC-07', baselineValue: 82, baselineOn: '2025-10', targetValue: 90, targetOn: '2029' },
    });
    await client.indicators.add({ indicatorCode: 'LOC-07', year: 2025, value: 82, source: 'Lamp log', quality: 'A' });
    expect(await client.followUp.progress()).toMatchObject([{ objectId: objectiveId, gap: 'no-value' }, {}]);
    await client.policy.updateObjective({ id: objectiveId, patch: { indicatorCode: null } });
    expect(await client.followUp.progress()).toMatchObject([{ gap: 'no-value' }]);
    const { id } = await client.followUp.addActual({ measureId, measuredOn: '2026-12-31', value: 66 });
    const [followed] = await client.followUp.progress();
    expect(followed?.share).toBeCloseTo(-0.1818, 4);
    expect(followed?.pace).toBe('wrong-way');
    await client.followUp.updateActual({ id, patch: { value: 35 } });
    expect((await client.followUp.progress())[0]?.share).toBeCloseTo(1.227, 3);
    await client.followUp.removeActual({ id });
    expect(await client.followUp.progress()).toMatchObject([{ gap: 'no-value' }]);
  });

  test('values of the catalogue are followed by themselves; of two that disagree none is', async () => {
    const { client, measureId } = await aPlan();
    await client.policy.updateMeasure({ id: measureId, patch: { indicatorCode: 'LOC-07', baselineValue: 80, targetValue: 90 } });
    const value = { indicatorCode: 'LOC-07', source: 'Lamp log', quality: 'A' } as const;
    await client.indicators.add({ ...value, year: 2025, value: 80 });
    await client.indicators.add({ ...value, year: 2026, value: 84 });
    await client.indicators.add({ ...value, year: 2026, value: 20, breakdown: 'women' });
    expect(await client.followUp.progress()).toMatchObject([{ actual: { value: 84, on: '2026' }, points: [{ value: 80 }, { value: 84 }] }]);
    expect((await client.followUp.progress())[0]?.share).toBeCloseTo(0.4, 12);
    await client.indicators.add({ ...value, year: 2026, value: 70, source: 'A radio station' });
    expect(await client.followUp.progress()).toMatchObject([{ actual: null, share: null, gap: 'in-dispute' }]);
  });

  test('a value belongs to one objective or one measure that is there', async () => {
    const { client, measureId, objectiveId } = await aPlan();
    for (const of of [{}, { measureId, objectiveId }, { measureId: uuidv7() }])
      expect((await refusalOf(client.followUp.addActual({ ...of, measuredOn: '2027-01-01', value: 1 }))).code).toBe('object/not-found');
  });
});

describe('measures over time', () => {
  test('the newest report says the status in the plan too; money is since the beginning', async () => {
    const { client, measureId } = await aPlan();
    expect(await client.followUp.measures()).toMatchObject([{ status: null, late: ['start-passed'], spent: null, spentShare: null, budget: 1000 }]);
    const late = await client.followUp.addReport({ measureId, reportedOn: '2027-05-01', status: 'delayed', spent: 400 });
    await client.followUp.addReport({ measureId, reportedOn: '2026-09-01', status: 'on-track', spent: 100 });
    expect(await client.followUp.measures()).toMatchObject([
      { status: 'delayed', statusOn: '2027-05-01', late: ['said-delayed'], spent: 400, spentShare: 0.4 },
    ]);
    expect((await client.policy.measures())[0]).toMatchObject({ status: 'delayed', statusOn: '2027-05-01' });
    await client.followUp.removeReport({ id: late.id });
    expect(await client.followUp.measures()).toMatchObject([{ status: 'on-track', late: ['no-report'], spent: 100 }]);
    await client.followUp.addReport({ measureId, reportedOn: '2027-06-01', status: 'done' });
    expect(await client.followUp.measures()).toMatchObject([{ status: 'done', late: [], spent: 100 }]);
  });
});

describe('commitments', () => {
  test('promises of a log become commitments once, with the body of that very name', async () => {
    const { client } = await aPlan();
    const { id: ownerId } = await client.stakeholders.add({ name: 'Public Works' });
    const { id: workshopId } = await client.workshops.add({ title: 'Harbour', template: '', startsOn: '2026-02-18' });
    await client.workshops.addLogEntry({ workshopId, kind: 'commitment', text: 'List of lamps', responsible: 'public works ', dueOn: '2026-03-31' });
    await client.workshops.addLogEntry({ workshopId, kind: 'commitment', text: 'Given up', status: 'dropped' });
    await client.workshops.addLogEntry({ workshopId, kind: 'note', text: 'No promise' });
    const promises = await client.followUp.promises();
    expect(promises).toMatchObject([{ text: 'List of lamps', ownerId, workshop: 'Harbour', dueOn: '2026-03-31' }]);
    expect(await client.followUp.takePromises({ logEntryIds: promises.map(({ logEntryId }) => logEntryId) })).toEqual({ count: 1 });
    expect(await client.followUp.promises()).toEqual([]);
    expect(await client.followUp.commitments()).toMatchObject([
      { text: 'List of lamps', ownerId, madeTo: 'Harbour', madeOn: '2026-02-18', status: 'open', isOverdue: true, isPublic: true },
    ]);
    expect((await refusalOf(client.followUp.takePromises({ logEntryIds: promises.map(({ logEntryId }) => logEntryId) }))).code).toBe('object/not-found');
  });

  test('what is closed has a day, and what was not kept asks for an explanation', async () => {
    const { client } = await aPlan();
    const { id } = await client.followUp.addCommitment({ text: 'An open evening', dueOn: '2028-01-01' });
    expect(await client.followUp.updateCommitment({ id, patch: { status: 'broken' } })).toMatchObject({
      ...{ closedOn: '2027-07-01', lacksExplanation: true, isOverdue: false },
    });
    expect(await client.followUp.updateCommitment({ id, patch: { explanation: 'The hall burned down.' } })).toMatchObject({ lacksExplanation: false });
    expect(await client.followUp.updateCommitment({ id, patch: { status: 'open' } })).toMatchObject({ closedOn: null });
    await client.followUp.removeCommitment({ id });
    expect(await client.followUp.commitments()).toEqual([]);
  });
});

describe('you said – we did – or why not', () => {
  test('statements shown, what was parked or quoted, and what is typed wait until they are answered', async () => {
    const city = await aPlan();
    const { client, measureId } = city;
    const { id: workshopId } = await client.workshops.add({ title: 'Harbour', template: '' });
    await client.workshops.addLogEntry({ workshopId, kind: 'parking', text: 'Night bus' });
    const ballot = await client.ballots.add({ workshopId, kind: 'statement', subject: 'own', question: 'What else?' });
    await client.ballots.open({ id: ballot.id });
    const voters = addVoters(city, workshopId, [{}, {}]);
    giveAnswers(
      city,
      ballot.id,
      voters,
      ['More lamps', 'Ana Ruiz hits her son'].map((text) => ({ kind: 'statement', text })),
    );
    const [said] = await client.ballots.statements({ ballotId: ballot.id });
    if (!said) throw new Error('nobody said anything');
    await client.ballots.moderate({ ids: [said.id], moderation: 'shown' });
    expect((await client.followUp.inputs()).map(({ said: words }) => words)).toEqual(['Night bus']);
    await client.ballots.close({ id: ballot.id });
    const waiting = await client.followUp.inputs();
    expect(waiting.map(({ said: words, isWaiting }) => [words, isWaiting])).toEqual([
      ['Night bus', true],
      [said.text, true],
    ]);
    const ask = waiting.flatMap(({ kind, inputId }) => (inputId ? [{ kind, inputId }] : []));
    expect(await client.followUp.answer({ inputs: ask, patch: { status: 'no' } })).toEqual({ count: 2 });
    expect(await client.followUp.inputs()).toMatchObject([
      { isWaiting: false, status: 'no', lacksReason: true, answeredOn: '2027-07-01' },
      { isWaiting: false, status: 'no', lacksReason: true },
    ]);
    const bus = (await client.followUp.inputs()).find(({ kind }) => kind === 'log');
    await client.followUp.updateAnswer({ id: bus?.id ?? '', patch: { status: 'did', answer: 'It runs until four.', measureId, said: 'Other words' } });
    expect((await client.followUp.inputs()).find(({ kind }) => kind === 'log')).toMatchObject({
      said: 'Night bus',
      answer: 'It runs until four.',
      lacksReason: false,
    });
    await client.followUp.addInput({ said: 'Cut the hedge', saidBy: 'Parents of School 7' });
    expect(await client.followUp.inputs()).toMatchObject([{ said: 'Cut the hedge', kind: 'typed', isWaiting: true }, {}, {}]);
    await client.ballots.moderate({ ids: [said.id], moderation: 'hidden' });
    expect((await client.followUp.inputs()).map(({ said: words }) => words)).not.toContain(said.text);
    await client.followUp.removeAnswer({ id: bus?.id ?? '' });
    expect((await client.followUp.inputs()).find(({ kind }) => kind === 'log')).toMatchObject({ isWaiting: true, id: null });
  });
});

describe('citizens’ scores', () => {
  test('a small group is hidden, and a second one with it', async () => {
    const { client, measureId } = await aPlan();
    const score = { measureId, question: 'Is it better?', scoredOn: '2027-05-01' };
    await client.followUp.addScore({ ...score, mean: 3.5, people: 40 });
    for (const [groupLabel, people] of [
      ['Women', 22],
      ['Men', 14],
      ['Young people', 4],
    ] as const)
      await client.followUp.addScore({ ...score, groupLabel, mean: 3, people });
    const shown = new Map((await client.followUp.scores()).map((one) => [one.groupLabel, one]));
    expect(shown.get('Young people')).toMatchObject({ isHidden: true, mean: null, people: null });
    expect([...shown.values()].filter(({ isHidden }) => isHidden)).toHaveLength(2);
    expect(shown.get('')).toMatchObject({ isHidden: false, mean: 3.5, people: 40 });
  });

  test('the result of a closed ballot of ratings is taken with its groups, and again in place of itself', async () => {
    const city = await aPlan();
    const { client, measureId } = city;
    const { id: workshopId } = await client.workshops.add({ title: 'Harbour', template: '' });
    const women = await client.workshops.addGroup({ workshopId, name: 'Women', kind: 'table' });
    const men = await client.workshops.addGroup({ workshopId, name: 'Men', kind: 'table' });
    const ballot = await client.ballots.add({ workshopId, kind: 'rating', subject: 'own', question: 'How well was it done?' });
    const { options } = await client.ballots.setOptions({ id: ballot.id, options: [{ text: 'Lamps', picture: '', refId: null, quiz: null }] });
    await client.ballots.open({ id: ballot.id });
    const voters = addVoters(city, workshopId, [
      ...Array.from({ length: 6 }, () => ({ groupId: women.id })),
      ...Array.from({ length: 6 }, () => ({ groupId: men.id })),
    ]);
    const option = options[0]?.id ?? '';
    giveAnswers(
      city,
      ballot.id,
      voters,
      voters.map((_, place) => ({ kind: 'rating', levels: { [option]: { level: place < 6 ? 2 : 4 } } })),
    );
    expect(await client.followUp.scoreOffers()).toEqual([]);
    await client.ballots.close({ id: ballot.id });
    expect(await client.followUp.scoreOffers()).toMatchObject([{ question: 'How well was it done?', options: [{ text: 'Lamps', measureId }], isTaken: false }]);
    for (const _again of [1, 2]) expect(await client.followUp.takeScores({ ballotId: ballot.id, measures: { [option]: measureId } })).toEqual({ count: 3 });
    const scores = await client.followUp.scores();
    expect(scores.map(({ groupLabel, mean, people }) => [groupLabel, mean, people]).sort()).toEqual([
      ['', 3, 12],
      ['Men', 4, 6],
      ['Women', 2, 6],
    ]);
    expect((await client.followUp.scoreOffers())[0]?.isTaken).toBe(true);
  });
});

test('lessons are kept, changed and taken away; the stage of follow-up knows what comes next', async () => {
  const { client, measureId } = await aPlan();
  const { id } = await client.followUp.addLesson({ text: 'Ask before the works begin', stage: 'policy' });
  expect(await client.followUp.updateLesson({ id, patch: { nextTime: 'Walk first' } })).toMatchObject({
    text: 'Ask before the works begin',
    nextTime: 'Walk first',
  });
  const status = async () => (await client.project.stages()).find(({ stage }) => stage === 'follow-up');
  expect((await status())?.todos.map(({ code }) => code)).toContain('follow-up-actuals');
  await client.followUp.addActual({ measureId, measuredOn: '2027-01-01', value: 39 });
  expect((await status())?.todos.map(({ code }) => code)).not.toContain('follow-up-actuals');
  await client.followUp.removeLesson({ id });
  expect(await client.followUp.lessons()).toEqual([]);
});
