import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '#shared/domain/outputs.ts';
import type { CleanedCopies, EraseChoices, UncleanCopies } from '#shared/domain/people.ts';
import { refuse } from '../../refuse.ts';
import type { EngineServices } from '../../services.ts';
import { copiesIn, type FoundCopy, halfOf } from '../backup/copy-folders.ts';
import { askAside } from '../backup/copy-process.ts';
import { moveIntoPlace, removeHalf } from '../backup/flush.ts';
import { sql } from '../open-project.ts';
import { projectExtension } from '../project-file.ts';
import type { PeopleFound } from './scrub-messages.ts';

interface Unclean extends FoundCopy {
  readonly found: PeopleFound;
}

/** Copies on this machine that still hold people who were deleted for good, newest first, and copies out of reach. */
export async function uncleanCopies(services: EngineServices): Promise<UncleanCopies> {
  const { project } = services.copies.current ?? refuse('project/none-open');
  const copies = await findUnclean(services);
  const handedOut = project.all(sql.selectFrom('handed_copy').select(['name', 'handed_out_at']).where('brought_back_at', 'is', null).orderBy('handed_out_at'));
  return {
    erasedPeople: erasedPeople(services).length,
    copies: copies.map(({ path, name, madeAt, found }) => ({ path, fileName: name, madeAt: madeAt.toISOString(), canBeCleaned: found === 'some' })),
    handedOut: handedOut.map(({ name, handed_out_at: handedOutAt }) => ({ name, handedOutAt })),
  };
}

/**
 * Takes the people who were deleted for good out of the automatic copies: each is rewritten without them under another name and then takes the
 * place of the old one. A copy that cannot be rewritten is deleted where `deleteOthers`.
 */
export async function* cleanCopies(
  services: EngineServices,
  { deleteOthers, ...choices }: EraseChoices & { deleteOthers: boolean },
): AsyncGenerator<Progress, CleanedCopies> {
  const copies = await findUnclean(services);
  const ids = erasedPeople(services);
  const failed: CleanedCopies['failed'] = [];
  let cleaned = 0;
  let deleted = 0;
  for (const [index, { path, name, found }] of copies.entries()) {
    yield { step: 'privacy.copies', done: index, total: copies.length };
    try {
      if (found === 'some') {
        await rewrite(services, path, ids, choices);
        cleaned += 1;
      } else if (deleteOthers) {
        rmSync(path);
        deleted += 1;
      }
    } catch (error) {
      console.error(error);
      failed.push({ fileName: name, path });
    }
  }
  return { cleaned, deleted, failed };
}

async function rewrite(services: EngineServices, path: string, ids: readonly string[], choices: EraseChoices): Promise<void> {
  const passphrase = services.copies.current?.key?.share() ?? null;
  const work = workPath(services);
  const half = halfOf(path);
  try {
    removeHalf(half);
    await askAside('copy', { from: path, to: work, passphrase });
    await askAside('scrub', { work, to: half, passphrase, keepPassphrase: true, order: { what: 'people', ids, choices } });
    moveIntoPlace(half, path);
  } finally {
    removeHalf(work);
    removeHalf(half);
  }
}

/** A file of this engine's own, on this machine: what holds people never lies beside what is to hold none. */
export function workPath({ folders }: EngineServices): string {
  return join(folders.temporary, `${randomUUID()}.${projectExtension}`);
}

async function findUnclean(services: EngineServices): Promise<Unclean[]> {
  const current = services.copies.current ?? refuse('project/none-open');
  const ids = erasedPeople(services);
  if (ids.length === 0) return [];
  const names = services.copies.namesOf(current);
  const second = services.copies.secondFolderOf(names);
  const copies = [services.copies.folderOf(names), ...(second === null ? [] : [second])].flatMap(copiesIn);
  if (copies.length === 0) return [];
  const found = await askAside('people', { paths: copies.map(({ path }) => path), passphrase: current.key?.share() ?? null, ids });
  return copies.flatMap((copy, index) => {
    const answer = found[index] ?? 'unknown';
    return answer === 'none' ? [] : [{ ...copy, found: answer }];
  });
}

function erasedPeople(services: EngineServices): string[] {
  return services.session
    .require()
    .all(sql.selectFrom('erased').select('id').where('type', '=', 'person'))
    .map(({ id }) => id);
}
