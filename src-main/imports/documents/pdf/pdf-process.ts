import { startAside } from '../../../aside/start-aside.ts';
import { ForeignFileError } from '../../foreign-file-error.ts';
import { limits } from '../../guard/limits.ts';
import type { PdfAnswer, PdfRequest, PdfText } from './pdf-messages.ts';

export interface PdfWatch {
  readonly signal?: AbortSignal | undefined;
  readonly onPage?: ((done: number, total: number) => void) | undefined;
}

/** Reads a PDF in a process of its own. `file/reading-stopped` when that takes too much time or memory; the signal's reason when stopped; else as `readPdf`. */
export function readPdfAside(request: PdfRequest, { signal, onPage }: PdfWatch = {}): Promise<PdfText> {
  signal?.throwIfAborted();
  const child = startAside({ name: 'pdf-child', from: import.meta.url, switches: [`--max-old-space-size=${limits.pdfHeapMb}`] });
  return new Promise<PdfText>((resolve, reject) => {
    const stopped = () => finish(() => reject(new ForeignFileError('file/reading-stopped', { fileName: request.fileName })));
    const aborted = () => finish(() => reject(signal?.reason));
    const whole = setTimeout(stopped, limits.pdfSeconds * 1000);
    let onePage = setTimeout(stopped, limits.pdfPageSeconds * 1000);
    const finish = (settle: () => void) => {
      clearTimeout(whole);
      clearTimeout(onePage);
      signal?.removeEventListener('abort', aborted);
      child.removeAllListeners();
      child.kill('SIGKILL');
      settle();
    };
    signal?.addEventListener('abort', aborted, { once: true });
    child.on('exit', stopped).on('error', stopped);
    child.on('message', (answer: PdfAnswer) => {
      if (answer.tell === 'read') return finish(() => resolve(answer.text));
      if (answer.tell === 'refused') return finish(() => reject(new ForeignFileError(answer.code, answer.params)));
      clearTimeout(onePage);
      onePage = setTimeout(stopped, limits.pdfPageSeconds * 1000);
      onPage?.(answer.done, answer.total);
    });
    child.send(request, (error) => {
      if (error) stopped();
    });
  });
}
