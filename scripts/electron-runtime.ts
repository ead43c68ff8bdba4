import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { root } from './root.ts';

const electronPackage = join(root, 'node_modules/electron');
const reachMs = 3000;
const downloadMs = 5 * 60_000;

/** Why Electron is not used; each has words (`start.<reason>`). */
export type WhyNoElectron = 'noDisplay' | 'asRoot' | 'noRuntime';

/** The Electron program of this machine: named by the environment, or fetched before. */
export function findElectron(environment: NodeJS.ProcessEnv = process.env): string | null {
  const pathFile = join(electronPackage, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const path = environment.ELECTRON_OVERRIDE_DIST_PATH ? join(environment.ELECTRON_OVERRIDE_DIST_PATH, name) : join(electronPackage, 'dist', name);
  return existsSync(path) ? path : null;
}

/** Fetches Electron's runtime where its source answers at all; a machine without network waits for a moment and not for minutes. */
export async function fetchElectron(): Promise<string | null> {
  const hasOtherWay = Object.keys(process.env).some((name) => /^(npm_config_)?electron_mirror$|^https?_proxy$/i.test(name));
  if (!hasOtherWay && !(await answers('github.com', 443))) return null;
  const installed = spawnSync(process.execPath, [join(electronPackage, 'install.js')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'ignore'],
    timeout: downloadMs,
  });
  return installed.status === 0 ? findElectron() : null;
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: reachMs });
    const end = (isReached: boolean) => {
      socket.destroy();
      resolve(isReached);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
