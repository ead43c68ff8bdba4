import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { read, utils } from 'xlsx';
import { dataFolders, expect, goTo, test } from './fixtures.ts';
import { importNow } from './import-steps.ts';

const rawFile = (name: string) => join(dataFolders.resources, 'sample-city', name);

/** Brings a file in through the import screen, as a person does: choose, look, import. */
async function importFile(page: Page, kind: string, fileName: string): Promise<void> {
  await goTo(page, '/profile/data');
  await goTo(page, `/import/${kind}`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(rawFile(fileName));
  await importNow(page);
}

test('a planner goes from raw files to a workbook and a profile', async ({ page, client, complaints }) => {
  test.setTimeout(240_000);

  await test.step('makes a city', async () => {
    await page.getByRole('button', { name: 'New city' }).click();
    await page.getByLabel('Name of the city').fill('Bahía Clara');
    await page.getByRole('combobox', { name: 'Country' }).click();
    await page.getByRole('option', { name: 'Colombia' }).click();
    await page.getByRole('button', { name: 'Choose where to keep the file' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'About the city' })).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('Bahía Clara.citysafety');
  });

  await test.step('brings in areas, population, incidents, stakeholders and indicators', async () => {
    await importFile(page, 'areas', 'areas.geojson');
    await importFile(page, 'population', 'population.csv');
    for (const year of [2023, 2024, 2025]) await importFile(page, 'incidents', `incidents-${year}.csv`);
    await importFile(page, 'stakeholders', 'stakeholders.csv');
    await importFile(page, 'indicators', 'indicators.csv');
  });

  await test.step('sees figures that agree with the raw files', async () => {
    await goTo(page, '/profile/explore');
    const overview = await client.incidents.overview();
    await expect(page.getByText(overview.count.toLocaleString('en')).first()).toBeVisible();
    await expect(page.getByText('24 of 24')).toBeVisible();
  });

  await test.step('turns a figure into the evidence of a finding', async () => {
    await page.getByRole('button', { name: 'Use as evidence' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Finding', { exact: true }).fill('Theft gathers around the market by day.');
    await dialog.getByRole('button', { name: 'Start the finding' }).click();
    await goTo(page, '/profile/findings');
    await expect(page.getByText('One kind of evidence.', { exact: false }).first()).toBeVisible();
  });

  await test.step('makes options of the findings and enters a vote', async () => {
    await goTo(page, '/priorities');
    await page.getByRole('button', { name: /Make an option from one finding/ }).click();
    await page.getByLabel('Add an option of your own').fill('Lamps on the way home');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await goTo(page, '/priorities/vote');
    await page.getByRole('button', { name: 'Add a group' }).click();
    await page.getByLabel('People in Group 1').fill('12');
    await page.getByLabel('Dots of Group 1 for: Lamps on the way home').fill('9');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await client.priorities.vote()).tallies[0]?.dots).toBe(9);
    await goTo(page, '/priorities/result');
    await expect(page.getByText('9 dots').first()).toBeVisible();
  });

  await test.step('drafts a policy and is told what is missing', async () => {
    await goTo(page, '/policy');
    await page.getByLabel('Title of the policy').fill('Safety policy 2027-2030');
    await page.getByRole('button', { name: 'Add an objective' }).first().click();
    await page.getByLabel('What should be different, for whom, by when').fill('Half as many thefts at the market by 2030.');
    await page.getByRole('button', { name: 'Add a measure' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('What will be done').fill('Market wardens from among the traders');
    await drawer.getByLabel('Once (works, equipment)').fill('10000');
    await drawer.getByLabel('Starts: year').fill('2027');
    await drawer.getByLabel('Ends: year').fill('2028');
    await drawer.getByLabel('Each year (staff, running)').fill('5000');
    await drawer.getByLabel("City's own money").fill('12000');
    await drawer.getByLabel("City's own money").blur();
    await expect.poll(async () => (await client.policy.measures())[0]).toMatchObject({ totalCost: 20_000, funding: 12_000, gap: 8000 });
    await drawer.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByText(/places? to look at/)).toBeVisible();
  });

  await test.step('leaves with a workbook and a profile', async () => {
    await goTo(page, '/outputs');
    const workbook = page.getByRole('region', { name: 'Data workbook' });
    await workbook.getByRole('button', { name: 'Make it' }).click();
    const downloading = page.waitForEvent('download');
    await workbook.getByRole('button', { name: 'Download' }).click({ timeout: 60_000 });
    const book = read(readFileSync(await (await downloading).path()));
    expect(book.SheetNames.length).toBeGreaterThan(6);
    const words = book.SheetNames.flatMap((name) => utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1 })).flat();
    expect(words).toContain('Market wardens from among the traders');

    const profile = page.getByRole('region', { name: 'City Safety Profile', exact: true });
    await profile.getByRole('button', { name: 'Look at the pages' }).click();
    const pages = page.getByRole('dialog').locator('img');
    await expect(pages.first()).toBeVisible({ timeout: 60_000 });
    expect(await pages.first().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    await page.keyboard.press('Escape');
    await profile.getByRole('button', { name: 'Make it' }).click();
    const downloadingProfile = page.waitForEvent('download');
    await profile.getByRole('button', { name: 'Download' }).click({ timeout: 60_000 });
    expect(
      readFileSync(await (await downloadingProfile).path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  await test.step('finds everything again after closing', async () => {
    await client.project.close();
    await expect(page.getByRole('heading', { name: 'Recent' })).toBeVisible();
    await page
      .getByRole('button', { name: /Bahía Clara/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'About the city' })).toBeVisible();
    await goTo(page, '/policy');
    await expect(page.getByLabel('What should be different, for whom, by when')).toHaveValue('Half as many thefts at the market by 2030.');
  });

  expect(complaints).toEqual([]);
});
