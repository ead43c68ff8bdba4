import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

const tabs = ['Where it concentrates', 'When', 'What changed', 'How harmful', 'What is special here', 'Types of areas', 'Sample size'];

test('hot cells are told in a sentence, can be opened, and stand in a table behind the map', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/profile/patterns');
  const [layer] = await client.areas.layers();
  const found = await client.patterns.hotSpots({ layerId: layer?.id ?? '' });
  const panel = page.getByRole('region', { name: 'Where it is hotter than chance' }).first();
  await expect(panel.getByText(`${found.hot.places} of ${found.places.length} cells are hot`, { exact: false })).toBeVisible();

  await panel.getByRole('button', { name: 'How this figure was made: Where it is hotter than chance' }).click();
  const facts = page.getByRole('dialog');
  await expect(facts.getByRole('heading', { name: 'Hot cells (Getis–Ord Gi*)' })).toBeVisible();
  await expect(facts.getByText('Standard deviation', { exact: true })).toBeVisible();
  await expect(facts.getByText(found.totals.inside.toLocaleString('en'), { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(facts).toBeHidden();

  await panel.getByRole('button', { name: 'Show as table' }).click();
  await expect(panel.getByRole('table')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Did hot places stay hot?' }).getByText('Times better than chance (PAI)')).toBeVisible();
});

test('a pattern is kept as evidence with how it was made', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/profile/patterns');
  await page.getByRole('tab', { name: 'What changed' }).click();
  await page.getByRole('button', { name: 'Use as evidence: What changed' }).click();
  await page.getByRole('dialog').getByLabel('Finding', { exact: true }).fill('The year differs little from the one before.');
  await page.getByRole('dialog').getByRole('button', { name: 'Start the finding' }).click();
  await expect
    .poll(async () => (await client.findings.list()).find((finding) => finding.sentence.startsWith('The year differs'))?.evidence[0]?.shown?.facts?.method)
    .toBe('periodChange');
});

test('the city’s own weights are typed and pasted; what has none is unweighted, never zero', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/profile/patterns');
  await page.getByRole('tab', { name: 'How harmful' }).click();
  await page.getByRole('button', { name: 'The city’s weights' }).click();
  const drawer = page.getByRole('dialog', { name: 'The city’s weights' });
  await drawer.getByLabel('Name of a new list').fill('Penal code');
  await drawer.getByRole('button', { name: 'Add the list' }).click();
  await expect(drawer.getByRole('combobox', { name: 'List of weights' })).toHaveValue('Penal code');
  await drawer.getByRole('textbox', { name: 'Paste weights' }).fill('Homicidio doloso;5475\nViolación,2920\nRobo en la luna;3');
  await drawer.getByRole('button', { name: 'Take over' }).click();
  await expect(drawer.getByText('2 weights taken over.')).toBeVisible();
  await expect(drawer.getByText('Line 3: no offence of this name in the data', { exact: false })).toBeVisible();
  await drawer.getByLabel('Narcomenudeo').fill('30');
  await drawer.getByLabel('Narcomenudeo').blur();
  await expect.poll(async () => (await client.patterns.harmSets()).find((set) => set.isChosen)?.weights.length).toBe(3);
  await page.keyboard.press('Escape');
  const panel = page.getByRole('region', { name: 'Count, rate and harm' }).first();
  await expect(panel.getByRole('row', { name: /Homicidio doloso/ })).toContainText('5,475');
  await expect(
    panel
      .getByRole('row', { name: /Fraude/ })
      .getByRole('button', { name: /This offence has no weight/ })
      .first(),
  ).toBeVisible();
});

test('the sample planner gives the textbook’s figure', async ({ page, openSample }) => {
  await openSample();
  await goTo(page, '/profile/patterns');
  await page.getByRole('tab', { name: 'Sample size' }).click();
  await page.getByLabel('People to draw from').fill('85000');
  await expect(page.getByText('573 answers are needed: draw 717 people.')).toBeVisible();
  await page.getByLabel('Margin either side').fill('');
  await expect(page.getByText('Fill in the share, the margin, the design effect and the response.')).toBeVisible();
});

test('a city without incidents is led to the import', async ({ page, newProject }) => {
  await newProject();
  await goTo(page, '/profile/patterns');
  await expect(page.getByRole('link', { name: 'Import incidents' })).toBeVisible();
});

test('every tab is accessible, in English and in Arabic', async ({ page, openSample, complaints }) => {
  test.setTimeout(300_000);
  await openSample();
  await goTo(page, '/profile/patterns');
  for (const name of tabs) {
    await page.getByRole('tab', { name, exact: true }).click();
    await expect(page.getByRole('tabpanel').getByRole('heading').first()).toBeVisible();
    await expectAccessible(page);
  }
  await switchLanguage(page, 'ar');
  await goTo(page, '/profile/patterns');
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expect(page.getByRole('tabpanel').getByRole('heading').first()).toBeVisible();
  }
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
