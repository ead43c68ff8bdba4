import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { atLaptop, prepareCity, tables, workOf } from '../../fixtures/break-out.ts';
import { expectAccessible, switchLanguage, untilStill } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

/** Where somebody wants to see the screens: `SCREENS=/somewhere`. */
const screens = process.env.SCREENS;
const look = async (page: Page, name: string) => {
  if (!screens) return;
  await untilStill(page);
  await page.screenshot({ path: join(screens, `${name}.png`) });
};

/** The same screen on a large display, on a phone, and in the dark. */
const lookEverywhere = async (page: Page, name: string) => {
  await look(page, name);
  if (!screens) return;
  for (const [size, width, height] of [
    ['large', 1920, 1080],
    ['phone', 390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await look(page, `${name}-${size}`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await look(page, `${name}-dark`);
  await page.getByRole('button', { name: 'Light colours' }).click();
};

const chooseCopies = async (page: Page, paths: readonly string[]) => {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Choose the copies|Add more copies/ }).click();
  await (await asked).setFiles([...paths]);
};

test('one lead and six tables: handed out, brought together with a preview, questions decided, undone and done again', async ({
  page,
  client,
  folder,
  newProject,
  complaints,
}) => {
  await newProject();
  await prepareCity(client);

  await test.step('copies are handed out into a folder', async () => {
    await goTo(page, '/groups-copies');
    await expect(page.getByText('No copy has been handed out yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Take the 6 voting groups' }).click();
    await look(page, 'hand-out');
    await page.getByRole('button', { name: 'Into a folder of this computer' }).click();
    await page.getByRole('dialog').getByLabel('Path of the folder').fill(folder);
    await page.getByRole('dialog').getByRole('button', { name: 'Use this folder' }).click();
    await expect(page.getByText('6 copies are ready.')).toBeVisible();
    await expect(page.getByText('6 copies are not back yet.')).toBeVisible();
    await lookEverywhere(page, 'handed-out');
    await expectAccessible(page);
  });

  const copies = readdirSync(folder)
    .filter((name) => name.includes('–'))
    .sort()
    .map((name) => join(folder, name));
  expect(copies).toHaveLength(6);
  for (const [index, path] of copies.entries()) {
    const table = tables[index] ?? 'Table 1';
    await atLaptop(path, { person: table === 'Table 1' ? 'Ana' : '' }, ({ client: laptop }) => workOf[table](laptop));
  }
  // The lead goes on working meanwhile.
  const [lamps] = await client.policy.measures();
  await client.policy.updateMeasure({ id: lamps?.id ?? '', patch: { description: 'Forty lamps with solar panels.' } });

  await test.step('a preview says in words and numbers what would come in', async () => {
    await goTo(page, '/groups-copies/bring-together');
    await look(page, 'bring-together');
    await chooseCopies(page, [...copies, copies[2] ?? '']);
    await expect(page.getByText('Table 6')).toBeVisible();
    await expect(page.getByText('Nothing new: everything in it is here already').first()).toBeVisible();
    const preview = page.getByRole('region', { name: 'What comes in' });
    await expect(preview.getByRole('listitem').filter({ hasText: 'Ratings' })).toHaveText('Ratings 10 added');
    await expect(preview.getByRole('listitem').filter({ hasText: 'Findings' })).toHaveText('Findings 5 added, 1 changed');
    await expect(preview.getByRole('listitem').filter({ hasText: 'Counts of dots' })).toHaveText('Counts of dots 5 added');
    await expect(preview.getByRole('listitem').filter({ hasText: 'Measures' })).toHaveText('Measures 1 changed');
    await expect(preview.getByText('2 questions to decide afterwards')).toBeVisible();
    await expect(page.getByText('5 changes that are not here yet, by Ana')).toBeVisible();
    await lookEverywhere(page, 'preview');
    await expectAccessible(page);
    // Nothing was written.
    expect(await client.findings.list()).toHaveLength(2);
    expect((await client.merging.handedOut()).filter(({ broughtBackAt }) => broughtBackAt)).toEqual([]);
  });

  await test.step('they are brought together', async () => {
    await page.getByRole('button', { name: 'Bring together', exact: true }).click();
    await expect(page.getByRole('button', { name: /Undo: Brought together: Table 1/ }).first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Decide 2 questions' })).toBeVisible();
    await look(page, 'result');
    await expectAccessible(page);
    expect(await client.findings.list()).toHaveLength(7);
    expect((await client.merging.handedOut()).every(({ broughtBackAt }) => broughtBackAt !== null)).toBe(true);
  });

  await test.step('it is undone and done again', async () => {
    await page
      .getByRole('main')
      .getByRole('button', { name: /Undo: Brought together/ })
      .click();
    await expect(page.getByText('This was undone.')).toBeVisible();
    expect(await client.findings.list()).toHaveLength(2);
    await page.getByRole('button', { name: 'Bring in other copies' }).click();
    await chooseCopies(page, copies.slice(0, 2));
    await expect(page.getByText('These copies were brought together before')).toBeVisible();
    await look(page, 'again');
    await page.getByRole('button', { name: 'Bring together again' }).click();
    await expect(page.getByRole('link', { name: 'Decide 2 questions' })).toBeVisible();
    expect(await client.findings.list()).toHaveLength(7);
  });

  await test.step('questions are decided', async () => {
    await page.getByRole('link', { name: 'Decide 2 questions' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Questions to decide' })).toBeVisible();
    await expect(page.getByText('2 questions are open').first()).toBeVisible();
    await lookEverywhere(page, 'questions');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Choose this: Lamps at the station (Light on the way home, What will be done)' }).click();
    await expect.poll(async () => (await client.policy.measures())[0]?.title).toBe('Lamps at the station');
    const remove = page.getByRole('button', { name: /^Remove it after all: Nobody answers the emergency number after ten/ });
    await expect(page.getByText('Table 3 removed it. Table 4 worked on it without knowing that. It is still here.')).toBeVisible();
    // The next question has the focus; the keyboard is enough.
    await expect(page.getByRole('button', { name: /^Keep it: Nobody answers/ })).toBeFocused();
    await remove.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('No open questions')).toBeVisible();
    expect(await client.findings.list()).toHaveLength(6);
    await look(page, 'no-questions');
  });

  await test.step('the same copies again bring nothing new', async () => {
    await goTo(page, '/groups-copies/bring-together');
    await chooseCopies(page, copies);
    await expect(page.getByText('Everything is here already')).toBeVisible();
    await look(page, 'nothing-new');
  });
  expect(complaints).toEqual([]);
});

test('files that cannot be brought in say why, and keep nobody up', async ({ page, client, folder, newProject }) => {
  const path = await newProject();
  await prepareCity(client);
  await client.project.open({ file: (await client.files.fromPath({ path })).file });
  const { writeFileSync, copyFileSync, readFileSync } = await import('node:fs');
  const [copy] = await client.merging.handOut({ names: ['Table 1'], folder: (await client.files.folderFromPath({ path: folder })).file });
  const good = copy?.path ?? '';
  await atLaptop(good, { person: '' }, ({ client: laptop }) => workOf['Table 1'](laptop));
  const damaged = join(folder, 'damaged.citysafety');
  const bytes = readFileSync(good);
  bytes.fill(0, 4096, 20_000);
  writeFileSync(damaged, bytes);
  writeFileSync(join(folder, 'notes.citysafety'), 'Not a project at all, but some text that somebody typed.');
  const locked = join(folder, 'locked.citysafety');
  copyFileSync(good, locked);
  await atLaptop(locked, { person: '' }, async ({ client: laptop }) => {
    await laptop.project.setPassphrase({ passphrase: 'lantern boat seven' });
  });
  const other = join(folder, 'other.citysafety');
  await client.project.create({ file: (await client.files.fromPath({ path: other })).file, city: { name: 'Elsewhere' } });
  await client.project.open({ file: (await client.files.fromPath({ path })).file });

  await goTo(page, '/groups-copies/bring-together');
  await chooseCopies(page, [good, damaged, join(folder, 'notes.citysafety'), locked, other]);
  await expect(page.getByText('4 files will be left out.')).toBeVisible();
  await expect(page.getByText('This copy is damaged, so nothing of it is brought in.')).toBeVisible();
  await expect(page.getByText('“other.citysafety” belongs to another city.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bring together', exact: true })).toBeVisible();
  await page.getByLabel('Passphrase of this copy').fill('something else');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByText('That is not its passphrase.')).toBeVisible();
  await look(page, 'problems');
  await expectAccessible(page);
  await page.getByLabel('Passphrase of this copy').fill('lantern boat seven');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByText('3 files will be left out.')).toBeVisible();
  await page.getByRole('button', { name: 'Bring together', exact: true }).click();
  await expect(page.getByText('1 copy was brought in.')).toBeVisible();
});

test('a copy says whose it is and what to do in the end', async ({ page, client, folder, newProject }) => {
  await newProject();
  await prepareCity(client);
  const [copy] = await client.merging.handOut({ names: ['Table 3'], folder: (await client.files.folderFromPath({ path: folder })).file });
  await client.project.open({ file: copy?.file ?? '' });
  await goTo(page, '/city');
  await page.getByRole('button', { name: 'Copy for Table 3' }).click();
  await expect(page.getByText('This is the copy for Table 3')).toBeVisible();
  await expect(page.getByText('give this file back to the lead')).toBeVisible();
  await look(page, 'this-copy');
  await expectAccessible(page);
});

test('a copy is downloaded where the browser has no folders', async ({ page, client, newProject }) => {
  await newProject();
  await prepareCity(client);
  await goTo(page, '/groups-copies');
  const names = page.getByRole('combobox', { name: 'Names of the groups' });
  await names.fill('Table 1, Table 2');
  await names.press('Enter');
  await page.getByRole('button', { name: 'Hand out 2 copies' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the copy for Table 2' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('city – Table 2.citysafety');
  const path = await download.path();
  await atLaptop(path, { person: '' }, async ({ client: laptop }) => {
    expect(await laptop.merging.thisCopy()).toMatchObject({ name: 'Table 2' });
  });
});

for (const language of ['ar', 'es']) {
  test(`the screens in ${language}`, async ({ page, client, folder, newProject }) => {
    await newProject();
    await prepareCity(client);
    const handed = await client.merging.handOut({ names: ['Table 1', 'Table 2'], folder: (await client.files.folderFromPath({ path: folder })).file });
    for (const [index, { path }] of handed.entries()) {
      await atLaptop(path, { person: '' }, ({ client: laptop }) => workOf[index === 0 ? 'Table 1' : 'Table 2'](laptop));
    }
    await switchLanguage(page, language);
    await goTo(page, '/groups-copies');
    await look(page, `hand-out-${language}`);
    await expectAccessible(page);
    await goTo(page, '/groups-copies/bring-together');
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('main').getByRole('button').first().click();
    await (await asked).setFiles(handed.map(({ path }) => path));
    await page.locator('main h3').waitFor();
    await look(page, `preview-${language}`);
    await expectAccessible(page);
    for await (const _progress of await client.merging.bringTogether({ files: handed.map(({ file }) => file) })) {
      // Only the end matters.
    }
    await goTo(page, '/groups-copies/questions');
    await page.locator('main ol > li').first().waitFor();
    await look(page, `questions-${language}`);
    await expectAccessible(page);
  });
}
