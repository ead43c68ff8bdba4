import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

test('answers about the city save themselves', async ({ page, client, newProject }) => {
  await newProject({ name: '' });
  await goTo(page, '/city');
  await page.getByLabel('Name of the city').fill('Puerto Prueba');
  await page.getByRole('combobox', { name: 'Country' }).click();
  await page.getByRole('combobox', { name: 'Country' }).fill('Colom');
  await page.getByRole('option', { name: 'Colombia' }).click();
  await page.getByLabel('Who asked for this work').fill('Council decision of 12 March');
  await expect.poll(async () => client.project.city()).toMatchObject({ name: 'Puerto Prueba', country: 'CO', mandate: 'Council decision of 12 March' });
});

test('the team is typed in by keyboard: Enter starts the next line', async ({ page, client, newProject }) => {
  await newProject();
  await goTo(page, '/city');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('Ana Ruiz');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Coordination');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true }).nth(1)).toBeFocused();
  await page.keyboard.type('Luis Mora');
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => (await client.project.city()).team.map(({ name, role }) => [name, role]))
    .toEqual([
      ['Ana Ruiz', 'Coordination'],
      ['Luis Mora', ''],
    ]);
  await page.getByRole('button', { name: 'Remove Ana Ruiz from the team' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(async () => (await client.project.city()).team.length).toBe(1);
});

test('areas are added by hand and their population is typed into the table', async ({ page, client, newProject }) => {
  await newProject();
  await goTo(page, '/city/areas');
  await page.getByRole('button', { name: 'Add an area' }).click();
  for (const name of ['Centro', 'La Loma']) {
    await page.getByLabel('Name of the area').fill(name);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('table', { name: 'Areas' }).getByRole('row')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 areas have no boundary')).toBeVisible();

  await expect(page.getByLabel('Year of the population of Centro')).toBeDisabled();
  await page.getByLabel('Population of Centro', { exact: true }).fill('12.400');
  await expect(page.getByLabel('Year of the population of Centro')).toBeEnabled();
  await page.getByLabel('Year of the population of Centro').fill('2020');
  await page.getByLabel('Source of the population of Centro').fill('Census');
  await expect
    .poll(async () => (await client.areas.list({})).find(({ name }) => name === 'Centro')?.population)
    .toEqual({ value: 12_400, year: 2020, source: 'Census' });
  await page.getByLabel('Population of La Loma', { exact: true }).fill('about 900');
  await expect(page.getByLabel('Population of La Loma', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(async () => (await client.areas.list({})).find(({ name }) => name === 'La Loma')?.population).toBeNull();
});

test('by keyboard the focus stays where the work is: after a dialog, a removal and on a new screen', async ({ page, client, newProject }) => {
  await newProject();
  for (const name of ['Centro', 'Norte', 'Puerto']) await client.areas.add({ name });
  await client.stakeholders.add({ name: 'Police' });
  await goTo(page, '/city/areas');
  await expect(page).toHaveTitle(/^Areas and population – /);
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await button('Details of Norte').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button('Details of Norte')).toBeFocused();

  await button('Remove Norte').focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: 'Cancel' }).last()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(button('Remove Norte')).toHaveCount(0);
  await expect(button('Remove Puerto')).toBeFocused();

  await page.getByRole('link', { name: /^2 Stakeholders/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: 'Register' })).toBeFocused();

  await button('Details of Police').focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Police' });
  await drawer
    .getByRole('button', { name: /^Remove/ })
    .last()
    .focus();
  await page.keyboard.press('Enter');
  await expect(question.getByRole('button', { name: 'Cancel' }).last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(drawer).toBeVisible();
});

test('the map shows the areas, their figures as a table, and what is chosen', async ({ page, openSample, complaints }) => {
  await openSample();
  await goTo(page, '/city/areas');
  const figure = page.getByRole('figure');
  await expect(figure.locator('[data-ready]')).toBeVisible({ timeout: 20_000 });
  await figure.getByRole('button', { name: 'Show as table' }).click();
  await expect(figure.getByRole('row')).toHaveCount(25);
  await figure.getByRole('button', { name: 'Show as map' }).click();
  await figure.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByText('Districts', { exact: true }).click();
  await expect(page.getByRole('table', { name: 'Areas' }).getByRole('row')).toHaveCount(5);
  expect(complaints.filter((text) => !text.includes('Permissions-Policy'))).toEqual([]);
});

test('a set of areas is renamed and removed, saying what goes', async ({ page, client, openSample }) => {
  await openSample();
  await goTo(page, '/city/areas');
  await page.getByRole('button', { name: 'More for Neighbourhoods' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByLabel('Name of this set of areas').fill('Barrios');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Barrios', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'More for Barrios' }).click();
  await page.getByRole('menuitem', { name: 'Remove this set of areas' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('24 areas go');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel', exact: true }).last().click();
  expect(await client.areas.layers()).toHaveLength(2);
});

test('without WebGL the same map is drawn as SVG', async ({ page, openSample }) => {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind, ...rest]);
    } as typeof original;
  });
  await page.reload();
  await openSample();
  await goTo(page, '/city/areas');
  const areas = page.getByRole('figure').locator('path[data-area]');
  await expect(areas).toHaveCount(24);
  await areas.first().click();
  await expect(page.getByRole('table', { name: 'Areas' }).locator('tr[data-selected]')).toHaveCount(1);
});

for (const language of ['en', 'ar']) {
  test(`nothing serious for axe in ${language}`, async ({ page, openSample }) => {
    await openSample();
    await switchLanguage(page, language);
    for (const path of ['/city', '/city/areas']) {
      await goTo(page, path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('table').first()).toBeVisible();
      await expectAccessible(page);
    }
  });
}

test('two sources for one population are kept, and one is chosen with a reason after the effect was seen', async ({ page, client, newProject }) => {
  await newProject();
  await client.areas.add({ name: 'Mathare' });
  const [area] = await client.areas.list({});
  const cell = { areaId: area?.id ?? '', year: 2014, sex: 'all' as const, ageBand: '' };
  await client.areas.setPopulationCell({ ...cell, value: 200_000, source: 'Census office' });
  await goTo(page, '/city/areas');
  await page.getByRole('button', { name: 'Details of Mathare' }).click();
  const drawer = page.getByRole('dialog', { name: 'Mathare' });
  await drawer.getByRole('textbox', { name: 'Year', exact: true }).fill('2014');
  await drawer.getByRole('textbox', { name: 'Residents', exact: true }).fill('500000');
  await drawer.getByRole('textbox', { name: 'Source', exact: true }).fill('Programme page');
  await drawer.getByRole('button', { name: 'Keep beside' }).click();
  await expect(drawer.getByText('Other sources say 500,000 (Programme page)')).toBeVisible();
  await drawer.getByRole('button', { name: 'Decide which counts' }).click();
  const choice = page.getByRole('dialog').last();
  await choice.getByRole('radio', { name: /500,000/ }).check();
  await expect(choice.getByRole('table')).toContainText('Whole city');
  await choice.getByRole('textbox').fill('It covers the whole district.');
  await choice.getByRole('button', { name: 'Let this figure count' }).click();
  await expect.poll(async () => (await client.areas.list({}))[0]?.population?.value).toBe(500_000);
  await expect(drawer.getByText('Chosen: It covers the whole district.')).toBeVisible();
});

test('a set of areas is described and checked', async ({ page, client, openSample }) => {
  await openSample();
  await goTo(page, '/city/areas');
  await page
    .getByRole('button', { name: /^More for/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Describe, check, estimate' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('combobox', { name: 'What these areas are' }).click();
  await page.getByRole('option', { name: 'Districts' }).click();
  await expect.poll(async () => (await client.areas.layers())[0]?.kind).toBe('district');
  await drawer.getByRole('button', { name: 'Check overlaps and gaps' }).click();
  await expect(drawer.getByRole('region', { name: 'Are the boundaries sound?' }).getByRole('note').first()).toBeVisible();
});
