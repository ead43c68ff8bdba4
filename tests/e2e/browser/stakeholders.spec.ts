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
  expect((await client.stakeholders.list()).map(({ name }) => name)).toEqual(['Municipal Police', 'Market traders', 'Mothers of La Loma']);
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

for (const language of ['en', 'ar']) {
  test(`nothing serious for axe in ${language}`, async ({ page, openSample }) => {
    await openSample();
    await switchLanguage(page, language);
    for (const path of ['/stakeholders', '/stakeholders/grid', '/stakeholders/missing']) {
      await goTo(page, path);
      await expect(
        page
          .getByText('Fundación Puente')
          .or(page.locator('textarea', { hasText: 'Fundación Puente' }))
          .first(),
      ).toBeVisible();
      await expectAccessible(page);
    }
  });
}
