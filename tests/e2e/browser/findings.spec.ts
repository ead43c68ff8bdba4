import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

test('a finding says what people said to it, stays in the file when restricted, and leads to its dataset and back', async ({ page, client, openSample }) => {
  await openSample();
  await goTo(page, '/profile/findings');
  const findings = await client.findings.list();
  const market = findings.find(({ sentence }) => sentence.startsWith('Mercado'));
  const card = page.getByRole('article', { name: /^Mercado Grande/ });
  await expect(card.getByLabel('Restricted', { exact: true })).toBeVisible();
  await card.getByRole('button', { name: 'Note what people said' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Agree').fill('9');
  await form.getByLabel('Of how many asked').fill('8');
  await form.getByRole('button', { name: 'Note what people said' }).click();
  await expect(form.getByRole('alert')).toContainText('9 cannot agree where 8 were asked');
  await form.getByLabel('Of how many asked').fill('12');
  await form.getByRole('button', { name: 'Note what people said' }).click();
  await expect(card.getByText('75% of 12 agree')).toBeVisible();
  await card.getByRole('switch', { name: /Restricted: stays/ }).click({ force: true });
  await expect
    .poll(async () => (await client.findings.list()).find(({ id }) => id === market?.id))
    .toMatchObject({ isRestricted: true, validations: [{ agree: 9 }] });
  await expectAccessible(page);

  await card.getByRole('button', { name: /^What this rests on: Mercado Grande carries/ }).click();
  const trail = page.getByRole('dialog');
  const below = trail.getByRole('region', { name: 'What this rests on' });
  await expect(below.getByText('incidents-2025.csv').first()).toBeVisible();
  await expect(below.getByText('Fingerprint')).toBeVisible();
  await expectAccessible(page);
  await trail.getByRole('button', { name: 'Follow from here: incidents-2025.csv' }).click();
  const above = trail.getByRole('region', { name: 'What rests on this' });
  await expect(above.getByRole('link', { name: /^Street robbery fell every year/ })).toBeVisible();
  await trail.getByRole('button', { name: 'Back' }).click();
  await below.getByRole('link', { name: 'incidents-2025.csv' }).click();
  await page.getByRole('tab', { name: 'What rests on this' }).click();
  await page.getByRole('link', { name: /^Violence in the home has grown/ }).click();
  await expect(page.getByRole('article', { name: /^Violence in the home/ }).getByRole('textbox', { name: 'Finding' })).toBeFocused();
});

test('a problem tree is drawn from a finding by keyboard, checked, turned round, and becomes an objective', async ({ page, client, newProject }) => {
  await newProject();
  await client.findings.add({ sentence: 'The stairs are dark.', evidence: [{ kind: 'walk', stance: 'for', text: 'Seen', source: 'Walk', refId: null }] });
  await goTo(page, '/profile/trees');
  await page.getByRole('button', { name: 'Start a tree' }).click();
  const start = page.getByRole('dialog');
  await start.getByLabel('From a finding').click();
  await page.getByRole('option', { name: 'The stairs are dark.' }).click();
  await start.getByRole('button', { name: 'Start the tree' }).click();
  await expect.poll(async () => (await client.trees.list())[0]?.nodes).toMatchObject([{ kind: 'core', text: 'The stairs are dark.', support: 'single' }]);
  await expect(page.getByText('No root cause yet')).toBeVisible();

  const node = page.getByRole('group', { name: 'Core problem: The stairs are dark.' });
  await node.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Core problem' });
  await drawer.getByLabel('Turned round: what will be true instead').fill('The stairs are lit');
  await expect.poll(async () => (await client.trees.list())[0]?.nodes[0]?.objectiveText).toBe('The stairs are lit');
  await drawer.getByRole('button', { name: 'Add a cause' }).click();
  const cause = page.getByRole('dialog', { name: 'Cause' });
  await cause.getByLabel('What is the case').fill('Nobody mends the lamps');
  await cause.getByLabel('Turned round: what will be true instead').fill('One office mends the lamps');
  await expectAccessible(page);
  await cause.getByRole('button', { name: 'Make it an objective of the plan' }).click();
  await expect.poll(async () => (await client.policy.objectives()).map(({ title }) => title)).toEqual(['One office mends the lamps']);
  await cause.getByRole('button', { name: 'Close' }).click();

  const checks = page.getByRole('region', { name: 'Does the tree hold?' });
  await expect(checks).toContainText('A root cause without evidence');
  await checks.getByRole('button', { name: 'Nobody mends the lamps' }).click();
  await cause.getByRole('checkbox', { name: 'Claim only' }).click();
  await cause.getByRole('button', { name: 'Close' }).click();
  await expect(checks).toContainText('It holds');
  await page.getByText('Objective tree', { exact: true }).click();
  await expect(page.getByText(/^If .+One office mends the lamps.+, then .+The stairs are lit/)).toBeVisible();
  await expectAccessible(page);
  await switchLanguage(page, 'ar');
  await page.getByRole('heading', { name: 'أشجار المشكلات', level: 1 }).waitFor();
  await expectAccessible(page);
  await goTo(page, '/profile/findings');
  await expectAccessible(page);
});
