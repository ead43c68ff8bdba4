import type { Page } from '@playwright/test';
import type { EngineClient } from '#shared/contract/contract.ts';
import { ballotMark, sheetCode } from '#shared/methods/sheet-code.ts';
import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

const options = ['Light the market', 'Buses until midnight', 'A youth club', 'Clear the canal path', 'A mediator in every school'];

async function openBallot(client: EngineClient) {
  const { id: workshopId } = await client.workshops.add({ title: 'Day of safety' });
  const { id } = await client.ballots.add({
    workshopId,
    kind: 'dots',
    subject: 'own',
    question: 'What comes first?',
    options: options.map((text) => ({ text, picture: '', refId: null, quiz: null })),
  });
  return client.ballots.open({ id });
}

/** Code without the mark, Enter, a digit a line (a dot skips one), Enter; nothing but keys. */
async function typeSheet(page: Page, code: string, answers: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.getByRole('form', { name: /Sheet/ }).waitFor();
  for (const answer of answers) await page.keyboard.press(answer === '.' ? 'ArrowDown' : answer);
  await page.keyboard.press('Enter');
}

test('two clicks make a usable ballot; it is changed, opened, fixed and printed', async ({ page, client, newProject, complaints }) => {
  await newProject();
  const { id: workshopId } = await client.workshops.add({ title: 'Day of safety' });
  for (const title of options.slice(0, 3)) await client.priorities.add({ title, findingId: null });
  await goTo(page, '/workshops/ballots');
  await expectAccessible(page);
  await page.getByRole('button', { name: /Dot vote/ }).click();
  await page.getByRole('button', { name: 'Make the ballot' }).click();
  await expect.poll(async () => (await client.ballots.list({ workshopId }))[0]?.options.map(({ text }) => text)).toEqual(options.slice(0, 3));
  await expect(page.getByRole('button', { name: 'Open it' })).toBeVisible();
  await page.getByLabel('What is asked').fill('What comes first?');
  await page.getByRole('textbox', { name: 'One more option' }).fill('Repair the stairs');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Move option 4 up' }).click();
  await page.getByRole('button', { name: 'Picture of option 1' }).click();
  await page.getByRole('button', { name: 'Picture: lamp' }).click();
  await expect
    .poll(async () => (await client.ballots.list({ workshopId }))[0])
    .toMatchObject({ question: 'What comes first?', options: [{ picture: 'lamp' }, {}, { text: 'Repair the stairs' }, { text: 'A youth club' }] });
  await expectAccessible(page);
  await page.getByText('Paper', { exact: true }).click();
  await expect(page.getByRole('img', { name: 'The ballot as it is printed' })).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How many sheets').fill('6');
  await dialog.getByRole('button', { name: 'Make the sheets' }).click();
  await expect(dialog.getByText(/Ready: 2 pages/)).toBeVisible({ timeout: 20_000 });
  await expect(dialog.getByText('Numbers 7 to 12', { exact: false })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByText('are fixed since it was opened', { exact: false })).toBeVisible();
  await expect(page.getByLabel('What is asked')).toHaveCount(0);
  await page.getByRole('button', { name: 'All ballots' }).click();
  await expect(page.getByRole('button', { name: 'Close it' })).toBeVisible();
  await switchLanguage(page, 'ar');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('eight sheets go in by the keyboard alone: slips, a sheet twice, a blank one and one over the rules', async ({ page, client, newProject, complaints }) => {
  await newProject();
  const ballot = await openBallot(client);
  const mark = ballotMark(ballot.id);
  const code = (number: number) => sheetCode(mark, number);
  const short = (number: number) => `${number}${code(number).at(-1)}`;
  await goTo(page, '/workshops/entry');
  await expect(page.getByLabel('Code of the sheet')).toBeFocused();
  await expectAccessible(page);

  await page.keyboard.type(code(1).replace('0001', '0002'));
  await expect(page.getByText('A character is wrong or two are swapped', { exact: false })).toBeVisible();
  await page.keyboard.press('Control+A');
  await typeSheet(page, code(1), '2');
  await expect(page.getByText(`${code(1)} is in`, { exact: false })).toBeVisible();
  for (const [number, answers] of [
    [2, '.11'],
    [3, '..2'],
    [4, '1...1'],
    [5, '.2'],
    [6, '11'],
  ] as const) {
    await typeSheet(page, short(number), answers);
    await expect(page.getByText(`${code(number)} is in`, { exact: false })).toBeVisible();
  }
  await typeSheet(page, short(7), '9');
  await expect(page.getByText(/is kept as it stands, and waits/)).toBeVisible();
  await typeSheet(page, short(8), '');
  await expect(page.getByText('Nothing is marked', { exact: false })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${code(8)} is in`, { exact: false })).toBeVisible();
  await expect(page.getByText('8 sheets typed')).toBeVisible();

  const papers = await client.ballots.papers({ ballotId: ballot.id });
  expect(papers).toHaveLength(8);
  expect(papers.find(({ paperCode }) => paperCode === code(4))?.entries[0]?.answer).toEqual({
    kind: 'dots',
    dots: { [ballot.options[0]?.id ?? '']: 1, [ballot.options[4]?.id ?? '']: 1 },
  });
  expect(papers.find(({ paperCode }) => paperCode === code(7))?.entries[0]?.problems.map((problem) => problem.code)).toContain('too-many-dots');

  // The same sheet again: put aside by Enter, or corrected.
  await page.keyboard.type(short(3));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/was typed at/)).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type(short(7));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('form', { name: /Sheet/ }).waitFor();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${code(7)} is in`, { exact: false })).toBeVisible();
  await expect
    .poll(async () => (await client.ballots.papers({ ballotId: ballot.id })).flatMap(({ entries }) => entries.flatMap(({ problems }) => problems)))
    .toEqual([]);
  expect(complaints).toEqual([]);
});

test('two typings that differ stand side by side and are settled; hands are counted with plus and minus', async ({ page, client, newProject }) => {
  await newProject();
  const ballot = await openBallot(client);
  const code = sheetCode(ballotMark(ballot.id), 1);
  const [first, second] = ballot.options;
  const enter = (entry: 1 | 2, optionId = '') =>
    client.ballots.enterPaper({ ballotId: ballot.id, paperCode: code, groupId: null, entry, answer: { kind: 'dots', dots: { [optionId]: 2 } } });
  await enter(1, first?.id);
  await enter(2, second?.id);
  await goTo(page, '/workshops/entry');
  await page.getByText('Differences', { exact: true }).click();
  await expect(page.getByRole('row', { name: '1. Light the market 2 –' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'The second is right' }).click();
  await expect(page.getByText('Nothing to settle')).toBeVisible();
  expect((await client.ballots.papers({ ballotId: ballot.id }))[0]).toMatchObject({ state: 'settled' });

  await page.getByText('Show of hands', { exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'People in the group' })).toBeFocused();
  await page.keyboard.type('5');
  await page.keyboard.press('ArrowDown');
  for (const key of ['+', '+', '+', '-']) await page.keyboard.press(key);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('40');
  await expect(page.getByText(/hands counted where so many people can raise at most/)).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Counted and kept.')).toBeVisible();
  expect(await client.ballots.hands({ ballotId: ballot.id })).toEqual([{ groupId: null, people: 5, counts: { [first?.id ?? '']: 2, [second?.id ?? '']: 4 } }]);
  await switchLanguage(page, 'ar');
  await expectAccessible(page);
});
