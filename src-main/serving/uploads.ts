import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** The largest file a browser may hand in: well above the largest police exports met, well below what fills an old laptop's disk. */
export const defaultUploadLimitBytes = 2 * 1024 ** 3;

export class UploadTooLargeError extends Error {}

/**
 * Streams an upload into a file of its own in the folder and returns its path. Nothing stays behind when it is too large or breaks off.
 * The person's name for it only lends the ending; it never becomes a path.
 */
export async function storeUpload(options: { body: ReadableStream; folder: string; fileName: string; limitBytes: number }): Promise<string> {
  await mkdir(options.folder, { recursive: true });
  const path = join(options.folder, `${randomUUID()}${safeExtension(options.fileName)}`);
  try {
    await pipeline(Readable.fromWeb(options.body), countedUpTo(options.limitBytes), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return path;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function countedUpTo(limitBytes: number): Transform {
  let count = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length;
      if (count > limitBytes) done(new UploadTooLargeError());
      else done(null, chunk);
    },
  });
}

function safeExtension(fileName: string): string {
  const extension = extname(fileName).toLowerCase();
  return /^\.[a-z0-9]{1,12}$/.test(extension) ? extension : '';
}
