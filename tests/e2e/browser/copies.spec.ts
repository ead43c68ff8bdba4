import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

test('a copy is made, shows what is different now, and is the way back', async ({ page, client, newProject, folder }) => {
  const path = await newProject();
  await client.stakeholders.add({ name: 'Police' });
  await goTo(page, '/city');
  await page.getByRole('contentinfo').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'File and copies' })).toBeVisible();
  await expect(page.getByRole('main').getByText(path)).toBeVisible();
  await expect(page.getByText('There are no copies of this project yet.')).toBeVisible();

  await page.getByRole('button', { name: 'Make a copy now' }).click();
  const copies = page.getByRole('list', { name: 'Copies' });
  await expect(copies.getByRole('listitem')).toHaveCount(1);
  await expect(copies.getByText('The same as now')).toBeVisible();
  await client.stakeholders.add({ name: 'Added by mistake' });
  await expect(copies.getByText('Stakeholders: 1 (now 2)')).toBeVisible();

  await copies.getByRole('button', { name: /^Go back to the copy/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: 'Stakeholders 1 2' })).toBeVisible();
  await expect(dialog.getByText('Last change in the copy')).toContainText('Police');
  await dialog.getByRole('button', { name: 'Go back to this copy' }).click();
  await expect(page.getByText('The project is as it was on')).toBeVisible();
  expect((await client.stakeholders.list()).map(({ name }) => name)).toEqual(['Police']);
  await expect(copies.getByRole('listitem')).toHaveCount(2);
  await expect(copies.getByText('Replaced by a copy')).toBeVisible();
  await expect(copies.getByText('Stakeholders: 2 (now 1)')).toBeVisible();
  expect(readdirSync(folder).filter((name) => name.includes('.restoring'))).toEqual([]);
});

test('a copy is opened beside, as a file of its own', async ({ page, client, newProject }) => {
  const path = await newProject();
  await goTo(page, '/file');
  await page.getByRole('button', { name: 'Make a copy now' }).click();
  await page.getByRole('button', { name: /^More for the copy/ }).click();
  await page.getByRole('menuitem', { name: 'Open beside' }).click();
  await expect.poll(async () => (await client.project.current())?.path).not.toBe(path);
});

test('copies go to a folder and a stick of the person’s choice; a stick that is out is a quiet notice', async ({ page, client, newProject, folder }) => {
  await newProject();
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  await goTo(page, '/file');
  await page.getByRole('button', { name: 'Choose the second place' }).click();
  await page.getByLabel('Path of the folder').fill(join(folder, 'not there'));
  await page.getByRole('button', { name: 'Use this folder' }).click();
  await expect(page.getByRole('dialog').getByText('is not there. If it is on a stick')).toBeVisible();
  await page.getByLabel('Path of the folder').fill(stick);
  await page.getByRole('button', { name: 'Use this folder' }).click();
  await expect(page.getByRole('main').getByText(stick).first()).toBeVisible();
  await page.getByRole('button', { name: 'Make a copy now' }).click();
  await expect(page.getByRole('list', { name: 'Copies' }).getByRole('listitem')).toHaveCount(2);
  expect(readdirSync(stick, { recursive: true }).filter((name) => String(name).endsWith('.citysafety'))).toHaveLength(1);
  expect(await client.copies.state()).toMatchObject({ problem: null, secondProblem: null });
});

test('what can be read of a damaged file is saved into a new one, with what was lost', async ({ page, client, newProject, folder }) => {
  const path = await newProject();
  for (let i = 0; i < 60; i++) await client.stakeholders.add({ name: `Body ${i}`, note: 'n'.repeat(500) });
  await client.project.close();
  // The page has heard of it: else it would be led back to the start when it does, from wherever it is by then.
  await expect(page.getByRole('button', { name: 'Go on with Puerto Prueba' })).toHaveCount(0);
  const damaged = join(folder, 'damaged.citysafety');
  const bytes = readFileSync(path);
  writeFileSync(damaged, bytes.subarray(0, Math.floor(bytes.length * 0.8)));
  const { file } = await client.files.fromPath({ path });
  await client.project.open({ file });
  await expect(page.getByRole('button', { name: 'Go on with Puerto Prueba' })).toBeVisible();
  await goTo(page, '/file');
  await page.getByRole('button', { name: 'Choose the damaged file' }).click();
  await page.getByRole('button', { name: /damaged\.citysafety/ }).click();
  const report = page.getByRole('dialog', { name: 'What was saved' });
  await expect(report.getByRole('row', { name: /^Stakeholders/ })).toBeVisible();
  await expectAccessible(page);
  await report.getByRole('button', { name: 'Open the new file' }).click();
  await expect.poll(async () => (await client.project.current())?.fileName).toBe('damaged (recovered).citysafety');
  expect(readFileSync(damaged)).toHaveLength(Math.floor(bytes.length * 0.8));
});

for (const language of ['en', 'ar']) {
  test(`nothing serious for axe in ${language}`, async ({ page, client, openSample }) => {
    await openSample();
    await switchLanguage(page, language);
    await goTo(page, '/file');
    const making = await client.copies.make();
    while (!(await making.next()).done);
    await client.stakeholders.add({ name: 'Police' });
    await page.reload();
    const row = page.getByRole('main').getByRole('listitem');
    await expect(row).toHaveCount(1);
    await expectAccessible(page);
    await row.getByRole('button').first().click();
    await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
    await expectAccessible(page);
  });
}
