import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { ImportKind } from '#shared/domain/recipes.ts';
import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

async function bring(client: EngineClient, folder: string, kind: ImportKind, name: string, content: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { file } = await client.files.fromPath({ path });
  const stream = await client.imports.run({ file, kind });
  for (let next = await stream.next(); !next.done; ) next = await stream.next();
}

/** 40 people of two groups: weights 1 and 3; answers 1 safe, 2 unsafe, 9 does not know. */
const survey = ['P1,peso,grupo']
  .concat(
    Array.from({ length: 40 }, (_, row) => `${row % 10 === 9 ? 9 : 1 + (row % 3 === 0 ? 0 : 1)},${row % 2 ? 3 : 1},${row % 4 < 2 ? 'mujeres' : 'hombres'}`),
  )
  .join('\n');

test('a share with its interval, by group, kept as evidence and saved as a value of an indicator', async ({ page, folder, newProject, client }) => {
  await newProject();
  await bring(client, folder, 'survey', 'encuesta 2024.csv', survey);
  await goTo(page, '/profile/surveys');
  const [info] = await client.surveys.list();
  const questions = await client.surveys.questions({ datasetId: info?.datasetId ?? '' });
  const idOf = (column: string) => questions.find((question) => question.column === column)?.id ?? '';
  const request = { datasetId: info?.datasetId ?? '', questionId: idOf('P1'), codes: ['2'] };
  const { total, groups } = await client.surveys.estimate({ ...request, by: { kind: 'question', questionId: idOf('grupo') } });
  const shown = (share: number | null | undefined) => `${((share ?? 0) * 100).toFixed(1)}%`;
  await expect(page.getByText(`${shown(total.value)} (95 % interval ${shown(total.low)}–${shown(total.high)})`, { exact: false }).first()).toBeVisible();

  await page.getByRole('combobox', { name: 'By group' }).click();
  await page.getByRole('option', { name: 'grupo' }).click();
  const table = page.getByRole('region', { name: 'What each figure rests on' }).first();
  await expect(table.getByText(shown(groups[0]?.value)).first()).toBeVisible();
  await expect(table.getByRole('row', { name: /mujeres/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Keep for later: Everybody' }).first().click();
  await expect.poll(async () => JSON.stringify(await client.findings.waiting())).toContain('survey');
  await page.getByRole('button', { name: 'Save as a value of an indicator: Everybody' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('combobox', { name: 'Indicator' }).click();
  await drawer.getByRole('combobox', { name: 'Indicator' }).fill('16.1.4');
  await page
    .getByRole('option', { name: /^16\.1\.4/ })
    .first()
    .click();
  await drawer.getByRole('button', { name: 'Save as a value of an indicator' }).click();
  await expect.poll(async () => (await client.indicators.observations()).length).toBe(1);
  const [saved] = await client.indicators.observations();
  expect(saved?.value).toBeCloseTo((total.value ?? 0) * 100, 9);
});

test('a code is called «no answer» and the share follows; in Arabic too', async ({ page, folder, newProject, client }) => {
  await newProject();
  await bring(client, folder, 'survey', 'encuesta 2024.csv', survey);
  await goTo(page, '/profile/surveys');
  await page.getByRole('checkbox', { name: '“9” means no answer' }).click();
  const [info] = await client.surveys.list();
  await expect
    .poll(async () => (await client.surveys.questions({ datasetId: info?.datasetId ?? '' }))[0]?.options.some(({ isMissing }) => isMissing))
    .toBe(false);
  await expect(page.getByText('40 people.', { exact: false }).first()).toBeVisible();
  await switchLanguage(page, 'ar');
  await expect(page.getByRole('heading', { name: 'الاستبيانات', level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test('a table of statistics shows its series, groups and years as its file gives them', async ({ page, folder, newProject, client }) => {
  await newProject();
  await bring(client, folder, 'figures', 'tasas.csv', 'Sexo,2021,2022,2023\n,10.5,11,12.25\nMujeres,8,n.d.,9\nHombres,13,14,15\n');
  await goTo(page, '/profile/figures');
  await page.getByRole('combobox', { name: 'Sexo' }).click();
  await page.getByRole('option', { name: 'Total' }).click();
  await expect(page.getByText('From 10.50 (2021) to 12.25 (2023).', { exact: false })).toBeVisible();
  await page.getByRole('combobox', { name: 'Sexo' }).click();
  await page.getByRole('option', { name: 'Mujeres' }).click();
  await expect(page.getByText('Shown: 3 of 3; without a figure: 1')).toBeVisible();
  await expectAccessible(page);
});
