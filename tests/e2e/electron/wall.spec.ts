import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { drawnPage, expect, makeCity, test } from './fixtures.ts';

/** A city with a workshop, and the cockpit in front. */
async function cockpitOf(page: Page): Promise<void> {
  await makeCity(page, 'Wall');
  await page.evaluate(() => {
    window.location.hash = '/workshops/room';
  });
}

async function openWall(app: ElectronApplication, page: Page): Promise<Page> {
  const [wall] = await Promise.all([app.waitForEvent('window'), page.getByRole('button', { name: 'Show the wall' }).click()]);
  await wall.getByRole('heading', { name: 'Wall', level: 1 }).waitFor();
  return wall;
}

const wallIn = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    const wall = windows.find((window) => window.webContents.getURL().endsWith('#/wall'));
    return { count: windows.length, isFullScreen: wall?.isFullScreen() ?? null, bounds: wall?.getBounds() ?? null };
  });

test.beforeEach(async ({ page, folder, answerDialogs }) => {
  await answerDialogs({ save: join(folder, 'wall.citysafety') });
  await cockpitOf(page);
  await page.getByRole('button', { name: 'Make the first workshop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make the workshop' }).click();
  await page.evaluate(() => {
    window.location.hash = '/workshops/room';
  });
});

test('the wall has a window of its own, one only, which follows the cockpit and the keys', async ({ app, page }) => {
  const wall = await openWall(app, page);
  await expect(wall.getByText('The room is not open yet')).toBeVisible();
  await page.getByRole('textbox', { name: /Words for the room/ }).fill('Break until 11:15');
  await page.getByRole('button', { name: 'Show these words' }).click();
  await expect(wall.getByText('Break until 11:15')).toBeVisible();
  await wall.keyboard.press('b');
  await expect(wall.getByText('Break until 11:15')).toHaveCount(0);
  await expect(page.getByText('The wall is black.')).toBeVisible();
  await wall.keyboard.press('b');
  await expect(wall.getByText('Break until 11:15')).toBeVisible();
  await page.getByRole('button', { name: 'Show the wall' }).click();
  await expect.poll(async () => (await wallIn(app)).count).toBe(2);
});

test('without another screen the wall is a window; F fills the screen and Escape leaves it', async ({ app, page }) => {
  const wall = await openWall(app, page);
  expect((await wallIn(app)).isFullScreen).toBe(false);
  // Straight to the window, as a keyboard does: what the test's own driver types goes to the page alone.
  const press = (keyCode: string) =>
    app.evaluate(({ BrowserWindow }, key) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('#/wall'));
      window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: key });
      window?.webContents.sendInputEvent({ type: 'keyUp', keyCode: key });
    }, keyCode);
  await wall.bringToFront();
  await press('F');
  await expect.poll(async () => (await wallIn(app)).isFullScreen).toBe(true);
  await press('Escape');
  await expect.poll(async () => (await wallIn(app)).isFullScreen).toBe(false);
});

test('another screen gets the wall', async ({ app, page }) => {
  await app.evaluate(({ screen }) => {
    const here = screen.getPrimaryDisplay();
    const projector = { ...here, id: here.id + 1, bounds: { x: here.bounds.width, y: 0, width: 1024, height: 768 } };
    screen.getAllDisplays = () => [here, projector];
  });
  await openWall(app, page);
  const opened = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().endsWith('#/wall'))
      ?.isFullScreen(),
  );
  expect(opened).toBe(true);
});

test('the wall’s page is as shut in as the other, and may not ask for files', async ({ app, page }) => {
  const wall = await openWall(app, page);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('#/wall'));
    // Not in the types, and the only place that tells what really holds.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { contextIsolation, sandbox, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences();
    return { contextIsolation, sandbox, nodeIntegration, webviewTag, webSecurity };
  });
  expect(preferences).toEqual({ contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false, webSecurity: true });
  const refused = await wall.evaluate(() => {
    const bridge = (window as unknown as { citySafetyDesktop: Record<string, (parameter?: unknown) => Promise<unknown>> }).citySafetyDesktop;
    const ask = (name: string, parameter: unknown) =>
      bridge[name]?.(parameter).then(
        () => `${name} answered`,
        (error: Error) => (error.message.includes('was refused') ? 'refused' : error.message),
      );
    return Promise.all([ask('chooseToOpen', 'project'), ask('chooseFolder', undefined), ask('showInFolder', 'x'), ask('showWall', undefined)]);
  });
  expect(refused).toEqual(['refused', 'refused', 'refused', 'refused']);
  for (const address of ['https://example.org/', 'file:///etc/passwd']) {
    await wall.evaluate((to) => {
      window.location.href = to;
    }, address);
    await wall.waitForTimeout(200);
    expect(wall.url()).toMatch(/^app:\/\/studio\//);
  }
});

test('the wall goes with the main window', async ({ app, page }) => {
  await openWall(app, page);
  const closed = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => !one.webContents.getURL().endsWith('#/wall'))
      ?.close(),
  );
  await closed;
});

test('an engine that dies leaves the picture on the wall, which comes back by itself', async ({ app, page }) => {
  const wall = await openWall(app, page);
  await page.getByRole('textbox', { name: /Words for the room/ }).fill('Break until 11:15');
  await page.getByRole('button', { name: 'Show these words' }).click();
  await expect(wall.getByText('Break until 11:15')).toBeVisible();
  const pid = await app.evaluate(({ app: electron }) => electron.getAppMetrics().find((metric) => metric.name === 'City Safety engine')?.pid);
  process.kill(Number(pid), 'SIGKILL');
  await expect(wall.getByText(/This is the last picture/)).toBeVisible();
  await expect(wall.getByText(/This is the last picture/)).toHaveCount(0);
  await drawnPage(app);
});
