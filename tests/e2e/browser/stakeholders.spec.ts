import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

test('names are called out and typed: name, Enter, next name', async ({ page, client, newProject }) => {
  await newProject();
  await goTo(page, '/stakeholders');
  await page.getByLabel('Add a stakeholder').click();
  for (const name of ['Municipal Police', 'Market traders', 'Mothers of La Loma']) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('table', { name: 'Register' }).getByRole('row')).toHaveCount(4);
  await expect
    .poll(async () => (await client.stakeholders.list()).map(({ name }) => name))
    .toEqual(['Municipal Police', 'Market traders', 'Mothers of La Loma']);
});

test('a digit rates, the arrow goes on, Delete takes it back', async ({ page, client, newProject }) => {
  await newProject();
  await client.stakeholders.add({ name: 'Police' });
  await client.stakeholders.add({ name: 'Traders' });
  await goTo(page, '/stakeholders');
  await page.getByLabel('Power of Police').focus();
  await page.keyboard.press('5');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('Power of Traders')).toBeFocused();
  await page.keyboard.press('2');
  await page.getByLabel('Interest of Traders').focus();
  await page.keyboard.press('4');
  await expect
    .poll(async () => (await client.stakeholders.list()).map(({ power, interest }) => [power, interest]))
    .toEqual([
      [5, null],
      [2, 4],
    ]);
  await expect(page.getByRole('row', { name: /Traders/ })).toContainText('Protect and keep informed');
  await page.getByLabel('Power of Police').focus();
  await page.keyboard.press('9');
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await client.stakeholders.list())[0]?.power).toBeNull();
});

test('sector, groups and mandate are kept; removing says what goes', async ({ page, client, newProject }) => {
  await newProject();
  await client.stakeholders.add({ name: 'Fundación Puente' });
  await goTo(page, '/stakeholders');
  await page.getByLabel('Sector of Fundación Puente').selectOption({ label: 'Civil society' });
  await page.getByRole('button', { name: 'Fundación Puente speaks for' }).click();
  await page.getByRole('checkbox', { name: 'Women' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Details of Fundación Puente' }).click();
  await page.getByRole('dialog').getByLabel('Mandate').fill('Runs the shelter');
  await expect
    .poll(async () => (await client.stakeholders.list())[0])
    .toMatchObject({ sector: 'civil-society', represents: ['women'], mandate: 'Runs the shelter' });
  await page.getByRole('button', { name: 'Remove from the register' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('ratings');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(async () => (await client.stakeholders.list()).length).toBe(0);
});

test('the grid is filled by keyboard: arrows move by whole scores, Delete takes off', async ({ page, client, newProject }) => {
  await newProject();
  await client.stakeholders.add({ name: 'Police' });
  await goTo(page, '/stakeholders/grid');
  const chip = page.getByRole('button', { name: /^Police\./ });
  await chip.focus();
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await expect(chip).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'power 4, interest 5' })).toHaveText(/Work closely together/);
  await expect.poll(async () => (await client.stakeholders.list())[0]).toMatchObject({ power: 4, interest: 5, gridPlace: 'work-closely' });
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await client.stakeholders.list())[0]?.gridPlace).toBe('not-rated');
});

test('the grid is filled by pointer: from the tray onto the field and back', async ({ page, client, newProject }) => {
  await newProject();
  await client.stakeholders.add({ name: 'Mothers of La Loma' });
  await goTo(page, '/stakeholders/grid');
  const chip = page.getByRole('button', { name: /^Mothers of La Loma/ });
  const drag = async (target: string) => {
    const from = await chip.boundingBox();
    const to = await page.locator(`[data-drop="${target}"]`).boundingBox();
    if (!from || !to) throw new Error('The chip or its target is not drawn');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
    await page.mouse.up();
  };
  await drag('2 5');
  await expect.poll(async () => (await client.stakeholders.list())[0]).toMatchObject({ power: 2, interest: 5, gridPlace: 'protect-and-inform' });
  await page.locator('[data-drop="tray"]').scrollIntoViewIfNeeded();
  await drag('tray');
  await expect.poll(async () => (await client.stakeholders.list())[0]?.gridPlace).toBe('not-rated');
});

test('who is missing is filled with somebody new or somebody known', async ({ page, client, newProject }) => {
  await newProject();
  await client.stakeholders.add({ name: 'Youth council', sector: 'community' });
  await goTo(page, '/stakeholders/missing');
  await expect(page.getByText('10 of 10 groups have nobody')).toBeVisible();
  await page.getByRole('button', { name: 'Add: Who speaks for Young people?' }).click();
  await page.getByRole('combobox', { name: 'Or somebody who is in the register' }).click();
  await page.getByRole('option', { name: 'Youth council' }).click();
  await page.getByRole('button', { name: 'Add: Who is there from: Health?' }).click();
  await page.getByRole('textbox', { name: 'Who is there from: Health?' }).fill('Clinic of the port');
  await page.keyboard.press('Enter');
  await expect(page.getByText('9 of 10 groups have nobody')).toBeVisible();
  await expect
    .poll(async () => (await client.stakeholders.list()).map(({ name, sector, represents }) => ({ name, sector, represents })))
    .toEqual([
      { name: 'Youth council', sector: 'community', represents: ['youth'] },
      { name: 'Clinic of the port', sector: 'health', represents: [] },
    ]);
});

test('the register is narrowed by words, level and area', async ({ page, client, openSample }) => {
  await openSample();
  await goTo(page, '/stakeholders');
  const table = page.getByRole('table', { name: 'Register' });
  await page.getByLabel('Find a name or word').fill('puente');
  await expect(table.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('combobox', { name: 'Level', exact: true }).click();
  await page.getByRole('listbox').getByRole('option', { name: 'Neighbourhood' }).click();
  const local = (await client.stakeholders.list()).filter(({ level }) => level === 'local');
  await expect(table.getByRole('row')).toHaveCount(1 + local.length);
  await page.getByLabel(`Level of ${local[0]?.name}`).selectOption({ label: 'District' });
  await expect.poll(async () => (await client.stakeholders.list()).find(({ id }) => id === local[0]?.id)?.level).toBe('district');
});

test('ratings of several people are typed one digit after the other; the median follows', async ({ page, client, newProject }) => {
  await newProject();
  const { id } = await client.stakeholders.add({ name: 'Traders' });
  await goTo(page, '/stakeholders/ratings');
  for (const [name, digits] of [
    ['Table 1', '24535'],
    ['Table 2', '45451'],
  ] as const) {
    await page.getByLabel('Add a rater').fill(name);
    await page.keyboard.press('Enter');
    await page.getByLabel(`Power, ${name}, 1 to 5`).focus();
    await page.keyboard.type(digits);
  }
  await expect
    .poll(async () => (await client.stakeholders.list())[0])
    .toMatchObject({
      power: 3,
      interest: 4.5,
      raterCount: 2,
      spread: { legitimacy: { median: 4.5 }, urgency: { median: 4 }, stance: { median: 3, q1: 2, q3: 4 } },
    });
  await page.getByText('One rater, all stakeholders').click();
  await page.getByRole('combobox', { name: 'Rater' }).click();
  await page.getByRole('option', { name: 'Table 2' }).click();
  await expect(page.getByLabel(/^Power, Traders/)).toHaveValue('4');
  await page.getByLabel('Rated on').fill('2025-03-01');
  await page.getByLabel(/^Power, Traders/).press('1');
  await expect.poll(async () => (await client.stakeholders.ratings({ id })).map(({ day, scores }) => [day, scores.power]).at(-1)).toEqual(['2025-03-01', 1]);
});

test('the ratings of all: spread, a case on the line that the group decides, one group alone', async ({ page, client, newProject }) => {
  await newProject();
  const { id } = await client.stakeholders.add({ name: 'Traders', represents: ['urban-poor'] });
  const { id: groupId } = await client.priorities.addGroup({ name: 'Harbour', people: 9 });
  await client.stakeholders.rate({ id, rater: 'Ana', power: 2, interest: 5 });
  await client.stakeholders.rate({ id, rater: 'Ben', power: 4, interest: 5, groupId });
  await goTo(page, '/stakeholders/grid');
  const mark = page.getByRole('button', { name: /^Traders\. Power 3 \(2\.5–3\.5\), interest 5 \(5–5\), raters: 2/ });
  await mark.click();
  await expect(page.getByRole('region', { name: 'Traders' }).getByRole('row', { name: /^Power/ })).toContainText('2.5–3.5');
  await page.getByRole('combobox', { name: 'Where Traders stands' }).click();
  await expect(page.getByRole('option')).toHaveText(['Work closely together', 'Protect and keep informed']);
  await page.getByRole('option', { name: 'Protect and keep informed' }).click();
  await page.getByLabel('Reason for where Traders stands').fill('They depend on others');
  await expect
    .poll(async () => (await client.stakeholders.list())[0])
    .toMatchObject({ gridPlace: 'protect-and-inform', isDecided: true, decidedReason: 'They depend on others' });
  await page.getByRole('combobox', { name: 'Whose ratings' }).click();
  await page.getByRole('option', { name: 'Harbour' }).click();
  await expect(page.getByRole('button', { name: /^Traders\. Power 4/ })).toBeVisible();
});

test('then and now: who stands elsewhere, with the raters of both times, and no cause', async ({ page, client, newProject }) => {
  await newProject();
  const { id } = await client.stakeholders.add({ name: 'Traders' });
  await client.stakeholders.rate({ id, rater: 'Ana', power: 2, interest: 4, ratedOn: '2025-03-01' });
  await client.stakeholders.rate({ id, rater: 'Ana', power: 5, interest: 4 });
  await goTo(page, '/stakeholders/grid');
  await page.getByText('Then and now', { exact: true }).click();
  await expect(page.getByText('1 stakeholder is rated differently now; on the field: 1.')).toBeVisible();
  await expect(page.getByText('This shows what people said at two times, not why')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Traders\. Power 5.*Then: power 2, interest 4/ })).toBeVisible();
  const row = page.getByRole('table', { name: 'Then and now as figures' }).getByRole('row', { name: /Traders/ });
  await expect(row).toContainText('2 → 5');
  await expect(row).toContainText('Protect and keep informed → Work closely together');
  await expect(row).toContainText('1 → 1, 1 the same');
});

test('salience: the circles are buttons that say what each asks of the work', async ({ page, client, newProject }) => {
  await newProject();
  const { id } = await client.stakeholders.add({ name: 'Mothers of La Loma', represents: ['women'] });
  await goTo(page, '/stakeholders/salience');
  await expect(page.getByText('Legitimacy and urgency have no ratings yet')).toBeVisible();
  await client.stakeholders.rate({ id, rater: 'Ana', power: 1, interest: 5, legitimacy: 5, urgency: 5 });
  const field = page.getByRole('button', { name: /^Legitimacy and urgency\s*1/ });
  await field.focus();
  await page.keyboard.press('Enter');
  await expect(field).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('find them an ally with power')).toBeVisible();
  await expect(page.getByRole('row', { name: /Mothers of La Loma/ })).toContainText('Legitimacy and urgency');
});

test('where several have rated, the register shows the median and leads to who gave what', async ({ page, client, newProject }) => {
  await newProject();
  const { id } = await client.stakeholders.add({ name: 'Traders' });
  await client.stakeholders.rate({ id, rater: 'Ana', power: 2, interest: 4 });
  await client.stakeholders.rate({ id, rater: 'Ben', power: 5, interest: 4 });
  await goTo(page, '/stakeholders');
  await page.getByRole('button', { name: /^Power of Traders: median 3\.5/ }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('row', { name: /Ana/ })).toContainText('24');
  await drawer.getByRole('link', { name: 'Type ratings' }).click();
  await expect(page.getByLabel('Power, Ben, 1 to 5')).toHaveValue('5');
});

for (const language of ['en', 'ar']) {
  test(`nothing serious for axe in ${language}`, async ({ page, openSample }) => {
    await openSample();
    await switchLanguage(page, language);
    for (const path of ['/stakeholders', '/stakeholders/ratings', '/stakeholders/grid', '/stakeholders/salience', '/stakeholders/missing']) {
      await goTo(page, path);
      const sheet = page.locator('[data-sheet] input').first();
      const name = page
        .getByText('Fundación Puente')
        .or(page.locator('textarea', { hasText: 'Fundación Puente' }))
        .or(page.locator('button', { hasText: 'Fundación Puente' }))
        .first();
      await expect(path.endsWith('ratings') ? sheet : name).toBeVisible();
      await expectAccessible(page);
    }
  });
}
