import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

test('options come from findings and from the room', async ({ page, client, newProject }) => {
  await newProject();
  await client.findings.add({ sentence: 'Robbery gathers at the station in the evening.' });
  await goTo(page, '/priorities');
  await page.getByRole('button', { name: 'Make an option from one finding' }).click();
  await expect(page.getByRole('link', { name: 'Robbery gathers at the station' })).toBeVisible();
  await page.getByLabel('Add an option of your own').fill('Lamps on the way home');
  await page.keyboard.press('Enter');
  await page.getByLabel('Option 1', { exact: true }).fill('Safe evenings at the station');
  await expect.poll(async () => (await client.priorities.list()).map(({ title }) => title)).toEqual(['Safe evenings at the station', 'Lamps on the way home']);
  await page.getByRole('button', { name: 'Remove the option Lamps on the way home' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(async () => (await client.priorities.list()).length).toBe(1);
});

test('dots are typed like numbers into a sheet; what cannot be is said and kept', async ({ page, client, newProject }) => {
  await newProject();
  for (const title of ['A', 'B']) await client.priorities.add({ title, findingId: null });
  await client.priorities.setRules({ dotsPerPerson: 2, capPerOption: 2 });
  await goTo(page, '/priorities/vote');
  await page.getByRole('button', { name: 'Add a group' }).click();
  await page.getByLabel('People in Group 1').fill('3');
  await page.getByLabel('Dots of Group 1 for: A').click();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Dots of Group 1 for: B')).toBeFocused();
  await expect(page.getByText('4 of 6')).toBeVisible();
  await page.keyboard.type('3');
  await expect(page.getByText('7 of 6')).toBeVisible();
  await expect(page.getByText('Group 1: 7 dots are entered, but 3 people have 6 in all.')).toBeVisible();
  await expect.poll(async () => (await client.priorities.vote()).tallies.map(({ dots }) => dots).sort()).toEqual([3, 4]);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('Dots of Group 1 for: A')).toBeFocused();
  await page.keyboard.type('3');
  await expect(page.getByText('6 of 6')).toBeVisible();
  await expect(page.getByText('Please count again')).toBeHidden();
  await page.getByLabel('Dots of Group 1 for: B').fill('many');
  await expect(page.getByLabel('Dots of Group 1 for: B')).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(async () => (await client.priorities.vote()).tallies.map(({ dots }) => dots)).toEqual([3, 3]);
});

test('the result says when a small group would turn it, and what the workshop chooses is kept', async ({ page, client, newProject }) => {
  await newProject();
  const [station, market] = [
    await client.priorities.add({ title: 'Station', findingId: null }),
    await client.priorities.add({ title: 'Market', findingId: null }),
  ];
  await client.priorities.setRules({ dotsPerPerson: 3, capPerOption: 3 });
  const [large, small] = [await client.priorities.addGroup({ name: 'Residents', people: 10 }), await client.priorities.addGroup({ name: 'Women', people: 2 })];
  const dots: [string, string, number][] = [
    [large.id, station.id, 18],
    [large.id, market.id, 12],
    [small.id, market.id, 4],
  ];
  for (const [groupId, priorityId, count] of dots) await client.priorities.setTally({ groupId, priorityId, dots: count });
  await goTo(page, '/priorities/result');
  await expect(page.getByText('34 dots by 12 people in 2 groups')).toBeVisible();
  await expect(page.getByText('Counting every dot, “Station” comes first. If every group weighs the same, it is “Market”.')).toBeVisible();
  await page.getByRole('checkbox', { name: /Market/ }).check();
  await page.getByLabel('Why this one: Market').fill('The women asked for it.');
  await expect
    .poll(async () => (await client.priorities.list()).find(({ id }) => id === market.id))
    .toMatchObject({ isChosen: true, reason: 'The women asked for it.' });
});

test('empty screens lead to the step that is next', async ({ page, client, newProject }) => {
  await newProject();
  await goTo(page, '/priorities/result');
  await page.getByRole('link', { name: 'Go to the options' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing to vote on yet' })).toBeVisible();
  await client.priorities.add({ title: 'Lit ways', findingId: null });
  await goTo(page, '/priorities/result');
  await page.getByRole('link', { name: 'Enter the dots' }).click();
  await expect(page.getByRole('heading', { name: 'Vote', level: 1 })).toBeVisible();
});

for (const language of ['en', 'ar']) {
  test(`nothing serious for axe in ${language}`, async ({ page, openSample }) => {
    await openSample();
    await switchLanguage(page, language);
    for (const path of ['/priorities', '/priorities/vote', '/priorities/result']) {
      await goTo(page, path);
      await expect(page.locator('main').getByText('Safe passage at the station').first()).toBeVisible();
      await expectAccessible(page);
    }
  });
}
