import { stat } from 'node:fs/promises';
import type { RecipePatch } from '#shared/domain/imports.ts';
import { type ByteSource, toForeignFileError } from './files/byte-source.ts';
import { surveyFile } from './files/file-survey.ts';
import { ForeignFileError } from './foreign-file-error.ts';
import type { ForeignTable } from './foreign-table.ts';
import { openDelimitedText } from './tables/delimited-text.ts';

export interface OpenOptions {
  readonly path: string;
  /** The name to speak of the file by, without its folder. */
  readonly fileName: string;
  /** Whatever it states about reading is obeyed; the rest is detected. */
  readonly patch: RecipePatch;
  readonly signal?: AbortSignal;
}

/**
 * Opens any file a city may bring as one table of rows. What it is, is judged by its content, never by its name.
 * Throws ForeignFileError with a `file/…` code (or `import/bad-recipe`), and the signal's reason when stopped. Close the table when done.
 */
export async function openForeignTable(options: OpenOptions): Promise<ForeignTable> {
  const { path, fileName, patch, signal } = options;
  const source = await describeFile(path, fileName);
  const survey = await surveyFile(source, signal);
  return openDelimitedText(source, survey, patch);
}

async function describeFile(path: string, fileName: string): Promise<ByteSource> {
  const stats = await stat(path).catch((error: unknown) => {
    throw toForeignFileError(error, fileName);
  });
  if (!stats.isFile()) throw new ForeignFileError('file/not-readable', { fileName, reason: 'EISDIR' });
  if (stats.size === 0) throw new ForeignFileError('file/empty', { fileName });
  return { path, fileName, byteCount: stats.size, isGzip: /\.gz$/i.test(path) };
}
