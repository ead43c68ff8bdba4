import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

test('two sources for one cell: the range is shown, one is chosen with a reason after seeing what changes, and it can be undone', async ({
  page,
  newProject,
  client,
}) => {
  await newProject();
  const area = await client.areas.add({ name: 'Mathare' });
  const common = { indicatorCode: '16.1.1', year: 2022, areaId: area.id, numerator: 40 };
  const large = await client.indicators.add({ ...common, denominator: 500_000, source: 'Programme page', quality: 'C' });
  await client.indicators.add({ ...common, denominator: 200_000, source: 'Census', quality: 'B' });
  const finding = await client.findings.add({ sentence: 'Too many killings', areaIds: [area.id] });
  await client.findings.addEvidence({ findingId: finding.id, evidence: { kind: 'indicator', stance: 'for', text: '8.0', source: '', refId: large.id } });

  await goTo(page, '/profile/indicators/16.1.1');
  await expect(page.getByText('8 to 20, in dispute')).toBeVisible();
  await page.getByRole('button', { name: 'Choose which one counts: Mathare, 2022' }).click();
  const dialog = page.getByRole('dialog', { name: 'These sources disagree' });
  await dialog.getByRole('radio', { name: /^20 / }).check();
  await expect(dialog.getByText('8 to 20 (in dispute)')).toBeVisible();
  await expect(dialog.getByText('Finding: Too many killings')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Let this figure count' })).toBeDisabled();
  await dialog.getByLabel('Why this one').fill('The census counts people.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Let this figure count' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Chosen: The census counts people.')).toBeVisible();
  expect((await client.indicators.observations()).filter(({ isChosen }) => isChosen)).toMatchObject([{ value: 20, choiceReason: 'The census counts people.' }]);

  await page.getByRole('button', { name: 'Change the choice: Mathare, 2022' }).click();
  await dialog.getByRole('radio', { name: /^8 / }).check();
  await expect(dialog.getByText('-12', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await client.history.undo();
  await expect(page.getByText('8 to 20, in dispute')).toBeVisible();
});

test('a value is worked out with its interval, and its grade proposed', async ({ page, newProject, client }) => {
  await newProject();
  await goTo(page, '/profile/indicators/LOC-07');
  await page.getByRole('button', { name: 'Add a value' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Year').fill('2026');
  await drawer.getByLabel('Numerator').fill('30');
  await drawer.getByLabel('Denominator').fill('200');
  await drawer.getByLabel('Source').fill('Works department');
  await expect(drawer.getByText('Limits: Wilson, 95 %.')).toBeVisible();
  await drawer.getByRole('button', { name: /^Take [AB]$/ }).click();
  await expect.poll(async () => (await client.indicators.observations())[0]).toMatchObject({ value: 15, numerator: 30, source: 'Works department' });
  await expect.poll(async () => (await client.indicators.observations())[0]?.quality).not.toBeNull();
  expect((await client.indicators.observations())[0]?.low).toBeCloseTo(10.71, 2);
  await drawer.getByLabel('Value').fill('55');
  await expect(drawer.getByText(/The value is not what numerator and denominator give/)).toBeVisible();
  await expectAccessible(page);
});

test('a target starts from a value and says how far the newest one has come', async ({ page, newProject, client }) => {
  await newProject();
  await client.indicators.add({ indicatorCode: 'GOV-09', year: 2023, value: 40, source: 'Register', quality: 'B' });
  await client.indicators.add({ indicatorCode: 'GOV-09', year: 2025, value: 34, source: 'Register', quality: 'A' });
  await goTo(page, '/profile/indicators/GOV-09');
  await page.getByRole('button', { name: 'Set a target' }).click();
  await page.getByRole('combobox', { name: 'Starts from' }).click();
  await page.getByRole('option', { name: /2023/ }).click();
  const targets = page.getByRole('region', { name: 'Targets' });
  await targets.getByLabel('Target', { exact: true }).fill('30');
  await targets.getByLabel('By the year').fill('2028');
  await expect.poll(async () => (await client.indicators.targets())[0]).toMatchObject({ baselineValue: 40, targetValue: 30, targetYear: 2028 });
  await expect(targets.getByText('60.0%')).toBeVisible();
  await expect(targets.getByText('This target lies on the side that counts as worse.')).toBeVisible();
});

test('an indicator of the city’s own is defined in full; an empty slot of a standard takes the city’s wording', async ({ page, newProject, client }) => {
  await newProject();
  await goTo(page, '/profile/indicators');
  await page.getByRole('button', { name: 'Define own indicator' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Short code').fill('16.1.1');
  await dialog.getByLabel('Name').fill('Stalls that close before dark');
  await dialog.getByRole('button', { name: 'Create indicator' }).click();
  await expect(dialog.getByText('The code “16.1.1” is already taken. Choose another one.')).toBeVisible();
  await dialog.getByLabel('Short code').fill('CITY-01');
  await dialog.getByRole('button', { name: 'Create indicator' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Stalls that close before dark' })).toBeVisible();
  await page.getByRole('button', { name: 'Edit definition' }).click();
  const form = page.getByRole('region', { name: 'What it means' });
  await form.getByLabel('Counted').fill('Stalls closed by six');
  await form.getByRole('combobox', { name: 'What is better' }).click();
  await page.getByRole('option', { name: 'Lower' }).click();
  await expect
    .poll(async () => (await client.indicators.catalogue({})).find(({ code }) => code === 'CITY-01'))
    .toMatchObject({ numerator: 'Stalls closed by six', direction: 'down' });
  await expectAccessible(page);

  await goTo(page, '/profile/indicators/ISO-S1');
  await page.getByRole('button', { name: 'Write the city’s wording' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create indicator' }).click();
  await page.getByRole('button', { name: 'Edit definition' }).click();
  await page.getByRole('region', { name: 'What it means' }).getByLabel('Counted').fill('Clause as in our copy');
  await expect.poll(async () => (await client.indicators.catalogue({})).find(({ code }) => code === 'ISO-S1')?.numerator).toBe('Clause as in our copy');
});

test('the Urban Safety Monitor: a slot is named and linked, the reflection written down', async ({ page, newProject, client }) => {
  await newProject();
  await goTo(page, '/profile/monitor');
  await expect(page.getByRole('heading', { name: 'Crime Statistics' })).toBeVisible();
  await page.getByLabel('Name (USM-06)').fill('Public space');
  await page.getByRole('combobox', { name: 'Linked indicators of USM-06' }).fill('11.7.1');
  await page.getByRole('option', { name: /^11\.7\.1/ }).click();
  await page.getByRole('combobox', { name: 'Theme of USM-06' }).click();
  await page.getByRole('option', { name: 'Community' }).click();
  await page.getByLabel('Our greatest weakness').fill('Nobody asks children');
  await expect.poll(async () => (await client.indicators.monitor())[5]).toMatchObject({ name: 'Public space', theme: 'community', indicatorCodes: ['11.7.1'] });
  await expect.poll(async () => client.indicators.monitorNotes()).toEqual([{ question: 'weakness', text: 'Nobody asks children' }]);
  // A value that holds for one area only says so.
  const area = await client.areas.add({ name: 'Mathare' });
  await client.indicators.add({ indicatorCode: '11.7.1', year: 2025, value: 12, areaId: area.id, source: 'Survey', quality: 'B' });
  await expect(page.getByRole('listitem').filter({ hasText: 'Public space' }).getByText('Mathare')).toBeVisible();
});

for (const language of ['en', 'ar']) {
  test(`axe finds nothing serious on the list, the page of an indicator and the monitor in ${language === 'en' ? 'English' : 'Arabic'}`, async ({
    page,
    openSample,
    client,
    complaints,
  }) => {
    test.setTimeout(180_000);
    await openSample();
    await client.indicators.add({ indicatorCode: '16.1.4', definitionVersion: '2021-12', year: 2021, numerator: 55, denominator: 120, source: 'Survey' });
    await switchLanguage(page, language);
    for (const path of ['/profile/indicators', '/profile/indicators/16.1.4', '/profile/indicators/LOC-07', '/profile/monitor']) {
      await goTo(page, path);
      await page.locator('main h1').waitFor();
      await expectAccessible(page);
    }
    expect(complaints).toEqual([]);
  });
}
