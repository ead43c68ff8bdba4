import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { RecoveryReport } from '#shared/domain/copies.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { refuse } from '../../../refuse.ts';
import type { EngineServices } from '../../../services.ts';
import type { ProjectKey } from '../../encryption/project-key.ts';
import { projectExtension } from '../../project-file.ts';
import { translateCopyError } from '../copy-errors.ts';
import { askAside, askAsideWithProgress } from '../copy-process.ts';
import { moveIntoPlace, removeHalf } from '../flush.ts';
import { requireSpace } from '../free-space.ts';
import { sizeOf } from '../make-copy.ts';

/** Saves what can be read of a damaged file into a new one, in a process that may die of it. The damaged file is only read. */
export async function* recoverIntoNewFile(
  services: EngineServices,
  asked: { damaged: string; into: string | null; key: ProjectKey | null },
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, RecoveryReport> {
  const { damaged } = asked;
  const passphrase = asked.key?.share() ?? null;
  if (!existsSync(damaged)) refuse('file/not-found', { path: damaged, fileName: basename(damaged) });
  const path = asked.into ?? freeName(damaged);
  if (existsSync(path)) refuse('project/already-exists', { path });
  const half = `${path}.part`;
  removeHalf(half);
  try {
    await requireSpace({ folder: dirname(path), byteCount: sizeOf(damaged), projectPath: damaged });
    const { tables, pages } = yield* askAsideWithProgress('recover', { damaged, into: half, passphrase }, signal);
    const [found] = await askAside('look', { paths: [half], passphrase, isThorough: true }, signal);
    if (!found?.contents || found.problem !== null) refuse('copies/nothing-to-recover', { path: damaged });
    moveIntoPlace(half, path);
    const isComplete =
      pages.unreadable === 0 && tables.every((table) => table.lost === 0 && table.dropped + table.unlinked + table.standIns + table.mended === 0);
    return {
      ...{ path, fileName: basename(path), file: services.files.hand(path), damagedPath: damaged, pages },
      ...{ tables: [...tables], isComplete, contents: found.contents },
    };
  } catch (error) {
    removeHalf(half);
    throw translateCopyError(error, path);
  }
}

function freeName(damaged: string): string {
  const stem = join(dirname(damaged), `${basename(damaged, extname(damaged))} (recovered`);
  for (let number = 1; ; number += 1) {
    const path = `${stem}${number === 1 ? '' : ` ${number}`}).${projectExtension}`;
    if (!existsSync(path)) return path;
  }
}
