import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** The Node that every script of the project runs on, whatever Node the machine has. */
const node = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url));

export interface CliRun {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** One command line in a process of its own. Paths are relative to `cwd`. */
export function cli(argv: readonly string[], options: { cwd?: string; environment?: NodeJS.ProcessEnv } = {}): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [`${root}src-main/cli/main.ts`, ...argv], {
      cwd: options.cwd ?? root,
      env: {
        ...{ PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8' },
        // What Node remembers of the sources halves the start of the command line, which is most of the work of many tests.
        ...(process.env.NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }),
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, out, err }));
  });
}

/** The one JSON value that `--json` promises; the call must end well. */
export async function cliJson(argv: readonly string[], options: { cwd?: string } = {}): Promise<unknown> {
  const { exitCode, out, err } = await cli([...argv, '--json'], options);
  if (exitCode !== 0) throw new Error(`city-safety ${argv.join(' ')} ended with ${exitCode}: ${out}${err}`);
  return JSON.parse(out);
}
