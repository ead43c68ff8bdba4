import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';

describe('the register', () => {
  test('a half-filled body is saved as it is', async () => {
    const { client } = await newProject();
    const added = await client.stakeholders.add({ name: 'Police district 3' });
    expect(added).toMatchObject({ name: 'Police district 3', sector: 'other', power: null, interest: null, gridPlace: 'not-rated', raterCount: 0 });
    expect(await client.stakeholders.update({ id: added.id, patch: { sector: 'police' } })).toMatchObject({ name: 'Police district 3', sector: 'police' });
  });

  test('PI-1 through raters: medians of each rater’s newest answer', async () => {
    const { client } = await newProject();
    const { id } = await client.stakeholders.add({ name: 'Traders' });
    await client.stakeholders.rate({ id, rater: 'Table 1', power: 1, interest: 1 });
    for (const [index, [power, interest]] of [
      [2, 2],
      [5, 1],
      [4, 2],
      [3, 3],
      [4, 2],
    ].entries()) {
      await client.stakeholders.rate({ id, rater: `Table ${index + 1}`, power: power ?? null, interest: interest ?? null });
    }
    expect((await client.stakeholders.list())[0]).toMatchObject({ power: 4, interest: 2, raterCount: 5, gridPlace: 'keep-satisfied' });
  });

  test('a rating of one side only leaves the body unrated', async () => {
    const { client } = await newProject();
    const { id } = await client.stakeholders.add({ name: 'Traders' });
    expect(await client.stakeholders.rate({ id, rater: '', power: 4, interest: null })).toMatchObject({ power: 4, interest: null, gridPlace: 'not-rated' });
  });

  test('who is missing: sectors, resident groups, ratings', async () => {
    const { client } = await newProject();
    await client.stakeholders.add({ name: 'Women of the harbour', sector: 'community', represents: ['women', 'girls'] });
    const gaps = await client.stakeholders.gaps();
    expect(gaps.sectors).not.toContain('community');
    expect(gaps.sectors).toContain('police');
    expect(gaps.groups).not.toContain('women');
    expect(gaps.groups).toContain('migrants');
    expect(gaps.unratedCount).toBe(1);
  });

  test('removing an owner leaves the measure, without an owner', async () => {
    const { client } = await newProject();
    const owner = await client.stakeholders.add({ name: 'Works department' });
    const objective = await client.policy.addObjective({ title: 'Light' });
    await client.policy.addMeasure({ objectiveId: objective.id, title: 'Lamps', ownerId: owner.id, partnerIds: [owner.id] });
    await client.stakeholders.remove({ id: owner.id });
    expect(await client.policy.measures()).toMatchObject([{ title: 'Lamps', ownerId: null, partnerIds: [] }]);
  });

  test('an id that is not in the project is refused', async () => {
    const { client } = await newProject();
    const id = uuidv7();
    for (const call of [
      client.stakeholders.update({ id, patch: { name: 'x' } }),
      client.stakeholders.rate({ id, rater: '', power: 1, interest: 1 }),
      client.stakeholders.remove({ id }),
    ]) {
      expect((await refusalOf(call)).code).toBe('object/not-found');
    }
  });
});
