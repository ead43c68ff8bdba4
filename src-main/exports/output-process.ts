import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OutputBytes, OutputStep } from './make-output.ts';
import type { OutputMessage } from './output-messages.ts';
import type { OutputRequest } from './output-request.ts';
import type { PaperBytes, PaperRequest } from './paper/make-paper.ts';
import { TypesetError } from './typeset/typesetter.ts';

/** Where the child's code is: beside this file when run from source; in a bundle, `output-child.js` beside or above the chunk this code lies in. */
function childEntry(): URL {
  const here = import.meta.url;
  const name = new URL(here).pathname.endsWith('.ts') ? 'output-child.ts' : 'output-child.js';
  const places = [`./${name}`, `../${name}`].map((place) => new URL(place, here));
  return places.find((place) => existsSync(fileURLToPath(place))) ?? new URL(name, here);
}

/**
 * Makes an output in a process of its own and streams its steps; whoever stops reading, or aborts the signal, ends that process.
 * `TypesetError` where the document could not be set or the process died.
 */
export async function* makeOutputAside(request: OutputRequest, signal?: AbortSignal): AsyncGenerator<OutputStep, OutputBytes> {
  const output = yield* aside(request, signal);
  if ('perPage' in output) throw new TypeError('printed matter in place of an output');
  return output;
}

/** The same for printed matter. */
export async function* makePaperAside(request: PaperRequest, signal?: AbortSignal): AsyncGenerator<OutputStep, PaperBytes> {
  const output = yield* aside(request, signal);
  if (!('perPage' in output)) throw new TypeError('an output in place of printed matter');
  return output;
}

async function* aside(request: OutputRequest | PaperRequest, signal: AbortSignal | undefined): AsyncGenerator<OutputStep, OutputBytes | PaperBytes> {
  signal?.throwIfAborted();
  const child = fork(childEntry(), {
    serialization: 'advanced',
    // The baseline compiler halves the time and the memory of the WebAssembly typesetter, whose code runs once.
    execArgv: ['--liftoff-only'],
    // Inside Electron the executable is Electron itself, which acts as Node only when told so.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const messages: OutputMessage[] = [];
  let complaint = '';
  let hasEnded = false;
  let wake = () => {};
  const end = () => {
    hasEnded = true;
    wake();
  };
  child.stderr?.on('data', (text) => {
    complaint = `${complaint}${String(text)}`.slice(-2_000);
  });
  child.on('message', (message: OutputMessage) => {
    messages.push(message);
    wake();
  });
  child.on('close', end).on('error', end);
  signal?.addEventListener('abort', end);
  child.send(request);
  try {
    for (;;) {
      const message = messages.shift();
      if (message?.tell === 'step') yield message.step;
      else if (message?.tell === 'done') return message.output;
      else if (message?.tell === 'failed') throw new TypesetError(message.detail);
      else if (signal?.aborted) throw signal.reason;
      else if (hasEnded) throw new TypesetError(complaint.trim() || 'the process that makes documents ended early');
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    signal?.removeEventListener('abort', end);
    child.kill('SIGKILL');
  }
}
