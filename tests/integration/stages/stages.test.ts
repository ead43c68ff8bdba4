import { describe, expect, test } from 'vitest';
import type { Stage, StageStatus } from '#shared/domain/stages.ts';
import { newProject } from '../../fixtures/engine.ts';
import { harbourCity } from '../../fixtures/harbour-city.ts';

const stageOf = (stages: readonly StageStatus[], stage: Stage) => {
  const found = stages.find((status) => status.stage === stage);
  if (!found) throw new Error(`no stage ${stage}`);
  return found;
};
const codes = (stages: readonly StageStatus[], stage: Stage) => stageOf(stages, stage).todos.map((todo) => todo.code);

describe('the stages of a fresh project', () => {
  test('come in the order of the method, and only the city has begun', async () => {
    const { client } = await newProject();
    const stages = await client.project.stages();
    expect(stages.map(({ stage, state }) => [stage, state])).toEqual([
      ['city', 'started'],
      ['stakeholders', 'empty'],
      ['profile', 'empty'],
      ['priorities', 'empty'],
      ['policy', 'empty'],
      ['follow-up', 'empty'],
      ['outputs', 'empty'],
    ]);
  });

  test('each names its next step first, and nothing that has to wait', async () => {
    const { client } = await newProject();
    const stages = await client.project.stages();
    expect(codes(stages, 'city')).toEqual(['city-languages', 'city-areas', 'city-mandate', 'city-team']);
    expect(codes(stages, 'stakeholders')).toEqual(['stakeholders-few']);
    expect(codes(stages, 'profile')[0]).toBe('profile-incidents');
    expect(codes(stages, 'priorities')).toEqual(['priorities-options', 'priorities-groups']);
    expect(codes(stages, 'policy')).toEqual(['policy-vision', 'policy-period', 'policy-objectives']);
    expect(codes(stages, 'outputs')).toEqual(['outputs-workbook', 'outputs-profile', 'outputs-policy']);
  });
});

describe('what is missing', () => {
  test('areas without boundary and without population are counted', async () => {
    const { client } = await harbourCity([]);
    expect(stageOf(await client.project.stages(), 'city').todos).toEqual(
      expect.arrayContaining([
        { code: 'city-boundaries', params: { count: 3 }, to: '/city/areas' },
        { code: 'city-population', params: { count: 1 }, to: '/city/areas' },
      ]),
    );
  });

  test('a register that has begun asks for ratings and for who is missing', async () => {
    const { client } = await newProject();
    await client.stakeholders.add({ name: 'Police', sector: 'police' });
    const status = stageOf(await client.project.stages(), 'stakeholders');
    expect(status.state).toBe('started');
    expect(status.todos.map(({ code, params }) => [code, params.count])).toEqual([
      ['stakeholders-few', 1],
      ['stakeholders-unrated', 1],
      ['stakeholders-sectors', 7],
      ['stakeholders-groups', 10],
    ]);
  });

  test('the profile asks for groups of offences, sources of values and evidence of findings', async () => {
    const { client } = await harbourCity([{ offence: 'Unknown', place: 'north', year: 2022 }]);
    await client.indicators.add({ indicatorCode: '16.1.1', value: 12 });
    await client.findings.add({ sentence: 'x' });
    expect(codes(await client.project.stages(), 'profile')).toEqual([
      'profile-offences',
      'profile-indicators',
      'profile-sources',
      'profile-risks',
      'profile-findings',
      'profile-claims',
    ]);
  });

  test('a vote goes from options to groups, dots and the choice', async () => {
    const { client } = await newProject();
    for (const title of ['A', 'B', 'C']) await client.priorities.add({ title, findingId: null });
    const group = await client.priorities.addGroup({ name: 'Women', people: 4 });
    expect(codes(await client.project.stages(), 'priorities')).toEqual(['priorities-votes']);
    const [option] = await client.priorities.list();
    await client.priorities.setTally({ groupId: group.id, priorityId: option?.id ?? '', dots: 400 });
    expect(codes(await client.project.stages(), 'priorities')).toEqual(['priorities-problems', 'priorities-chosen']);
    await client.priorities.setTally({ groupId: group.id, priorityId: option?.id ?? '', dots: 4 });
    await client.priorities.update({ id: option?.id ?? '', patch: { isChosen: true } });
    expect(stageOf(await client.project.stages(), 'priorities')).toMatchObject({ state: 'complete', done: 5, total: 5, todos: [] });
  });

  test('the policy counts what the council would ask about', async () => {
    const { client } = await newProject();
    const { id: objectiveId } = await client.policy.addObjective({ title: 'Light' });
    await client.policy.addMeasure({ objectiveId, title: 'Lamps' });
    const todo = stageOf(await client.project.stages(), 'policy').todos.at(-1);
    const must = (await client.policy.checks()).filter((check) => check.level === 'must').length;
    expect(todo).toEqual({ code: 'policy-checks', params: { count: must }, to: '/policy/checks' });
  });

  test('the follow-up sends to the plan until there is a measure to follow', async () => {
    const { client } = await newProject();
    expect(stageOf(await client.project.stages(), 'follow-up').todos).toEqual([{ code: 'follow-up-plan', params: {}, to: '/policy' }]);
    const { id: objectiveId } = await client.policy.addObjective({ title: 'Light' });
    await client.policy.addMeasure({ objectiveId, title: 'Lamps' });
    expect(codes(await client.project.stages(), 'follow-up')).toEqual(['follow-up-actuals', 'follow-up-reports']);
  });

  test('outputs that are older than the latest change ask to be made again', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const make = (kind: string) => fixture.project().change({ kind: 'note', name: 'outputs.make', params: { kind }, subjects: ['outputs'] }, () => {});
    for (const kind of ['workbook', 'profile', 'policy']) make(kind);
    expect(stageOf(await client.project.stages(), 'outputs')).toMatchObject({ state: 'complete', todos: [] });
    await client.findings.add({ sentence: 'New since then' });
    make('workbook');
    expect(stageOf(await client.project.stages(), 'outputs').todos).toEqual([{ code: 'outputs-old', params: { count: 2 }, to: '/outputs' }]);
  });

  test('nothing that is missing keeps an answer from being saved', async () => {
    const { client } = await newProject({ city: { name: '' } });
    await client.policy.update({ vision: 'First the vision' });
    expect(codes(await client.project.stages(), 'city')[0]).toBe('city-name');
    expect(codes(await client.project.stages(), 'policy')).not.toContain('policy-vision');
  });
});
