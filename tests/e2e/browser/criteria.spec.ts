import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, write } from 'xlsx';
import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';
import { chooseFile } from './import-steps.ts';

test('options are judged and weighed, and the decision keeps its reasons and who saw it otherwise', async ({ page, client, newProject }) => {
  await newProject();
  for (const title of ['Lit ways', 'A safe market']) await client.priorities.add({ title, findingId: null });
  await goTo(page, '/priorities/criteria');
  await expectAccessible(page);
  for (const name of ['Harm done', 'People affected', 'Inequity', 'Municipal competence', 'Cost', 'Public support'])
    await page.getByRole('checkbox', { name, exact: true }).uncheck();
  await page.getByRole('button', { name: 'Add 1 criterion' }).click();
  await page.getByLabel('A criterion of your own').fill('Protects the most exposed');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  // Offered criteria are named in the project's language, not in that of the screen.
  await expect.poll(async () => (await client.criteria.list()).length).toBe(2);
  const speed = (await client.criteria.list())[0]?.name ?? '';
  const score = (option: string, criterion: string) => page.getByLabel(`${option}: ${criterion}`, { exact: true });
  await score('Lit ways', speed).fill('6');
  await score('Lit ways', speed).press('Enter');
  await expect(score('A safe market', speed)).toBeFocused();
  await score('A safe market', speed).fill('30');
  await score('Lit ways', 'Protects the most exposed').fill('2');
  await score('A safe market', 'Protects the most exposed').fill('5');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await client.criteria.scores()).length).toBe(4);
  await expectAccessible(page);
  await goTo(page, '/priorities/compare');
  await page.getByLabel(`Swing of “${speed}” as a number`).fill('100');
  await page.getByLabel('Swing of “Protects the most exposed” as a number').fill('40');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await client.criteria.weighing()).options.find(({ rank }) => rank === 1)?.title).toBe('Lit ways');
  await expect(page.getByRole('region', { name: 'How steady the first place is' })).toContainText('seed 1');
  await expectAccessible(page);
  await goTo(page, '/priorities/decision');
  await page.getByRole('checkbox', { name: 'Lit ways' }).check();
  await page.getByRole('button', { name: 'Record the decision' }).click();
  await page.getByRole('button', { name: 'Add a differing view' }).click();
  await page.getByLabel('Who (1)').fill('Traders');
  await page.getByLabel('What they say (1)').fill('The market first');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await client.criteria.decisions())[0]?.dissents[0]).toMatchObject({ who: 'Traders', text: 'The market first' });
  await expect.poll(async () => (await client.criteria.decisions())[0]?.content.options[0]).toMatchObject({ title: 'Lit ways', decidedRank: 1, rank: 1 });
  await expectAccessible(page);
  await switchLanguage(page, 'ar');
  for (const path of ['/priorities/criteria', '/priorities/compare', '/priorities/decision', '/outputs/read-back']) {
    await goTo(page, path);
    await expectAccessible(page);
  }
});

test('the room weighs the criteria by a ballot, and its weights are taken at once', async ({ page, client, newProject }) => {
  await newProject();
  await client.priorities.add({ title: 'Lit ways', findingId: null });
  for (const name of ['Harm done', 'Cost']) await client.criteria.add({ name, worst: 0, best: 10 });
  const { id: workshopId } = await client.workshops.add({ title: 'Harbour' });
  await goTo(page, '/priorities/compare');
  await page.getByRole('button', { name: 'From a ballot' }).click();
  await expect(page.getByText('No ballot on these criteria is closed yet.')).toBeVisible();
  await page.getByRole('menuitem', { name: 'Make a ballot on the criteria' }).click();
  await page.getByRole('button', { name: /Pair by pair/ }).click();
  await expect(page.getByText('Harm done (from 0 to 10)').first()).toBeVisible();
  const ballot = await client.ballots.add({ workshopId, kind: 'dots', subject: 'criteria', question: 'Where do your dots go?' });
  await client.ballots.open({ id: ballot.id });
  const [harm = '', cost = ''] = ballot.options.map(({ id }) => id);
  await client.ballots.setHands({ ballotId: ballot.id, groupId: null, people: 10, counts: { [harm]: 8, [cost]: 2 } });
  await client.ballots.close({ id: ballot.id });
  await goTo(page, '/priorities/compare');
  await page.getByLabel('Swing of “Cost” as a number').fill('100');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await client.criteria.swings()).length).toBe(1);
  await page.getByRole('button', { name: 'From a ballot' }).click();
  await page.getByRole('menuitem', { name: 'Where do your dots go?' }).click();
  await page.getByRole('button', { name: 'Take the weights' }).click();
  await expect.poll(async () => (await client.criteria.swings()).map(({ swing }) => swing)).toEqual(expect.arrayContaining([100, 25]));
  await expect(page.getByLabel('Swing of “Cost” as a number')).toHaveValue('25');
  await expectAccessible(page);
});

test('an edited workbook shows what changed, and only what is ticked is taken', async ({ page, client, newProject, folder }) => {
  await newProject();
  const { id } = await client.stakeholders.add({ name: 'Works department' });
  const making = await client.outputs.make({ kind: 'workbook', format: 'xlsx', language: 'en' });
  let made = '';
  for (let step = await making.next(); ; step = await making.next()) {
    if (!step.done) continue;
    made = step.value.path;
    break;
  }
  const book = read(readFileSync(made));
  const sheet = book.Sheets.Stakeholders ?? {};
  sheet.A4 = { t: 's', v: 'Works and parks' };
  const path = join(folder, 'edited.xlsx');
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }));
  await goTo(page, '/outputs/read-back');
  await chooseFile(page, path, 'Choose the workbook…');
  await expect(page.getByRole('checkbox', { name: 'Take “Name” of “Works department”' })).toBeChecked();
  await expect(page.getByText('Works and parks')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take 1 change' }).click();
  await expect.poll(async () => (await client.stakeholders.list()).find((body) => body.id === id)?.name).toBe('Works and parks');
  await expect(page.getByText('1 change taken')).toBeVisible();
});
