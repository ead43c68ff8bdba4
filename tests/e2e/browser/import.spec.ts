import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, switchLanguage } from './accessibility.ts';
import { dataFolders, expect, goTo, test } from './fixtures.ts';
import { chooseFile, goToStep, importNow, meanColumn, type StepName, waitForSteps, wordsOf } from './import-steps.ts';

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
  await chooseFile(page, write(folder, 'delitos.csv', headed(['13/01/2024;Robo;Centro', '14/01/2024;Lesiones;Centro', '31/02/2024;Robo;Norte'])));
  await expect(page.getByText(/2 incidents · /)).toBeVisible();
  await goToStep(page, 'table');
  await expect(page.getByRole('combobox', { name: 'Columns are parted by' })).toHaveValue('Semicolon ;');
  await expect(page.getByRole('button', { name: 'Row 1: make it the row of names' })).toHaveAttribute('aria-pressed', 'true');
  await goToStep(page, 'values');
  await expect(page.getByRole('radio', { name: 'day-month-year' })).toBeChecked();
  await goToStep(page, 'problems');
  await expect(page.getByText('“31/02/2024” is a day that does not exist.').first()).toBeVisible();
  await goToStep(page, 'summary');
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
  await chooseFile(page, write(folder, 'dates.csv', headed(['03/04/2024;Robo;Centro', '05/06/2024;Robo;Centro'])));
  await waitForSteps(page);
  await goToStep(page, 'values');
  await expect(page.getByText('Every date fits more than one order.', { exact: false })).toBeVisible();
  // Either reading stands beside its order before one is chosen.
  await expect(page.getByText('03/04/2024 → Apr 3, 2024')).toBeVisible();
  await expect(page.getByText('03/04/2024 → Mar 4, 2024')).toBeVisible();
  await page.getByRole('radio', { name: 'month-day-year' }).check();
  await expect(page.getByText(/2 incidents · Mar 4, 2024/)).toBeVisible();
  await importNow(page);
  expect((await client.incidents.overview()).firstDay).toBe('2024-03-04');
});

test('the same file is recognised and comes in twice only when that is wanted', async ({ page, folder, newProject, client }) => {
  await newProject();
  const path = write(folder, 'once.csv', headed(['13/01/2024;Robo;Centro']));
  await goTo(page, '/import/incidents');
  await chooseFile(page, path);
  await importNow(page);
  await page.getByRole('button', { name: 'Import another file' }).click();
  await chooseFile(page, path);
  await waitForSteps(page);
  await goToStep(page, 'summary');
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
  await chooseFile(page, write(folder, 'odd.csv', 'aaa,bbb\n2024-01-13,Robo\n2024-01-14,Hurto\n'));
  await waitForSteps(page);
  await goToStep(page, 'columns');
  for (const [column, meaning] of [
    ['aaa', 'Date'],
    ['bbb', 'Offence'],
  ] as const) {
    await expect(page.getByText('Say below which column holds')).toBeVisible();
    await meanColumn(page, column, meaning);
  }
  await expect(page.getByText('Say below which column holds')).toBeHidden();
  await goToStep(page, 'summary');
  await expect(page.getByRole('button', { name: 'Import 2 rows' })).toBeEnabled();
});

test('a name that matches no area surely is decided by a person', async ({ page, folder, openSample, client }) => {
  await openSample();
  const before = (await client.incidents.query({ by: ['area'], where: {} })).find((row) => row.area === 'Mercado Grande')?.count ?? 0;
  await goTo(page, '/import/incidents');
  await chooseFile(page, write(folder, 'names.csv', headed(['13/01/2024;Robo;Merc. Grnde', '14/01/2024;Robo;Merc. Grnde'])));
  await waitForSteps(page);
  await goToStep(page, 'values');
  await page.getByRole('combobox', { name: 'Area meant by Merc. Grnde' }).click();
  await page.getByRole('option', { name: 'Mercado Grande' }).first().click();
  await importNow(page);
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
    await chooseFile(page, write(folder, name, content));
    await expect(page.getByRole('alert')).toContainText('This file could not be read as it stands');
    await expect(page.getByRole('alert')).not.toContainText('Something went wrong');
    await chooseFile(page, write(folder, 'good.csv', headed(['13/01/2024;Robo;Centro'])), 'Choose another file');
    await waitForSteps(page);
    await goToStep(page, 'summary');
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
  await expect(page.getByText(/1 incident · /)).toBeVisible();
});

test('a long reading shows how far it is and can be stopped', async ({ page, newProject, client }) => {
  const path = join(dataFolders.shared, 'mexico-city', 'cdmx_carpetas_2023.csv.gz');
  test.skip(!existsSync(path), 'The Mexico City file is not on this machine.');
  await newProject();
  await goTo(page, '/import/incidents');
  await chooseFile(page, path);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Drop a file here')).toBeVisible();
  expect((await client.incidents.overview()).count).toBe(0);
});

test('axe finds nothing serious on the import screens, in either direction of writing', async ({ page, folder, openSample, complaints }) => {
  await openSample();
  const path = write(folder, 'check.csv', headed(['03/04/2024;Robo;Merc. Grnde', '05/06/2024;Lesiones;Puerto Viejo', '07/08/20x4;Robo;Puerto Viejo']));
  for (const language of ['en', 'ar']) {
    const t = wordsOf(language);
    if (language !== 'en') await switchLanguage(page, language);
    await goTo(page, '/import/incidents');
    await expectAccessible(page);
    await chooseFile(page, path, t('import.choose'));
    await waitForSteps(page, t);
    for (const step of ['what', 'table', 'columns', 'values', 'problems', 'summary'] satisfies StepName[]) {
      await goToStep(page, step, t);
      await expectAccessible(page);
    }
    await goTo(page, '/profile/data');
  }
  expect(complaints).toEqual([]);
});

test('a file dropped anywhere on the data page is recognised, and a way of reading that was kept leads straight to the summary', async ({
  page,
  newProject,
  client,
}) => {
  await newProject();
  const drop = async (name: string, rows: readonly string[]) => {
    await goTo(page, '/profile/data');
    const transfer = await page.evaluateHandle(
      ({ fileName, text }) => {
        const data = new DataTransfer();
        data.items.add(new File([text], fileName, { type: 'text/csv' }));
        return data;
      },
      { fileName: name, text: headed(rows) },
    );
    await page.getByRole('heading', { name: 'Data', level: 1 }).dispatchEvent('drop', { dataTransfer: transfer });
    await waitForSteps(page);
  };
  await drop('delitos-2023.csv', ['13/01/2023;Robo;Centro', '14/01/2023;Lesiones;Centro']);
  await expect(page.getByRole('radio', { name: 'Incidents' })).toBeChecked();
  await goToStep(page, 'summary');
  await page.getByRole('textbox', { name: 'Title' }).fill('Police, 2023');
  await page.getByLabel('Keep this way of reading as').fill('Police export');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByText('Kept with the project')).toBeVisible();
  await importNow(page);

  await drop('delitos-2024.csv', ['13/01/2024;Robo;Centro', '17/01/2024;Robo;Centro', '17/02/2024;Robo;Sur']);
  await expect(page.getByRole('region', { name: 'Summary', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await expect(page.getByText('3 rows are in the project')).toBeVisible();
  expect((await client.incidents.overview()).count).toBe(5);
  await goTo(page, '/profile/data');
  await expect(page.getByRole('link', { name: 'Police, 2023' })).toBeVisible();
});

test('a new edition is compared, takes the place of the old one, and one undo brings the old one back', async ({ page, folder, newProject, client }) => {
  await newProject();
  await goTo(page, '/import/incidents');
  await chooseFile(page, write(folder, 'delitos.csv', headed(['13/01/2024;Robo;Centro', '14/01/2024;Lesiones;Centro'])));
  await importNow(page);
  await goTo(page, '/profile/data');
  await page.getByRole('button', { name: 'What can be done with delitos.csv' }).click();
  await page.getByRole('menuitem', { name: 'Bring in a new edition' }).click();
  await chooseFile(page, write(folder, 'delitos-corregido.csv', headed(['13/01/2024;Robo;Centro', '14/01/2024;Lesiones;Centro', '15/01/2024;Robo;Sur'])));
  await waitForSteps(page);
  await goToStep(page, 'summary');
  await expect(page.getByRole('radio', { name: /It takes the place of .*delitos.csv/ })).toBeChecked();
  await page.getByRole('button', { name: 'Compare before replacing' }).click();
  await expect(page.getByText('rows only after')).toBeVisible();
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await expect(page.getByText('3 rows are in the project')).toBeVisible();
  expect(await client.incidents.overview()).toMatchObject({ count: 3 });
  expect(await client.imports.datasets()).toHaveLength(1);

  await page.getByRole('link', { name: 'This dataset and its quality' }).click();
  await page.getByRole('tab', { name: 'Where it is from' }).click();
  await expect(page.getByText(/delitos.csv.*, brought in/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await client.incidents.overview()).count).toBe(2);
});
