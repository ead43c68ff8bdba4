/**
 * `npm test`: everything that can run without Electron's runtime. Unit, integration and security tests, then the whole application in
 * Chromium. Ends with one line of counts; fails when anything failed, and under `CI` also when the browser tests could not run.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenStale } from './build-when-stale.ts';
import { ensureChromium } from './chromium.ts';
import { root } from './root.ts';
import { runStep } from './run-step.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const results = join(root, 'test-results');
mkdirSync(results, { recursive: true });

const hasChromium = ensureChromium();
buildWhenStale();

const all = [await runVitest()];
if (hasChromium) all.push(await runBrowserTests());

const total = all.reduce((sum, counts) => ({ passed: sum.passed + counts.passed, failed: sum.failed + counts.failed, skipped: sum.skipped + counts.skipped }));
if (!hasChromium) {
  console.log('\nLEFT OUT: the tests in the browser. There is no Chromium here, and this account may not install it.');
  console.log('Install it with "sudo apt-get install chromium", or name one in CHROMIUM=/path/to/chromium, and run npm test again.\n');
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || (!hasChromium && process.env.CI) ? 1 : 0;

async function runVitest(): Promise<Counts> {
  const file = join(results, 'vitest.json');
  rmSync(file, { force: true });
  const step = await runStep('unit, integration and security tests', `vitest run --reporter=default --reporter=json --outputFile.json="${file}"`);
  return countsOf(step.isOk, file, (report) => ({
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 0,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  }));
}

async function runBrowserTests(): Promise<Counts> {
  const file = join(results, 'playwright.json');
  rmSync(file, { force: true });
  const step = await runStep('the application in Chromium', 'playwright test --project=chromium --reporter=list,json', {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  tellSecondTries(file);
  return countsOf(step.isOk, file, ({ stats }) => ({
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  }));
}

/** Tests that passed only at their second try are no failures, and still somebody's work. */
function tellSecondTries(file: string): void {
  if (!existsSync(file)) return;
  const { stats, suites = [] } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  if (!stats?.flaky) return;
  const titles = (suite: Suite): string[] => [
    ...(suite.specs ?? []).filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => `${suite.title}: ${title}`),
    ...(suite.suites ?? []).flatMap(titles),
  ];
  console.log(`PASSED ONLY AT THE SECOND TRY:\n  ${suites.flatMap(titles).join('\n  ')}`);
}

interface Suite {
  readonly title: string;
  readonly specs?: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[];
  readonly suites?: readonly Suite[];
}

/** The little of both reports that is read here. */
interface Report {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  numTodoTests?: number;
  suites?: readonly Suite[];
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** A run that failed without a failed test (a file that cannot be read, an error between tests) counts as one. */
function countsOf(isOk: boolean, file: string, read: (report: Report) => Counts): Counts {
  let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')) as Report);
  } catch {
    console.log(`There is no report in ${file}.`);
    isOk = false;
  }
  return isOk ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}
