import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './root.ts';

export interface StepResult {
  readonly name: string;
  readonly isOk: boolean;
  readonly seconds: number;
}

/** The project's own programs first, and its own Node before any other. */
const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);

/**
 * Runs one command of the shell from the project's root. Quiet steps keep their words to themselves unless they fail, so that steps that run
 * side by side stay readable.
 */
export function runStep(name: string, command: string, options: { isQuiet?: boolean; env?: Record<string, string> } = {}): Promise<StepResult> {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: root, shell: true, stdio: options.isQuiet ? 'pipe' : 'inherit', env: { ...process.env, PATH: path, ...options.env } });
    const words: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => words.push(chunk));
    child.once('close', (code) => {
      const result = { name, isOk: code === 0, seconds: (Date.now() - started) / 1000 };
      if (!result.isOk) process.stdout.write(Buffer.concat(words));
      console.log(`${result.isOk ? 'ok    ' : 'FAILED'} ${name} (${result.seconds.toFixed(1)} s)`);
      resolve(result);
    });
  });
}
