import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { noPolicyFacts } from '#shared/domain/policy-frame.ts';
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
    expect((await client.policy.checks()).map((check) => check.code)).toEqual([
      'objective-without-measure',
      'finding-without-measure',
      'finding-is-claim',
      'group-not-covered',
    ]);
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

  test('CS-1 line by line: years, totals and gap, and the years that they fall into', async () => {
    const { client } = await newProject({ city: { currency: 'PEN' } });
    const { id: objectiveId } = await client.policy.addObjective({ title: 'Light' });
    const { id: measureId } = await client.policy.addMeasure({ objectiveId, startYear: 2026, endYear: 2028, contingencyPercent: 10, capitalCost: 1 });
    await client.policy.addCostLine({ measureId, title: 'Lamps', kind: 'capital', unitCost: 45, quantity: 1200 });
    await client.policy.addCostLine({ measureId, title: 'Staff', kind: 'recurrent', unitCost: 18_000, quantity: 2 });
    const whole = await client.policy.addCostLine({ measureId, title: 'Repairs', kind: 'recurrent', unitCost: 150, quantity: 120 });
    expect(whole).toMatchObject({ capitalTotal: 54_000, recurrentTotal: 162_000, totalCost: 237_600 });
    expect(whole.costLines.map(({ title, years, amount }) => [title, years, amount])).toEqual([
      ['Lamps', 1, 54_000],
      ['Staff', 3, 108_000],
      ['Repairs', 3, 54_000],
    ]);
    const funded = await client.policy.addFundingLine({ measureId, kind: 'own', source: 'Budget', amount: 150_000, status: 'promised' });
    expect(funded).toMatchObject({ ownFunds: 150_000, funding: 150_000, securedFunding: 0, gap: 87_600 });
    expect(funded.costsByYear.map(({ year, total }) => [year, total])).toEqual([
      [2026, 118_800],
      [2027, 59_400],
      [2028, 59_400],
    ]);
    const [lamps] = funded.costLines;
    const [budget] = funded.fundingLines;
    if (!lamps || !budget) throw new Error('The lines are gone');
    expect(await client.policy.updateCostLine({ id: lamps.id, patch: { quantity: null } })).toMatchObject({ totalCost: null, gap: null, costsByYear: [] });
    await client.history.undo();
    expect(await client.policy.updateFundingLine({ id: budget.id, patch: { status: 'secured' } })).toMatchObject({ securedFunding: 150_000 });
    expect((await client.policy.removeFundingLine({ id: budget.id })).fundingLines).toEqual([]);
    expect((await client.policy.removeCostLine({ id: lamps.id })).totalCost).toBe(178_200);
    // With the measure its lines go, and come back with it.
    await client.policy.removeMeasure({ id: measureId });
    await client.history.undo();
    expect((await client.policy.measures())[0]?.costLines).toHaveLength(2);
  });

  test('a month brings its year, and a year alone takes a month of another year away', async () => {
    const { client } = await newProject();
    const { id: objectiveId } = await client.policy.addObjective({});
    const { id } = await client.policy.addMeasure({ objectiveId, startsOn: '2026-07', endsOn: '2028-06', recurrentCostPerYear: 1200 });
    expect((await client.policy.measures())[0]).toMatchObject({ startYear: 2026, endYear: 2028, years: 2, totalCost: 2400 });
    expect(await client.policy.updateMeasure({ id, patch: { endYear: 2029 } })).toMatchObject({ startsOn: '2026-07', endsOn: '', years: 3.5 });
    expect(await client.policy.updateMeasure({ id, patch: { endsOn: '2029-03' } })).toMatchObject({ endYear: 2029, endsOn: '2029-03' });
    expect(await client.policy.updateMeasure({ id, patch: { startYear: null } })).toMatchObject({ startsOn: '', years: null, totalCost: null });
  });

  test('pillars and principles keep their order; an objective outlives its pillar', async () => {
    const { client } = await newProject();
    const light = await client.policy.addPillar({ title: 'Light' });
    const care = await client.policy.addPillar({ title: 'Care', description: 'At any hour' });
    const { id } = await client.policy.addObjective({
      title: 'Nobody waits',
      pillarId: care.id,
      level: 'impact',
      direction: 'down',
      baselineOn: '2025-10',
      targetValue: 0,
    });
    await client.policy.setOrder({ kind: 'pillar', ids: [care.id] });
    expect((await client.policy.pillars()).map(({ title }) => title)).toEqual(['Care', 'Light']);
    await client.policy.updatePillar({ id: light.id, patch: { title: 'Lit streets' } });
    await client.policy.removePillar({ id: care.id });
    expect(await client.policy.objectives()).toMatchObject([{ id, pillarId: null, level: 'impact', direction: 'down', baselineOn: '2025-10', targetValue: 0 }]);
    await client.history.undo();
    expect((await client.policy.objectives())[0]?.pillarId).toBe(care.id);
    const first = await client.policy.addPrinciple({ title: 'Nobody is left out' });
    const second = await client.policy.addPrinciple({ title: 'Prevention first' });
    await client.policy.setOrder({ kind: 'principle', ids: [second.id, first.id] });
    await client.policy.updatePrinciple({ id: first.id, patch: { text: 'Those first who are afraid most often' } });
    expect((await client.policy.principles()).map(({ title }) => title)).toEqual(['Prevention first', 'Nobody is left out']);
    await client.policy.removePrinciple({ id: second.id });
    expect(await client.policy.principles()).toHaveLength(1);
  });

  test('facts of the policy are said, and taken back', async () => {
    const { client, project } = await newProject();
    expect(await client.policy.facts()).toEqual(noPolicyFacts);
    await client.policy.updateFacts({ stage: 'draft', coversWholeCity: false, adoptedYear: 2024, reviewEveryMonths: 24, lastReviewOn: '2025-11' });
    expect(await client.policy.updateFacts({ adoptedYear: null })).toMatchObject({
      ...{ stage: 'draft', coversWholeCity: false, adoptedYear: null, reviewEveryMonths: 24, lastReviewOn: '2025-11' },
    });
    // What a newer or damaged file says there and nobody can read is not said.
    project().change({ name: 'policy.updateFacts', params: { fields: '' }, subjects: ['policy'] }, (write) => {
      write.connection.exec("UPDATE policy_fact SET value = 'someday' WHERE name IN ('stage', 'reviewEveryMonths', 'coversWholeCity')");
    });
    expect(await client.policy.facts()).toMatchObject({ stage: null, reviewEveryMonths: null, coversWholeCity: null, lastReviewOn: '2025-11' });
  });
});
