import { expect, goTo, test } from './fixtures.ts';
import { importNow } from './import-steps.ts';

test('the page is drawn under its policy without a complaint, and the address is clean', async ({ page, complaints }) => {
  await expect(page.locator('main')).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  expect(complaints).toEqual([]);
});

test('a project made beside the page appears in it', async ({ page, newProject }) => {
  await newProject({ name: 'Ciudad de Prueba' });
  await goTo(page, '/city');
  await expect(page.getByRole('banner').getByText('Ciudad de Prueba')).toBeVisible();
});

test('an engine that dies leaves a page that says so and can start it again, with the project still open', async ({ page, door, newProject }) => {
  await newProject({ name: 'Ciudad de Prueba' });
  const pid = door.engineProcessId();
  expect(pid).toBeGreaterThan(0);
  process.kill(Number(pid), 'SIGKILL');
  await page.getByRole('button', { name: 'Try again' }).click();
  await goTo(page, '/city');
  await expect(page.getByRole('banner').getByText('Ciudad de Prueba')).toBeVisible();
  expect(door.engineProcessId()).not.toBe(pid);
});

test('a table is uploaded and imported, and a workbook comes down', async ({ page, newProject }) => {
  await newProject();
  await goTo(page, '/import/stakeholders');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles({
    name: 'Süd.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Name,Sector,Power,Interest\nMunicipal police,security,5,5\nTraders,business,3,4\n'),
  });
  await importNow(page);
  await expect(page.getByText('2 rows are in the project')).toBeVisible();

  await goTo(page, '/outputs');
  await page.getByRole('region', { name: 'Data workbook' }).getByRole('button', { name: 'Make it' }).click();
  const downloading = page.waitForEvent('download');
  await page
    .getByRole('region', { name: 'Data workbook' })
    .getByRole('button', { name: /Download/ })
    .click({ timeout: 45_000 });
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  expect(await download.failure()).toBeNull();
});

test('a person who has not been let in reads what to do', async ({ browser, door }) => {
  const context = await browser.newContext({ locale: 'es-MX' });
  const page = await context.newPage();
  await page.goto(new URL('/', door.url).href);
  await expect(page.getByRole('heading', { name: 'Este navegador aún no tiene acceso' })).toBeVisible();
  await context.close();
});
