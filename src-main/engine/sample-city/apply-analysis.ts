import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EngineClient } from '#shared/contract/contract.ts';
import { evidenceKinds, findingKinds } from '#shared/domain/findings.ts';
import { daySchema } from '#shared/domain/ids.ts';
import { problemNodeKinds } from '#shared/domain/trees.ts';
import type { SamplePlan } from './plan.ts';

const key = z.string();
const analysisSchema = z.object({
  note: z.string(),
  findings: z.array(z.object({ key, kind: z.enum(findingKinds), note: z.string() })),
  /** Evidence of a kind that was read in a file of the sample. */
  datasets: z.array(z.object({ finding: key, kind: z.enum(evidenceKinds), file: z.string() })),
  /** Evidence that stays in the city's file. */
  restricted: z.array(z.object({ finding: key, kind: z.enum(evidenceKinds), text: z.string(), source: z.string() })),
  workshop: z.string(),
  /** `group` '' = the whole room. */
  validations: z.array(z.object({ finding: key, group: z.string(), agree: z.int(), people: z.int(), note: z.string(), day: daySchema })),
  tree: z.object({
    title: z.string(),
    note: z.string(),
    group: z.string(),
    nodes: z.array(
      z.object({
        ...{ key, kind: z.enum(problemNodeKinds), text: z.string(), objective: z.string() },
        to: z.array(key).default([]),
        from: z.array(key).default([]),
        finding: key.optional(),
        isClaim: z.boolean().default(false),
      }),
    ),
  }),
});

/** What the workshop made of the sample city's findings: their kinds, what people said to them, one problem tree. After the workshop is there. */
export async function applyAnalysis(client: EngineClient, plan: SamplePlan, sampleFolder: string): Promise<void> {
  const analysis = analysisSchema.parse(JSON.parse(readFileSync(join(sampleFolder, 'analysis.json'), 'utf8')));
  const findings = await client.findings.list();
  const findingOf = (wanted: string) => {
    const sentence = plan.findings.find((one) => one.key === wanted)?.sentence;
    const found = findings.find((one) => one.sentence === sentence);
    if (!found) throw new Error(`The sample city has no finding «${wanted}»`);
    return found;
  };
  for (const { key: wanted, kind, note } of analysis.findings) await client.findings.update({ id: findingOf(wanted).id, patch: { kind, note } });
  const datasets = new Map((await client.imports.datasets()).map(({ fileName, id }) => [fileName, id]));
  for (const { finding, kind, file } of analysis.datasets) {
    for (const item of findingOf(finding).evidence.filter((one) => one.kind === kind)) {
      await client.findings.updateEvidence({ id: item.id, patch: { datasetId: datasets.get(file) ?? null } });
    }
  }
  for (const { finding, ...item } of analysis.restricted) {
    await client.findings.addEvidence({ findingId: findingOf(finding).id, evidence: { ...item, stance: 'for', refId: null, isRestricted: true } });
  }
  const workshopId = (await client.workshops.list()).find(({ title }) => title === analysis.workshop)?.id ?? null;
  const groups = workshopId === null ? [] : await client.workshops.groups({ workshopId });
  const groupOf = (name: string) => groups.find((group) => group.name === name)?.id ?? null;
  for (const { finding, group, agree, people, note, day } of analysis.validations) {
    await client.findings.addValidation({ findingId: findingOf(finding).id, workshopId, groupId: groupOf(group), agree, people, note, validatedOn: day });
  }
  const { title, note, group, nodes } = analysis.tree;
  const { id: treeId } = await client.trees.add({ title, note, groupId: groupOf(group) });
  const ids = new Map<string, string>();
  for (const { key: own, kind, text, objective, finding, isClaim } of nodes) {
    const node = { treeId, kind, text, objectiveText: objective, isClaim, findingId: finding === undefined ? null : findingOf(finding).id };
    ids.set(own, (await client.trees.addNode(node)).nodeId);
  }
  const idOf = (own: string) => ids.get(own) ?? '';
  for (const { key: own, to, from } of nodes) {
    for (const effect of to) await client.trees.link({ treeId, causeId: idOf(own), effectId: idOf(effect) });
    for (const cause of from) await client.trees.link({ treeId, causeId: idOf(cause), effectId: idOf(own) });
  }
}
