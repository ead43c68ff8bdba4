import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import type { BrowserDoor } from '#main/browser/browser-door.ts';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { City } from '#shared/domain/project.ts';
import { connectThroughDoor } from '../../fixtures/door-client.ts';
import { startDoor } from './start-door.ts';

export { expect };

/** Data that tests read; `shared` is absent on most machines. */
export const dataFolders = {
  resources: fileURLToPath(new URL('../../../resources/', import.meta.url)),
  shared: fileURLToPath(new URL('../../../../shared/data/', import.meta.url)),
};

interface BrowserFixtures {
  /** A folder of this test's own, where its projects lie. */
  folder: string;
  /** A door of this test's own with an engine of its own. */
  door: BrowserDoor;
  /** The contract beside the page, to prepare or check what is not the test's subject. The page follows its changes. */
  client: EngineClient;
  /** Console errors, uncaught exceptions and refusals of the page's policy, collected from the start. */
  complaints: string[];
  /** The page, let in and drawn, at the welcome screen. */
  page: Page;
  /** Makes a project and opens it; the page follows. Returns its path. */
  newProject: (city?: Partial<City>) => Promise<string>;
  /** Opens a copy of the sample city; the page follows. By the button it is opened in tests/e2e/electron/project.spec.ts. */
  openSample: () => Promise<void>;
}

/** Made once by each worker, for all of its tests. */
interface WorkerFixtures {
  /** The sample city's file. */
  sampleFile: string;
}

export const test = base.extend<BrowserFixtures, WorkerFixtures>({
  sampleFile: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'city-safety-e2e-sample-'));
      const door = await startDoor(folder);
      const { client, close } = await connectThroughDoor(door);
      const { path } = await client.project.openSample();
      await client.project.close();
      close();
      await door.close();
      await use(path);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'city-safety-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },

  door: async ({ folder }, use) => {
    const door = await startDoor(folder);
    await use(door);
    await door.close();
  },

  client: async ({ door }, use) => {
    const { client, close } = await connectThroughDoor(door);
    await use(client);
    close();
  },

  // biome-ignore lint/correctness/noEmptyPattern: as above.
  complaints: async ({}, use) => {
    await use([]);
  },

  page: async ({ page, door, complaints }, use) => {
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(door.url);
    await page.locator('main').first().waitFor();
    await use(page);
  },

  newProject: async ({ client, folder }, use) => {
    await use(async (city = {}) => {
      const path = join(folder, 'city.citysafety');
      const { file } = await client.files.fromPath({ path });
      await client.project.create({ file, city: { name: 'Puerto Prueba', country: 'MX', languages: ['es'], ...city } });
      return path;
    });
  },

  openSample: async ({ client, folder, sampleFile }, use) => {
    await use(async () => {
      const path = join(folder, basename(sampleFile));
      copyFileSync(sampleFile, path);
      await client.project.open({ file: (await client.files.fromPath({ path })).file });
    });
  },
});

/** The little of the router that is read here; it names itself in every page. */
interface RouterInPage {
  readonly __TSR_ROUTER__: {
    readonly state: {
      readonly status: string;
      readonly location: { readonly pathname: string; readonly href: string };
      readonly resolvedLocation?: { readonly href: string };
    };
  };
}

/**
 * Goes to a screen of the open project by its address, and waits until it stands there instead of the one before. A page that has not heard of
 * the project yet leads back to the start: it is asked again.
 */
export async function goTo(page: Page, path: string): Promise<void> {
  await expect(async () => {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, path);
    await page.waitForFunction(
      () => {
        const { status, location, resolvedLocation } = (window as unknown as RouterInPage).__TSR_ROUTER__.state;
        return status === 'idle' && resolvedLocation?.href === location.href && window.location.hash.startsWith(`#${location.pathname}`);
      },
      undefined,
      { timeout: 2000 },
    );
    // The first: an address can open a drawer, and its head counts as one too.
    await expect(page.getByRole('banner').first()).toBeVisible({ timeout: 2000 });
  }).toPass();
}
