import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** A Chromium that tests can drive: named by `CHROMIUM`, the system's, or Playwright's own. Null when there is none. */
export function findChromium(): string | null {
  return [process.env.CHROMIUM, '/usr/bin/chromium', chromium.executablePath()].find((path) => path && existsSync(path)) ?? null;
}

/** Installs Debian's Chromium where this account may; whether a Chromium is there afterwards. */
export function ensureChromium(): boolean {
  if (findChromium()) return true;
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!mayInstall) return false;
  console.log('Chromium is missing: installing Debian’s package.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  return findChromium() !== null;
}
