import { expect, test } from 'vitest';
import type { MergeReport } from '#shared/domain/merging.ts';
import { atLaptop } from '../../fixtures/break-out.ts';
import { ana, cityWithPeople, foundInBytes, foundInHistory, textsOf } from '../privacy/city-with-people.ts';

type City = Awaited<ReturnType<typeof cityWithPeople>>;

async function merge(city: City, paths: readonly string[], what: 'preview' | 'bringTogether'): Promise<MergeReport> {
  const stream = await city.client.merging[what]({ files: paths.map((path) => city.engine.services.files.hand(path)) });
  for (;;) {
    const next = await stream.next();
    if (next.done) return next.value;
  }
}

test('a person who was deleted for good in one copy goes here too, and does not come back with another copy or an undo', async () => {
  const city = await cityWithPeople();
  const { file: folder } = await city.client.files.folderFromPath({ path: city.folder });
  const [eraser, other] = await city.client.merging.handOut({ folder, names: ['Table 1', 'Table 2'] });
  const paths = [eraser?.path ?? '', other?.path ?? ''];
  await atLaptop(paths[0] ?? '', { person: '' }, async ({ client }) => {
    await client.privacy.erase({ personId: city.anaId, asAuthor: true, inTexts: true });
    await client.findings.add({ sentence: 'Written at Table 1.' });
  });
  await atLaptop(paths[1] ?? '', { person: ana.name }, ({ client }) => client.findings.add({ sentence: `${ana.name} told us at Table 2.` }));

  const announced = await merge(city, paths, 'preview');
  expect(announced.erasedPeople).toBe(1);
  expect(foundInBytes(city.path, textsOf([ana]))).not.toEqual([]);

  expect((await merge(city, paths, 'bringTogether')).erasedPeople).toBe(1);
  expect((await city.client.people.list()).map(({ name }) => name)).not.toContain(ana.name);
  expect((await city.client.findings.list()).map(({ sentence }) => sentence)).toEqual(expect.arrayContaining(['Written at Table 1.', '… told us at Table 2.']));
  expect(await foundInHistory(city, textsOf([ana]))).toEqual([]);
  expect(foundInBytes(city.path, textsOf([ana]))).toEqual([]);

  await city.client.history.undo();
  expect((await city.client.people.list()).map(({ name }) => name)).not.toContain(ana.name);
  await merge(city, paths.slice(1), 'bringTogether');
  expect(foundInBytes(city.path, textsOf([ana]))).toEqual([]);
}, 120_000);

test('a merge that was undone and kept when the history was folded holds nothing of a person who was deleted since', async () => {
  const city = await cityWithPeople();
  const { file: folder } = await city.client.files.folderFromPath({ path: city.folder });
  const [handed] = await city.client.merging.handOut({ folder, names: ['Table 1'] });
  const path = handed?.path ?? '';
  await atLaptop(path, { person: '' }, async ({ client }) => {
    await client.people.updateContact({ id: city.anaAtPolice, patch: { note: 'Ana Ruiz Paz is back on Monday' } });
    await client.people.addContact({ stakeholderId: city.market, personId: city.omarId, role: 'Asked by Ana Ruiz Paz' });
    await client.findings.add({ sentence: `${ana.name} told us at Table 1.` });
    const { vision } = await client.policy.get();
    await client.policy.update({ vision: `${vision}, says ${ana.name} at Table 1` });
  });
  await merge(city, [path], 'bringTogether');
  await city.client.history.undo();
  await city.client.history.compact({});
  await city.client.privacy.erase({ personId: city.anaId, asAuthor: true, inTexts: true });
  expect(await foundInHistory(city, textsOf([ana]))).toEqual([]);
  expect(foundInBytes(city.path, [...textsOf([ana]), 'back on Monday'])).toEqual([]);

  await merge(city, [path], 'bringTogether');
  expect((await city.client.people.list()).map(({ name }) => name)).not.toContain(ana.name);
  expect((await city.client.findings.list()).map(({ sentence }) => sentence)).toEqual(['… told us at Table 1.']);
  expect(await foundInHistory(city, textsOf([ana]))).toEqual([]);
  expect(foundInBytes(city.path, textsOf([ana]))).toEqual([]);
}, 120_000);

test('details of a person that another copy changed neither bring the person back nor stay behind, in whatever order copies come and go', async () => {
  const city = await cityWithPeople();
  const { file: folder } = await city.client.files.folderFromPath({ path: city.folder });
  const [eraser, editor] = (await city.client.merging.handOut({ folder, names: ['Table 1', 'Table 2'] })).map(({ path }) => path);
  await atLaptop(eraser ?? '', { person: '' }, ({ client }) => client.privacy.erase({ personId: city.anaId, asAuthor: true, inTexts: true }));
  await atLaptop(editor ?? '', { person: '' }, async ({ client }) => {
    await client.people.updateContact({ id: city.anaAtPolice, patch: { note: 'Only on Tuesdays', role: 'Spokeswoman' } });
    await client.findings.add({ sentence: 'Written at Table 2.' });
  });
  await merge(city, [editor ?? ''], 'bringTogether');
  await city.client.history.undo();
  await merge(city, [eraser ?? ''], 'bringTogether');
  await merge(city, [editor ?? ''], 'bringTogether');
  expect((await city.client.findings.list()).map(({ sentence }) => sentence)).toContain('Written at Table 2.');
  while ((await city.client.history.steps()).undo) {
    expect((await city.client.people.list()).map(({ name }) => name)).not.toContain(ana.name);
    await city.client.history.undo();
  }
  expect(foundInBytes(city.path, [...textsOf([ana]), 'Only on Tuesdays'])).toEqual([]);
}, 120_000);
