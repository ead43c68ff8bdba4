import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

const names = ['Mayor', 'Treasury', 'Police', 'Women of the harbour'] as const;

test('ties are drawn from body to body or typed, listed beside the drawing, and places stay where they were moved', async ({ page, client, newProject }) => {
  await newProject();
  const ids = new Map<string, string>();
  for (const name of names) ids.set(name, (await client.stakeholders.add({ name })).id);
  await goTo(page, '/stakeholders/network');
  const form = page.getByRole('form', { name: 'Add a tie' });
  await form.getByRole('combobox', { name: 'From' }).click();
  await page.getByRole('option', { name: 'Mayor' }).click();
  await form.getByRole('combobox', { name: 'To' }).click();
  await expect(page.getByRole('option', { name: 'Mayor' })).toBeHidden();
  await page.getByRole('option', { name: 'Police' }).click();
  await form.getByLabel('Informant').fill('Table 2');
  await form.getByRole('button', { name: 'Add tie' }).click();
  await expect.poll(() => client.network.ties()).toMatchObject([{ fromId: ids.get('Mayor'), toId: ids.get('Police'), kind: 'informs', informant: 'Table 2' }]);
  await expect(page.getByText('4 stakeholders · 1 pair with a tie · told by 1 informant')).toBeVisible();

  const body = (name: string) => page.locator('.react-flow__node', { hasText: name });
  await body('Treasury').locator('.react-flow__handle.source').dragTo(body('Mayor'));
  await page.getByRole('dialog').getByRole('button', { name: 'Blocks' }).click();
  await expect.poll(async () => (await client.network.ties())[1]).toMatchObject({ fromId: ids.get('Treasury'), toId: ids.get('Mayor'), kind: 'blocks' });
  const ties = page.getByRole('table', { name: 'Ties', exact: true });
  await expect(ties.getByRole('row')).toHaveCount(3);
  await page.getByRole('checkbox', { name: 'Blocks' }).uncheck();
  await expect(ties.getByRole('row')).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Blocks' }).check();
  await expect(page.getByText('With fewer than 10 stakeholders it is not said')).toBeVisible();
  await expectAccessible(page);

  await body('Women of the harbour').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await client.network.positions()).length).toBe(4);
  await ties.getByRole('button', { name: /Look at and change.*Treasury/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Funds' }).click();
  await expect.poll(async () => (await client.network.ties())[1]?.kind).toBe('funds');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove tie' }).click();
  await expect.poll(async () => (await client.network.ties()).length).toBe(1);
  await switchLanguage(page, 'ar');
  await expect(page.getByRole('heading', { level: 1, name: 'التأثير' })).toBeVisible();
  await expectAccessible(page);
});

test('a crowded drawing names what has room, tells the ties of the body pointed at, comes closer by keys and fills the window', async ({
  page,
  client,
  newProject,
}) => {
  await newProject();
  const ids: string[] = [];
  for (let index = 0; index < 30; index++) ids.push((await client.stakeholders.add({ name: `Body of the city ${index}` })).id);
  for (const [index, toId] of ids.slice(1).entries()) await client.network.addTie({ fromId: ids[Math.floor(index / 4)] ?? '', toId, kind: 'informs' });
  await goTo(page, '/stakeholders/network');
  const drawing = page.locator('.react-flow');
  const names = drawing.locator('.react-flow__node strong');
  await expect(drawing.locator('.react-flow__node')).toHaveCount(30);
  await expect.poll(() => names.count()).toBeLessThan(30);
  for (const size of await names.evaluateAll((all) => all.map((name) => name.getBoundingClientRect().height))) expect(size).toBeGreaterThan(12);
  await expect(drawing.getByText('Informs')).toHaveCount(0);
  await expectAccessible(page);

  const mayor = drawing.locator(`.react-flow__node[data-id="${ids[0]}"]`);
  await mayor.focus();
  await expect(drawing.getByText('Informs')).toHaveCount(4);
  await expect(mayor.getByText('Body of the city 0')).toBeVisible();

  const before = (await drawing.boundingBox())?.width ?? 0;
  await page.getByRole('button', { name: 'Fill the window' }).click();
  await expect.poll(async () => (await drawing.boundingBox())?.width).toBe(page.viewportSize()?.width);
  const scale = () => drawing.locator('.react-flow__viewport').evaluate((view) => new DOMMatrix(getComputedStyle(view).transform).a);
  const whole = await scale();
  await page.keyboard.press('+');
  await expect.poll(scale).toBeGreaterThan(whole * 1.1);
  await page.keyboard.press('0');
  await expect.poll(scale).toBeLessThan(whole * 1.05);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await drawing.boundingBox())?.width).toBe(before);
});

test('the drawing is saved as a picture', async ({ page, client, newProject }) => {
  await newProject();
  const [from, to] = [await client.stakeholders.add({ name: 'Mayor <1>' }), await client.stakeholders.add({ name: 'Treasury & Co' })];
  await client.network.addTie({ fromId: from.id, toId: to.id, kind: 'funds' });
  await goTo(page, '/stakeholders/network');
  await page.getByRole('button', { name: 'Save picture' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /SVG/ }).click();
  expect((await download).suggestedFilename()).toBe('influence.svg');
});

test('several get a step at once, as the grid suggests; done and overdue show', async ({ page, client, newProject }) => {
  await newProject();
  const weak = await client.stakeholders.add({ name: 'Women of the harbour' });
  const strong = await client.stakeholders.add({ name: 'Mayor' });
  await client.stakeholders.rate({ id: weak.id, rater: '', power: 1, interest: 5 });
  await client.stakeholders.rate({ id: strong.id, rater: '', power: 5, interest: 5 });
  await goTo(page, '/stakeholders/engagement');
  await expect(page.getByRole('note').filter({ hasText: 'not yet in the plan' })).toContainText('Women of the harbour');
  await page.getByRole('button', { name: 'All 2 without a step' }).click();
  await page.getByLabel('Until').fill('2001-02-03');
  await page.getByRole('button', { name: 'Add 2 steps' }).click();
  await expect.poll(async () => (await client.engagement.list()).map(({ level }) => level).sort()).toEqual(['collaborate', 'involve']);
  await expect(page.getByText('2 steps are overdue.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Done: Mayor' }).click();
  await expect(page.getByText('One step is overdue.')).toBeVisible();
  await expectAccessible(page);
  await switchLanguage(page, 'ar');
  await expectAccessible(page);
});

test('a partnership with its pledge and what came of it', async ({ page, client, newProject }) => {
  await newProject();
  const { id } = await client.stakeholders.add({ name: 'Chamber of tourism' });
  await goTo(page, '/stakeholders/partners');
  await page.getByRole('button', { name: 'Add partnership' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name', { exact: true }).fill('Lamps');
  await drawer.getByLabel('Amount promised').fill('9000');
  await drawer.getByRole('combobox', { name: 'Currency' }).first().click();
  await page.getByRole('option', { name: /^USD/ }).click();
  await expect.poll(async () => (await client.partnerships.list())[0]).toMatchObject({ name: 'Lamps', pledgeAmount: 9000, pledgeCurrency: 'USD' });
  await drawer.getByLabel('What', { exact: true }).fill('First lamps');
  await drawer.getByRole('button', { name: 'Add to the list' }).click();
  await expect(drawer.getByText('no amount', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await client.partnerships.update({ id: (await client.partnerships.list())[0]?.id ?? '', patch: { memberIds: [id] } });
  await page.keyboard.press('Escape');
  await expect(page.getByText('Pledged in USD')).toBeVisible();
  await expect(page.getByRole('table')).toContainText('Chamber of tourism');
  await switchLanguage(page, 'ar');
  await expectAccessible(page);
});

test('roles are given by letters on the keyboard and are the owner and partners of the policy', async ({ page, client, newProject }) => {
  await newProject();
  const [works, police] = [await client.stakeholders.add({ name: 'Works' }), await client.stakeholders.add({ name: 'Police' })];
  await goTo(page, '/stakeholders/roles');
  await expect(page.getByText('There are no measures yet')).toBeVisible();
  const objective = await client.policy.addObjective({ title: 'Light' });
  await client.policy.addMeasure({ objectiveId: objective.id, title: 'Lamps', ownerId: works.id });
  await page.getByRole('combobox', { name: 'Add a body to the table' }).click();
  await page.getByRole('option', { name: 'Police' }).click();
  await expect(page.getByText('Nobody does the work (R)', { exact: true })).toBeVisible();
  const cell = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} in .Lamps.:`) });
  await cell('Works').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(cell('Police')).toBeFocused();
  await page.keyboard.press('r');
  await expect(cell('Police')).toHaveAccessibleName(/Does the work/);
  await expect.poll(async () => (await client.policy.measures())[0]?.partnerIds).toEqual([police.id]);
  await page.getByRole('checkbox', { name: /Works.* said yes/ }).check();
  await expect(page.getByText('has one body that answers and confirmed it')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await switchLanguage(page, 'ar');
  await expectAccessible(page);
});

test('who is missing: shares of the city are typed with their source, and nobody is counted before the attendance', async ({ page, client, newProject }) => {
  await newProject();
  await goTo(page, '/stakeholders/missing');
  const room = page.getByRole('region', { name: 'Who was in the room, against the city' });
  await expect(room.getByText('Nobody is on an attendance list yet.')).toBeVisible();
  await room.getByLabel('Share of the city: Women').first().fill('51.2');
  await room.getByLabel('Source: Women').first().fill('Census');
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => (await client.representation.of({ workshopId: null })).rows.find(({ value }) => value === 'woman')?.city)
    .toMatchObject({ share: 0.512, source: 'Census', origin: 'typed' });
  await expectAccessible(page);
  await switchLanguage(page, 'ar');
  await expectAccessible(page);
});
