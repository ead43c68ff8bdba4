import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MergeReport } from '#shared/domain/merging.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { type EngineFixture, newProject, withEngine } from '../../fixtures/engine.ts';

async function finish(stream: AsyncIterator<Progress, MergeReport>): Promise<MergeReport> {
  for (;;) {
    const next = await stream.next();
    if (next.done) return next.value;
  }
}

/** Hands out copies and lets each group write on; returns the tokens of what they bring back. */
async function handOutAndWrite(lead: EngineFixture, visions: Readonly<Record<string, (vision: string) => string>>): Promise<string[]> {
  const folder = join(lead.folder, 'handed');
  mkdirSync(folder, { recursive: true });
  const copies = await lead.client.merging.handOut({ folder: lead.engine.services.files.hand(folder), names: Object.keys(visions) });
  for (const { path, name } of copies) {
    const group = withEngine();
    await group.client.project.open({ file: group.engine.services.files.hand(path) });
    const { vision } = await group.client.policy.get();
    await group.client.policy.update({ vision: visions[name]?.(vision) ?? vision });
    await group.client.project.close();
  }
  return copies.map(({ path }) => lead.engine.services.files.hand(path));
}

test('what three groups write into the vision stands together, is announced in words, and asks nobody to choose', async () => {
  const lead = await newProject();
  await lead.client.policy.update({ vision: 'A city without fear.' });
  const files = await handOutAndWrite(lead, {
    one: (vision) => vision.replace('city', 'bright city'),
    two: (vision) => `${vision} Day and night.`,
    three: (vision) => `In 2030: ${vision}`,
  });
  await lead.client.policy.update({ vision: 'A city without fear for all.' });
  const expected = 'In 2030: A bright city without fear for all. Day and night.';
  const fields = [{ field: 'policy_vision', before: 'A city without fear for all.', after: expected }];

  const preview = await finish(await lead.client.merging.preview({ files }));
  expect(preview).toMatchObject({ counts: [{ type: 'project', added: 0, changed: 1, removed: 0 }], objects: [{ type: 'project', fields }], reviews: [] });
  expect((await lead.client.policy.get()).vision).toBe('A city without fear for all.');

  const report = await finish(await lead.client.merging.bringTogether({ files }));
  expect(report).toMatchObject({ objects: [{ type: 'project', fields }], reviews: [] });
  expect((await lead.client.policy.get()).vision).toBe(expected);
  const brought = await lead.client.history.list({ mergeRevision: report.revision ?? 0, limit: 10 });
  expect(brought).toHaveLength(3);
  for (const { revision } of brought) {
    expect((await lead.client.history.details({ revision })).objects).toMatchObject([{ type: 'project', fields: [{ field: 'policy_vision' }] }]);
  }

  await lead.client.history.undo();
  expect((await lead.client.policy.get()).vision).toBe('A city without fear for all.');
  await lead.client.history.redo();
  expect((await lead.client.policy.get()).vision).toBe(expected);
});

test('a lead whose history was folded unites with groups that wrote on from before', async () => {
  const lead = await newProject();
  for (const vision of ['A city.', 'A safe city.', 'A safe city for all.']) await lead.client.policy.update({ vision });
  const files = await handOutAndWrite(lead, { one: (vision) => `${vision} And tomorrow.` });
  await lead.client.policy.update({ vision: 'A safe and calm city for all.' });
  await lead.client.history.compact({});
  await finish(await lead.client.merging.bringTogether({ files }));
  expect((await lead.client.policy.get()).vision).toBe('A safe and calm city for all. And tomorrow.');
});
