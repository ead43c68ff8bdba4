import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { median, report, root } from './measure.ts';

const emptyApplication = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL('data:text/html,<button>Ready</button>'));
app.on('window-all-closed', () => app.quit());
`;

/** From starting Electron to a button that can be pressed: this application against a window with nothing in it, in turn. */
export async function benchElectron(runs: number): Promise<void> {
  const runtime = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const built = join(root, 'out/main/desktop.js');
  if (!runtime || !existsSync(built)) {
    console.log('\nStart of the desktop application: left out, it needs ELECTRON_OVERRIDE_DIST_PATH and a build (npm run build).');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'city-safety-electron-'));
  try {
    writeFileSync(join(folder, 'main.js'), emptyApplication);
    writeFileSync(join(folder, 'package.json'), '{"name":"empty-window","main":"main.js"}');
    const own: number[] = [];
    const empty: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      own.push(await start(runtime, root, join(folder, `settings-${run}`)));
      empty.push(await start(runtime, folder, join(folder, `empty-${run}`)));
    }
    report(`Desktop application (median of ${runs}, in turn)`, [
      { what: 'start to the first usable window', value: median(own) / 1000, unit: 's' },
      { what: 'start to an empty window with a button', value: median(empty) / 1000, unit: 's' },
      { what: 'ratio', value: median(own) / median(empty), unit: '×' },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(runtime: string, application: string, settings: string): Promise<number> {
  const started = performance.now();
  const electron = await _electron.launch({
    executablePath: join(runtime, 'electron'),
    // As root Chromium's sandbox cannot start; the application itself never switches it off.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${settings}`, application],
    env: { ...(process.env as Record<string, string>), CITY_SAFETY_SETTINGS: settings },
  });
  try {
    const window = await electron.firstWindow();
    await window.locator('button:visible').first().waitFor();
    return performance.now() - started;
  } finally {
    await electron.close();
  }
}
