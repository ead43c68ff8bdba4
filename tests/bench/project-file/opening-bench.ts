import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { ProjectKey } from '#main/engine/project/encryption/project-key.ts';
import { freshRekeyedPath, makeRekeyedCopy } from '#main/engine/project/encryption/rekeyed-copy.ts';
import { checkInSlices } from '#main/engine/project/opening/check-in-slices.ts';
import { openProjectFile } from '#main/engine/project/project-file.ts';
import { type Figure, hasProgram, median, node, report, runProcess } from '../measure.ts';
import { keptProject, largeSize } from './made-project.ts';
import { openInBrowser } from './open-in-browser.ts';
import type { OpeningTimes } from './open-once.ts';

const limitSeconds = 2;

/**
 * A project of a gigabyte: how long until the first screen has its answers, with the file in the system's memory and without; how long the check takes
 * that goes on behind it and how much it holds up others; what a passphrase costs.
 */
export async function benchOpening(folder: string, options: { isSmoke: boolean; runs: number }): Promise<void> {
  const path = await keptProject(largeSize(options.isSmoke ? 0.01 : 1));
  const figures: Figure[] = [];
  for (const isCold of (await canForget()) ? [false, true] : [false]) {
    const state = isCold ? 'file not in memory' : 'file in memory';
    const times: OpeningTimes[] = [];
    for (let run = 0; run < options.runs; run += 1) {
      if (isCold) forget(path);
      times.push(await openOnce(path, folder));
    }
    const first = median(times.map(({ firstScreen }) => firstScreen)) / 1000;
    figures.push({ what: `first screen answered, ${state}`, value: first, unit: 's', aim: limitSeconds });
    figures.push({ what: `  of which opening the file, ${state}`, value: median(times.map(({ open }) => open)) / 1000, unit: 's' });
  }
  const drawn: number[] = [];
  for (let run = 0; run < options.runs; run += 1) drawn.push((await openInBrowser(path, folder)) ?? Number.NaN);
  figures.push({ what: 'browser: from the click to the drawn City screen', value: median(drawn) / 1000, unit: 's', aim: limitSeconds });
  report(`Opening a project of ${Math.round(statSync(path).size / 1e6)} MB (median of ${options.runs}, a process each)`, figures);
  await benchCheck(path);
  benchPassphrase(path, folder);
}

async function openOnce(path: string, folder: string): Promise<OpeningTimes> {
  const { out } = await runProcess(node, [fileURLToPath(new URL('open-once.ts', import.meta.url)), path, join(folder, 'opening')]);
  return JSON.parse(out) as OpeningTimes;
}

/** `dd` of GNU asks the system to drop what it keeps of one file. */
const canForget = (): Promise<boolean> => hasProgram('dd', ['--version']);
const forget = (path: string): void => {
  spawnSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
};

async function benchCheck(path: string): Promise<void> {
  const start = performance.now();
  const { connection, uncheckedTables } = openProjectFile(path, { isReadOnly: true });
  const fileAlone = performance.now() - start;
  let isDone = false;
  const began = performance.now();
  checkInSlices({ connection, tables: uncheckedTables, onDamage: (table) => console.log(`  damaged: ${table}`), onEnd: () => (isDone = true) });
  let longest = 0;
  for (let last = performance.now(); !isDone; last = performance.now()) {
    await setTimeout(1);
    longest = Math.max(longest, performance.now() - last);
  }
  const sliced = performance.now() - began;
  const whole = performance.now();
  connection.pragma('quick_check(1)', { simple: true });
  report('The check behind the first screen (once)', [
    { what: 'the file alone opened', value: fileAlone, unit: 'ms' },
    { what: 'every table and index read, in slices', value: sliced / 1000, unit: 's' },
    { what: 'longest stretch without an answer', value: longest, unit: 'ms' },
    { what: 'SQLite’s quick_check in one go', value: (performance.now() - whole) / 1000, unit: 's' },
  ]);
  connection.close();
}

function benchPassphrase(path: string, folder: string): void {
  const copy = join(folder, 'locked.citysafety');
  copyFileSync(path, copy);
  const connection = new Database(copy);
  const key = new ProjectKey('cuatro caballos azules duermen');
  const start = performance.now();
  const sealed = freshRekeyedPath(copy);
  makeRekeyedCopy(connection, sealed, { from: null, to: key });
  const setting = performance.now() - start;
  connection.close();
  const opening = performance.now();
  const locked = openProjectFile(sealed, { key, isReadOnly: true });
  report('A passphrase for it (once)', [
    { what: 'setting it', value: setting / 1000, unit: 's' },
    { what: 'opening the file with it', value: (performance.now() - opening) / 1000, unit: 's' },
  ]);
  locked.connection.close();
  for (const file of [copy, sealed]) rmSync(file, { force: true });
}
