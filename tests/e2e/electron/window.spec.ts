import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { drawnPage, electronProgram, environmentIn, expect, makeCity, startParameters, test } from './fixtures.ts';

test('a second start brings its project to the first window and ends', async ({ app, page, folder, answerDialogs }) => {
  const path = join(folder, 'second.citysafety');
  await answerDialogs({ save: path });
  await makeCity(page, 'Second start');
  await page.evaluate(() => {
    window.location.hash = '/';
  });
  await page.getByRole('button', { name: 'New city' }).waitFor();

  const second = spawn(electronProgram ?? '', [...startParameters, path], { env: environmentIn(folder), stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect(page.getByRole('banner').getByText('Second start')).toBeVisible();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the window comes back where it was left', async ({ start }) => {
  const bounds = { x: 40, y: 30, width: 1000, height: 650 };
  const first = await start();
  await drawnPage(first);
  await first.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds);
  await first.close();
  const second = await start();
  await drawnPage(second);
  expect(await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())).toEqual(bounds);
});

test('the menus speak the language of the page and command it', async ({ app, page }) => {
  await page.evaluate(() => {
    document.documentElement.lang = 'es';
  });
  await expect.poll(() => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.label)).toBe('Archivo');
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('palette')?.click());
  await expect(page.getByPlaceholder('A screen, an action, a name')).toBeVisible();
});

test('Undo of the Edit menu is the project’s, and inside a text field the field’s', async ({ app, page, folder, answerDialogs }) => {
  await answerDialogs({ save: join(folder, 'menu.citysafety') });
  await makeCity(page, 'Menu');
  const choose = (id: 'undo' | 'redo') => app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
  const name = page.getByLabel('Name of the city');
  await name.fill('Puerto Nuevo');
  await page.getByRole('heading', { level: 1 }).click();
  await expect(page.getByRole('banner').getByText('Puerto Nuevo')).toBeVisible();
  await page.getByRole('main').focus();
  await choose('undo');
  await expect(page.getByRole('banner').getByText('Menu', { exact: true })).toBeVisible();
  await choose('redo');
  await expect(page.getByRole('banner').getByText('Puerto Nuevo')).toBeVisible();

  const mandate = page.getByLabel(/Who asked for this work/);
  await mandate.click();
  await page.keyboard.type('x');
  await choose('undo');
  await expect(mandate).toHaveValue('');
  await expect(page.getByRole('banner').getByText('Puerto Nuevo')).toBeVisible();
});

test('an engine that dies leaves the window, which says so and starts it again with the project open', async ({ app, page, folder, answerDialogs }) => {
  await answerDialogs({ save: join(folder, 'survivor.citysafety') });
  await makeCity(page, 'Survivor');
  const pid = await app.evaluate(({ app: electron }) => electron.getAppMetrics().find((metric) => metric.name === 'City Safety engine')?.pid);
  expect(pid).toBeGreaterThan(0);
  process.kill(Number(pid), 'SIGKILL');
  await expect(page.getByText('The connection to the engine was lost')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('banner').getByText('Survivor')).toBeVisible();
});
