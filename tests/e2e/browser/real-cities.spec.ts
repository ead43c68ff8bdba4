import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dataFolders, expect, goTo, test } from './fixtures.ts';
import { chooseFile, goToStep, importNow, meanColumn, waitForSteps } from './import-steps.ts';

// Real open data lie beside the project on the machines that have them; none of it is part of the project.
test.skip(!existsSync(dataFolders.shared), `There is no real data in ${dataFolders.shared}.`);

/** Brings a file in through the import screens; `settle` is what a person changes on the screen of the columns. */
async function bringIn(page: Page, kind: string, path: string, settle?: () => Promise<void>): Promise<void> {
  await goTo(page, '/profile/data');
  await goTo(page, `/import/${kind}`);
  await chooseFile(page, join(dataFolders.shared, path));
  await waitForSteps(page);
  await goToStep(page, 'columns');
  await settle?.();
  await importNow(page);
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function nameLayer(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Name of this set of areas' });
  await field.fill(name);
  await field.blur();
}

/** Keeps only the rows of one city out of a national table. */
async function keepOnly(page: Page, column: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await choose(page, 'Column', column);
  await page.getByRole('combobox', { name: 'is one of' }).fill(value);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText(`Keep rows whose ${column} is`)).toBeVisible();
}

test('Mexico City is built from the screen: boroughs, neighbourhoods, population, 224,055 incidents', async ({ page, client, newProject }) => {
  test.setTimeout(240_000);
  await newProject({ name: 'Ciudad de México', country: 'MX' });
  await bringIn(page, 'areas', 'mexico-city/cdmx_alcaldias.gpkg', () => nameLayer(page, 'Boroughs'));
  await bringIn(page, 'areas', 'mexico-city/colonias_geo.json', async () => {
    await meanColumn(page, 'colonia', 'Name');
    await meanColumn(page, 'alcaldia', 'Belongs to');
    await nameLayer(page, 'Neighbourhoods');
  });
  await bringIn(page, 'population', 'mexico-city/colonia_population.json');
  await bringIn(page, 'incidents', 'mexico-city/cdmx_carpetas_2023.csv.gz');

  expect((await client.areas.layers()).map(({ name, areaCount }) => [name, areaCount])).toEqual([
    ['Boroughs', 16],
    ['Neighbourhoods', 1651],
  ]);
  await goTo(page, '/profile/explore');
  await expect(page.getByText('224,055', { exact: true }).first()).toBeVisible();
});

test('Durban is built from the screen: stations of one municipality, Census population, years across the table', async ({ page, client, newProject }) => {
  test.setTimeout(240_000);
  await newProject({ name: 'Durban', country: 'ZA' });
  await bringIn(page, 'areas', 'durban/police_stations.csv', async () => {
    await keepOnly(page, 'muni_code', 'ETH');
    await nameLayer(page, 'Police stations');
  });
  await bringIn(page, 'incidents', 'durban/crime-stats.csv', async () => {
    await keepOnly(page, 'province', 'KZN');
    await page.getByLabel('Leave out rows in no area of this project').check();
  });

  const [layer] = await client.areas.layers();
  expect(layer).toMatchObject({ areaCount: 43, population: 4_204_594 });
  const rows = await client.incidents.query({ by: ['area', 'offence', 'year'], where: { years: [2012] } });
  // As the raw table has it: `Durban Central,KZN,Murder,…,39`.
  expect(rows.find(({ area, offence }) => area === 'Durban Central' && offence === 'Murder')?.count).toBe(39);
});

test('Medellín is built from the screen: GeoPackage, decimal commas, districts by point', async ({ page, client, newProject }) => {
  test.setTimeout(240_000);
  await newProject({ name: 'Medellín', country: 'CO' });
  await bringIn(page, 'areas', 'medellin/medellin_comunas.gpkg', () => nameLayer(page, 'Comunas'));
  await bringIn(page, 'incidents', 'medellin/medellin_homicides.csv');

  expect(await client.incidents.overview()).toMatchObject({ count: 9360, withPointCount: 9360 - 81 });
  await goTo(page, '/profile/explore');
  await expect(page.getByText('9,360', { exact: true }).first()).toBeVisible();
});
