import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { thisProgram } from '#main/engine/project/lock/this-program.ts';
import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

const passphrase = 'cuatro caballos azules duermen';

/** Opens a project out of the projects folder, as a person does in a browser. */
async function openInPage(page: Page, fileName: string): Promise<void> {
  await page.getByRole('button', { name: 'Open a project…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: fileName }).click();
}

const problemTitle = (page: Page) => page.locator('#opening-title');

test('a damaged project: its path, what is intact, and ways on that leave it as it is', async ({ page, newProject, client, folder }) => {
  const path = await newProject({ name: 'Puerto Prueba' });
  for (let number = 0; number < 30; number += 1) await client.stakeholders.add({ name: `Body ${number}`, note: 'x'.repeat(2000) });
  await client.project.close();
  const hurt = join(folder, 'hurt.citysafety');
  copyFileSync(path, hurt);
  truncateSync(hurt, Math.floor(readFileSync(path).length * 0.7));
  const before = readFileSync(hurt);

  await openInPage(page, 'hurt.citysafety');
  await expect(problemTitle(page)).toHaveText('This project is damaged');
  await expect(problemTitle(page)).toBeFocused();
  await expect(page.getByText(hurt, { exact: true })).toBeVisible();
  await expect(page.getByText('the end is missing')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save what can be read' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose another file' })).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('Escape');
  await expect(problemTitle(page)).toBeVisible();
  expect(readFileSync(hurt).equals(before)).toBe(true);
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await expect(page.getByRole('button', { name: 'New city' })).toBeVisible();
});

test('what can be read of a damaged project is saved into a new one and opened', async ({ page, newProject, client, folder }) => {
  const path = await newProject({ name: 'Puerto Prueba' });
  await client.stakeholders.add({ name: 'Municipal police' });
  await client.project.close();
  const bytes = readFileSync(path);
  writeFileSync(join(folder, 'hurt.citysafety'), bytes.fill(0, bytes.length - 20 * 4096, bytes.length - 18 * 4096));
  await openInPage(page, 'hurt.citysafety');
  await page.getByRole('button', { name: 'Save what can be read' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open the new file' }).click();
  await expect(page.getByRole('banner').getByText('Puerto Prueba')).toBeVisible();
});

const plainKinds: readonly [string, (path: string) => void, string][] = [
  ['empty', (path) => writeFileSync(path, ''), 'This file is empty'],
  ['of another program', (path) => writeFileSync(path, 'name;population\n'.repeat(900)), 'This is not a project'],
  [
    'of a newer version',
    (path) => {
      const bytes = readFileSync(path);
      bytes.writeUInt32BE(990, 60);
      writeFileSync(path, bytes);
    },
    'This project is from a newer version',
  ],
  [
    'with a stranger’s left-over',
    (path) => writeFileSync(`${path}-journal`, 'somebody’s notes, which are no journal'),
    'A left-over of another file lies beside this project',
  ],
];
for (const [kind, hurt, title] of plainKinds) {
  test(`a file ${kind} has a screen of its own`, async ({ page, newProject, client }) => {
    const path = await newProject();
    await client.project.close();
    hurt(path);
    await openInPage(page, 'city.citysafety');
    await expect(problemTitle(page)).toHaveText(title);
    await expect(page.getByText(path, { exact: true })).toBeVisible();
    await expectAccessible(page);
  });
}

test('a recent project on a stick that is gone says so, and opens when it is back', async ({ page, newProject, client, folder }) => {
  const path = await newProject();
  await client.project.close();
  const kept = readFileSync(path);
  await page.reload();
  rmSync(path);
  await page
    .getByRole('button', { name: /Puerto Prueba/ })
    .first()
    .click();
  await expect(problemTitle(page)).toHaveText('There is no file at this place');
  await expectAccessible(page);
  writeFileSync(join(folder, 'city.citysafety'), kept);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('banner').getByText('Puerto Prueba')).toBeVisible();
});

test('a project that somebody else has open: read it, then take it over', async ({ page, newProject, client }) => {
  const path = await newProject();
  await client.project.close();
  writeFileSync(`${path}.lock`, JSON.stringify({ ...thisProgram(new Date()), person: 'rosa', machine: 'lap-7', machineId: 'another machine' }));
  await openInPage(page, 'city.citysafety');
  await expect(problemTitle(page)).toHaveText('This project is open elsewhere');
  await expect(page.getByText('rosa on lap-7', { exact: false })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Open to read' }).click();
  await expect(page.getByText('Open to read only: rosa on lap-7')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByText('Open to read only')).toHaveCount(0);
  expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toMatchObject({ machine: hostname() });
});

test('a project that another program takes over can only be read from then on', async ({ page, newProject, client }) => {
  const path = await newProject();
  await goTo(page, '/stakeholders');
  writeFileSync(`${path}.lock`, JSON.stringify({ ...thisProgram(new Date()), person: 'rosa', machine: 'lap-7', machineId: 'another machine' }));
  await client.stakeholders.add({ name: 'Too late' }).catch(() => {});
  await expect(page.getByText('rosa on lap-7 has taken this project over', { exact: false })).toBeVisible();
  await expectAccessible(page);
});

test('a locked project asks for its passphrase, refuses a wrong one and opens with the right one', async ({ page, newProject, client }) => {
  await newProject();
  await client.project.setPassphrase({ passphrase });
  await client.project.close();
  await openInPage(page, 'city.citysafety');
  await expect(problemTitle(page)).toHaveText('This project is locked');
  await expectAccessible(page);
  await page.getByLabel('Passphrase', { exact: true }).fill('tres caballos');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByText('That did not open it.', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('banner').getByText('Puerto Prueba')).toBeVisible();
});

test('in Arabic the screen reads from the right', async ({ page, newProject, client }) => {
  const path = await newProject();
  await client.project.close();
  await switchLanguage(page, 'ar');
  writeFileSync(path, '');
  await page
    .getByRole('button', { name: /Puerto Prueba/ })
    .first()
    .click();
  await expect(problemTitle(page)).toHaveText('هذا الملف فارغ');
  await expect(page.getByText(path, { exact: true })).toBeVisible();
  await expectAccessible(page);
  expect(existsSync(path)).toBe(true);
});

test('a passphrase is set only by somebody who knows that a forgotten one is lost, and is taken off again', async ({ page, newProject, client }) => {
  await newProject();
  await goTo(page, '/file');
  const panel = page.getByRole('region', { name: 'Passphrase' });
  await panel.getByRole('button', { name: 'Set a passphrase' }).click();
  await panel.getByLabel('New passphrase', { exact: true }).fill(passphrase);
  await panel.getByLabel('The same once more', { exact: true }).fill(passphrase);
  await expect(panel.getByText('A forgotten passphrase cannot be recovered')).toBeVisible();
  await expect(panel.getByText('256,000 rounds', { exact: false })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Set a passphrase' })).toBeDisabled();
  await expectAccessible(page);
  await panel.getByRole('checkbox').check();
  await panel.getByRole('button', { name: 'Set a passphrase' }).click();
  await expect(panel.getByText('This project is locked with a passphrase.')).toBeVisible();
  expect(await client.project.current()).toMatchObject({ hasPassphrase: true });

  await panel.getByRole('button', { name: 'Take the passphrase off' }).click();
  await panel.getByLabel('Present passphrase', { exact: true }).fill('not this one');
  await panel.getByRole('button', { name: 'Take the passphrase off' }).click();
  await expect(panel.getByText('That is not the passphrase', { exact: false })).toBeVisible();
  await panel.getByLabel('Present passphrase', { exact: true }).fill(passphrase);
  await panel.getByRole('button', { name: 'Take the passphrase off' }).click();
  await expect(panel.getByText('This project has no passphrase', { exact: false })).toBeVisible();
});
