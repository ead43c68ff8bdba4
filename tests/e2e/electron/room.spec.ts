import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { freePairOfPorts } from '../../fixtures/free-port.ts';
import { expect, makeCity, test } from './fixtures.ts';

let port = 0;

// Read when the engine starts.
test.beforeEach(async ({ folder }) => {
  port = await freePairOfPorts();
  mkdirSync(join(folder, 'settings'), { recursive: true });
  writeFileSync(join(folder, 'settings', 'room-settings.json'), JSON.stringify({ address: '127.0.0.1', port }));
});

async function openRoom(page: Page): Promise<string> {
  await makeCity(page, 'Room');
  const toRoom = () =>
    page.evaluate(() => {
      window.location.hash = '/workshops/room';
    });
  await toRoom();
  await page.getByRole('button', { name: 'Make the first workshop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make the workshop' }).click();
  await toRoom();
  await page.getByRole('button', { name: 'Open the room' }).click();
  const url = `http://127.0.0.1:${port}`;
  await expect(page.getByText(`127.0.0.1:${port}`).first()).toBeVisible();
  return url;
}

/** What a phone gets to see, or why it gets nothing. */
const look = (url: string) =>
  fetch(url).then(
    async (answer) => (/name="?code/.test(await answer.text()) ? 'the way in' : 'another page'),
    () => 'nothing',
  );

const processIds = (app: ElectronApplication, name: string) =>
  app.evaluate(
    ({ app: program }, wanted) => program.getAppMetrics().flatMap((metric) => (metric.serviceName === wanted || metric.name === wanted ? [metric.pid] : [])),
    name,
  );

test('phones find the room while it is open, and nothing before and after', async ({ page, folder, answerDialogs }) => {
  await answerDialogs({ save: join(folder, 'room.citysafety') });
  expect(await look(`http://127.0.0.1:${port}`)).toBe('nothing');
  const url = await openRoom(page);
  expect(await look(url)).toBe('the way in');
  await page.getByRole('button', { name: 'Close the room' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the room' }).click();
  await expect.poll(() => look(url)).toBe('nothing');
});

test('the room goes on when the engine dies, without anybody’s doing', async ({ app, page, folder, answerDialogs }) => {
  await answerDialogs({ save: join(folder, 'room.citysafety') });
  const url = await openRoom(page);
  const [engine] = await processIds(app, 'City Safety engine');
  expect(engine).toBeDefined();
  process.kill(engine ?? 0, 'SIGKILL');
  await expect.poll(async () => (await processIds(app, 'City Safety engine'))[0] ?? engine, { timeout: 20_000 }).not.toBe(engine);
  await expect.poll(() => look(url), { timeout: 20_000 }).toBe('the way in');
});

test('a co-facilitator gets the whole application in a browser', async ({ page, folder, answerDialogs }) => {
  await answerDialogs({ save: join(folder, 'room.citysafety') });
  await openRoom(page);
  await page.getByRole('button', { name: 'Open to co-facilitators' }).click();
  const helpers = `http://127.0.0.1:${port + 1}`;
  const panel = page.getByRole('region', { name: 'Co-facilitators' });
  await expect(panel.getByText(`127.0.0.1:${port + 1}`).first()).toBeVisible();
  const digits = async () => (/Code\s*([\d\s]{8,11})/.exec((await panel.textContent()) ?? '')?.[1] ?? '').replace(/\s/g, '');
  await expect.poll(digits).not.toBe('');
  const entered = await fetch(`${helpers}/helper`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: helpers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ name: 'Ana', code: await digits() }),
  });
  expect(entered.status).toBe(303);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(await (await fetch(helpers, { headers: { cookie } })).text()).toContain('<div id="root">');
  await expect(panel.getByText('Ana')).toBeVisible();
});
