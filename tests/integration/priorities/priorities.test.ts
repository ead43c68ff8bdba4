import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';

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
