import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, switchLanguage } from './accessibility.ts';
import { dataFolders, expect, goTo, test } from './fixtures.ts';

async function choose(page: Page, path: string, button: string | RegExp = 'Choose a file'): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(path);
}

/** A file of this test's own. */
function write(folder: string, name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const headed = (rows: readonly string[]) => ['fecha;delito;barrio', ...rows].join('\n');

test('what was understood stands on top, and nothing is written before the import', async ({ page, folder, newProject, client }) => {
  await newProject();
  await goTo(page, '/import/incidents');
  await choose(page, write(folder, 'delitos.csv', headed(['13/01/2024;Robo;Centro', '14/01/2024;Lesiones;Centro', '31/02/2024;Robo;Norte'])));
  await expect(page.getByRole('heading', { name: /^2 incidents · / })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Columns are parted by' })).toHaveValue('Semicolon ;');
  await expect(page.getByRole('combobox', { name: 'Order of dates' })).toHaveValue('day-month-year');
  await expect(page.getByText('“31/02/2024” is a day that does not exist.').first()).toBeVisible();
  await expect(page.getByText('1 row is left out')).toBeVisible();
  expect((await client.incidents.overview()).count).toBe(0);

  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByRole('heading', { name: '2 rows are in the project' })).toBeVisible();
  expect((await client.incidents.overview()).count).toBe(2);
  await page.getByRole('link', { name: 'Explore the incidents' }).click();
  await expect(page.getByRole('heading', { name: 'Explore', level: 1 })).toBeVisible();
});

test('dates that read both ways are pointed out, and a changed order reads the file again', async ({ page, folder, newProject, client }) => {
  await newProject();
  await goTo(page, '/import/incidents');
  await choose(page, write(folder, 'dates.csv', headed(['03/04/2024;Robo;Centro', '05/06/2024;Robo;Centro'])));
  await expect(page.getByText('The dates can be read two ways')).toBeVisible();
  await page.getByRole('combobox', { name: 'Order of dates' }).click();
  await page.getByRole('option', { name: 'month-day-year' }).click();
  await expect(page.getByRole('heading', { name: /Mar 4, 2024|4 Mar 2024/ })).toBeVisible();
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByText('2 rows are in the project')).toBeVisible();
  expect((await client.incidents.overview()).firstDay).toBe('2024-03-04');
});

test('the same file is recognised and comes in twice only when that is wanted', async ({ page, folder, newProject, client }) => {
  await newProject();
  const path = write(folder, 'once.csv', headed(['13/01/2024;Robo;Centro']));
  await goTo(page, '/import/incidents');
  await choose(page, path);
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await page.getByRole('button', { name: 'Import another file' }).click();
  await choose(page, path);
  await expect(page.getByText('This very file is in the project already')).toBeVisible();
  const button = page.getByRole('button', { name: 'Import 1 row' });
  await expect(button).toBeDisabled();
  await page.getByLabel('Import it again all the same').check();
  await button.click();
  await expect(page.getByText('1 row is in the project')).toBeVisible();
  expect((await client.incidents.overview()).count).toBe(2);
});

test('columns that must have a meaning are asked for, one after the other', async ({ page, folder, newProject }) => {
  await newProject();
  await goTo(page, '/import/incidents');
  await choose(page, write(folder, 'odd.csv', 'aaa,bbb\n2024-01-13,Robo\n2024-01-14,Hurto\n'));
  for (const [column, meaning] of [
    ['aaa', 'Date'],
    ['bbb', 'Offence'],
  ] as const) {
    await expect(page.getByText('Say below which column holds')).toBeVisible();
    await page.getByRole('combobox', { name: `Meaning of column ${column}` }).click();
    await page.getByRole('option', { name: meaning, exact: true }).click();
  }
  await expect(page.getByRole('button', { name: 'Import 2 rows' })).toBeEnabled();
});

test('a name that matches no area surely is decided by a person', async ({ page, folder, openSample, client }) => {
  await openSample();
  const before = (await client.incidents.query({ by: ['area'], where: {} })).find((row) => row.area === 'Mercado Grande')?.count ?? 0;
  await goTo(page, '/import/incidents');
  await choose(page, write(folder, 'names.csv', headed(['13/01/2024;Robo;Merc. Grnde', '14/01/2024;Robo;Merc. Grnde'])));
  await expect(page.getByRole('heading', { name: 'Which area is meant?' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Area meant by Merc. Grnde' }).click();
  await page.getByRole('option', { name: 'Mercado Grande' }).first().click();
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByText('2 rows are in the project')).toBeVisible();
  const after = (await client.incidents.query({ by: ['area'], where: {} })).find((row) => row.area === 'Mercado Grande')?.count;
  expect(after).toBe(before + 2);
});

for (const [what, name, content] of [
  ['an empty file', 'empty.csv', ''],
  ['a header alone', 'header.csv', 'fecha;delito;barrio\n'],
  ['a broken workbook', 'broken.xlsx', 'PK\u0003\u0004 this is no workbook'],
] as const) {
  test(`${what} is refused in words, with a way out`, async ({ page, folder, newProject }) => {
    await newProject();
    await goTo(page, '/import/incidents');
    await choose(page, write(folder, name, content));
    await expect(page.getByRole('alert')).toContainText('This file could not be read as it stands');
    await expect(page.getByRole('alert')).not.toContainText('Something went wrong');
    await choose(page, write(folder, 'good.csv', headed(['13/01/2024;Robo;Centro'])), 'Choose another file');
    await expect(page.getByRole('button', { name: 'Import 1 row' })).toBeEnabled();
  });
}

test('a file dropped on the page is read', async ({ page, newProject }) => {
  await newProject();
  await goTo(page, '/import/incidents');
  const transfer = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
      return data;
    },
    headed(['13/01/2024;Robo;Centro']),
  );
  await page.getByText('Drop a file here').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByRole('heading', { name: /^1 incident · / })).toBeVisible();
});

test('a long reading shows how far it is and can be stopped', async ({ page, newProject, client }) => {
  const path = join(dataFolders.shared, 'mexico-city', 'cdmx_carpetas_2023.csv.gz');
  test.skip(!existsSync(path), 'The Mexico City file is not on this machine.');
  await newProject();
  await goTo(page, '/import/incidents');
  await choose(page, path);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Drop a file here')).toBeVisible();
  expect((await client.incidents.overview()).count).toBe(0);
});

test('axe finds nothing serious on the import screens, in either direction of writing', async ({ page, folder, openSample, complaints }) => {
  await openSample();
  const path = write(folder, 'check.csv', headed(['03/04/2024;Robo;Merc. Grnde', '05/06/2024;Lesiones;Puerto Viejo', '07/08/20x4;Robo;Puerto Viejo']));
  await goTo(page, '/import/incidents');
  await expectAccessible(page);
  await choose(page, path);
  await expect(page.getByRole('heading', { name: 'What the columns are' })).toBeVisible();
  await expectAccessible(page);
  await switchLanguage(page, 'ar');
  await goTo(page, '/import/incidents');
  await choose(page, path, 'اختر ملفا');
  await expect(page.getByRole('heading', { name: 'ماهية الأعمدة' })).toBeVisible();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
