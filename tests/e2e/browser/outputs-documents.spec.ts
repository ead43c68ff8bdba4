import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

const crest = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="50" fill="#7a1f5c"/></svg>';

test('a document says what it lacks, is looked at page by page and made with saved chapters', async ({ page, client, newProject }) => {
  await newProject();
  await client.findings.add({ sentence: 'The market edge is dark.' });
  await goTo(page, '/outputs');
  const card = page.getByRole('region', { name: 'City Safety Profile, short' });
  await expect(card.getByRole('link', { name: 'incidents' })).toBeVisible();
  await expectAccessible(page);
  await card.getByRole('button', { name: /^Look at the pages/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('img', { name: /^Page 1 of/ })).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Next page' }).click();
  await expect(dialog.getByRole('img', { name: /^Page 2 of/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await card.getByRole('button', { name: 'Choose chapters…' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('New choice').fill('For the press');
  await drawer.getByRole('button', { name: 'Keep' }).click();
  await drawer.getByRole('checkbox', { name: 'Summary' }).click();
  await expect.poll(async () => (await client.outputProfiles.list())[0]?.settings.chapters).toEqual(['situation', 'findings', 'policy', 'sources']);
  await drawer.getByRole('button', { name: 'Move “Sources” up' }).click();
  await expect.poll(async () => (await client.outputProfiles.list())[0]?.settings.chapters?.at(-1)).toBe('policy');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await card.getByRole('combobox', { name: /^Saved choice/ }).click();
  await page.getByRole('option', { name: 'For the press' }).click();
  await card.getByRole('button', { name: /^Make it/ }).click();
  await expect(card.getByText(/^Ready: .*For the press.*\.pdf$/)).toBeVisible({ timeout: 60_000 });
});

test('a logo, a colour too light for words and a signature become the look of the documents, in Arabic too', async ({ page, client, newProject }) => {
  const path = await newProject();
  const logo = join(dirname(path), 'crest.svg');
  writeFileSync(logo, crest);
  await goTo(page, '/outputs/identity');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a logo' }).click();
  await (await choosing).setFiles(logo);
  await page.getByLabel('What it shows').fill('Crest of the city');
  await page.getByLabel('Main colour').fill('#ffd24d');
  await page.getByLabel('Main colour').blur();
  await expect(page.getByText(/Too light for words/)).toBeVisible();
  await page.getByRole('button', { name: 'Add a signature' }).click();
  await page.getByLabel('Office', { exact: true }).fill('Mayor');
  await expect
    .poll(async () => client.identity.read())
    .toMatchObject({ facts: { accent: '#ffd24d' }, logos: [{ name: 'Crest of the city' }], signatories: [{ title: 'Mayor' }] });
  await expectAccessible(page);
  await switchLanguage(page, 'ar');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
});
