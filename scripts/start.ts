/**
 * `npm start [-- FILE] [--browser] [--port N]`: the application in a window where Electron can run here, else in the browser, saying why.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowserDoor } from '#main/browser/browser-door.ts';
import { hasDisplay } from '#main/browser/open-in-browser.ts';
import { defaultFolders } from '#main/engine/default-folders.ts';
import { loadTranslate } from '#main/engine/i18n/load-texts.ts';
import { RefusalError } from '#main/engine/refuse.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { buildWhenStale } from './build-when-stale.ts';
import { fetchElectron, findElectron, type WhyNoElectron } from './electron-runtime.ts';
import { root } from './root.ts';

/** Electron that ends with an error this soon could not start at all (a library of the system is missing). */
const soonMs = 5000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { browser: { type: 'boolean', default: false }, port: { type: 'string' } } });
const projectFile = positionals[0] ? resolve(process.env.INIT_CWD ?? '.', positionals[0]) : undefined;
const folders = defaultFolders();
const t = loadTranslate(folders.resources, (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'en').split('.')[0] ?? 'en');
const say = (line: string) => console.log(line);

if (buildWhenStale()) say(t('start.built'));

const electron = values.browser ? null : await chooseElectron();
if (electron === null) await openBrowserDoor();
else if ('path' in electron) await openWindow(electron.path);
else {
  say(t(`start.${electron.why}`));
  await openBrowserDoor();
}

async function chooseElectron(): Promise<{ path: string } | { why: WhyNoElectron }> {
  if (!hasDisplay()) return { why: 'noDisplay' };
  // Chromium's sandbox does not start as root, and the application is not run without it.
  if (process.platform === 'linux' && process.getuid?.() === 0) return { why: 'asRoot' };
  const path = findElectron() ?? (await fetchElectron());
  return path ? { path } : { why: 'noRuntime' };
}

async function openWindow(path: string): Promise<void> {
  say(t('start.window'));
  const started = Date.now();
  const child = spawn(path, [root, ...(projectFile ? [projectFile] : [])], { stdio: 'inherit' });
  const code = await new Promise<number>((done) => {
    child.once('error', () => done(127));
    child.once('exit', (status, signal) => done(signal ? 1 : (status ?? 0)));
  });
  if (code === 0 || Date.now() - started > soonMs) {
    process.exitCode = code;
    return;
  }
  say(t('start.windowFailed', { code }));
  await openBrowserDoor();
}

async function openBrowserDoor(): Promise<void> {
  const door = await startBrowserDoor({
    open: hasDisplay(),
    folders,
    ...(projectFile && { projectFile }),
    ...(values.port && { port: Number(values.port) }),
  }).catch((error: unknown) => {
    if (!(error instanceof RefusalError)) throw error;
    console.error(t(`error.${error.refusal.code}` as TextKey, error.refusal.params));
    process.exit(1);
  });
  say(t('start.address', { url: door.url }));
  say(t(process.stdin.isTTY ? 'start.endAndAgain' : 'start.end'));
  if (process.stdin.isTTY) process.stdin.on('data', () => say(door.newAddress()));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void door.close().then(() => process.exit(0)));
}
