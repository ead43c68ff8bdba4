import type { ChildProcess, Serializable } from 'node:child_process';
import { type AsideProgram, startAside } from './start-aside.ts';

/** How much of what a process complains about is kept, in characters: the end says why it died. */
const complaintLength = 2_000;

/** One question to a process of its own, and all that it tells until it is done. */
export class AskedAside<Told> {
  readonly #child: ChildProcess;
  readonly #signal: AbortSignal | undefined;
  readonly #told: Told[] = [];
  #complaint = '';
  #hasEnded = false;
  #wake = () => {};

  constructor(program: Omit<AsideProgram, 'complains'>, question: Serializable, signal?: AbortSignal) {
    this.#signal = signal;
    this.#child = startAside({ ...program, complains: true });
    this.#child.stderr?.on('data', (text) => {
      this.#complaint = `${this.#complaint}${String(text)}`.slice(-complaintLength);
    });
    this.#child.on('message', (message) => {
      this.#told.push(message as Told);
      this.#wake();
    });
    this.#child.on('close', this.#end).on('error', this.#end);
    signal?.addEventListener('abort', this.#stop);
    this.#child.send(question);
  }

  /** What the process said on its standard error. */
  get complaint(): string {
    return this.#complaint.trim();
  }

  /** What the process tells, in order, until it has ended or the signal is aborted. Whoever stops reading ends the process. */
  async *tells(): AsyncGenerator<Told, void> {
    try {
      for (;;) {
        const message = this.#told.shift();
        if (message !== undefined) yield message;
        else if (this.#hasEnded || this.#signal?.aborted) return;
        else
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
      }
    } finally {
      this.#signal?.removeEventListener('abort', this.#stop);
      this.#child.kill('SIGKILL');
    }
  }

  /** At once: whoever aborts may need what the process holds, before anybody reads on here. */
  readonly #stop = (): void => {
    this.#child.kill('SIGKILL');
    this.#end();
  };

  readonly #end = (): void => {
    this.#hasEnded = true;
    this.#wake();
  };
}
