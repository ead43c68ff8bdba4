import type { BrowserContext, Page } from '@playwright/test';
import type { EngineClient } from '#shared/contract/contract.ts';
import { ballotMark, sheetCode } from '#shared/methods/sheet-code.ts';
import { freePort, takePort } from '../../fixtures/free-port.ts';
import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

const loopback = '127.0.0.1';

/** Once what opens has opened: half-way its contrast is half as well. */
async function expectStillAccessible(page: Page): Promise<void> {
  await expect(() => expectAccessible(page)).toPass({ timeout: 30_000 });
}

const options = (...texts: string[]) => texts.map((text) => ({ text, picture: '', refId: null, quiz: null }));

/** A workshop with two groups, a dot vote and an open statement; the room will listen on this machine only. */
async function workshopWithBallots(client: EngineClient, port: number) {
  const workshop = await client.workshops.add({ title: 'Safety priorities' });
  await client.workshops.addGroup({ workshopId: workshop.id, name: 'Women of the market' });
  await client.workshops.addGroup({ workshopId: workshop.id, name: 'Youth' });
  const dots = await client.ballots.add({
    workshopId: workshop.id,
    kind: 'dots',
    subject: 'own',
    question: 'What matters most at night?',
    options: options('Street lights', 'Night buses', 'Police on foot'),
  });
  const said = await client.ballots.add({ workshopId: workshop.id, kind: 'statement', subject: 'own', question: 'What would change your street?' });
  await client.room.setSettings({ address: loopback, port, wifiName: 'Puerto-Taller' });
  return { workshop, dots, said };
}

/** Somebody comes in with the QR code, by the participants' own pages. */
async function joinByPhone(context: BrowserContext, client: EngineClient): Promise<Page> {
  const { participants, code } = await client.room.state();
  const phone = await context.newPage();
  await phone.goto(`${participants.url}/?c=${code}`);
  await phone.locator('main form button').first().click();
  return phone;
}

async function showWall(page: Page): Promise<Page> {
  const [wall] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Show the wall' }).click()]);
  await wall.getByRole('heading', { name: 'Wall', level: 1 }).waitFor();
  return wall;
}

const sheet = (ballotId: string, number: number) => sheetCode(ballotMark(ballotId), number);

test('the room opens with one press; phones come in by the code, are listed by number and can be shown out; closing it closes the port', async ({
  page,
  client,
  newProject,
  browser,
}) => {
  await newProject();
  await workshopWithBallots(client, await freePort());
  await goTo(page, '/workshops/room');
  await expect(page.getByRole('heading', { name: 'The room is closed' })).toBeVisible();
  await expectStillAccessible(page);
  await page.getByRole('button', { name: 'Open the room' }).click();
  const wayIn = page.getByRole('region', { name: 'Way in for phones' });
  const { participants, code } = await client.room.state();
  await expect(wayIn).toContainText(participants.url.replace('http://', ''));
  await expect(wayIn).toContainText(`${code.slice(0, 3)}\u00a0${code.slice(3)}`);
  await expect(wayIn.getByRole('img', { name: /^QR code that leads to/ })).toBeVisible();

  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, javaScriptEnabled: false });
  await joinByPhone(context, client);
  const phones = page.getByRole('region', { name: 'Phones', exact: true });
  await expect(phones).toContainText('1has joined');
  await expectStillAccessible(page);
  await phones.getByRole('button', { name: 'Remove phone 1' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('shut out of the room');
  await expectStillAccessible(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove the phone' }).click();
  await expect(phones).toContainText('No phone has joined yet');

  await wayIn.getByRole('button', { name: 'New code now' }).click();
  await expect.poll(async () => (await client.room.state()).code).not.toBe(code);
  await page.getByRole('button', { name: 'Phones leave the Wi-Fi?' }).click();
  await expect(page.getByRole('dialog')).toContainText('Stay connected');
  await expectStillAccessible(page);
  await page.keyboard.press('Escape');

  await wayIn.getByRole('button', { name: 'Close the room' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close the room' }).click();
  await expect(page.getByRole('heading', { name: 'The room is closed' })).toBeVisible();
  await expect
    .poll(() =>
      fetch(participants.url).then(
        () => 'answers',
        () => 'closed',
      ),
    )
    .toBe('closed');
  await context.close();
});

test('a port that is taken gives way to another at one press', async ({ page, client, newProject }) => {
  await newProject();
  const taken = await takePort();
  await workshopWithBallots(client, taken.port);
  await goTo(page, '/workshops/room');
  await page.getByRole('button', { name: 'Open the room' }).click();
  await expect(page.getByRole('alert')).toContainText('Another program uses this port');
  await expectStillAccessible(page);
  await page.getByRole('button', { name: `Use port ${taken.port + 1}` }).click();
  await expect(page.getByRole('region', { name: 'Way in for phones' })).toContainText(`${loopback}:${taken.port + 1}`);
  await taken.release();
});

test('a ballot is opened, followed and closed from the cockpit; the wall follows and shows nothing before it closes', async ({ page, client, newProject }) => {
  await newProject();
  const { dots } = await workshopWithBallots(client, await freePort());
  await goTo(page, '/workshops/room');
  const wall = await showWall(page);
  await expect(wall.getByText('The room is not open yet')).toBeVisible();
  await page.getByRole('button', { name: 'Open the room' }).click();
  await expect(wall.getByText('Puerto-Taller').first()).toBeVisible();
  await expectStillAccessible(wall);

  const ballots = page.getByRole('region', { name: 'Ballots' });
  await ballots.getByRole('listitem').filter({ hasText: dots.question }).getByRole('button', { name: 'Open this ballot' }).click();
  await expect(wall.getByRole('heading', { name: dots.question })).toBeVisible();
  const [first, second] = dots.options;
  for (const number of [1, 2, 3])
    await client.ballots.enterPaper({
      ballotId: dots.id,
      paperCode: sheet(dots.id, number),
      groupId: null,
      answer: { kind: 'dots', dots: { [number === 3 ? (second?.id ?? '') : (first?.id ?? '')]: 1 } },
    });
  await expect(wall.getByText('of 3 have answered')).toBeVisible();
  await expect(ballots).toContainText('Phones 0 · Paper 3 · Hands 0');
  await expect(wall.getByText('Street lights')).toHaveCount(0);
  await wall.bringToFront();
  await wall.keyboard.press('r');
  await wall.keyboard.press('PageDown');
  await expect(wall.getByText('Street lights')).toHaveCount(0);
  await expectStillAccessible(wall);

  await ballots.getByRole('button', { name: 'Close this ballot' }).click();
  await expect(wall.getByText('Closed. Thank you.')).toBeVisible();
  await wall.keyboard.press('PageDown');
  await wall.keyboard.press('PageDown');
  await expect(wall.getByText('Street lights').first()).toBeVisible();
  await expect(page.getByText(/The wall shows the result, step 2 of/)).toBeVisible();
  await expectStillAccessible(wall);
});

test('keys lead the wall from the wall and from the cockpit: black and back, joining, words; typed letters stay letters', async ({
  page,
  client,
  newProject,
}) => {
  await newProject();
  await workshopWithBallots(client, await freePort());
  await goTo(page, '/workshops/room');
  await page.getByRole('button', { name: 'Open the room' }).click();
  const wall = await showWall(page);
  const mode = async () => (await client.room.state()).wall.mode;
  await wall.keyboard.press('t');
  await expect(wall.getByText('No session is running just now.')).toBeVisible();
  await wall.keyboard.press('b');
  await expect.poll(mode).toBe('black');
  await expect(wall.getByText('No session is running just now.')).toHaveCount(0);
  await wall.keyboard.press('.');
  await expect.poll(mode).toBe('timer');
  await wall.keyboard.press('?');
  await expect(wall.getByRole('dialog', { name: 'Keys of the wall' })).toBeVisible();
  await expectStillAccessible(wall);
  await wall.keyboard.press('Escape');
  await expect(wall.getByRole('dialog')).toHaveCount(0);

  await page.bringToFront();
  await page.getByRole('main').focus();
  await page.keyboard.press('j');
  await expect.poll(mode).toBe('join');
  const words = page.getByRole('textbox', { name: /Words for the room/ });
  await words.fill('Back by 11:15, job done');
  await words.press('b');
  await expect(words).toHaveValue('Back by 11:15, job doneb');
  await page.getByRole('button', { name: 'Show these words' }).click();
  await expect(wall.getByText('Back by 11:15, job doneb')).toBeVisible();
  expect(await mode()).toBe('message');
});

test('statements are let through by keys and shown once the ballot is closed, without a word about who said them', async ({ page, client, newProject }) => {
  await newProject();
  const { said, workshop } = await workshopWithBallots(client, await freePort());
  const [market] = await client.workshops.groups({ workshopId: workshop.id });
  await client.ballots.open({ id: said.id });
  for (const [index, text] of ['More light at the stop', 'Call Ana 555-1234', 'Buses after ten'].entries())
    await client.ballots.enterPaper({
      ballotId: said.id,
      paperCode: sheet(said.id, index + 1),
      groupId: market?.id ?? null,
      answer: { kind: 'statement', text },
    });
  await goTo(page, '/workshops/room');
  const panel = page.getByRole('region', { name: 'Statements for the wall' });
  await expect(panel.getByRole('listitem')).toHaveCount(3);
  await expectStillAccessible(page);
  await panel.getByText('More light at the stop').click();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('x');
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('Nothing waits.');
  const states = Object.fromEntries((await client.ballots.statements({ ballotId: said.id })).map(({ text, moderation }) => [text, moderation]));
  expect(states).toEqual({ 'More light at the stop': 'shown', 'Call Ana 555-1234': 'hidden', 'Buses after ten': 'shown' });

  await client.room.setWall({ mode: 'statements', ballotId: said.id });
  const wall = await showWall(page);
  await expect(wall.getByRole('heading', { name: said.question })).toBeVisible();
  await expect(wall.getByText('Buses after ten')).toHaveCount(0);
  await client.ballots.close({ id: said.id });
  await expect(wall.getByText('Buses after ten')).toBeVisible();
  await expect(wall.getByRole('listitem')).toHaveCount(2);
  await expect(wall.getByText('Women of the market')).toHaveCount(0);
  await expectStillAccessible(wall);
  await wall.keyboard.press('ArrowRight');
  await expect(wall.getByRole('listitem')).toHaveCount(0);
  await expect(wall.getByText('More light at the stop')).toBeVisible();
});

test('an engine that dies leaves the picture on the wall, which says so small and comes back by itself', async ({ page, client, newProject, door }) => {
  await newProject();
  await workshopWithBallots(client, await freePort());
  await client.room.setWall({ mode: 'message', message: 'Break until 11:15' });
  await goTo(page, '/workshops/room');
  const wall = await showWall(page);
  await expect(wall.getByText('Break until 11:15')).toBeVisible();
  process.kill(Number(door.engineProcessId()), 'SIGKILL');
  await expect(wall.getByText(/This is the last picture/)).toBeVisible();
  await expect(wall.getByText('Break until 11:15')).toBeVisible();
  await expect(wall.getByText(/This is the last picture/)).toHaveCount(0);
});

test('a co-facilitator’s way in is opened, shown and closed', async ({ page, client, newProject }) => {
  await newProject();
  await workshopWithBallots(client, await freePort());
  await goTo(page, '/workshops/room');
  const panel = page.getByRole('region', { name: 'Co-facilitators' });
  await panel.getByRole('button', { name: 'Open to co-facilitators' }).click();
  await expect(panel.getByRole('img', { name: /QR code for co-facilitators/ })).toBeVisible();
  const { coFacilitators, coCode } = await client.room.state();
  await expect(panel).toContainText(coFacilitators.url.replace('http://', ''));
  await expect(panel).toContainText(`${coCode.slice(0, 4)}\u00a0${coCode.slice(4)}`);
  await expectStillAccessible(page);
  await panel.getByRole('button', { name: 'Close to co-facilitators' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close to co-facilitators' }).click();
  await expect(panel.getByRole('button', { name: 'Open to co-facilitators' })).toBeVisible();
});

test('a co-facilitator leads wall and ballots from another browser, and is not offered what is the lead’s', async ({ client, newProject, browser }) => {
  await newProject();
  const { dots } = await workshopWithBallots(client, await freePort());
  const { coFacilitators, coCode } = await client.room.openToCoFacilitators();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  const helper = await context.newPage();
  await helper.goto(`${coFacilitators.url}/?c=${coCode}`);
  await helper.locator('input[name="name"]').fill('Omar');
  await helper.locator('form button').first().click();
  await helper.locator('main').first().waitFor();
  await goTo(helper, '/workshops/room');
  await expect(helper.getByText('The leading facilitator opens and closes it')).toBeVisible();
  for (const name of ['Open the room', 'Open to co-facilitators']) await expect(helper.getByRole('button', { name })).toHaveCount(0);
  await expectStillAccessible(helper);
  await helper.getByRole('listitem').filter({ hasText: dots.question }).getByRole('button', { name: 'Open this ballot' }).click();
  await expect.poll(async () => (await client.room.state()).wall).toMatchObject({ mode: 'ballot', ballotId: dots.id });
  const wall = await showWall(helper);
  await expect(wall.getByRole('heading', { name: dots.question })).toBeVisible();
  await wall.keyboard.press('b');
  await expect.poll(async () => (await client.room.state()).wall.mode).toBe('black');
  await context.close();
});

/** Every text on the page that is smaller than 3 % of its height, and whatever stands outside of it. */
function badlySeen(wall: Page): Promise<string[]> {
  return wall.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim();
      if (!element || !text || element.closest('nav, .visually-hidden')) continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) / window.innerHeight;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      if (size < 0.03) found.push(`${text}: ${(size * 100).toFixed(1)} %`);
      if (left < 0 || top < 0 || right > window.innerWidth + 1 || bottom > window.innerHeight + 1) found.push(`${text}: outside`);
    }
    return found;
  });
}

test('everything on the wall is read from ten metres, on a small and on a large projector, in three languages', async ({ page, client, newProject }) => {
  await newProject({ languages: ['es', 'en', 'ar'] });
  const { workshop, dots, said } = await workshopWithBallots(client, await freePort());
  const session = await client.workshops.addSession({
    workshopId: workshop.id,
    title: 'Where do you feel unsafe, and at which hours of the day or night?',
    minutes: 45,
  });
  await client.workshops.startSession({ id: session.id });
  await client.ballots.open({ id: said.id });
  for (let number = 1; number <= 8; number++)
    await client.ballots.enterPaper({
      ballotId: said.id,
      paperCode: sheet(said.id, number),
      groupId: null,
      answer: {
        kind: 'statement',
        text: 'More light on the way from the stop to the school, and someone who mends it within a week. '.repeat(number === 8 ? 3 : 1),
      },
    });
  await client.ballots.moderate({ ids: (await client.ballots.statements({ ballotId: said.id })).map(({ id }) => id), moderation: 'shown' });
  await client.ballots.close({ id: said.id });
  await client.ballots.open({ id: dots.id });
  await client.room.open({ workshopId: workshop.id });
  await page.evaluate(() => {
    window.location.hash = '/wall';
  });
  const views = [
    { mode: 'join' },
    { mode: 'timer' },
    { mode: 'ballot', ballotId: dots.id },
    { mode: 'statements', ballotId: said.id, step: 0 },
    { mode: 'statements', ballotId: said.id, step: 9 },
    { mode: 'message', message: 'Lunch is in the yard. We go on at two o’clock with the groups, each at its own table; bring your sheets.' },
  ] as const;
  for (const size of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(size);
    for (const view of views) {
      await client.room.setWall(view);
      await expect.poll(() => badlySeen(page), { message: `${view.mode} at ${size.width} × ${size.height}` }).toEqual([]);
    }
  }
});

test('cockpit and wall stand in Arabic from right to left and are accessible', async ({ page, client, newProject }) => {
  await newProject({ languages: ['ar'] });
  const { dots } = await workshopWithBallots(client, await freePort());
  await switchLanguage(page, 'ar');
  await goTo(page, '/workshops/room');
  await expect(page.getByRole('heading', { name: 'القاعة مغلقة' })).toBeVisible();
  await expectStillAccessible(page);
  await page.getByRole('button', { name: 'فتح القاعة' }).click();
  await expect(page.getByRole('region', { name: 'مدخل الهواتف' })).toContainText(loopback);
  await client.ballots.open({ id: dots.id });
  await client.room.setWall({ mode: 'ballot', ballotId: dots.id });
  await expect(page.getByText('على الشاشة الكبيرة', { exact: true }).first()).toBeVisible();
  await expectStillAccessible(page);
  await page.evaluate(() => {
    window.location.hash = '/wall';
  });
  await expect(page.getByRole('heading', { name: dots.question })).toBeVisible();
  await expectStillAccessible(page);
  await page.keyboard.press('j');
  await expect(page.getByText('Puerto-Taller').first()).toBeVisible();
  await expectStillAccessible(page);
  // Reading goes to the left: the left arrow goes on.
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: dots.question })).toBeVisible();
});
