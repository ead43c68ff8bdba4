import type { CopyPlace, CopyProblem, FileContents, FileCopy } from '#shared/domain/copies.ts';
import type { FileDesk } from '../../files/file-desk.ts';
import { copiesIn, type FoundCopy } from './copy-folders.ts';
import type { Passphrase } from './copy-messages.ts';
import { askAside } from './copy-process.ts';
import type { MadeCopy } from './make-copy.ts';

interface Seen {
  readonly contents: FileContents | null;
  readonly problem: CopyProblem | null;
  readonly hasPassphrase: boolean;
}

/** What copies hold, read once by another process and kept in memory: a copy never changes. */
export class CopyShelf {
  readonly #seen = new Map<string, Seen>();

  /** A copy that was just checked. */
  remember(copy: MadeCopy, passphrase: Passphrase): void {
    this.#seen.set(keyOf(copy, passphrase), { contents: copy.contents, problem: null, hasPassphrase: copy.hasPassphrase });
  }

  /** The copies in the folders given, newest first. */
  async list(folders: readonly { path: string; place: CopyPlace }[], passphrase: Passphrase, files: FileDesk): Promise<FileCopy[]> {
    const found = folders.flatMap(({ path, place }) => copiesIn(path).map((copy) => ({ copy, place })));
    const unseen = found.filter(({ copy }) => !this.#seen.has(keyOf(copy, passphrase)));
    if (unseen.length > 0)
      await this.#look(
        unseen.map(({ copy }) => copy),
        passphrase,
      );
    return found
      .map(({ copy, place }) => ({
        ...(this.#seen.get(keyOf(copy, passphrase)) ?? { contents: null, problem: 'not-readable' as const, hasPassphrase: false }),
        file: files.hand(copy.path),
        fileName: copy.name,
        path: copy.path,
        place,
        reason: copy.reason,
        madeAt: copy.madeAt.toISOString(),
        byteCount: copy.byteCount,
      }))
      .sort((a, b) => b.madeAt.localeCompare(a.madeAt) || a.place.localeCompare(b.place));
  }

  async #look(copies: readonly FoundCopy[], passphrase: Passphrase): Promise<void> {
    const answers = await askAside('look', { paths: copies.map(({ path }) => path), passphrase, isThorough: false });
    for (const [index, { path: _path, ...seen }] of answers.entries()) {
      const copy = copies[index];
      if (copy) this.#seen.set(keyOf(copy, passphrase), seen);
    }
  }
}

/** Whether there was a key counts; which one is not kept. */
const keyOf = ({ path, byteCount, madeAt }: FoundCopy, passphrase: Passphrase): string => `${path} ${byteCount} ${madeAt.getTime()} ${passphrase !== null}`;
