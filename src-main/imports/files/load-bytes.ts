import { ForeignFileError } from '../foreign-file-error.ts';
import { sizeText } from '../guard/limits.ts';
import { type ByteSource, readBytes } from './byte-source.ts';

/** The whole content of a file (inflated where it is gzipped) in memory; `file/too-large` beyond `limit` bytes. */
export async function loadBytes(source: ByteSource, limit: number, signal?: AbortSignal): Promise<Buffer> {
  const { fileName } = source;
  const tooLarge = () => new ForeignFileError('file/too-large', { fileName, limit: sizeText(limit) });
  if (source.bytes) return source.bytes;
  if (source.byteCount > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of readBytes(source, { signal })) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
