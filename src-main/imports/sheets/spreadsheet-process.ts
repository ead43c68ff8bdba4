import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ForeignFileError } from '../foreign-file-error.ts';
import { limits } from '../guard/limits.ts';
import type { SpreadsheetAnswer, SpreadsheetRequest } from './spreadsheet-messages.ts';

/** Where the child's code is: beside this file when run from source; in a bundle, `spreadsheet-child.js` beside or above the chunk this code lies in. */
export function childEntryUrl(here = import.meta.url): URL {
  const name = new URL(here).pathname.endsWith('.ts') ? 'spreadsheet-child.ts' : 'spreadsheet-child.js';
  const places = [`./${name}`, `../${name}`].map((place) => new URL(place, here));
  return places.find((place) => existsSync(fileURLToPath(place))) ?? new URL(name, here);
}

/** A process that reads one spreadsheet and is killed when it needs too much time or memory, or when its table is closed. */
export class SpreadsheetProcess {
  readonly #child: ChildProcess;
  readonly #fileName: string;

  constructor(fileName: string) {
    this.#fileName = fileName;
    this.#child = fork(childEntryUrl(), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${limits.spreadsheetMemoryMb}`],
      // Inside Electron the executable is Electron itself, which acts as Node only when told so.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.unref();
    this.#child.channel?.unref();
  }

  /** Sends one request and waits for its answer; `file/parser-stopped` when the process ends or takes too long, the signal's reason when stopped. */
  ask(request: SpreadsheetRequest, signal?: AbortSignal): Promise<SpreadsheetAnswer> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const stopped = () => finish(() => reject(new ForeignFileError('file/parser-stopped', { fileName: this.#fileName, seconds: limits.spreadsheetSeconds })));
      const aborted = () => finish(() => reject(signal?.reason));
      const answered = (answer: SpreadsheetAnswer) => finish(() => resolve(answer));
      const timer = setTimeout(() => {
        this.kill();
        stopped();
      }, limits.spreadsheetSeconds * 1000);
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        child.off('message', answered).off('exit', stopped).off('error', stopped);
        signal?.removeEventListener('abort', aborted);
        child.channel?.unref();
        settle();
      };
      if (child.exitCode !== null || child.signalCode !== null || !child.connected) return stopped();
      if (signal?.aborted) return aborted();
      signal?.addEventListener('abort', aborted, { once: true });
      child.channel?.ref();
      child.on('message', answered).on('exit', stopped).on('error', stopped);
      child.send(request, (error) => {
        if (error) stopped();
      });
    });
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}
