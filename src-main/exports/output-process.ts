import { AskedAside } from '../aside/ask-aside.ts';
import type { OutputBytes, OutputStep } from './make-output.ts';
import type { OutputMessage } from './output-messages.ts';
import type { OutputRequest } from './output-request.ts';
import type { PaperBytes, PaperRequest } from './paper/make-paper.ts';
import { TypesetError } from './typeset/typesetter.ts';

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
  // The baseline compiler halves the time and the memory of the WebAssembly typesetter, whose code runs once.
  const program = { name: 'output-child', from: import.meta.url, switches: ['--liftoff-only'] };
  const asked = new AskedAside<OutputMessage>(program, request, signal);
  for await (const message of asked.tells()) {
    if (message.tell === 'step') yield message.step;
    else if (message.tell === 'done') return message.output;
    else throw new TypesetError(message.detail);
  }
  signal?.throwIfAborted();
  throw new TypesetError(asked.complaint || 'the process that makes documents ended early');
}
