/** The process that makes one output: typesetting holds its thread until it is done, so it runs where it may be killed at any moment. */
import { makeOutput, type OutputStep } from './make-output.ts';
import type { OutputMessage } from './output-messages.ts';
import type { OutputRequest } from './output-request.ts';
import { makePaper, type PaperRequest } from './paper/make-paper.ts';
import { TypesetError } from './typeset/typesetter.ts';

function tell(message: OutputMessage): void {
  process.send?.(message);
}

process.on('disconnect', () => process.exit(0));
process.on('message', async (request: OutputRequest | PaperRequest) => {
  const onStep = (step: OutputStep) => tell({ tell: 'step', step });
  try {
    tell({ tell: 'done', output: await (request.kind === 'paper' ? makePaper(request, onStep) : makeOutput(request, onStep)) });
  } catch (error) {
    if (!(error instanceof TypesetError)) throw error;
    tell({ tell: 'failed', detail: error.message });
  }
});
