import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { expectAccessible, switchLanguage } from './accessibility.ts';
import { film } from './film.ts';
import { dataFolders, expect, goTo, test } from './fixtures.ts';
import { chooseFile, goToStep, meanColumn, type StepName, waitForSteps, wordsOf } from './import-steps.ts';
import { probeStalls } from './stall-probe.ts';

// Real open data lie beside the project on the machines that have them; none of it is part of the project.
test.skip(!existsSync(dataFolders.shared), `There is no real data in ${dataFolders.shared}.`);

const steps = ['what', 'table', 'columns', 'values', 'problems', 'summary'] as const satisfies readonly StepName[];
/** What a person notices as a pause, in milliseconds. */
const longestStallMs = 50;

type Words = ReturnType<typeof wordsOf>;
interface Walk {
  readonly page: Page;
  readonly t: Words;
  readonly language: string;
  readonly info: TestInfo;
}

async function chooseShared({ page, t }: Walk, kind: string, path: string): Promise<void> {
  await goTo(page, '/profile/data');
  await goTo(page, `/import/${kind}`);
  await chooseFile(page, join(dataFolders.shared, path), t('import.choose'));
  await waitForSteps(page, t);
}

/** Goes through all screens, takes a picture of each, and lets axe look at it. */
async function lookAtSteps({ page, t, info }: Walk, name: string): Promise<void> {
  for (const [place, step] of steps.entries()) {
    await goToStep(page, step, t);
    await expectAccessible(page);
    await page.screenshot({ path: info.outputPath(`${name}-${place + 1}-${step}.png`) });
  }
}

async function write({ page, t, info }: Walk, name: string): Promise<void> {
  await goToStep(page, 'summary', t);
  // «Import 224,055 rows»: the words before the number.
  const [beginning = ''] = t('import.go.incidents_other').split('{{');
  await page
    .locator('main')
    .getByRole('button', { name: new RegExp(`^${beginning.trim()}`) })
    .last()
    .click({ timeout: 60_000 });
  await expect(page.getByRole('link', { name: t('import.next.dataset') })).toBeVisible({ timeout: 120_000 });
  await page.screenshot({ path: info.outputPath(`${name}-7-done.png`) });
}

async function nameLayer({ page, t }: Walk, name: string): Promise<void> {
  await goToStep(page, 'columns', t);
  const field = page.getByRole('combobox', { name: t('import.read.newLayer') });
  await field.fill(name);
  await field.blur();
}

/** Keeps only the rows of one city out of a national table. */
async function keepOnly({ page, t }: Walk, column: string, value: string): Promise<void> {
  await goToStep(page, 'columns', t);
  await page.getByRole('button', { name: t('import.keep.add') }).click();
  await page.getByRole('combobox', { name: t('import.keep.column'), exact: true }).click();
  await page.getByRole('option', { name: column, exact: true }).click();
  await page.getByRole('combobox', { name: t('import.keep.values') }).fill(value);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: t('import.keep.apply') }).click();
  await expect(page.getByText(t('import.keep.where').replace('{{column}}', column))).toBeVisible();
}

for (const language of ['en', 'ar']) {
  test.describe(language, () => {
    const t = wordsOf(language);
    let endFilm: ((path: string) => Promise<void>) | undefined;
    test.beforeEach(async ({ page, newProject }) => {
      test.setTimeout(420_000);
      await newProject({ name: 'Ciudad de Prueba' });
      if (language !== 'en') await switchLanguage(page, language);
      endFilm = await film(page);
    });
    // Films and pictures stay in the folder of results, whatever the outcome.
    test.afterEach(async () => endFilm?.(test.info().outputPath('film.avi')));

    test(`Mexico City: 224,055 case files come in through the screens, and the page never pauses (${language})`, async ({ page, client }, info) => {
      const walk: Walk = { page, t, language, info };
      await chooseShared(walk, 'areas', 'mexico-city/cdmx_alcaldias.gpkg');
      await nameLayer(walk, 'Alcaldías');
      await write(walk, 'areas');

      await goTo(page, '/import/incidents');
      await expect(page.getByRole('button', { name: t('import.choose') })).toBeVisible();
      const endOfReading = await probeStalls(page);
      await chooseFile(page, join(dataFolders.shared, 'mexico-city/cdmx_carpetas_2023.csv.gz'), t('import.choose'));
      await waitForSteps(page, t);
      const reading = await endOfReading();
      await lookAtSteps(walk, 'incidents');
      const endOfWriting = await probeStalls(page);
      await write(walk, 'incidents');
      const writing = await endOfWriting();
      info.annotations.push({ type: 'longest stall, ms', description: JSON.stringify({ reading, writing }) });
      console.log(`Longest stall of the page, ms (${language}): reading ${JSON.stringify(reading)}, writing ${JSON.stringify(writing)}`);
      expect(Math.max(reading.work, writing.work)).toBeLessThanOrEqual(longestStallMs);
      expect(await client.incidents.overview()).toMatchObject({ count: 224_055 });
      await expectQualityPage(walk);
    });

    test(`Durban: wide years of a national table, one city kept (${language})`, async ({ page, client }, info) => {
      const walk: Walk = { page, t, language, info };
      await chooseShared(walk, 'areas', 'durban/police_stations.csv');
      await keepOnly(walk, 'muni_code', 'ETH');
      await nameLayer(walk, 'Police stations');
      await lookAtSteps(walk, 'areas');
      await write(walk, 'areas');

      await chooseShared(walk, 'incidents', 'durban/crime-stats.csv');
      await keepOnly(walk, 'province', 'KZN');
      await page.getByRole('switch', { name: t('import.onlyKnownAreas') }).check();
      await lookAtSteps(walk, 'incidents');
      await write(walk, 'incidents');
      const rows = await client.incidents.query({ by: ['area', 'offence', 'year'], where: { years: [2012] } });
      // As the raw table has it: `Durban Central,KZN,Murder,…,39`.
      expect(rows.find(({ area, offence }) => area === 'Durban Central' && offence === 'Murder')?.count).toBe(39);
    });

    test(`Medellín: decimal commas and districts by point, by keyboard alone (${language})`, async ({ page, client }, info) => {
      const walk: Walk = { page, t, language, info };
      const keyboard = new Keyboard(walk);
      await keyboard.bringIn('areas', 'medellin/medellin_comunas.gpkg');
      await keyboard.bringIn('incidents', 'medellin/medellin_homicides.csv', true);
      expect(await client.incidents.overview()).toMatchObject({ count: 9360, withPointCount: 9360 - 81 });
    });
  });
}

test('a neighbourhood map whose columns say nothing is told by a person', async ({ page, newProject }) => {
  test.setTimeout(240_000);
  await newProject();
  const walk: Walk = { page, t: wordsOf('en'), language: 'en', info: test.info() };
  await chooseShared(walk, 'areas', 'mexico-city/colonias_geo.json');
  await goToStep(page, 'columns');
  await meanColumn(page, 'colonia', 'Name');
  await goToStep(page, 'summary');
  await expect(page.getByRole('button', { name: /^Import 1,\d{3} areas/ })).toBeEnabled({ timeout: 60_000 });
});

/** The page of the dataset says what is doubtful about it. */
async function expectQualityPage({ page, t, info }: Walk): Promise<void> {
  await page.getByRole('link', { name: t('import.next.dataset') }).click();
  await expect(page.getByRole('region', { name: t('quality.hours.title') })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath('quality.png'), fullPage: true });
}

/** Nothing but keys: Tab to what is meant, Enter or Space on it. */
class Keyboard {
  private readonly walk: Walk;

  constructor(walk: Walk) {
    this.walk = walk;
  }

  async bringIn(kind: string, path: string, isLookedAt = false): Promise<void> {
    const { page, t, info } = this.walk;
    await goTo(page, '/profile/data');
    await goTo(page, `/import/${kind}`);
    const chooser = page.waitForEvent('filechooser');
    await this.tabTo(t('import.choose'));
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(join(dataFolders.shared, path));
    await waitForSteps(page, t);
    for (const [place, step] of steps.entries()) {
      if (place > 0) {
        // The screen has the focus after each step; the way on is the last button of its bar.
        await this.tabTo(t(`workbench.step.${step}`));
        await page.keyboard.press('Enter');
        await expect(page.getByRole('region', { name: t(`workbench.step.${step}`), exact: true })).toBeFocused();
      }
      if (!isLookedAt) continue;
      await page.screenshot({ path: info.outputPath(`${kind}-${place + 1}-${step}.png`) });
      await expectAccessible(page);
    }
    const button = page.locator('button.mantine-Button-root:not([disabled])').last();
    await expect(button).toHaveText(/\d/);
    await this.tabTo((await button.textContent()) ?? '');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: t('import.next.dataset') })).toBeVisible({ timeout: 60_000 });
  }

  /** Presses Tab until what has the focus bears this name. */
  private async tabTo(name: string): Promise<void> {
    const { page } = this.walk;
    for (let presses = 0; presses < 200; presses++) {
      await page.keyboard.press('Tab');
      const isThere = await page.evaluate((wanted) => {
        const focused = document.activeElement;
        return focused?.closest('main') !== null && focused?.tagName === 'BUTTON' && focused.textContent?.includes(wanted) === true;
      }, name.trim());
      if (isThere) return;
    }
    throw new Error(`No way by Tab to “${name}”.`);
  }
}
