import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** The Node that every script of the project runs on. */
export const node = `${root}node_modules/.bin/node`;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

export interface ProcessRun {
  /** Wall time from spawn to exit. */
  readonly ms: number;
  /** Largest resident memory of the process, from `/usr/bin/time`; null where that is not installed. */
  readonly peakMegabytes: number | null;
  readonly out: string;
}

/** One process from start to end. What it printed on its output is kept; a bad end fails the benchmark. */
export async function runProcess(command: string, parameters: readonly string[], input?: string): Promise<ProcessRun> {
  const started = performance.now();
  const child = spawn('/usr/bin/time', ['-f', 'peak-kilobytes %M', command, ...parameters], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  const { out, err, exitCode } = await outcomeOf(child, input).catch(() => ({ out: '', err: '', exitCode: -1 }));
  const ms = performance.now() - started;
  const peak = /peak-kilobytes (\d+)/.exec(err)?.[1];
  if (exitCode !== 0) throw new Error(`${command} ${parameters.join(' ')} ended with ${exitCode}: ${err}`);
  return { ms, peakMegabytes: peak === undefined ? null : Number(peak) / 1024, out };
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
    const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
    const verdict = aim === undefined ? '' : `  (aim ≤ ${aim}${value <= aim ? '' : ', MISSED'})`;
    console.log(`  ${what.padEnd(58)} ${value.toFixed(digits).padStart(9)} ${unit}${verdict}`);
  }
}
