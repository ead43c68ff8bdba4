import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { type ByteSource, readBytes } from './byte-source.ts';

const HEAD_BYTES = 1024 * 1024;
const FOREIGN_BYTES = 512 * 1024;

/** What one pass over a whole file tells: its hash, and what its (inflated) bytes are like. */
export interface FileSurvey {
  readonly sha256: string;
  readonly inflatedByteCount: number;
  /** The first megabyte, inflated. */
  readonly head: Buffer;
  /** Pieces that hold other than ASCII, gathered over the whole file up to half a megabyte: what an encoding is judged by. */
  readonly foreign: Buffer;
  readonly isUtf8: boolean;
}

/** Reads the whole file once. Cost for 27 MB: about 60 ms. */
export async function surveyFile(source: ByteSource, signal?: AbortSignal): Promise<FileSurvey> {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  const foreign: Buffer[] = [];
  let headBytes = 0;
  let foreignBytes = 0;
  let inflatedByteCount = 0;
  let valid = true;
  let carry: Buffer = Buffer.alloc(0);
  for await (const chunk of readBytes(source, { signal, onRawChunk: (raw) => hash.update(raw) })) {
    inflatedByteCount += chunk.length;
    if (headBytes < HEAD_BYTES) {
      const piece = chunk.subarray(0, HEAD_BYTES - headBytes);
      head.push(piece);
      headBytes += piece.length;
    }
    if (isAscii(chunk) && carry.length === 0) continue;
    if (foreignBytes < FOREIGN_BYTES) {
      const piece = aroundForeign(chunk).subarray(0, FOREIGN_BYTES - foreignBytes);
      foreign.push(piece);
      foreignBytes += piece.length;
    }
    if (!valid) continue;
    const joined = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const end = endOfWholeCharacters(joined);
    valid = isUtf8(joined.subarray(0, end));
    carry = Buffer.from(joined.subarray(end));
  }
  return {
    sha256: hash.digest('hex'),
    inflatedByteCount,
    head: Buffer.concat(head),
    foreign: Buffer.concat(foreign),
    isUtf8: valid && carry.length === 0,
  };
}

/** From a little before the first byte beyond ASCII on, so that a few accents in a large piece are not lost. */
function aroundForeign(chunk: Buffer): Buffer {
  const first = chunk.findIndex((byte) => byte > 127);
  const start = first < 0 ? 0 : chunk.lastIndexOf(10, first) + 1;
  return chunk.subarray(start, start + 64 * 1024);
}

/** Where the last, perhaps unfinished, UTF-8 character begins when it is unfinished; else the end. */
function endOfWholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
