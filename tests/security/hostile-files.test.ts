import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type HostileInput, hostileInputs } from './hostile-inputs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const longestMs = 30_000;
const mostMegabytes = 1_024;
const fewestInputs = 200;

interface Outcome {
  readonly name: string;
  readonly outcome: string;
  readonly ms: number;
  /** Most memory of any process that worked on it, in megabytes. */
  readonly peak: number;
}

/** Largest resident memory so far of a process and of those it started, in megabytes; 0 where the system does not tell (only Linux does). */
function peakMegabytes(pid: number): number {
  try {
    const own = Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean));
    return Math.max(own, ...children.map((child) => peakMegabytes(Number(child))));
  } catch {
    return 0;
  }
}

/** From now on the largest resident memory is counted anew. */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Only Linux counts it at all.
  }
}

/** One process of its own that inspects file after file, and is ended when one takes far too long. */
class Inspector {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #errors = '';
  peak = 0;

  constructor(folder: string) {
    this.#child = spawn(join(root, 'node_modules/.bin/node'), ['--expose-gc', join(root, 'tests/security/hostile-child.ts'), folder, join(root, 'resources')], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text) => {
      this.#errors = `${this.#errors}${text}`.slice(-4000);
    });
    if (this.#child.stdout === null) throw new Error('no output to read from');
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async inspect(task: { name: string; path: string; kind: string }): Promise<Outcome> {
    forgetPeak(this.#child.pid ?? 0);
    this.peak = 0;
    const watch = setInterval(() => {
      this.peak = Math.max(this.peak, peakMegabytes(this.#child.pid ?? 0));
    }, 40);
    const tooLong = setTimeout(() => this.#child.kill('SIGKILL'), longestMs * 2);
    try {
      this.#child.stdin?.write(`${JSON.stringify(task)}\n`);
      const line = await this.#lines.next();
      this.peak = Math.max(this.peak, peakMegabytes(this.#child.pid ?? 0));
      if (line.done) return { name: task.name, outcome: `crash ${this.#errors}`, ms: 0, peak: this.peak };
      return { ...(JSON.parse(line.value) as Omit<Outcome, 'peak'>), peak: Math.round(this.peak) };
    } finally {
      clearInterval(watch);
      clearTimeout(tooLong);
    }
  }

  end(): void {
    this.#child.kill();
  }
}

async function inspectAll(inputs: readonly HostileInput[]): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-files-'));
  const outcomes: Outcome[] = [];
  const inspector = new Inspector(folder);
  try {
    for (const { name, kind, make } of inputs) {
      const path = join(folder, name.replaceAll(/[^\w.]/g, '_'));
      writeFileSync(path, make());
      outcomes.push(await inspector.inspect({ name, path, kind }));
      unlinkSync(path);
      if (outcomes.at(-1)?.outcome.startsWith('crash')) break;
    }
    return outcomes;
  } finally {
    inspector.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('hostile files', () => {
  const inputs = hostileInputs();

  test(`all ${inputs.length} end in a list of problems or a refusal: no crash, none over 30 seconds, none over a gigabyte`, { timeout: 600_000 }, async () => {
    expect(inputs.length).toBeGreaterThanOrEqual(fewestInputs);
    expect(new Set(inputs.map(({ name }) => name)).size).toBe(inputs.length);
    const outcomes = await inspectAll(inputs);
    if (process.env.HOSTILE_REPORT)
      writeFileSync(process.env.HOSTILE_REPORT, outcomes.map(({ name, outcome, ms, peak }) => `${ms}\t${peak}\t${name}\t${outcome}`).join('\n'));
    expect(outcomes.filter(({ outcome }) => !/^(?:preview|refused) /.test(outcome))).toEqual([]);
    expect(outcomes).toHaveLength(inputs.length);
    expect(outcomes.filter(({ ms }) => ms > longestMs)).toEqual([]);
    expect(outcomes.filter(({ peak }) => peak >= mostMegabytes)).toEqual([]);
    console.log(
      `${inputs.length} hostile files: slowest ${Math.max(...outcomes.map(({ ms }) => ms))} ms, most memory ${Math.max(...outcomes.map(({ peak }) => peak))} MB`,
    );
  });
});
