import type { ChildProcess } from 'node:child_process';
import { startAside } from '../../aside/start-aside.ts';
import { ForeignFileError } from '../foreign-file-error.ts';
import { limits } from '../guard/limits.ts';
import type { SpreadsheetAnswer, SpreadsheetRequest } from './spreadsheet-messages.ts';

/** A process that reads one spreadsheet and is killed when it needs too much time or memory, or when its table is closed. */
export class SpreadsheetProcess {
  readonly #child: ChildProcess;
  readonly #fileName: string;

  constructor(fileName: string) {
    this.#fileName = fileName;
    this.#child = startAside({ name: 'spreadsheet-child', from: import.meta.url, switches: [`--max-old-space-size=${limits.spreadsheetMemoryMb}`] });
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
