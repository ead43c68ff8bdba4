import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '#main/engine/engine.ts';
import type { EngineClient } from '#shared/contract/contract.ts';

/** Another engine with the file at a path open in it, for the time of the work. */
export type WorkOnCopy = (path: string, work: (client: EngineClient) => Promise<void>) => Promise<void>;

/**
 * Weeks of work with a project in short: folded history, snapshots, contacts, steps undone and done again, copies handed out and brought
 * together, with questions that nobody has answered yet, something removed that can come back, and a step left undone.
 */
export async function liveOn(engine: Engine, client: EngineClient, folder: string, workOnCopy: WorkOnCopy): Promise<void> {
  await client.history.setAuthor({ person: 'Aylin / آيلين' });
  await client.history.addSnapshot({ name: 'Después del taller 1', note: 'ورشة ١' });
  await nameContacts(client);
  await client.history.compact({});
  await client.policy.update({ vision: 'Una ciudad donde nadie vuelve a casa con miedo, ni de día ni de noche.', title: 'Política 2026–2029' });
  await client.history.addSnapshot({ name: '採択', note: '' });
  await workApart(engine, client, folder, workOnCopy);
  const dataset = (await client.imports.datasets()).find(({ kind }) => kind === 'incidents');
  if (dataset) await client.imports.removeDataset({ id: dataset.id });
  await client.project.updateCity({ mandate: 'To be undone' });
  await client.project.updateCity({ mandate: 'To be undone too' });
  await client.history.undo();
  await client.history.undo();
  await client.history.redo();
}

async function nameContacts(client: EngineClient): Promise<void> {
  const [first, second] = (await client.stakeholders.list()).filter(({ name }) => name !== '');
  if (!first || !second) throw new Error('no stakeholders');
  const details = { name: 'Ñandú Ölçer', email: 'n@example.org', phone: '+00 000', note: '' };
  const { personId } = await client.people.addContact({ stakeholderId: first.id, role: 'vocera', details });
  await client.people.addContact({ stakeholderId: second.id, personId });
  const { id } = await client.people.addContact({ stakeholderId: second.id, details: {} });
  await client.people.removeContact({ id });
}

async function workApart(engine: Engine, client: EngineClient, folder: string, workOnCopy: WorkOnCopy): Promise<void> {
  const handed = join(folder, 'handed');
  mkdirSync(handed);
  const names = ['Mesa 1', 'طاولة ٢'];
  const copies = await client.merging.handOut({ folder: engine.services.files.hand(handed), names });
  const [stakeholder, another] = (await client.stakeholders.list()).filter(({ name }) => name !== '');
  if (!stakeholder || !another) throw new Error('no stakeholders');
  for (const [index, { path }] of copies.entries()) {
    await workOnCopy(path, async (theirs) => {
      await theirs.history.setAuthor({ person: names[index] ?? '' });
      await theirs.stakeholders.update({ id: stakeholder.id, patch: { note: `Nota de ${names[index]}` } });
      await theirs.stakeholders.rate({ id: stakeholder.id, rater: names[index] ?? '', power: index + 2, interest: 4 });
      const { vision } = await theirs.policy.get();
      await theirs.policy.update({ vision: index === 0 ? `Visión: ${vision}` : `${vision} ${'بأمان.'}` });
      if (index === 0) await theirs.stakeholders.remove({ id: another.id });
      else await theirs.stakeholders.update({ id: another.id, patch: { note: 'Seguimos con ellos' } });
    });
  }
  await client.stakeholders.update({ id: stakeholder.id, patch: { note: 'Nota de la primera' } });
  const merging = await client.merging.bringTogether({ files: copies.map(({ path }) => engine.services.files.hand(path)) });
  for (let next = await merging.next(); !next.done; ) next = await merging.next();
}
