import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EngineClient } from '#shared/contract/contract.ts';
import { factorInputSchema, outsideFactorInputSchema } from '#shared/domain/factors.ts';
import { riskInputSchema } from '#shared/domain/findings.ts';
import { practiceInputSchema } from '#shared/domain/library.ts';
import { riskMeetingInputSchema } from '#shared/domain/risk-meetings.ts';
import { leadershipRoleInputSchema, strategyInputSchema } from '#shared/domain/strategies.ts';
import { type SamplePlan, sampleCityFolder } from './plan.ts';

const finding = z.string().nullable();

/** `surroundings.json` of the sample city: what bears on its safety, by names instead of ids. */
const surroundingsSchema = z.object({
  note: z.string(),
  details: z.array(riskInputSchema.omit({ kind: true, title: true, areaIds: true }).partial().extend({ risk: z.string() })),
  meetings: z.array(riskMeetingInputSchema.omit({ findingId: true, isRestricted: true }).extend({ threat: z.string(), vulnerability: z.string(), finding })),
  factors: z.array(factorInputSchema.omit({ findingId: true, isRestricted: true }).extend({ finding })),
  outside: z.array(outsideFactorInputSchema.omit({ findingId: true, isRestricted: true })),
  strategies: z.array(strategyInputSchema.extend({ text: z.string() })),
  roles: z.array(leadershipRoleInputSchema.omit({ stakeholderId: true }).extend({ body: z.string() })),
  practices: z.array(practiceInputSchema.partial()),
  links: z.array(z.object({ measure: z.string(), practice: z.string(), note: z.string() })),
});

/** Enters factors, meetings of threats and vulnerabilities, other strategies, leading posts, and practices with the measures that follow them. */
export async function applySurroundings(client: EngineClient, plan: SamplePlan, resourcesFolder: string): Promise<void> {
  const around = surroundingsSchema.parse(JSON.parse(readFileSync(join(sampleCityFolder(resourcesFolder), 'surroundings.json'), 'utf8')));
  const findings = await client.findings.list();
  const idOfFinding = (key: string | null): string | null => {
    const sentence = plan.findings.find((one) => one.key === key)?.sentence;
    return findings.find((one) => one.sentence === sentence)?.id ?? null;
  };
  await enterRisks(client, around, idOfFinding);
  for (const { finding: key, ...factor } of around.factors) await client.factors.add({ ...factor, findingId: idOfFinding(key) });
  for (const factor of around.outside) await client.factors.addOutside(factor);
  for (const { text, ...strategy } of around.strategies) await client.strategies.add({ ...strategy, reading: { text } });
  const bodies = new Map((await client.stakeholders.list()).map(({ name, id }) => [name, id]));
  for (const { body, ...role } of around.roles) await client.strategies.addRole({ ...role, stakeholderId: idOf(bodies, body) });
  await enterPractices(client, around);
}

type Surroundings = z.infer<typeof surroundingsSchema>;

async function enterRisks(client: EngineClient, { details, meetings }: Surroundings, idOfFinding: (key: string | null) => string | null): Promise<void> {
  const risks = new Map((await client.risks.list()).map(({ title, id }) => [title, id]));
  for (const { risk, ...patch } of details) await client.risks.update({ id: idOf(risks, risk), patch });
  for (const { threat, vulnerability, finding: key, ...patch } of meetings) {
    await client.risks.rate({ threatId: idOf(risks, threat), vulnerabilityId: idOf(risks, vulnerability), patch: { ...patch, findingId: idOfFinding(key) } });
  }
}

async function enterPractices(client: EngineClient, { practices, links }: Surroundings): Promise<void> {
  for (const practice of practices) await client.library.add(practice);
  const known = await client.library.list({ language: 'en' });
  const byName = new Map(known.flatMap(({ id, title }) => [[title, id] as const, [id, id] as const]));
  const measures = new Map((await client.policy.measures()).map(({ title, id }) => [title, id]));
  for (const { measure, practice, note } of links) await client.library.link({ measureId: idOf(measures, measure), practiceId: idOf(byName, practice), note });
}

/** A name that the file uses and the city lacks is a fault of the sample itself. */
function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The sample city has no «${name}»`);
  return id;
}
