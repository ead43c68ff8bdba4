import type { EngineClient } from '#shared/contract/contract.ts';
import { applyPartners } from './apply-partners.ts';
import { enterPolicy } from './apply-policy.ts';
import type { Refers, SamplePlan } from './plan.ts';

/** Told after each step: what was entered, and how many of it. */
export type TellApplied = (what: 'risks' | 'findings' | 'priorities' | 'ballots' | 'objectives' | 'measures', count: number) => void;

/** Enters what a workshop would: risks, findings with their evidence, the vote, the draft policy. Datasets are already imported. */
export async function applyPlan(client: EngineClient, plan: SamplePlan, tell: TellApplied): Promise<void> {
  const lookUp = await createLookUp(client);
  await enterEvidence(client, plan, lookUp);
  const risks = new Map<string, string>();
  for (const { areas, ...risk } of plan.risks) {
    risks.set(risk.title, (await client.risks.add({ ...risk, areaIds: areas.map(lookUp.area) })).id);
  }
  tell('risks', plan.risks.length);

  const findings = new Map<string, string>();
  for (const { key, areas, evidence, ...finding } of plan.findings) {
    const items = evidence.map(({ refers, ...item }) => ({ ...item, refId: refers ? lookUp.reference(refers, risks) : null }));
    findings.set(key, (await client.findings.add({ ...finding, areaIds: areas.map(lookUp.area), evidence: items })).id);
  }
  tell('findings', plan.findings.length);

  const priorities = new Map<string, string>();
  for (const { key, title, finding, isChosen, reason } of plan.priorities) {
    const { id } = await client.priorities.add({ title, findingId: finding === null ? null : idOf(findings, finding) });
    await client.priorities.update({ id, patch: { isChosen, reason } });
    priorities.set(key, id);
  }
  tell('priorities', plan.priorities.length);
  await enterVote(client, plan, priorities, tell);
  await enterRatings(client, plan, lookUp);
  const measureCount = await enterPolicy(client, plan, {
    ...{ area: lookUp.area, stakeholder: lookUp.stakeholder },
    finding: (key) => idOf(findings, key),
    priority: (key) => idOf(priorities, key),
  });
  tell('objectives', plan.objectives.length);
  tell('measures', measureCount);
  await applyPartners(client, plan, lookUp.stakeholder);
}

/** What weighs the figures: rival sources, weights of harm, targets, and what is known about knowing. */
async function enterEvidence(client: EngineClient, plan: SamplePlan, lookUp: LookUp): Promise<void> {
  for (const { area, ...figure } of plan.alternatives) {
    await client.areas.addAlternative({ ...figure, areaId: lookUp.area(area), sex: 'all', ageBand: '' });
  }
  const { weights, ...set } = plan.harm;
  const { id } = await client.patterns.addHarmSet(set);
  const offences = await client.incidents.offences();
  const weightOf = (name: string) => weights[name];
  await client.patterns.setHarmWeights({
    id,
    weights: offences.flatMap((offence) => {
      const weight = weightOf(offence.name);
      return weight === undefined ? [] : [{ offenceId: offence.id, weight }];
    }),
  });
  for (const { indicator, year, breakdown, ...target } of plan.targets) {
    await client.indicators.addTarget({ ...target, baselineId: lookUp.reference({ indicator, year, breakdown, area: '' }, new Map()) });
  }
  for (const { indicator, ...patch } of plan.knowledge) await client.indicators.setKnowledge({ indicatorCode: indicator, patch });
}

async function enterVote(client: EngineClient, plan: SamplePlan, priorities: ReadonlyMap<string, string>, tell: TellApplied): Promise<void> {
  await client.priorities.setRules(plan.vote.rules);
  for (const { dots, ...group } of plan.vote.groups) {
    const { id: groupId } = await client.priorities.addGroup(group);
    for (const [key, count] of Object.entries(dots)) {
      if (count > 0) await client.priorities.setTally({ groupId, priorityId: idOf(priorities, key), dots: count });
    }
  }
  tell(
    'ballots',
    plan.vote.groups.reduce((sum, group) => sum + group.people, 0),
  );
}

/** Several raters at two workshops, so that spread, cases on the line and change over time can be seen. */
async function enterRatings(client: EngineClient, plan: SamplePlan, lookUp: LookUp): Promise<void> {
  const groups = new Map((await client.priorities.vote()).groups.map(({ name, id }) => [name, id]));
  for (const { ratedOn, raters, scores } of plan.ratings) {
    const ratings = Object.entries(scores).flatMap(([body, byRater]) =>
      raters.map(({ rater, group }, place) => {
        const digit = (at: number) => Number(byRater[place]?.[at]);
        return {
          ...{ id: lookUp.stakeholder(body), rater, groupId: idOf(groups, group), ratedOn },
          ...{ power: digit(0), interest: digit(1), legitimacy: digit(2), urgency: digit(3), stance: digit(4) },
        };
      }),
    );
    await client.stakeholders.rateMany({ ratings });
  }
  for (const { stakeholder, ...decision } of plan.decisions) await client.stakeholders.decide({ id: lookUp.stakeholder(stakeholder), ...decision });
}

interface LookUp {
  area(name: string): string;
  stakeholder(name: string): string;
  reference(refers: Refers, risks: ReadonlyMap<string, string>): string;
}

async function createLookUp(client: EngineClient): Promise<LookUp> {
  const layers = await client.areas.layers();
  const areaLists = await Promise.all(layers.map((layer) => client.areas.list({ layerId: layer.id })));
  const areas = new Map(areaLists.flat().map((area) => [area.name, area.id]));
  const stakeholders = new Map((await client.stakeholders.list()).map((stakeholder) => [stakeholder.name, stakeholder.id]));
  const datasets = new Map((await client.imports.datasets()).map((dataset) => [dataset.fileName, dataset.id]));
  const observations = await client.indicators.observations();
  const area = (name: string) => idOf(areas, name);
  return {
    area,
    stakeholder: (name) => idOf(stakeholders, name),
    reference: (refers, risks) => {
      if ('dataset' in refers) return idOf(datasets, refers.dataset);
      if ('risk' in refers) return idOf(risks, refers.risk);
      const areaId = refers.area === '' ? null : area(refers.area);
      const found = observations.find(
        (one) => one.indicatorCode === refers.indicator && one.year === refers.year && one.areaId === areaId && one.breakdown === refers.breakdown,
      );
      if (!found) throw new Error(`The sample city has no observation ${JSON.stringify(refers)}`);
      return found.id;
    },
  };
}

/** A name that the plan uses and the data lacks is a fault of the sample itself. */
function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The sample city has no «${name}»`);
  return id;
}
