import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/** The system's Chromium; another with `CHROMIUM=/path`, and Playwright's own where neither is there. */
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium'].find((path) => path && existsSync(path));

/**
 * What Chromium's own window starts beside every page of a test: two pages of its address bar, in a process that takes as much of the processor
 * as the page. Of several lists Chromium heeds the last, so Playwright's own names stand here too.
 */
const withoutFeatures = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose'],
  ...['HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints'],
  ...['PaintHolding', 'PreconnectToSearch', 'ThirdPartyStoragePartitioning'],
];

export default defineConfig({
  globalSetup: './tests/e2e/build.ts',
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
          // As root Chromium's sandbox cannot start; maps need WebGL, which has no graphics card here. The page itself is drawn without it.
          args: [
            ...(isRoot ? ['--no-sandbox'] : []),
            ...['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing'],
            `--disable-features=${withoutFeatures.join(',')}`,
          ],
        },
      },
    },
    // Starts the built application: `npm run test:electron`. One window at a time has the focus.
    { name: 'electron', testDir: 'tests/e2e/electron', fullyParallel: false, workers: 1 },
  ],
});
