import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawnPage, expect, makeCity, test } from './fixtures.ts';

test('the window opens at the welcome screen, titled, with the menus', async ({ app, page }) => {
  await expect(page.getByRole('heading', { name: 'City Safety Studio', level: 1 })).toBeVisible();
  expect(await page.title()).toContain('City Safety Studio');
  const menus = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  expect(menus).toEqual(['File', 'Edit', 'Go', 'View', 'Help']);
});

test('a city is made where the save dialog says, opened again, and is recent afterwards', async ({ page, folder, answerDialogs }) => {
  const path = join(folder, 'Puerto Prueba.citysafety');
  await answerDialogs({ save: path });
  await makeCity(page, 'Puerto Prueba');
  expect(existsSync(path)).toBe(true);
  await expect(page.getByText(path).first()).toBeVisible();

  await page.evaluate(() => {
    window.location.hash = '/';
  });
  await expect(page.getByRole('button', { name: /^Puerto Prueba/ })).toBeVisible();
  await answerDialogs({ open: path });
  await page.getByRole('button', { name: 'Open a project…' }).click();
  await expect(page.getByRole('banner').getByText('Puerto Prueba')).toBeVisible();
});

test('a person who changes their mind in a dialog stays where they were', async ({ page, answerDialogs }) => {
  await answerDialogs({ open: null });
  await page.getByRole('button', { name: 'Open a project…' }).click();
  await expect(page.getByRole('button', { name: 'New city' })).toBeEnabled();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a foreign file is refused in words, and nothing of it changes', async ({ page, folder, answerDialogs }) => {
  const path = join(folder, 'letter.citysafety');
  writeFileSync(path, 'This is not a project at all, only a letter that was renamed by somebody.'.repeat(40));
  const before = statSync(path).mtimeMs;
  await answerDialogs({ open: path });
  await page.getByRole('button', { name: 'Open a project…' }).click();
  await expect(page.getByRole('heading', { name: 'This is not a project' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('letter.citysafety');
  expect(statSync(path).mtimeMs).toBe(before);
});

test('a table is imported from disk and a workbook is written', async ({ app, page, folder, answerDialogs }) => {
  const table = join(folder, 'stakeholders.csv');
  writeFileSync(table, 'Name,Sector,Power,Interest\nMunicipal police,security,5,5\nYouth council,youth,2,5\nTraders,business,3,4\n');
  await answerDialogs({ save: join(folder, 'city.citysafety'), open: table });
  await makeCity(page, 'Puerto Prueba');
  await page.evaluate(() => {
    window.location.hash = '/import/stakeholders';
  });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByRole('navigation', { name: 'Steps of the import' }).getByRole('button', { name: 'Summary' }).click();
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await expect(page.getByText('3 rows are in the project')).toBeVisible();

  const shown = app.evaluate(
    ({ shell }) =>
      new Promise<string>((resolve) => {
        shell.showItemInFolder = resolve;
      }),
  );
  await page.evaluate(() => {
    window.location.hash = '/outputs';
  });
  await page.getByRole('button', { name: 'Make it: Data workbook', exact: true }).click();
  await page
    .getByRole('button', { name: /Show in folder/ })
    .first()
    .click({ timeout: 45_000 });
  const path = await shown;
  expect(path).toMatch(/\.xlsx$/);
  expect(statSync(path).size).toBeGreaterThan(5_000);
});

test('the sample city opens and its profile is set as a PDF', async ({ app, page }) => {
  test.setTimeout(240_000);
  await page.getByRole('button', { name: /sample city/ }).click();
  await expect(page.getByRole('banner').getByText('Puerto Sereno')).toBeVisible({ timeout: 60_000 });
  const shown = app.evaluate(
    ({ shell }) =>
      new Promise<string>((resolve) => {
        shell.showItemInFolder = resolve;
      }),
  );
  await page.evaluate(() => {
    window.location.hash = '/outputs';
  });
  await page.getByRole('button', { name: 'Make it: City Safety Profile', exact: true }).click();
  await page
    .getByRole('button', { name: /Show in folder/ })
    .first()
    .click({ timeout: 150_000 });
  const path = await shown;
  expect(path).toMatch(/\.pdf$/);
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a project named at the start is opened', async ({ start, folder, page, answerDialogs, app }) => {
  const path = join(folder, 'Named at start.citysafety');
  await answerDialogs({ save: path });
  await makeCity(page, 'Named at start');
  await app.close();
  const again = await drawnPage(await start(path));
  await expect(again.getByRole('banner').getByText('Named at start')).toBeVisible();
});
