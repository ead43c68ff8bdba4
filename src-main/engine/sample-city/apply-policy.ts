import type { EngineClient } from '#shared/contract/contract.ts';
import type { SamplePlan } from './plan.ts';

/** Ids by the names that the plan uses. */
export interface PolicyLookUp {
  area(name: string): string;
  stakeholder(name: string): string;
  finding(key: string): string;
  priority(key: string): string;
}

/** The policy with its principles, pillars, objectives and measures. Answers how many measures there are. */
export async function enterPolicy(client: EngineClient, plan: SamplePlan, lookUp: PolicyLookUp): Promise<number> {
  const bodyOf = (name: string | undefined) => (name === undefined ? null : lookUp.stakeholder(name));
  await client.policy.update(plan.policy);
  const { responsible, ...facts } = plan.policyFacts;
  await client.policy.updateFacts({ ...facts, responsibleId: bodyOf(responsible) });
  for (const principle of plan.principles) await client.policy.addPrinciple(principle);
  const pillars = new Map<string, string>();
  for (const pillar of plan.pillars) pillars.set(pillar.title, (await client.policy.addPillar(pillar)).id);
  let measureCount = 0;
  for (const { findings, priorities, measures, pillar, owner, ...objective } of plan.objectives) {
    const { id: objectiveId } = await client.policy.addObjective({
      ...objective,
      pillarId: pillar === undefined ? null : (pillars.get(pillar) ?? null),
      ownerId: bodyOf(owner),
      findingIds: findings.map(lookUp.finding),
      priorityIds: priorities.map(lookUp.priority),
    });
    for (const measure of measures) await enterMeasure(client, objectiveId, measure, lookUp);
    measureCount += measures.length;
  }
  return measureCount;
}

async function enterMeasure(client: EngineClient, objectiveId: string, planned: SamplePlan['objectives'][number]['measures'][number], lookUp: PolicyLookUp) {
  const { owner, partners, areas, costLines, fundingLines, ...measure } = planned;
  const { id: measureId } = await client.policy.addMeasure({
    ...measure,
    objectiveId,
    ownerId: owner === undefined ? null : lookUp.stakeholder(owner),
    partnerIds: partners.map(lookUp.stakeholder),
    areaIds: areas.map(lookUp.area),
  });
  for (const line of costLines) await client.policy.addCostLine({ ...line, measureId });
  for (const { stakeholder, ...line } of fundingLines) {
    await client.policy.addFundingLine({ ...line, measureId, stakeholderId: stakeholder === undefined ? null : lookUp.stakeholder(stakeholder) });
  }
}
