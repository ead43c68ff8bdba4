import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

const plan = 'The plan of the city is for growth and for the climate. Violence on the way to the market is named once, and social security is extended to all.';

test('a threat that meets a vulnerability is rated, and what is restricted is marked', async ({ page, client, newProject }) => {
  await newProject();
  await client.risks.add({ kind: 'threat', title: 'Small arms' });
  await client.risks.add({ kind: 'vulnerability', title: 'Young people' });
  await goTo(page, '/profile/risks');
  await page.getByText('Where they meet', { exact: true }).click();
  await page.getByRole('button', { name: /Small arms meets Young people/ }).click();
  const drawer = page.getByRole('dialog');
  const rate = (group: string, mark: string) => drawer.getByRole('group', { name: group }).getByRole('button', { name: mark, exact: true }).click();
  await rate('Exposure', '4');
  await expect(drawer.getByText('A level needs all three marks')).toBeVisible();
  await rate('Resilience of institutions', '2');
  await rate('Resilience of communities', '5');
  await expect(drawer.getByRole('status')).toContainText('high');
  await drawer.getByLabel('Restricted note').fill('A name');
  await expect.poll(async () => (await client.risks.meetings())[0]).toMatchObject({ level: 'high', restrictedNote: 'A name' });
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Small arms meets Young people/ })).toContainText('Stays in the project');
  await expectAccessible(page);
});

test('factors fill eight fields, and what is open is said; influences from outside stand on their grid', async ({ page, client, newProject }) => {
  await newProject();
  await goTo(page, '/profile/factors');
  await page.getByRole('textbox', { name: 'Add to “Makes harm more likely”, Neighbourhood' }).fill('Poor lighting');
  await page.keyboard.press('Enter');
  await page
    .getByRole('region', { name: 'Neighbourhood' })
    .getByRole('button', { name: /Poor lighting/ })
    .click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('combobox', { name: 'Can the municipality change it?' }).click();
  await page.getByRole('option', { name: 'No', exact: true }).click();
  await expect.poll(async () => (await client.factors.list())[0]).toMatchObject({ text: 'Poor lighting', level: 'community', changeable: 'no' });
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const report = page.getByRole('region', { name: 'What stands out' });
  await expect(report).toContainText('7 of 8 fields are empty');
  await expect(report).toContainText('1 risk that nobody here can change');
  await page.getByText('From outside', { exact: true }).click();
  await page.getByLabel('In one line').fill('Elections');
  await page.keyboard.press('Enter');
  await drawer.getByRole('group', { name: 'Impact' }).getByRole('button', { name: '3', exact: true }).click();
  await drawer.getByRole('group', { name: 'Likelihood' }).getByRole('button', { name: '4', exact: true }).click();
  await expect(drawer.getByRole('status')).toContainText('very high');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '1: Elections' })).toBeVisible();
  await expectAccessible(page);
});

test('a pasted strategy is counted with the words around, and a practice is linked to a measure', async ({ page, client, newProject }) => {
  await newProject();
  const objective = await client.policy.addObjective({ title: 'Light' });
  await client.policy.addMeasure({ objectiveId: objective.id, title: 'Lamps first' });
  await goTo(page, '/profile/strategies');
  await page.getByRole('button', { name: 'Add a strategy' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Growth plan');
  await dialog.getByLabel('Paste the text').fill(plan);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Read and count' }).click();
  const result = page.getByRole('region', { name: 'What the text says' });
  await expect(result.locator('mark')).toHaveText(['Violence']);
  await expect(result).toContainText('Not counted as safety: social security (1).');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await goTo(page, '/library');
  await page.getByLabel('Search by problem, city, word…').fill('khayelitsha');
  await expect(page.getByRole('status').filter({ hasText: '1 of 16 practices' })).toBeVisible();
  await page.getByRole('button', { name: /Violence Prevention through Urban Upgrading/ }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('24 %');
  await expect(drawer).toContainText('40 %');
  await expect(drawer).toContainText('They stand side by side');
  await drawer.getByRole('combobox', { name: 'Link a measure' }).click();
  await page.getByRole('option', { name: 'Lamps first' }).click();
  await expect.poll(async () => client.library.links()).toMatchObject([{ practiceId: 'gp01' }]);
  await expectAccessible(page);
});

test('these screens stand in Arabic from right to left and are accessible', async ({ page, openSample }) => {
  test.slow();
  await openSample();
  await switchLanguage(page, 'ar');
  for (const path of ['/profile/factors', '/profile/strategies', '/library', '/profile/risks']) {
    await goTo(page, path);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
  await page.getByText('أين تلتقي', { exact: true }).click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectAccessible(page);
});
