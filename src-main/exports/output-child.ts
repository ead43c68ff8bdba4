/** The process that makes one output: typesetting holds its thread until it is done, so it runs where it may be killed at any moment. */
import { makeOutput, type OutputRequest } from './make-output.ts';
import type { OutputMessage } from './output-messages.ts';
import { TypesetError } from './typeset/typesetter.ts';

function tell(message: OutputMessage): void {
  process.send?.(message);
}

process.on('disconnect', () => process.exit(0));
process.on('message', async (request: OutputRequest) => {
  try {
    tell({ tell: 'done', output: await makeOutput(request, (step) => tell({ tell: 'step', step })) });
  } catch (error) {
    if (!(error instanceof TypesetError)) throw error;
    tell({ tell: 'failed', detail: error.message });
  }
});
