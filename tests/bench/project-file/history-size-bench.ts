import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineClient } from '#shared/contract/contract.ts';
import { report } from '../measure.ts';
import { startEngine } from './engine-at-hand.ts';
import { type MadeUp, madeUp } from './made-up.ts';

/** A day's workshop makes a few hundred changes: 10,000 are the work of months, and the file shall still go by e-mail. */
const limitMegabytes = 10;

/**
 * What the history costs: a project of a workshop's size, then typical changes through the contract, each a text as a person types it. The same changes
 * leave a project without history as large as it was. Then the history is folded.
 */
export async function benchHistorySize(folder: string, options: { isSmoke: boolean }): Promise<void> {
  const changes = options.isSmoke ? 300 : 10_000;
  const path = join(folder, 'growing.citysafety');
  const engine = startEngine(join(folder, 'growing'), { isHasty: true });
  const { client } = engine;
  await client.project.create({ file: engine.engine.services.files.hand(path), city: { name: 'Puerto Prueba', country: 'MX', languages: ['es'] } });
  const random = madeUp(4);
  const deeds = await typicalDeeds(client, random);
  await client.history.compact({});
  const before = statSync(path).size;
  const start = performance.now();
  for (let i = 0; i < changes; i += 1) await deeds[random.number(deeds.length)]?.();
  const each = (performance.now() - start) / changes;
  const after = statSync(path).size;
  const folding = performance.now();
  const { bytesAfter } = await client.history.compact({});
  const perTenThousand = (bytes: number) => ((bytes / 1e6) * 10_000) / changes;
  report(`What the history costs (${changes.toLocaleString('en')} typical changes)`, [
    { what: 'the project before', value: before / 1e6, unit: 'MB' },
    { what: 'more for each 10,000 changes', value: perTenThousand(after - before), unit: 'MB', aim: limitMegabytes },
    { what: 'bytes for each change', value: (after - before) / changes, unit: 'bytes' },
    { what: 'what stays of that once the history is folded', value: perTenThousand(bytesAfter - before), unit: 'MB' },
    { what: 'folding it', value: (performance.now() - folding) / 1000, unit: 's' },
    { what: 'processor and answer for each change, disk left out', value: each, unit: 'ms' },
  ]);
  engine.close();
}

/** Half of the deeds are sentences of findings and their evidence; the rest ratings, notes, measures and the city. */
async function typicalDeeds(client: EngineClient, random: MadeUp): Promise<(() => Promise<unknown>)[]> {
  const ids = { finding: [] as string[], evidence: [] as string[], stakeholder: [] as string[], measure: [] as string[] };
  for (let i = 0; i < 30; i += 1) {
    const evidence = [0, 1].map(() => ({ kind: 'walk' as const, stance: 'for' as const, text: random.sentence(25), source: 'Walk', refId: null }));
    const finding = await client.findings.add({ sentence: random.sentence(14), evidence });
    ids.finding.push(finding.id);
    ids.evidence.push(...finding.evidence.map(({ id }) => id));
    ids.stakeholder.push((await client.stakeholders.add({ name: random.sentence(3), note: random.sentence(20) })).id);
  }
  const objective = await client.policy.addObjective({ title: 'Safer nights' });
  for (let i = 0; i < 20; i += 1) {
    const measure = await client.policy.addMeasure({ objectiveId: objective.id, title: random.sentence(6), description: random.sentence(40) });
    ids.measure.push(measure.id);
  }
  const one = (list: readonly string[]) => list[random.number(list.length)] ?? '';
  const sentence = () => client.findings.update({ id: one(ids.finding), patch: { sentence: random.sentence(14) } });
  const evidence = () => client.findings.updateEvidence({ id: one(ids.evidence), patch: { text: random.sentence(25) } });
  return [
    sentence,
    sentence,
    sentence,
    evidence,
    evidence,
    () => client.stakeholders.rate({ id: one(ids.stakeholder), rater: 'Group 1', power: 1 + random.number(5), interest: 1 + random.number(5) }),
    () => client.stakeholders.update({ id: one(ids.stakeholder), patch: { note: random.sentence(20) } }),
    () => client.stakeholders.update({ id: one(ids.stakeholder), patch: { mandate: random.sentence(10) } }),
    () => client.policy.updateMeasure({ id: one(ids.measure), patch: { description: random.sentence(40) } }),
    () => client.project.updateCity({ mandate: random.sentence(15) }),
  ];
}
