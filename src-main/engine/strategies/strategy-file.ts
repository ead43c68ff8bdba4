import { statSync } from 'node:fs';
import type { FileToken } from '#shared/domain/ids.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import type { ReadableFile } from '#shared/domain/strategies.ts';
import { type DocumentText, readDocumentText } from '../../imports/documents/document-text.ts';
import type { PdfWatch } from '../../imports/documents/pdf/pdf-process.ts';
import { foreign } from '../imports/open-file.ts';
import { refuse } from '../refuse.ts';
import type { EngineServices } from '../services.ts';

export interface OpenedDocument extends DocumentText {
  readonly fileName: string;
}

/** The file opened last, by what it was on disk: reading a long PDF twice would make a person wait twice. One text, at most some megabytes. */
const openedLast = new WeakMap<EngineServices, { readonly key: string; readonly document: OpenedDocument }>();

/** The words of a file. Refusals: `file/*`; `import/cancelled` when stopped. */
export async function openedDocument(services: EngineServices, token: FileToken, watch: PdfWatch): Promise<OpenedDocument> {
  const { path, fileName } = services.files.get(token);
  const found = statSync(path, { throwIfNoEntry: false }) ?? refuse('file/not-found', { fileName });
  const key = [token, found.size, found.mtimeMs, found.ino].join(' ');
  const known = openedLast.get(services);
  if (known?.key === key) return known.document;
  const document = { fileName, ...(await foreign(() => readDocumentText(path, fileName, found.size, watch), watch.signal)) };
  openedLast.set(services, { key, document });
  return document;
}

/** The same with progress by page; tells what was found. */
export async function* openStrategyFile(services: EngineServices, token: FileToken, signal?: AbortSignal): AsyncGenerator<Progress, ReadableFile> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  let news: Progress | null = null;
  let wake = () => {};
  const onPage = (done: number, total: number) => {
    news = { step: 'pages', done, total };
    wake();
  };
  const opening = openedDocument(services, token, { signal: stop.signal, onPage }).then(readableFile);
  let isOver = false;
  const finish = () => {
    isOver = true;
    wake();
  };
  opening.then(finish, finish);
  try {
    while (!isOver) {
      const next: Progress | null = news;
      news = null;
      if (next) yield next;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    return await opening;
  } finally {
    signal?.removeEventListener('abort', abort);
    stop.abort();
  }
}

function readableFile({ text, pageStarts }: DocumentText): ReadableFile {
  const silent = pageStarts.filter((start, index) => text.slice(start, pageStarts[index + 1]).trim() === '');
  return { wordCount: text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu)?.length ?? 0, pageCount: pageStarts.length || null, silentPageCount: silent.length };
}
