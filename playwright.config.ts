import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/** The system's Chromium; another with `CHROMIUM=/path`, and Playwright's own where neither is there. */
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium'].find((path) => path && existsSync(path));

export default defineConfig({
  outputDir: 'test-results/files',
  // Windows and engines share two cores on the smallest machine this runs on.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  // A machine that others use too may be too slow for once; what passes only at its second try is named at the end (scripts/test.ts).
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  projects: [
    {
      name: 'chromium',
      testDir: 'tests/e2e/browser',
      use: {
        viewport: { width: 1366, height: 768 },
        locale: 'en-GB',
        actionTimeout: 20_000,
        // Recording every test would cost a tenth of the time.
        trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
        launchOptions: {
          ...(chromium && { executablePath: chromium }),
          // As root Chromium's sandbox cannot start; maps need WebGL, which has no graphics card here.
          args: [...(isRoot ? ['--no-sandbox'] : []), '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
        },
      },
    },
    // Starts the built application: `npm run test:electron`. One window at a time has the focus.
    { name: 'electron', testDir: 'tests/e2e/electron', fullyParallel: false, workers: 1 },
  ],
});
