import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ForeignFileError } from '../foreign-file-error.ts';
import { limits, sizeText } from '../guard/limits.ts';

const CHUNK_BYTES = 64 * 1024;

export interface ByteSource {
  readonly path: string;
  readonly fileName: string;
  /** Size of the file on disk. */
  readonly byteCount: number;
  /** The content itself where it came out of another file. */
  readonly bytes?: Buffer;
  readonly isGzip: boolean;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes of the file on disk read so far, and its size. */
  readonly onBytes?: ((done: number, total: number) => void) | undefined;
  readonly onRawChunk?: ((chunk: Buffer) => void) | undefined;
}

/**
 * The bytes of a file piece by piece, inflated where it is gzipped; the next piece is read when the last one was used.
 * Throws `file/too-large`, `file/zip-refused` and `file/damaged` for gzip, `file/not-readable` where the disk fails, and the signal's reason.
 */
export async function* readBytes(source: ByteSource, options: ReadOptions = {}): AsyncGenerator<Buffer> {
  if (source.bytes) return yield* cutBytes(source.bytes, options);
  const { signal, onBytes, onRawChunk } = options;
  let done = 0;
  let inflated = 0;
  const file = createReadStream(source.path, { highWaterMark: CHUNK_BYTES });
  file.on('data', (chunk) => {
    done += chunk.length;
    if (typeof chunk !== 'string') onRawChunk?.(chunk);
  });
  file.pause();
  const stream = source.isGzip ? file.pipe(createGunzip({ chunkSize: CHUNK_BYTES })) : file;
  if (stream !== file) file.on('error', (error) => stream.destroy(error));
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      if (source.isGzip) {
        inflated += chunk.length;
        guardInflation(source, done, inflated);
      }
      onBytes?.(done, source.byteCount);
      yield chunk;
    }
  } catch (error) {
    throw signal?.aborted ? signal.reason : toForeignFileError(error, source.fileName);
  } finally {
    stream.destroy();
    file.destroy();
  }
}

function* cutBytes(bytes: Buffer, { signal, onBytes, onRawChunk }: ReadOptions): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    signal?.throwIfAborted();
    const chunk = bytes.subarray(start, start + CHUNK_BYTES);
    onRawChunk?.(chunk);
    onBytes?.(Math.min(bytes.length, start + CHUNK_BYTES), bytes.length);
    yield chunk;
  }
}

function guardInflation(source: ByteSource, packed: number, inflated: number): void {
  const { fileName } = source;
  if (inflated > limits.inflatedText) throw new ForeignFileError('file/too-large', { fileName, limit: sizeText(limits.inflatedText) });
  if (inflated > limits.ratioFrom && inflated > packed * limits.ratio) throw new ForeignFileError('file/zip-refused', { fileName, reason: 'ratio' });
}

/** What the operating system or zlib said, as a refusal; anything unknown comes back as it is. */
export function toForeignFileError(error: unknown, fileName: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new ForeignFileError('file/not-found', { fileName });
  if (code.startsWith('Z_')) return new ForeignFileError('file/damaged', { fileName });
  if (/^E[A-Z]+$/.test(code)) return new ForeignFileError('file/not-readable', { fileName, reason: code });
  return error;
}
