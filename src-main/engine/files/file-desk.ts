import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { FileToken } from '#shared/domain/ids.ts';
import { refuse } from '../refuse.ts';

export interface DeskFile {
  readonly path: string;
  /** The name the person knows it by (an upload's temporary path has another). */
  readonly fileName: string;
}

/**
 * Where doors hand in files: a page holds a token for a file that a person chose, never a path, so nothing that runs in a page can
 * reach a file that nobody chose.
 */
export class FileDesk {
  readonly #files = new Map<FileToken, DeskFile>();
  readonly #tokens = new Map<string, FileToken>();

  /** The same path always gets the same token. */
  hand(path: string, fileName = basename(path)): FileToken {
    const full = resolve(path);
    const known = this.#tokens.get(full);
    if (known) return known;
    const token = randomUUID();
    this.#files.set(token, { path: full, fileName });
    this.#tokens.set(full, token);
    return token;
  }

  /** The file behind a token; an unknown one is refused. */
  get(token: FileToken): DeskFile {
    return this.#files.get(token) ?? refuse('file/unknown-token');
  }
}
