import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';

describe('the policy', () => {
  test('begins empty and keeps each answer', async () => {
    const { client } = await newProject();
    expect(await client.policy.get()).toEqual({ title: '', vision: '', startYear: null, endYear: null });
    await client.policy.update({ vision: 'Everyone walks home' });
    expect(await client.policy.update({ startYear: 2026 })).toEqual({ title: '', vision: 'Everyone walks home', startYear: 2026, endYear: null });
  });

  test('CS-1 as a measure: years, cost, funding and gap are computed', async () => {
    const { client } = await newProject();
    const { id: objectiveId } = await client.policy.addObjective({ title: 'Light' });
    const measure = await client.policy.addMeasure({
      objectiveId,
      title: 'Lamps and patrols',
      startYear: 2026,
      endYear: 2028,
      capitalCost: 54_000,
      recurrentCostPerYear: 54_000,
      contingencyPercent: 10,
      fundingOwn: 100_000,
      fundingExternal: 50_000,
    });
    expect(measure).toMatchObject({ years: 3, totalCost: 237_600, funding: 150_000, gap: 87_600, fundingShared: null });
    const draft = await client.policy.updateMeasure({ id: measure.id, patch: { endYear: null } });
    expect(draft).toMatchObject({ years: null, totalCost: null, funding: 150_000, gap: null });
  });

  test('a measure keeps partners and areas, each once', async () => {
    const { client } = await newProject();
    const { id: objectiveId } = await client.policy.addObjective({});
    const partner = await client.stakeholders.add({ name: 'Traders' });
    const area = await client.areas.add({ name: 'Market' });
    const measure = await client.policy.addMeasure({ objectiveId, partnerIds: [partner.id, partner.id], areaIds: [area.id] });
    expect(measure).toMatchObject({ partnerIds: [partner.id], areaIds: [area.id] });
    expect(await client.policy.updateMeasure({ id: measure.id, patch: { partnerIds: [] } })).toMatchObject({ partnerIds: [], areaIds: [area.id] });
  });

  test('an objective that measures hang on stays until they are gone', async () => {
    const { client } = await newProject();
    const objective = await client.policy.addObjective({ title: 'Light' });
    const measure = await client.policy.addMeasure({ objectiveId: objective.id });
    expect(await refusalOf(client.policy.removeObjective({ id: objective.id }))).toEqual({ code: 'object/in-use', params: { name: 'Light', count: 1 } });
    await client.policy.removeMeasure({ id: measure.id });
    await client.policy.removeObjective({ id: objective.id });
    expect(await client.policy.objectives()).toEqual([]);
  });

  test('the checks follow the plan', async () => {
    const { client } = await newProject();
    expect((await client.policy.checks()).map((check) => check.code)).toEqual(['no-vision', 'no-objectives']);
    const finding = await client.findings.add({ sentence: 'Lamps are out', groups: ['women'] });
    await client.policy.update({ vision: 'Light everywhere' });
    await client.policy.addObjective({ title: 'Light', findingIds: [finding.id] });
    expect((await client.policy.checks()).map((check) => check.code)).toEqual(['objective-without-measure', 'finding-without-measure', 'finding-is-claim', 'group-not-covered']);
  });

  test('what is not there is refused, a link to nothing too', async () => {
    const { client } = await newProject();
    const id = uuidv7();
    const objective = await client.policy.addObjective({ title: 'Light' });
    for (const call of [
      client.policy.updateObjective({ id, patch: {} }),
      client.policy.removeObjective({ id }),
      client.policy.addMeasure({ objectiveId: id }),
      client.policy.updateMeasure({ id, patch: {} }),
      client.policy.removeMeasure({ id }),
      client.policy.addMeasure({ objectiveId: objective.id, ownerId: id }),
      client.policy.updateObjective({ id: objective.id, patch: { findingIds: [id] } }),
    ]) {
      expect((await refusalOf(call)).code).toBe('object/not-found');
    }
    expect(await client.policy.measures()).toEqual([]);
  });
});
