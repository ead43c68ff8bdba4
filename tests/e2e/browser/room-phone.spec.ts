import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type RoomServerFixture, startRoom } from '../../fixtures/room-server.ts';
import { expectAccessible } from './accessibility.ts';

const phone = { width: 360, height: 660 };

const asks = ['group', 'gender', 'area'] as const;

const test = base.extend<{ room: RoomServerFixture; sampleRoom: RoomServerFixture; complaints: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
  room: async ({}, use) => {
    const room = await startRoom({ asks: [...asks] });
    await use(room);
    await room.close();
  },
  /** With a city whose areas can be tapped. */
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  sampleRoom: async ({}, use) => {
    const room = await startRoom({ sample: true, asks: [...asks] });
    await room.client.project.updateCity({ languages: ['en', 'es', 'ar'] });
    await use(room);
    await room.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  complaints: async ({}, use) => {
    await use([]);
  },
});

/** One open ballot of every kind, in the order in which they are answered. */
async function everyKind(room: RoomServerFixture): Promise<Record<string, string>> {
  const list = ['Street lighting', 'Open drains', 'Night buses'];
  const choice = { type: 'choice' as const, choices: ['Fewer robberies by 2027', 'Police'], correct: null };
  const ids: Record<string, string> = {};
  const add = async (name: string, ...wishes: Parameters<RoomServerFixture['addBallot']>) => {
    ids[name] = (await room.addBallot(...wishes)).id;
  };
  await add('dots', 'dots', list, { question: 'What first?', settings: { dotsPerPerson: 3, capPerOption: 2 } });
  await add('ranking', 'ranking', list, { question: 'In which order?' });
  await add('rating', 'rating', ['The market'], { question: 'How safe is it?', settings: { scale: 'safe', times: ['day', 'night'] } });
  await add('grid', 'grid', ['Municipal police'], { question: 'Who has power?' });
  await add('agree', 'agree', ['Patrols help'], { question: 'Do you agree?', settings: { hasReasons: true } });
  await add('quiz', 'quiz', [{ text: 'Which is an objective?', quiz: choice }], { question: 'How was today?' });
  await add('pairwise', 'pairwise', ['Harm', 'Cost'], { question: 'What weighs more?' });
  await add('statement', 'statement', [], { question: 'What makes you feel unsafe?' });
  const made = await room.client.ballots.add({ kind: 'place', subject: 'areas', question: 'Where?', workshopId: room.workshopId });
  ids.place = (await room.client.ballots.open({ id: made.id })).id;
  return ids;
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A page that says «look again» is no fault of the page.
    if (message.type() === 'error' && !/status of (409|410|503)/.test(message.text())) complaints.push(message.text());
  });
}

async function enter(page: Page, room: RoomServerFixture): Promise<void> {
  await page.goto(`${room.url}/?c=${room.desk.state().code}`);
  await page.locator('#join button').click();
  await page.locator('button[value=skip]').click();
}

/** Nothing to scroll sideways, and everything that is touched is large enough for a thumb. */
async function expectFitsThumbs(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const small = [...document.querySelectorAll('button, select, textarea, a, main label, input[type=tel]')]
      .filter((element) => !element.closest('.taps') && !element.closest('.h') && !element.querySelector('textarea, select, input:not([type=radio])'))
      .map((element) => ({ text: element.textContent?.trim().slice(0, 30), height: element.getBoundingClientRect().height }))
      .filter(({ height }) => height < 47.5);
    return { small, sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth };
  });
  expect(found).toEqual({ small: [], sideways: 0 });
}

const tap = (page: Page, name: string, value: string) => page.locator(`label:has([name="${name}"][value="${value}"])`).click();
const send = (page: Page) => page.locator('button[value=send]').click();
const received = (page: Page) => expect(page.getByRole('status')).toContainText(/Received|وصل/);

for (const script of [true, false]) {
  test(`a phone answers every kind of ballot, ${script ? 'with' : 'without'} script`, async ({ sampleRoom: room, browser, complaints }) => {
    const ids = await everyKind(room);
    const context = await browser.newContext({ viewport: phone, locale: 'en-GB', javaScriptEnabled: script });
    const page = await context.newPage();
    listen(page, complaints);
    await enter(page, room);
    await expect(page.getByRole('heading', { name: 'Questions for you' })).toBeVisible();

    await page.goto(`${room.url}/ballot/${ids.dots}`);
    for (const place of ['0', '1']) await tap(page, place, '2');
    await send(page);
    await expect(page.getByRole('alert')).toContainText('You gave 4 dots; there are 3');
    await tap(page, '1', '1');
    await send(page);
    await received(page);
    await expect(page.getByRole('listitem').filter({ hasText: 'Street lighting' })).toContainText('2 dots');
    await page.getByRole('link', { name: 'Change my answer' }).click();
    await tap(page, '1', '0');
    await send(page);
    await received(page);
    await expect(page.getByRole('listitem')).toHaveCount(1);

    await page.goto(`${room.url}/ballot/${ids.ranking}`);
    for (const place of [0, 1, 2]) await page.locator(`select[name="${place}"]`).selectOption(String(place === 2 ? 1 : place + 1));
    await send(page);
    await expect(page.getByRole('alert')).toContainText('share one place');
    await page.locator('select[name="2"]').selectOption('3');
    await send(page);
    await received(page);

    await page.goto(`${room.url}/ballot/${ids.rating}`);
    await tap(page, '0d', '4');
    await tap(page, '0n', '1');
    await send(page);
    await expect(page.getByRole('listitem')).toContainText('By day: Safe · At night: Very unsafe');

    await page.goto(`${room.url}/ballot/${ids.grid}`);
    await tap(page, '0p', '5');
    await tap(page, '0i', '2');
    await send(page);
    await received(page);

    await page.goto(`${room.url}/ballot/${ids.agree}`);
    await tap(page, '0', '2');
    await page.getByLabel('Why?').fill('They come too late');
    await send(page);
    await expect(page.getByRole('listitem')).toContainText('Disagree · They come too late');

    await page.goto(`${room.url}/ballot/${ids.quiz}`);
    await tap(page, '0', '0');
    await send(page);
    await expect(page.getByRole('listitem')).toContainText('Fewer robberies by 2027');

    await page.goto(`${room.url}/ballot/${ids.pairwise}`);
    await tap(page, '0-1', '-3');
    await send(page);
    await expect(page.getByRole('listitem')).toContainText('B more');

    for (const text of ['Dark corners', 'Stray dogs']) {
      await page.goto(`${room.url}/ballot/${ids.statement}?change`);
      await page.getByLabel('What do you want to say?').fill(text);
      await send(page);
      await received(page);
    }
    await expect(page.getByRole('listitem')).toHaveCount(2);

    await page.goto(`${room.url}/ballot/${ids.place}`);
    const square = page.locator('.taps label[for=a5]').first();
    await square.click();
    await expect(page.locator('#a5')).toBeChecked();
    await page.locator('.place > label[for=a2]').click();
    await send(page);
    await expect(page.getByRole('listitem')).toHaveCount(2);

    const turnout = (await room.client.ballots.list({ workshopId: room.workshopId })).map((ballot) => ballot.turnout.phone);
    expect(turnout).toEqual(Array.from({ length: 9 }, () => 1));
    expect(complaints).toEqual([]);
    await context.close();
  });
}

test('every page can be read by everybody: in English and Arabic, light and dark, small and in large print', async ({
  sampleRoom: room,
  browser,
  complaints,
}) => {
  test.slow();
  const ids = await everyKind(room);
  const variants: { context: Parameters<typeof browser.newContext>[0]; large?: boolean }[] = [
    { context: { viewport: { width: 320, height: 568 }, locale: 'en-GB' } },
    { context: { viewport: phone, locale: 'ar', colorScheme: 'dark' }, large: true },
  ];
  for (const { context: options, large } of variants) {
    const context: BrowserContext = await browser.newContext(options);
    const page = await context.newPage();
    listen(page, complaints);
    const look = async () => {
      await expectAccessible(page);
      await expectFitsThumbs(page);
    };
    await page.goto(`${room.url}/?c=${room.desk.state().code}`);
    if (large) {
      await page.locator('button[value=print-large]').click();
      await expect(page.locator('html.large[dir=rtl]')).toBeAttached();
    }
    await look();
    await page.locator('#join button').click();
    await expect(page.locator('button[value=skip]')).toBeVisible();
    await look();
    await page.locator('button[value=skip]').click();
    await look();
    for (const id of Object.values(ids)) {
      await page.goto(`${room.url}/ballot/${id}`);
      await look();
    }
    await page.goto(`${room.url}/ballot/${ids.dots}`);
    await send(page);
    await expect(page.getByRole('alert')).toBeVisible();
    await look();
    await page.locator('button[value=blank]').click();
    await received(page);
    await look();
    await page.goto(`${room.url}/ballot/gone`);
    await look();
    await context.close();
  }
  expect(complaints).toEqual([]);
});

test('a page follows the room by itself, but never takes away what somebody began to fill in', async ({ room, browser, complaints }) => {
  const context = await browser.newContext({ viewport: phone, locale: 'en-GB' });
  const page = await context.newPage();
  listen(page, complaints);
  await enter(page, room);
  await expect(page.getByRole('heading', { name: 'You are in' })).toBeVisible();
  const first = await room.addBallot('statement', [], { question: 'What makes you feel unsafe?' });
  await expect(page.getByRole('heading', { name: 'What makes you feel unsafe?' })).toBeVisible();
  await page.getByLabel('What do you want to say?').fill('Half a sente');
  const second = await room.addBallot('dots', ['a', 'b'], { question: 'What first?' });
  await expect(page.getByText('There is something new')).toBeVisible();
  await expect(page.getByLabel('What do you want to say?')).toHaveValue('Half a sente');
  await send(page);
  await received(page);
  await expect(page.getByRole('link', { name: 'Next question' })).toBeVisible();
  await room.client.ballots.close({ id: first.id });
  await room.client.ballots.close({ id: second.id });
  await expect(page.getByRole('heading', { name: 'This question is closed' })).toBeVisible();
  room.desk.close();
  await page.goto(room.url);
  await expect(page.getByRole('heading', { name: 'The room is closed' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('while dots are placed, what is left stays in view', async ({ room, browser, complaints }) => {
  await room.addBallot('dots', ['Street lighting', 'Open drains', 'Night buses'], { question: 'What first?', settings: { dotsPerPerson: 3, capPerOption: 2 } });
  const context = await browser.newContext({ viewport: phone, locale: 'en-GB' });
  const page = await context.newPage();
  listen(page, complaints);
  await enter(page, room);
  const left = page.getByRole('status');
  await expect(left).toHaveText('3 dots left');
  await page.locator('input[name="0"][value="2"]').check({ force: true });
  await expect(left).toHaveText('One dot left');
  await page.locator('input[name="2"][value="2"]').check({ force: true });
  await expect(left).toHaveText('More dots than you have: take some back.');
  expect(complaints).toEqual([]);
  await context.close();
});

test('an answer that meets a stopped engine is kept, in the language it was written in, and sent again once', async ({ room, browser }) => {
  const { id } = await room.addBallot('statement', [], { question: 'What makes you feel unsafe?' });
  const context = await browser.newContext({ viewport: phone, locale: 'ar', javaScriptEnabled: false });
  const page = await context.newPage();
  await enter(page, room);
  await page.locator('textarea').fill('الطريق مظلم ليلًا; "وهو" طويل\nجدًا');
  room.isAway = true;
  await send(page);
  await expect(page.getByRole('heading', { name: 'لحظة من فضلك' })).toBeVisible();
  room.isAway = false;
  room.losesAnswers = true;
  await page.getByRole('button', { name: 'أرسل مرة أخرى' }).click();
  room.losesAnswers = false;
  await page.getByRole('button', { name: 'أرسل مرة أخرى' }).click();
  await received(page);
  expect((await room.client.ballots.statements({ ballotId: id })).map(({ text }) => text)).toEqual(['الطريق مظلم ليلًا; "وهو" طويل\nجدًا']);
  await context.close();
});

test('language and print are switched in the middle of a form without losing what is in it', async ({ room, browser }) => {
  const { id } = await room.addBallot('agree', ['Patrols help'], { question: 'Do you agree?', settings: { hasReasons: true } });
  const context = await browser.newContext({ viewport: phone, locale: 'en-GB', javaScriptEnabled: false });
  const page = await context.newPage();
  await enter(page, room);
  await page.goto(`${room.url}/ballot/${id}`);
  await tap(page, '0', '4');
  await page.locator('textarea').fill('Porque sí');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.locator('html[lang=es]')).toBeAttached();
  await page.getByRole('button', { name: 'Letra grande' }).click();
  await expect(page.locator('html.large')).toBeAttached();
  await expect(page.locator('textarea')).toHaveValue('Porque sí');
  await expect(page.locator('[name="0"][value="4"]')).toBeChecked();
  await send(page);
  await expect(page.getByRole('status')).toContainText('Recibido');
  await context.close();
});
