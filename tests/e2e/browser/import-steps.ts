import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dataFolders, expect } from './fixtures.ts';

export type StepName = 'what' | 'table' | 'columns' | 'values' | 'problems' | 'summary';

/** Words of the interface in a language, so that a test can walk through it in any. */
export function wordsOf(language: string): (key: string) => string {
  const texts = JSON.parse(readFileSync(join(dataFolders.resources, 'locales', `${language}.json`), 'utf8')) as Record<string, string>;
  return (key) => texts[key] ?? key;
}

/** Chooses a file in the browser's dialog. */
export async function chooseFile(page: Page, path: string, button: string | RegExp = 'Choose a file'): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(path);
}

/** Waits until the file has been read and its screens stand there. */
export async function waitForSteps(page: Page, t = wordsOf('en')): Promise<void> {
  await expect(page.getByRole('navigation', { name: t('workbench.steps') })).toBeVisible({ timeout: 90_000 });
}

/** Goes to one of the screens of the import. */
export async function goToStep(page: Page, step: StepName, t = wordsOf('en')): Promise<void> {
  await page
    .getByRole('navigation', { name: t('workbench.steps') })
    .getByRole('button', { name: t(`workbench.step.${step}`) })
    .click();
  await expect(page.getByRole('region', { name: t(`workbench.step.${step}`), exact: true })).toBeVisible();
}

/** Says what a column means. */
export async function meanColumn(page: Page, column: string, meaning: string, t = wordsOf('en')): Promise<void> {
  await page.getByRole('combobox', { name: t('import.columns.fieldOf').replace('{{column}}', column), exact: true }).selectOption({ label: meaning });
}

/** The one button that writes. */
function importButton(page: Page) {
  return page.getByRole('button', { name: /^Import ([\d,]+|the answers) / });
}

/** From whichever screen stands there to what is in the project. */
export async function importNow(page: Page): Promise<void> {
  await waitForSteps(page);
  await goToStep(page, 'summary');
  await importButton(page).click({ timeout: 60_000 });
  await expect(page.getByText(/(is|are) in the project$/)).toBeVisible({ timeout: 90_000 });
}
