import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

test('the explore screen shows the same figures as the engine counts', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/profile/explore');
  const [total] = await client.incidents.query({ by: [], where: {} });
  await expect(page.getByText(total?.count.toLocaleString('en') ?? '', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(total?.rate?.toFixed(1) ?? '', { exact: true }).first()).toBeVisible();

  const [narrowed] = await client.incidents.query({ by: [], where: { years: [2024], groups: ['theft'] } });
  await page.getByRole('combobox', { name: 'Years' }).click();
  await page.getByRole('option', { name: '2024' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Offence groups' }).click();
  await page.getByRole('option', { name: 'Robbery and theft' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(narrowed?.count.toLocaleString('en') ?? '', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('One year tells no trend; three do.', { exact: false })).toBeVisible();

  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(page.getByText(total?.count.toLocaleString('en') ?? '', { exact: true }).first()).toBeVisible();
});

test('every chart turns into its table and back', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/profile/explore');
  const byGroup = await client.incidents.query({ by: ['group'], where: {} });
  const panel = page.getByRole('region', { name: 'What happens most' });
  await expect(panel.getByRole('img')).toBeVisible();
  await panel.getByRole('button', { name: /^As a table/ }).click();
  await expect(panel.getByRole('row')).toHaveCount(byGroup.length + 1);
  await panel.getByRole('button', { name: /^As a picture/ }).click();
  await expect(panel.getByRole('img')).toBeVisible();
});

test('an area chosen in the table is the one looked at', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/profile/explore');
  await page.getByRole('region', { name: 'Areas in figures' }).getByRole('button', { name: 'Puerto Viejo' }).click();
  const rows = await client.incidents.query({ by: ['area'], where: {} });
  const count = rows.find((row) => row.area === 'Puerto Viejo')?.count ?? 0;
  await expect(page.getByText(`of ${count.toLocaleString('en')} incidents.`, { exact: false })).toBeVisible();
});

test('a figure becomes evidence, a second kind makes the finding supported, and a contrary one contested', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/profile/explore');
  await page.getByRole('button', { name: 'Use as evidence: When it happens' }).click();
  await page.getByRole('dialog').getByLabel('Finding', { exact: true }).fill('Nights at the weekend are the worst hours.');
  await page.getByRole('dialog').getByRole('button', { name: 'Start the finding' }).click();
  await goTo(page, '/profile/findings');
  const card = page.getByRole('article', { name: 'Nights at the weekend are the worst hours.' });
  await expect(card.getByText('Single source')).toBeVisible();

  const addEvidence = async (text: string, stance?: string) => {
    await card.getByRole('button', { name: 'Add evidence' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('What it says').fill(text);
    if (stance) await drawer.getByText(stance, { exact: true }).click();
    await drawer.getByRole('button', { name: 'Add evidence' }).click();
    await expect(drawer).toBeHidden();
  };
  await addEvidence('Residents say so in the survey.');
  await expect(card.getByText('Supported', { exact: true })).toBeVisible();
  await addEvidence('Bar owners see no difference.', 'against it');
  await expect(card.getByText('Contested')).toBeVisible();
  const finding = (await client.findings.list()).find((candidate) => candidate.sentence.startsWith('Nights'));
  expect(finding?.evidence.map(({ kind, stance }) => `${kind} ${stance}`)).toEqual(['incidents for', 'survey for', 'survey against']);
});

test('a threat is added in its line and filled in where it stands', async ({ page, newProject, client }) => {
  await newProject();
  await goTo(page, '/profile/risks');
  await page.getByRole('textbox', { name: 'Add a threat' }).fill('Arms come by the port');
  await page.keyboard.press('Enter');
  const card = page.getByRole('article', { name: 'Arms come by the port' });
  await card.getByText('From outside').click();
  await card.getByLabel('Source').fill('Customs report 2025');
  await expect.poll(async () => (await client.risks.list())[0]).toMatchObject({ kind: 'threat', origin: 'external', source: 'Customs report 2025' });
});

test('an indicator is entered by hand; one computed from the data is taken over with its interval', async ({ page, openSample, client }) => {
  await openSample();
  const computed = (await client.indicators.observations()).find((observation) => observation.isComputed && observation.low !== null);
  if (!computed) throw new Error('The sample city has computed observations.');
  await client.indicators.remove({ id: computed.id });
  await goTo(page, '/profile/indicators');
  await page
    .getByRole('region', { name: 'Compute from the data' })
    .getByRole('button', { name: /^Take over: / })
    .first()
    .click();
  await expect.poll(async () => (await client.indicators.observations()).some((entry) => entry.isComputed && entry.low !== null)).toBe(true);

  await page.getByRole('button', { name: 'Add a value' }).click();
  await page.getByRole('combobox', { name: 'Indicator' }).fill('firearm');
  await page.getByRole('option').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Enter a value' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Value').fill('31.5');
  await drawer.getByLabel('Year').fill('2025');
  await drawer.getByLabel('Source').fill('Mortuary records');
  await drawer.getByRole('combobox', { name: 'Quality' }).click();
  await page.getByRole('option', { name: /^C / }).click();
  await expect
    .poll(async () => (await client.indicators.observations()).find((entry) => entry.source === 'Mortuary records'))
    .toMatchObject({ value: 31.5, year: 2025, quality: 'C' });
});

test('offence names move to another group, several at once', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/profile/explore');
  await page.getByRole('button', { name: 'Group offence names' }).click();
  const drawer = page.getByRole('dialog');
  const offences = [...(await client.incidents.offences())].sort((a, b) => b.count - a.count).slice(0, 2);
  for (const offence of offences) await drawer.getByLabel(`Choose ${offence.name}`, { exact: true }).check();
  await drawer.getByRole('combobox', { name: 'Move 2 names to' }).click();
  await page.getByRole('listbox').getByRole('option', { name: 'Other' }).click();
  await expect
    .poll(async () => (await client.incidents.offences()).filter((entry) => offences.some(({ id }) => id === entry.id)).map((entry) => entry.group))
    .toEqual(['other', 'other']);
});

test('a dataset keeps its source, and leaves with its rows after one question', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/profile/data');
  const link = page.getByRole('link', { name: 'incidents-2024.csv' });
  await link.click();
  await page.getByRole('tab', { name: 'Where it is from' }).click();
  await page.getByLabel('Source', { exact: true }).fill('Police, open data 2024');
  await expect.poll(async () => (await client.imports.datasets()).map((dataset) => dataset.source)).toContain('Police, open data 2024');
  await goTo(page, '/profile/data');
  await page.getByRole('button', { name: 'What can be done with incidents-2024.csv' }).click();
  await page.getByRole('menuitem', { name: 'Remove with its rows' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(link).toBeHidden();
  expect((await client.incidents.overview()).years).toEqual([2023, 2025]);
});

for (const language of ['en', 'ar']) {
  test(`axe finds nothing serious on the profile screens in ${language === 'en' ? 'English' : 'Arabic'}`, async ({ page, openSample, complaints }) => {
    test.setTimeout(240_000);
    await openSample();
    await switchLanguage(page, language);
    for (const screen of ['data', 'explore', 'indicators', 'risks', 'findings']) {
      await goTo(page, `/profile/${screen}`);
      await page.locator('main h1').waitFor();
      await expectAccessible(page);
    }
    expect(complaints).toEqual([]);
  });
}

test('axe finds nothing serious in the drawers, nor in the dark', async ({ page, openSample, complaints }) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ colorScheme: 'dark' });
  await openSample();
  for (const [screen, button] of [
    ['explore', 'Use as evidence: Where it happens'],
    ['explore', 'Group offence names'],
    ['indicators', 'Add a value'],
    ['indicators', /^Edit: /],
    ['findings', 'Add evidence'],
  ] as const) {
    await goTo(page, `/profile/${screen}`);
    await page.getByRole('button', { name: button }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
