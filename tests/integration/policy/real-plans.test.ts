import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read, utils } from 'xlsx';
import type { OutputKind, OutputResult, Progress } from '#shared/domain/outputs.ts';
import { planTree } from '#shared/methods/plan-tree.ts';
import { type EngineFixture, newProject } from '../../fixtures/engine.ts';
import { buildPlan } from '../../fixtures/real-plans/build-plan.ts';
import { type PlannedMeasure, printedPlans, type RealPlan, realPlans } from '../../fixtures/real-plans/real-plans.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;

const objectivesOf = (plan: RealPlan) => [...plan.pillars.flatMap(({ objectives }) => objectives), ...plan.loose];
const measuresOf = (plan: RealPlan): PlannedMeasure[] => objectivesOf(plan).flatMap(({ measures }) => measures);

async function cityWith(plan: RealPlan): Promise<EngineFixture> {
  const fixture = await newProject({ city: { name: plan.city, currency: plan.currency } });
  await buildPlan(fixture.client, plan);
  return fixture;
}

async function make(fixture: EngineFixture, kind: OutputKind, language: string): Promise<OutputResult> {
  const stream: AsyncIterator<Progress, OutputResult> = await fixture.client.outputs.make({ kind, language });
  for (;;) {
    const next = await stream.next();
    if (next.done) return next.value;
  }
}

/** Every word of a workbook's cells, one cell a line. */
function cellsOf(path: string): string {
  const book = read(readFileSync(path));
  return book.SheetNames.flatMap((name) => utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1, raw: false }).flat()).join('\n');
}

/** A plan of 129 actions is written call by call, and printed. */
const patience = { timeout: 120_000 };

/** What a reader reads: line ends and hyphens of the page are no part of a word. */
const asRead = (text: string) => text.replace(/[\u00ad\u2010-]\s*\n\s*/g, '').replace(/\s+/g, '');

describe('plans that cities really have', patience, () => {
  test.each(realPlans.map((plan) => [plan.title, plan] as const))('%s stands in the plan as it is', async (_title, plan) => {
    const { client } = await cityWith(plan);
    const [pillars, objectives, measures] = [await client.policy.pillars(), await client.policy.objectives(), await client.policy.measures()];
    const names = new Map((await client.stakeholders.list()).map(({ id, name }) => [id, name]));
    const { branches, impacts } = planTree(pillars, objectives, measures);
    expect(branches.flatMap(({ pillar }) => pillar?.title ?? [])).toEqual(plan.pillars.map(({ title }) => title));
    expect(impacts.map(({ title }) => title)).toEqual(objectivesOf(plan).flatMap(({ level, title }) => (level === 'impact' ? [title] : [])));
    const found = branches.flatMap((branch) =>
      branch.objectives.flatMap((own) =>
        own.measures.map(({ measure, number }) => ({
          pillar: branch.pillar?.title ?? '',
          objective: own.objective.title,
          ...{ title: measure.title, code: measure.code === '' ? '' : number, indicator: measure.indicatorText, start: measure.startYear },
          owner: names.get(measure.ownerId ?? '') ?? '',
          partners: measure.partnerIds.map((id) => names.get(id)).toSorted(),
          areas: measure.areaIds.length,
        })),
      ),
    );
    const meant = [...plan.pillars, { title: '', objectives: plan.loose }].flatMap((pillar) =>
      pillar.objectives.flatMap((objective) =>
        objective.measures.map((measure) => ({
          ...{ pillar: pillar.title, objective: objective.title, title: measure.title, code: measure.code ?? '', indicator: measure.indicatorText ?? '' },
          ...{
            start: measure.startYear ?? null,
            owner: measure.owner ?? '',
            partners: [...(measure.partners ?? [])].sort(),
            areas: measure.areas?.length ?? 0,
          },
        })),
      ),
    );
    expect(found).toEqual(meant);
    expect(await client.policy.facts()).toMatchObject(plan.facts);
    expect((await client.policy.principles()).map(({ title }) => title)).toEqual(plan.principles);
  });

  test('money from outside in another currency stays beside the sums', async () => {
    const { client } = await cityWith(printedPlans[0] as RealPlan);
    const project = (await client.policy.measures()).find(({ currency }) => currency === 'USD');
    expect(project).toMatchObject({ totalCost: 142_560, externalFunds: 142_560, securedFunding: 142_560, gap: 0, hasOwnCurrency: true });
  });
});

describe.skipIf(!hasPoppler)('a real plan in its documents', patience, () => {
  test.each(printedPlans.map((plan) => [plan.title, plan] as const))(
    '%s: every pillar, measure, owner and indicator is in the policy and in the workbook',
    async (_title, plan) => {
      const fixture = await cityWith(plan);
      const language = plan.language === 'es' ? 'es' : 'en';
      const words = new Set([
        ...plan.pillars.map(({ title }) => title),
        ...objectivesOf(plan).map(({ title }) => title),
        ...measuresOf(plan).flatMap(({ title, owner = '', indicatorText = '' }) => [title, owner, indicatorText]),
      ]);
      const policy = await make(fixture, 'policy', language);
      const page = asRead(execFileSync('pdftotext', [policy.path, '-'], { encoding: 'utf8', maxBuffer: 1e8 }));
      expect([...words].filter((text) => !page.includes(asRead(text)))).toEqual([]);
      const workbook = await make(fixture, 'workbook', language);
      const cells = cellsOf(workbook.path);
      expect([...words].filter((text) => !cells.includes(text))).toEqual([]);
      expect(measuresOf(plan).length).toBe(new Set(measuresOf(plan).map(({ title }) => title)).size);
    },
  );
});
