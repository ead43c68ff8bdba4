import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

test('the overview says what is known, how well, and what is missing', async ({ page, openSample, newProject }) => {
  await newProject();
  await goTo(page, '/profile');
  const table = page.getByRole('table', { name: 'What we know' });
  await expect(table.getByRole('row', { name: /Recorded incidents/ })).toContainText('No incident data yet.');
  await openSample();
  await goTo(page, '/profile');
  await expect(table.getByRole('row', { name: /Recorded incidents/ })).toContainText('incidents, 2023–2025');
  await expect(table.getByRole('row', { name: /Surveys/ })).toContainText('1,196 people asked');
  await table.getByRole('link', { name: 'Go to: Recorded incidents' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Explore' })).toBeVisible();
});

test('days, times of day and offences narrow all figures at once', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/profile/explore');
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('combobox', { name: 'Days of the week' }).click();
  await page.getByRole('option', { name: 'Saturday' }).click();
  await page.getByRole('option', { name: 'Sunday' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Time of day' }).click();
  await page.getByRole('option', { name: /Night/ }).click();
  await page.keyboard.press('Escape');
  const [narrowed] = await client.incidents.query({ by: [], where: { weekdays: [6, 7], hours: [0, 1, 2, 3, 4, 5] } });
  expect(narrowed?.count).toBeGreaterThan(0);
  await expect(page.getByText(narrowed?.count.toLocaleString('en') ?? '', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).click();
  const [total] = await client.incidents.query({ by: [], where: {} });
  await expect(page.getByText(total?.count.toLocaleString('en') ?? '', { exact: true }).first()).toBeVisible();
});

test('a click on a bar looks at its group alone, and a second one at all again', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/profile/explore');
  const [first] = (await client.incidents.query({ by: ['group'], where: {} })).toSorted((a, b) => b.count - a.count);
  const panel = page.getByRole('region', { name: 'What happens most' });
  await expect(panel.getByRole('img')).toBeVisible();
  const canvas = panel.locator('canvas');
  const box = await canvas.boundingBox();
  await canvas.click({ position: { x: (box?.width ?? 0) * 0.6, y: 14 } });
  await expect(page.getByText(first?.count.toLocaleString('en') ?? '', { exact: true }).first()).toBeVisible();
  await canvas.click({ position: { x: (box?.width ?? 0) * 0.6, y: 14 } });
  const [total] = await client.incidents.query({ by: [], where: {} });
  await expect(page.getByText(total?.count.toLocaleString('en') ?? '', { exact: true }).first()).toBeVisible();
});

test('a figure is kept with one click, waits for its finding, and shows what was seen', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/profile/explore');
  // What is kept is what is shown: an empty figure before it is drawn.
  await expect(page.getByRole('region', { name: 'What happens most' }).getByRole('img')).toBeVisible();
  await page.getByRole('button', { name: 'Keep for later: What happens most' }).click();
  await page.getByRole('link', { name: 'It waits under Findings' }).click();
  const waiting = page.getByRole('region', { name: 'One piece of evidence waits for its finding' });
  await waiting.getByRole('button', { name: /^What was shown/ }).click();
  await expect(page.getByRole('dialog').getByRole('columnheader', { name: 'Offence group' })).toBeVisible();
  await page.keyboard.press('Escape');
  const before = (await client.findings.list())[0];
  await waiting.getByRole('combobox', { name: /^Put under/ }).click();
  await page.getByRole('option', { name: before?.sentence ?? '' }).click();
  await expect(waiting).toBeHidden();
  const after = (await client.findings.list()).find(({ id }) => id === before?.id);
  expect(after?.evidence).toHaveLength((before?.evidence.length ?? 0) + 1);
  expect(after?.evidence.at(-1)?.shown?.table.rows.length).toBeGreaterThan(0);
});

test('every figure can be opened: how it was made', async ({ page, openSample }) => {
  await openSample();
  await goTo(page, '/profile/explore');
  await page
    .getByRole('button', { name: /How this figure was made.*100,000/ })
    .first()
    .click();
  const facts = page.getByRole('dialog');
  await expect(facts.getByRole('heading')).toBeVisible();
  await expect(facts).toContainText('Version 1');
  await page.keyboard.press('Escape');
  await expect(facts).toBeHidden();
});

for (const language of ['en', 'ar'] as const) {
  test(`nothing serious for axe in ${language}`, async ({ page, openSample }) => {
    await openSample();
    await switchLanguage(page, language);
    for (const path of ['/profile', '/profile/explore', '/profile/findings']) {
      await goTo(page, path);
      await expectAccessible(page);
    }
  });
}

test('on the projector a count that could give somebody away is hidden, not zero', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/profile/explore');
  const [offence] = (await client.incidents.offences()).filter(({ group }) => group === 'sexual').toSorted((a, b) => a.count - b.count);
  const where = { offenceIds: [offence?.id ?? ''], years: [2025] };
  const safe = await client.releases.protect({ by: ['area'], where });
  expect(safe.hiddenCount).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('combobox', { name: 'Offences' }).click();
  await page.getByRole('option', { name: offence?.name ?? '', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Years' }).click();
  await page.getByRole('option', { name: '2025' }).click();
  await page.keyboard.press('Escape');
  const areas = page.getByRole('region', { name: 'Areas in figures' });
  await expect(areas.getByRole('cell', { name: '–', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: /projector/i }).click();
  await expect(page.getByText('Others are looking on', { exact: false })).toBeVisible();
  await expect(areas.getByRole('cell', { name: '–', exact: true }).first()).toBeVisible();
});
