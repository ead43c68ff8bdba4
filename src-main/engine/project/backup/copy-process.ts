import type { Progress } from '#shared/domain/outputs.ts';
import { AskedAside } from '../../../aside/ask-aside.ts';
import { RefusalError, refuse } from '../../refuse.ts';
import type { CopyAsk, CopyQuestionName, CopyQuestions, CopyTell } from './copy-messages.ts';

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
  const asked = new AskedAside<CopyTell>({ name: 'copy-child', from: import.meta.url }, { name, ask } as CopyAsk, signal);
  for await (const message of asked.tells()) {
    if (message.tell === 'progress') yield message.progress;
    // Question and answer are one pair of `CopyQuestions`.
    else if (message.tell === 'done') return message.answer as CopyQuestions[Name]['answer'];
    else if (message.tell === 'refused') throw new RefusalError(message.refusal.code, message.refusal.params);
    else throw new Error(message.detail);
  }
  if (signal?.aborted) refuse('copies/cancelled');
  return refuse('copies/stopped', { detail: asked.complaint });
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
