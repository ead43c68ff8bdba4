import { statSync } from 'node:fs';
import type { CopyReason, FileContents } from '#shared/domain/copies.ts';
import { refuse } from '../../refuse.ts';
import { translateCopyError } from './copy-errors.ts';
import { type FoundCopy, freeCopyPath, halfOf, prepareFolder } from './copy-folders.ts';
import type { Passphrase } from './copy-messages.ts';
import { copyOpenFile, type OpenFile, type TellProgress } from './copy-open-file.ts';
import { askAside } from './copy-process.ts';
import { moveIntoPlace, removeHalf } from './flush.ts';
import { requireSpace } from './free-space.ts';

export interface CopyOrder {
  readonly folder: string;
  readonly title: string;
  readonly reason: CopyReason;
  readonly madeAt: Date;
}

export interface MadeCopy extends FoundCopy {
  readonly contents: FileContents;
  readonly hasPassphrase: boolean;
}

/**
 * A verified copy of the open file: built under another name, flushed, opened and checked by another process, then named. Whatever goes
 * wrong, no half copy is left and the refusal says why.
 */
export async function makeCopy(file: OpenFile, order: CopyOrder, tell: TellProgress = () => {}, signal?: AbortSignal): Promise<MadeCopy> {
  return buildCopy(order, { projectPath: file.path, byteCount: sizeOf(file.path), passphrase: file.passphrase }, (half) =>
    copyOpenFile(file, half, tell, signal),
  );
}

/** The same of a file that is open nowhere; with `from` a copy for the second folder. */
export async function copyFileAtRest(from: string, order: CopyOrder, file: { projectPath: string; passphrase: Passphrase }): Promise<MadeCopy> {
  return buildCopy(order, { ...file, byteCount: sizeOf(from) }, async (half) => {
    await askAside('copy', { from, to: half, passphrase: file.passphrase });
    return null;
  });
}

interface CopiedFile {
  readonly projectPath: string;
  readonly byteCount: number;
  readonly passphrase: Passphrase;
}

/** `build` answers the revision that the copy must have, or null where it is not known. */
async function buildCopy(order: CopyOrder, file: CopiedFile, build: (half: string) => Promise<number | null>): Promise<MadeCopy> {
  const path = freeCopyPath(order.folder, order);
  const half = halfOf(path);
  try {
    prepareFolder(order.folder);
    await requireSpace({ folder: order.folder, byteCount: file.byteCount, projectPath: file.projectPath });
    const revision = await build(half);
    const { contents, hasPassphrase } = await verifyCopy(half, file.passphrase, revision);
    moveIntoPlace(half, path);
    return {
      name: path.slice(order.folder.length + 1),
      path,
      title: order.title,
      madeAt: order.madeAt,
      reason: order.reason,
      byteCount: sizeOf(path),
      contents,
      hasPassphrase,
    };
  } catch (error) {
    removeHalf(half);
    throw translateCopyError(error, path);
  }
}

/** Opened by another process, checked whole, and holding the newest change. */
export async function verifyCopy(path: string, passphrase: Passphrase, revision: number | null): Promise<{ contents: FileContents; hasPassphrase: boolean }> {
  const [found] = await askAside('look', { paths: [path], passphrase, isThorough: true });
  if (!found?.contents || found.problem !== null || (revision !== null && found.contents.revision !== revision)) refuse('copies/not-whole', { path });
  return { contents: found.contents, hasPassphrase: found.hasPassphrase };
}

export function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
