import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** The Node that every script of the project runs on. */
export const node = `${root}node_modules/.bin/node`;

/** GNU time (Debian: `time`) knows what a process used; without it only the wall clock is told. */
const timeProgram = '/usr/bin/time';

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/** The value that a share of all does not exceed, 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export interface ProcessRun {
  /** Wall time from spawn to exit. */
  readonly ms: number;
  /** Processor time of the process, in user and kernel mode; null where `/usr/bin/time` is not installed. */
  readonly cpuSeconds: number | null;
  /** Largest resident memory of the process, from `/usr/bin/time`; null where that is not installed. */
  readonly peakMegabytes: number | null;
  readonly out: string;
}

/** One process from start to end. What it printed on its output is kept; a bad end fails the benchmark. */
export async function runProcess(command: string, parameters: readonly string[], input?: string): Promise<ProcessRun> {
  const started = performance.now();
  const isTimed = existsSync(timeProgram);
  const words = isTimed ? [timeProgram, '-f', 'measured %M %U %S', command, ...parameters] : [command, ...parameters];
  const child = spawn(words[0] ?? command, words.slice(1), { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  const { out, err, exitCode } = await outcomeOf(child, input);
  const ms = performance.now() - started;
  if (exitCode !== 0) throw new Error(`${command} ${parameters.join(' ')} ended with ${exitCode}: ${err}${out}`);
  const [, kilobytes, user, kernel] = /measured (\d+) ([\d.]+) ([\d.]+)/.exec(err) ?? [];
  return {
    ms,
    cpuSeconds: user === undefined ? null : Number(user) + Number(kernel),
    peakMegabytes: kilobytes === undefined ? null : Number(kilobytes) / 1024,
    out,
  };
}

function outcomeOf(child: ChildProcess, input?: string): Promise<{ out: string; err: string; exitCode: number | null }> {
  return new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ out, err, exitCode }));
    child.stdin?.end(input ?? '');
  });
}

/** Whether a program can be started here. */
export async function hasProgram(name: string, parameters: readonly string[]): Promise<boolean> {
  const child = spawn(name, parameters, { stdio: 'ignore' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (exitCode) => resolve(exitCode === 0));
  });
}

/** One line of the report: what, how much, and the aim where the project has one. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly aim?: number;
}

export function report(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  for (const { what, value, unit, aim } of figures) {
    if (!Number.isFinite(value)) continue;
    const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
    const verdict = aim === undefined ? '' : `  (aim ≤ ${aim}${value <= aim ? '' : ', MISSED'})`;
    console.log(`  ${what.padEnd(58)} ${value.toFixed(digits).padStart(9)} ${unit}${verdict}`);
  }
}
