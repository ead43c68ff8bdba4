import type { Browser, Page } from '@playwright/test';
import type { EngineClient } from '#shared/contract/contract.ts';
import { sheetCode } from '#shared/methods/sheet-code.ts';
import { freePort } from '../../fixtures/free-port.ts';
import { expect, goTo, test } from './fixtures.ts';
import { Phone, type PhoneOptions } from './phones.ts';

const question = 'What should the city do first?';
const options = ['Lamps on the way home', 'Extortion of market traders', 'Drinking on the waterfront at night', 'Fights after football matches'];

/** Who sits where, and what they think: the harbour wants lamps, the market wants the extortion to end. */
const people: readonly { readonly group: string; readonly dots: readonly number[]; readonly phone?: PhoneOptions }[] = [
  { group: 'Harbour', dots: [1, 0, 0, 0] },
  { group: 'Harbour', dots: [1, 0, 0, 0], phone: { isScriptless: true } },
  { group: 'Harbour', dots: [1, 0, 0, 0] },
  { group: 'Harbour', dots: [0, 0, 1, 0] },
  { group: 'Market', dots: [0, 1, 0, 0], phone: { language: 'ar' } },
  { group: 'Market', dots: [0, 1, 0, 0] },
  { group: 'Market', dots: [0, 1, 0, 0] },
  { group: 'Market', dots: [0, 1, 0, 0] },
  { group: 'Hills', dots: [1, 0, 0, 0], phone: { language: 'es' } },
  { group: 'Hills', dots: [0, 0, 0, 1] },
  { group: 'Hills', dots: [0, 0, 1, 0] },
  { group: 'Hills', dots: [1, 0, 0, 0] },
];
/** The phone that loses the network in the middle. */
const dropsOut = 6;
/** Eight sheets: group and the option that got the dot; 0 = left blank. */
const sheets = [
  ['Harbour', 1],
  ['Harbour', 1],
  ['Market', 2],
  ['Market', 2],
  ['Market', 2],
  ['Hills', 1],
  ['Hills', 3],
  ['Hills', 0],
] as const;

test('a whole rapid workshop: agenda, people, phones, paper, results, a finding and a priority', async ({ page, client, newProject, browser, complaints }) => {
  test.setTimeout(600_000);
  await newProject({ languages: ['en', 'es', 'ar'] });
  await client.room.setSettings({ address: '127.0.0.1', port: await freePort(), wifiName: 'Casa del Puerto' });

  await test.step('the agenda comes from a template and its first item runs', async () => {
    await goTo(page, '/workshops');
    await page.getByRole('button', { name: 'Make the first workshop' }).click();
    await page.getByLabel('Title', { exact: true }).fill('Safety workshop of the harbour city');
    await page.getByRole('button', { name: 'Make the workshop' }).click();
    await page
      .getByRole('button', { name: /^Start “/ })
      .first()
      .click();
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  });
  const [workshop] = await client.workshops.list();
  const workshopId = workshop?.id ?? '';

  await test.step('people are written down as they come in, and sit at three tables', async () => {
    await attend(page);
  });

  await test.step('a dot vote on the city’s options takes two presses', async () => {
    for (const title of options) await client.priorities.add({ title, findingId: null });
    await goTo(page, '/workshops/ballots');
    await page.getByRole('button', { name: /^Dot vote/ }).click();
    await page.getByLabel('What is asked', { exact: true }).fill(question);
    await page.getByRole('button', { name: 'Make the ballot' }).click();
    await expect(page.getByText(question).first()).toBeVisible();
  });
  await expect.poll(async () => (await client.ballots.list({ workshopId })).length).toBe(1);
  const ballotId = (await client.ballots.list({ workshopId }))[0]?.id ?? '';

  await goTo(page, '/workshops/room');
  await page.getByRole('button', { name: 'Open the room' }).click();
  await expect(page.getByRole('button', { name: 'Close the room' })).toBeVisible();
  await expect.poll(async () => (await client.room.state()).participants.state).toBe('open');
  const { participants, code } = await client.room.state();
  const wall = await page.context().newPage();
  await wall.goto(new URL('/#/wall', page.url()).href);
  await expect(
    wall
      .getByText(code.replace(/(\d{3})(\d{3})/, '$1 $2'))
      .or(wall.getByText(code))
      .first(),
  ).toBeVisible();
  await expect(wall.getByText('Casa del Puerto').first()).toBeVisible();

  const phones = await test.step('twelve phones come in', () => comeIn(browser, participants.url, code));
  await expect.poll(async () => (await client.room.state()).joined).toBe(people.length);

  await test.step('the ballot opens, and every phone shows it by itself', async () => {
    await page.getByRole('button', { name: 'Open this ballot' }).click();
    await expect(wall.getByText(question)).toBeVisible();
    for (const phone of phones) await phone.waitFor(question);
  });

  await test.step('all vote; one loses the network, comes back and is counted once', async () => {
    for (const [place, phone] of phones.entries()) {
      const dots = people[place]?.dots ?? [];
      if (place === dropsOut) {
        await phone.dropOut();
        await phone.markDots(dots);
        await phone.pressSend();
        await phone.comeBack();
        await phone.page.goto(participants.url);
        await phone.waitFor(question);
      }
      await phone.placeDots(dots);
    }
    await expect(page.getByRole('status').filter({ hasText: 'Phones 12' })).toBeVisible();
    await expect(wall.getByText('12', { exact: true }).first()).toBeVisible();
  });

  await test.step('nobody can see a result before it is closed', async () => {
    await expect(client.results.of({ ballotId })).rejects.toMatchObject({ data: { code: 'ballot/still-open' } });
    for (const option of options) await expect(wall.getByText(option)).toHaveCount(0);
  });

  await test.step('eight sheets of paper are typed by the keyboard', async () => {
    const { mark } = await client.paper.sheets({ ballotId });
    await goTo(page, '/workshops/entry');
    for (const [place, [group, chosen]] of sheets.entries()) await typeSheet(page, { code: sheetCode(mark, place + 1), group, chosen });
    expect((await client.ballots.one({ id: ballotId })).turnout).toMatchObject({ phone: 12, paper: 8 });
  });

  await test.step('the ballot closes and the wall shows what came of it', async () => {
    await goTo(page, '/workshops/room');
    await page.getByRole('button', { name: 'Close this ballot' }).click();
    await page.getByRole('button', { name: 'Show the result' }).click();
    await page.keyboard.press('PageDown');
    await expect(wall.getByText(options[0] ?? '').first()).toBeVisible();
  });

  await test.step('the figures are the ones of a separate count', async () => {
    const result = await client.results.of({ ballotId });
    const expected = options.map(
      (_, option) => people.filter(({ dots }) => dots[option] === 1).length + sheets.filter(([, chosen]) => chosen === option + 1).length,
    );
    expect(expected).toEqual([8, 7, 3, 1]);
    expect(result.people).toMatchObject({ answered: 20, blank: 1 });
    expect(options.map((option) => totalOf(result, option))).toEqual(expected);
  });

  await test.step('the result becomes the evidence of a finding and the order of the priorities', async () => {
    await goTo(page, '/workshops/results');
    await expect(page.getByText('These are the views of the 20 people present', { exact: false })).toBeVisible();
    await keepAsFinding(page);
    await expect.poll(async () => (await client.findings.list())[0]?.evidence[0]).toMatchObject({ kind: 'group-work', refId: ballotId });
    await goTo(page, '/priorities/result');
    await expect(page.getByText('Lamps on the way home').first()).toBeVisible();
  });

  await test.step('the room is closed, and nothing listens', async () => {
    await goTo(page, '/workshops/room');
    await page.getByRole('button', { name: 'Close the room' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close the room' }).click();
    await expect(page.getByRole('button', { name: 'Open the room' })).toBeVisible();
    await expect
      .poll(
        () =>
          fetch(participants.url).then(
            () => 'listening',
            () => 'nothing',
          ),
        { timeout: 10_000 },
      )
      .toBe('nothing');
  });

  for (const phone of phones) await phone.close();
  expect(complaints).toEqual([]);
});

async function comeIn(browser: Browser, url: string, code: string): Promise<Phone[]> {
  const phones: Phone[] = [];
  for (const { group, phone: options } of people) {
    const phone = await Phone.make(browser, options);
    await phone.comeIn(url, code);
    await phone.say(group);
    phones.push(phone);
  }
  return phones;
}

/** A line for everybody at the door, most of them without a name; three tables that get their names. */
async function attend(page: Page): Promise<void> {
  await goTo(page, '/workshops/people');
  const name = page.getByRole('combobox', { name: 'Name (only with consent)' });
  await name.fill('Rosa Invented');
  await page.getByLabel('Agrees to be on the list').check();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Several at once' }).click();
  await page.getByLabel('Further people without details').fill('19');
  await page.getByRole('button', { name: /^Add \d+ people$/ }).click();
  await expect(page.getByText('20 on the list', { exact: false })).toBeVisible();
  await page.getByText('Groups', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Tables' }).fill('3');
  await page.getByRole('button', { name: 'Form tables' }).click();
  for (const [place, group] of ['Harbour', 'Market', 'Hills'].entries()) {
    const field = page.getByLabel(`Name of “Table ${place + 1}”`);
    await field.fill(group);
    await field.press('Enter');
  }
  await expect(page.getByLabel('Name of “Hills”')).toBeVisible();
}

/** Code, Enter, the dots by digits, Enter: no hand leaves the keyboard. */
async function typeSheet(page: Page, { code, group, chosen }: { code: string; group: string; chosen: number }): Promise<void> {
  await page.getByLabel('Code of the sheet').fill(code);
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('form', { name: `Sheet ${code}` });
  await expect(sheet).toBeVisible();
  await sheet.getByRole('combobox', { name: 'Group' }).click();
  await page.getByRole('option', { name: group }).click();
  await sheet.locator('input[data-field]').first().focus();
  if (chosen > 0) {
    for (let line = 1; line < chosen; line++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('1');
  }
  await sheet.getByRole('button', { name: 'Keep sheet' }).focus();
  await page.keyboard.press('Enter');
  // A blank sheet is asked for once more.
  if (chosen === 0) await page.keyboard.press('Enter');
  await expect(page.getByText(`${code} is in`, { exact: false })).toBeVisible();
}

async function keepAsFinding(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Use as evidence' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Finding', { exact: true }).fill('The way home is dark, and people change their lives for it.');
  await dialog.getByRole('button', { name: 'Start the finding' }).click();
}

type Result = Awaited<ReturnType<EngineClient['results']['of']>>;

function totalOf({ options: all, totals }: Result, text: string): number | null | undefined {
  const id = all.find((option) => option.text === text)?.id;
  return totals.figures.find(({ optionId }) => optionId === id)?.total;
}
