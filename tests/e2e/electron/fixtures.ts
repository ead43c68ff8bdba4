import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { findElectron } from '../../../scripts/electron-runtime.ts';

export { expect };

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The application's program and the parameters that start the build in `out/`. As root Chromium's sandbox cannot start: in tests only. */
export const electronProgram = findElectron();
export const startParameters = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root];

/** An environment in which everything the application remembers lies in this folder. */
export function environmentIn(folder: string): Record<string, string> {
  return {
    ...(process.env as Record<string, string>),
    CITY_SAFETY_SETTINGS: join(folder, 'settings'),
    CITY_SAFETY_PROJECTS: folder,
    LANGUAGE: 'en',
    LC_ALL: 'en_US.UTF-8',
  };
}

interface DialogAnswers {
  /** The path that the next open dialog is left with; null: the person changed their mind. */
  open?: string | null;
  save?: string | null;
}

interface ElectronFixtures {
  folder: string;
  /** Starts the application; all are ended with the test. */
  start: (...parameters: string[]) => Promise<ElectronApplication>;
  app: ElectronApplication;
  /** The application's one page, drawn. */
  page: Page;
  /** Stands in for the person in the system's dialogs, which no test can reach. */
  answerDialogs: (answers: DialogAnswers) => Promise<void>;
}

export const test = base.extend<ElectronFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'city-safety-desktop-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },

  start: async ({ folder }, use) => {
    base.skip(electronProgram === null, 'There is no Electron runtime here: fetch it with "npx install-electron", or name one in ELECTRON_OVERRIDE_DIST_PATH.');
    const started: ElectronApplication[] = [];
    await use(async (...parameters) => {
      const app = await _electron.launch({
        executablePath: electronProgram ?? '',
        args: [...startParameters, ...parameters],
        env: environmentIn(folder),
        timeout: 45_000,
      });
      started.push(app);
      return app;
    });
    for (const app of started) await app.close().catch(() => {});
  },

  app: async ({ start }, use) => use(await start()),

  page: async ({ app }, use) => use(await drawnPage(app)),

  answerDialogs: async ({ app }, use) => {
    await use(async ({ open, save }) => {
      await app.evaluate(
        ({ dialog }, answers) => {
          if (answers.open !== undefined)
            dialog.showOpenDialog = async () => ({ canceled: answers.open === null, filePaths: answers.open ? [answers.open] : [] });
          if (answers.save !== undefined) dialog.showSaveDialog = async () => ({ canceled: answers.save === null, filePath: answers.save ?? '' });
        },
        { open, save },
      );
    });
  },
});

export async function drawnPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.locator('main').first().waitFor();
  return page;
}

/** Makes a city the way a person does, at the welcome screen. */
export async function makeCity(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New city' }).click();
  await page.getByRole('textbox', { name: 'Name of the city' }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Choose where to keep the file' }).click();
  await expect(page.getByRole('banner').getByText(name)).toBeVisible();
}
