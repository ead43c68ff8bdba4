import type { EngineClient } from '#shared/contract/contract.ts';
import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

async function planWithLamps(client: EngineClient) {
  const pillar = await client.policy.addPillar({ title: 'Light' });
  const objective = await client.policy.addObjective({ title: 'Every way home is lit by 2029', pillarId: pillar.id });
  const measure = await client.policy.addMeasure({
    objectiveId: objective.id,
    title: 'Lamps first',
    ...{ startsOn: '2026-04', endsOn: '2027-03', capitalCost: 1000, fundingOwn: 400, output: '100 lamps', activities: 'Walk\nBuild' },
  });
  return { objective, measure };
}

test('an objective says what it still lacks, and leads to the field', async ({ page, client, newProject }) => {
  await newProject();
  const { objective } = await planWithLamps(client);
  await goTo(page, '/policy');
  const card = page.getByRole('article', { name: 'Objective 1' });
  await card.getByRole('button', { name: 'baseline', exact: true }).click();
  await expect(card.getByLabel('Now (baseline)')).toBeFocused();
  await page.keyboard.type('58');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2025');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await client.policy.objectives())[0]).toMatchObject({ id: objective.id, baselineValue: 58, baselineOn: '2025' });
  await expect(card.getByRole('button', { name: 'baseline', exact: true })).toBeHidden();
  await expectAccessible(page);
  await switchLanguage(page, 'ar');
  await expect(page.getByRole('article')).toBeVisible();
  await expectAccessible(page);
});

test('measures change places by keys, and the button that was pressed goes along', async ({ page, client, newProject }) => {
  await newProject();
  const { objective } = await planWithLamps(client);
  for (const title of ['Stairs', 'Phone line']) await client.policy.addMeasure({ objectiveId: objective.id, title });
  await goTo(page, '/policy');
  const titles = async () => (await client.policy.measures()).map(({ title }) => title);
  await page.getByRole('button', { name: 'Move “Phone line” up' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(titles).toEqual(['Lamps first', 'Phone line', 'Stairs']);
  await expect(page.getByRole('row', { name: /^1\.2/ })).toContainText('Phone line');
  await page.keyboard.press('Enter');
  await expect.poll(titles).toEqual(['Phone line', 'Lamps first', 'Stairs']);
  // At the top there is no further up: the way down is at hand.
  await expect(page.getByRole('button', { name: 'Move “Phone line” down' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Move “Phone line” up' })).toBeDisabled();
  await expectAccessible(page);
});

test('costs are worked out line by line, with the years and the gap at once', async ({ page, client, newProject }) => {
  await newProject();
  const { measure } = await planWithLamps(client);
  await goTo(page, `/policy?object=${measure.id}`);
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Work it out line by line' }).click();
  // What was there as one figure is the first line.
  await expect(drawer.getByLabel('Cost of one, line 1')).toHaveValue('1,000');
  await drawer.getByRole('button', { name: 'Something paid every year' }).click();
  await drawer.getByLabel('Cost of one, line 2').fill('600');
  await drawer.getByLabel('Cost of one, line 2').blur();
  // A year of it, over two calendar years.
  await expect.poll(async () => (await client.policy.measures())[0]).toMatchObject({ totalCost: 1600, gap: 1200 });
  await drawer.getByText('Year by year').click();
  await expect(drawer.getByRole('row', { name: /^2026/ })).toContainText('1,450');
  await expectAccessible(page);
});

test('the logframe is written in place', async ({ page, client, newProject }) => {
  await newProject();
  await planWithLamps(client);
  await goTo(page, '/policy/logframe');
  await page.getByLabel('What must hold: Output 1.1').fill('Cables stay where they are');
  await page.getByLabel('What must hold: Output 1.1').blur();
  await expect.poll(async () => (await client.policy.measures())[0]?.assumptions).toBe('Cables stay where they are');
  await expectAccessible(page);
  await switchLanguage(page, 'ar');
  await expect(page.getByRole('table')).toBeVisible();
  await expectAccessible(page);
});

test('a bar of the timetable is moved by keys and by the mouse, and put back', async ({ page, client, newProject }) => {
  await newProject();
  await client.policy.update({ startYear: 2026, endYear: 2029 });
  await planWithLamps(client);
  await goTo(page, '/policy/timeline');
  const bar = page.getByRole('button', { name: /^Lamps first: / });
  await bar.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await client.policy.measures())[0]).toMatchObject({ startsOn: '2026-06', endsOn: '2027-06' });
  await expectAccessible(page);
  const box = await bar.boundingBox();
  if (!box) throw new Error('The bar is not there');
  // A bar of thirteen months: half of it to the right is six or seven months.
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await client.policy.measures())[0]?.startsOn).toMatch(/^2026-12|2027-01$/);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await client.policy.measures())[0]).toMatchObject({ startsOn: '2026-06', endsOn: '2027-06' });
});

test('the budget is seen by year, pillar and owner, local resources first', async ({ page, client, newProject }) => {
  await newProject();
  await planWithLamps(client);
  await goTo(page, '/policy/budget');
  await expect(page.getByRole('row', { name: /^2026 1,000 400/ })).toBeVisible();
  await page.getByText('Pillar', { exact: true }).click();
  await expect(page.getByRole('row', { name: /^Light 1,000/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Local resources first' })).toContainText('Money still to be found');
  await expectAccessible(page);
  await switchLanguage(page, 'ar');
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectAccessible(page);
});
