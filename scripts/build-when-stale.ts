import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** What the build is made from; the page carries the language files. */
const sources = ['src-main', 'src-renderer', 'src-shared', 'resources', 'electron.vite.config.ts', 'package-lock.json'];
/** One file of each part of the build. */
const outputs = ['out/main/desktop.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** Builds when a source is newer than the build, or there is none. Returns whether it built; ends the program when the build fails. */
export function buildWhenStale(): boolean {
  if (!isStale()) return false;
  const built = spawnSync(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
  return true;
}

function isStale(): boolean {
  const oldestOutput = Math.min(...outputs.map((path) => changedAt(join(root, path))));
  return sources.some((path) => newestIn(join(root, path)) > oldestOutput);
}

function newestIn(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path, { recursive: true, withFileTypes: true }).map((entry) => (entry.isFile() ? changedAt(join(entry.parentPath, entry.name)) : 0)),
  );
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
