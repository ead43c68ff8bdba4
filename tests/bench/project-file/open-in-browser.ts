import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../../scripts/chromium.ts';
import { node, root } from '../measure.ts';
import { startEngine } from './engine-at-hand.ts';

/**
 * A project chosen from the list of recent ones, through the browser door and its own engine process: milliseconds from the click until the City screen
 * shows the city's name. Null where there is no built page or no Chromium.
 */
export async function openInBrowser(path: string, folder: string): Promise<number | null> {
  const executablePath = findChromium();
  if (!executablePath || !existsSync(join(root, 'out/renderer/index.html'))) return null;
  const own = join(folder, 'browser');
  const remembering = startEngine(own);
  await remembering.open(path);
  remembering.close();
  const door = spawn(node, [join(root, 'src-main/cli/main.ts'), 'serve', '--port', '0', '--no-open', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CITY_SAFETY_SETTINGS: join(own, 'settings'), CITY_SAFETY_PROJECTS: own },
  });
  const ended = new Promise((resolve) => door.once('close', resolve));
  // As root Chromium's sandbox cannot start.
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const line = await new Promise<string>((resolve) => door.stdout.setEncoding('utf8').once('data', resolve));
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto((JSON.parse(line) as { url: string }).url);
    const entry = page.getByRole('button', { name: /^Puerto Grande/ });
    await entry.waitFor();
    const start = performance.now();
    await entry.click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('main input')?.value === 'Puerto Grande');
    return performance.now() - start;
  } finally {
    await browser.close();
    door.kill('SIGTERM');
    await ended;
  }
}
