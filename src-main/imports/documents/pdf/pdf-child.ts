/** The process that reads one PDF: it may be killed at any moment, and ends when its parent lets go of it. */
import { readFile } from 'node:fs/promises';
import { isMainThread, Worker } from 'node:worker_threads';
import { ForeignFileError } from '../../foreign-file-error.ts';
import { limits } from '../../guard/limits.ts';
import { keepJoinedLetters } from './joined-letters.ts';
import type { PdfAnswer, PdfRequest } from './pdf-messages.ts';
import { readPdf } from './read-pdf.ts';

const tell = (answer: PdfAnswer) => process.send?.(answer);

async function answer({ path, fileName }: PdfRequest): Promise<void> {
  try {
    const bytes = new Uint8Array(await readFile(path));
    tell({ tell: 'read', text: await readPdf(bytes, fileName, (done, total) => tell({ tell: 'page', done, total })) });
  } catch (error) {
    if (!(error instanceof ForeignFileError)) throw error;
    tell({ tell: 'refused', code: error.code, params: error.params });
  }
}

if (isMainThread) {
  process.on('disconnect', () => process.exit(0));
  keepJoinedLetters();
  // pdf.js unpacks in one stretch, so a timer here would never run: a thread beside it looks at the memory of the whole process.
  new Worker(new URL(import.meta.url)).unref();
  process.on('message', (request: PdfRequest) => void answer(request));
} else {
  setInterval(() => {
    if (process.memoryUsage.rss() > limits.pdfMemoryMb * 1024 ** 2) process.kill(process.pid, 'SIGKILL');
  }, 100);
}
