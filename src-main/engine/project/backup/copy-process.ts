import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Progress } from '#shared/domain/outputs.ts';
import { RefusalError, refuse } from '../../refuse.ts';
import type { CopyAsk, CopyQuestionName, CopyQuestions, CopyTell } from './copy-messages.ts';

/** Where the child's code is: beside this file when run from source; in a bundle, `copy-child.js` beside or above the chunk this code lies in. */
function childEntry(): URL {
  const here = import.meta.url;
  const name = new URL(here).pathname.endsWith('.ts') ? 'copy-child.ts' : 'copy-child.js';
  const places = [`./${name}`, `../${name}`].map((place) => new URL(place, here));
  return places.find((place) => existsSync(fileURLToPath(place))) ?? new URL(name, here);
}

/**
 * Asks the process for copies one question and streams its progress; whoever stops reading, or aborts the signal, ends it. Refused as
 * `copies/stopped` when it died. A process, not a thread: closing a file drops all locks that its process holds on it (POSIX), also the
 * engine's own.
 */
export async function* askAsideWithProgress<Name extends CopyQuestionName>(
  name: Name,
  ask: CopyQuestions[Name]['ask'],
  signal?: AbortSignal,
): AsyncGenerator<Progress, CopyQuestions[Name]['answer']> {
  if (signal?.aborted) refuse('copies/cancelled');
  const child = fork(childEntry(), {
    serialization: 'advanced',
    // Inside Electron the executable is Electron itself, which acts as Node only when told so.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const messages: CopyTell[] = [];
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
  child.on('message', (message: CopyTell) => {
    messages.push(message);
    wake();
  });
  child.on('close', end).on('error', end);
  signal?.addEventListener('abort', end);
  child.send({ name, ask } as CopyAsk);
  try {
    for (;;) {
      const message = messages.shift();
      if (message?.tell === 'progress') yield message.progress;
      // Question and answer are one pair of `CopyQuestions`.
      else if (message?.tell === 'done') return message.answer as CopyQuestions[Name]['answer'];
      else if (message?.tell === 'refused') throw new RefusalError(message.refusal.code, message.refusal.params);
      else if (message?.tell === 'failed') throw new Error(message.detail);
      else if (signal?.aborted) refuse('copies/cancelled');
      else if (hasEnded) refuse('copies/stopped', { detail: complaint.trim() });
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

/** The same without progress. */
export async function askAside<Name extends CopyQuestionName>(
  name: Name,
  ask: CopyQuestions[Name]['ask'],
  signal?: AbortSignal,
): Promise<CopyQuestions[Name]['answer']> {
  const asking = askAsideWithProgress(name, ask, signal);
  for (;;) {
    const next = await asking.next();
    if (next.done) return next.value;
  }
}
