import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';
import { addVoters, giveAnswers } from '../../fixtures/voters.ts';

describe('options', () => {
  test('one for every finding that has none yet, however often one asks', async () => {
    const { client } = await newProject();
    const first = await client.findings.add({ sentence: 'Lamps are out' });
    await client.findings.add({ sentence: 'Buses stop early' });
    await client.findings.add({ sentence: '  ' });
    await client.priorities.add({ title: 'Light the market', findingId: first.id });
    await client.priorities.addFromFindings();
    const options = await client.priorities.addFromFindings();
    expect(options.map((option) => option.title)).toEqual(['Light the market', 'Buses stop early']);
  });

  test('a very long sentence becomes a title that fits its line', async () => {
    const { client } = await newProject();
    await client.findings.add({ sentence: 'x'.repeat(2000) });
    expect((await client.priorities.addFromFindings())[0]?.title).toHaveLength(500);
  });

  test('are chosen with a reason', async () => {
    const { client } = await newProject();
    const { id } = await client.priorities.add({ title: 'Light', findingId: null });
    expect(await client.priorities.update({ id, patch: { isChosen: true, reason: 'All groups agree' } })).toMatchObject({
      title: 'Light',
      isChosen: true,
      reason: 'All groups agree',
    });
  });
});

describe('the vote', () => {
  const setUp = async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const a = await client.priorities.add({ title: 'A', findingId: null });
    const b = await client.priorities.add({ title: 'B', findingId: null });
    const women = await client.priorities.addGroup({ name: 'Women', people: 9 });
    const men = await client.priorities.addGroup({ name: 'Men', people: 3 });
    await client.priorities.setRules({ dotsPerPerson: 2, capPerOption: 1 });
    return { ...fixture, a, b, women, men };
  };

  test('until rules are fixed the suggested number of dots applies', async () => {
    const { client } = await newProject();
    for (let index = 0; index < 9; index++) await client.priorities.add({ title: `Option ${index}`, findingId: null });
    expect(await client.priorities.vote()).toMatchObject({ suggestedDots: 3, rules: { dotsPerPerson: 3, capPerOption: 3 } });
  });

  test('results in all, by group, and with every group weighing the same', async () => {
    const { client, a, b, women, men } = await setUp();
    await client.priorities.setTally({ groupId: women.id, priorityId: a.id, dots: 9 });
    await client.priorities.setTally({ groupId: women.id, priorityId: b.id, dots: 0 });
    const vote = await client.priorities.setTally({ groupId: men.id, priorityId: b.id, dots: 3 });
    expect(vote.problems).toEqual([]);
    expect(vote.results).toMatchObject([
      { priorityId: a.id, dots: 9, share: 0.75, rank: 1, equalGroupPoints: 0.5, equalGroupRank: 1.5 },
      { priorityId: b.id, dots: 3, share: 0.25, rank: 2, equalGroupPoints: 0.5, equalGroupRank: 1.5 },
    ]);
  });

  test('a count that breaks the rules is saved as entered and listed', async () => {
    const { client, a, men } = await setUp();
    const vote = await client.priorities.setTally({ groupId: men.id, priorityId: a.id, dots: 8 });
    expect(vote.tallies).toEqual([{ groupId: men.id, priorityId: a.id, dots: 8 }]);
    expect(vote.problems).toEqual([
      { groupId: men.id, code: 'too-many-dots', priorityId: null, dots: 8, allowed: 6 },
      { groupId: men.id, code: 'over-cap', priorityId: a.id, dots: 8, allowed: 3 },
    ]);
    expect((await client.priorities.setTally({ groupId: men.id, priorityId: a.id, dots: 3 })).problems).toEqual([]);
  });

  test('more people in the room settle a problem without touching the dots', async () => {
    const { client, a, men } = await setUp();
    await client.priorities.setTally({ groupId: men.id, priorityId: a.id, dots: 4 });
    await client.priorities.updateGroup({ id: men.id, patch: { people: 4 } });
    expect(await client.priorities.vote()).toMatchObject({ problems: [], tallies: [{ dots: 4 }] });
  });

  test('a removed group or option takes its dots along', async () => {
    const { client, a, b, women, men } = await setUp();
    await client.priorities.setTally({ groupId: women.id, priorityId: a.id, dots: 5 });
    await client.priorities.setTally({ groupId: men.id, priorityId: b.id, dots: 2 });
    await client.priorities.removeGroup({ id: women.id });
    await client.priorities.remove({ id: b.id });
    expect(await client.priorities.vote()).toMatchObject({ tallies: [], groups: [{ name: 'Men' }], results: [{ priorityId: a.id, dots: 0, rank: null }] });
  });

  test('what is not there is refused', async () => {
    const { client, a, women } = await setUp();
    const id = uuidv7();
    for (const call of [
      client.priorities.add({ title: 'x', findingId: id }),
      client.priorities.update({ id, patch: {} }),
      client.priorities.remove({ id }),
      client.priorities.updateGroup({ id, patch: {} }),
      client.priorities.removeGroup({ id }),
      client.priorities.setTally({ groupId: id, priorityId: a.id, dots: 1 }),
      client.priorities.setTally({ groupId: women.id, priorityId: id, dots: 1 }),
    ]) {
      expect((await refusalOf(call)).code).toBe('object/not-found');
    }
  });
});

describe('which vote counts', () => {
  const setUp = async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const light = await client.priorities.add({ title: 'Light', findingId: null });
    const buses = await client.priorities.add({ title: 'Buses', findingId: null });
    const workshop = await client.workshops.add({ title: 'Harbour', smallestGroup: 5 });
    const women = await client.workshops.addGroup({ workshopId: workshop.id, name: 'Women' });
    const men = await client.workshops.addGroup({ workshopId: workshop.id, name: 'Men' });
    const voters = addVoters(fixture, workshop.id, [...Array(6).fill({ groupId: women.id }), ...Array(5).fill({ groupId: men.id })]);
    const ballot = async (kind: 'dots' | 'ranking') => {
      const added = await client.ballots.add({ workshopId: workshop.id, kind, subject: 'priorities', question: 'What first?' });
      await client.ballots.open({ id: added.id });
      const [a = '', b = ''] = added.options.map(({ id }) => id);
      const first = (index: number) => (index < 6 ? b : a);
      giveAnswers(
        fixture,
        added.id,
        voters,
        voters.map((_, index) => (kind === 'dots' ? { kind, dots: { [first(index)]: 1 } } : { kind, places: { [first(index)]: 1 } })),
      );
      await client.ballots.close({ id: added.id });
      return added;
    };
    return { ...fixture, light, buses, women, men, ballot };
  };

  test('a closed ballot on the priorities decides by itself, by group and with every group weighing the same', async () => {
    const { client, light, buses, women, men, ballot } = await setUp();
    const { id } = await ballot('dots');
    const vote = await client.priorities.result();
    expect(vote.decided).toMatchObject({ source: { kind: 'ballot', ballotId: id }, unit: 'dots', people: 11, isAutomatic: true });
    expect(vote.groups).toEqual([
      { id: women.id, name: 'Women', people: 6 },
      { id: men.id, name: 'Men', people: 5 },
    ]);
    expect(vote.results).toMatchObject([
      { priorityId: light.id, dots: 5, rank: 2, equalGroupPoints: 0.5, byGroup: [{ dots: 0 }, { dots: 5, share: 1, rank: 1 }] },
      { priorityId: buses.id, dots: 6, rank: 1, equalGroupPoints: 0.5 },
    ]);
    expect((await client.priorities.vote()).groups).toEqual([]);
    const stage = (await client.project.stages()).find((own) => own.stage === 'priorities');
    expect(stage?.todos.map(({ code }) => code)).not.toContain('priorities-votes');
  });

  test('dots typed by group go first until a source is chosen; only one ever counts', async () => {
    const { client, light, ballot } = await setUp();
    const { id } = await ballot('ranking');
    const group = await client.priorities.addGroup({ name: 'Wall of stickers', people: 4 });
    await client.priorities.setTally({ groupId: group.id, priorityId: light.id, dots: 3 });
    expect(await client.priorities.result()).toMatchObject({
      decided: { source: { kind: 'typed' }, isAutomatic: true, people: 4 },
      results: [{ dots: 3 }, { dots: 0 }],
    });
    await client.priorities.setSource({ ballotId: id });
    expect(await client.priorities.result()).toMatchObject({
      decided: { unit: 'points', isAutomatic: false, people: 11 },
      results: [{ dots: 5 }, { dots: 6 }],
    });
    await client.priorities.setSource({ ballotId: null });
    expect((await client.priorities.result()).decided).toMatchObject({ source: { kind: 'typed' }, isAutomatic: false });
    await client.history.undo();
    expect((await client.priorities.result()).decided.source).toEqual({ kind: 'ballot', ballotId: id });
  });

  test('an open ballot, or one on something else, cannot decide; one that is open again does not', async () => {
    const { client, ballot } = await setUp();
    const { id, workshopId } = await ballot('dots');
    await client.priorities.setSource({ ballotId: id });
    await client.ballots.reopen({ id });
    expect((await client.priorities.result()).decided.source).toEqual({ kind: 'typed' });
    expect((await refusalOf(client.priorities.setSource({ ballotId: id }))).code).toBe('ballot/still-open');
    const options = ['A', 'B'].map((text) => ({ text, picture: '', refId: null, quiz: null }));
    const other = await client.ballots.add({ workshopId, kind: 'dots', subject: 'own', question: 'Else?', options });
    await client.ballots.open({ id: other.id });
    await client.ballots.close({ id: other.id });
    expect((await refusalOf(client.priorities.setSource({ ballotId: other.id }))).code).toBe('object/not-found');
  });
});
