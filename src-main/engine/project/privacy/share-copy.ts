import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Progress } from '#shared/domain/outputs.ts';
import type { ShareChoices, SharedCopy, SharePreview } from '#shared/domain/people.ts';
import { refuse } from '../../refuse.ts';
import type { EngineServices } from '../../services.ts';
import { translateCopyError } from '../backup/copy-errors.ts';
import { halfOf } from '../backup/copy-folders.ts';
import { copyOpenFile } from '../backup/copy-open-file.ts';
import { askAsideWithProgress } from '../backup/copy-process.ts';
import { moveIntoPlace, removeHalf } from '../backup/flush.ts';
import { requireSpace } from '../backup/free-space.ts';
import { sizeOf } from '../backup/make-copy.ts';
import { sql } from '../open-project.ts';
import { workPath } from './clean-copies.ts';
import { countTraces } from './count-traces.ts';
import { countPersonalEdits, peopleInFile } from './people-in-file.ts';
import { countRestricted } from './restricted-in-file.ts';

/** What a copy without personal data would leave out, in numbers. */
export function previewShare(services: EngineServices): SharePreview {
  const { project, connection, key } = services.copies.current ?? refuse('project/none-open');
  const people = peopleInFile(connection);
  const texts = people.flatMap((person) => person.texts);
  const { authored, raters, texts: found } = countTraces(connection, texts, () => true);
  const count = (kind: 'phone' | 'email') => texts.filter((text) => text.kind === kind).length;
  return {
    hasPassphrase: key !== null,
    people: people.filter(({ isRemoved }) => !isRemoved).length,
    formerPeople: people.filter(({ isRemoved }) => isRemoved).length,
    phones: count('phone'),
    emails: count('email'),
    historyEntries: countPersonalEdits(connection),
    authored,
    raters: raters.size,
    texts: found,
    ...countRestricted(connection),
    personsInRole: project.all(sql.selectFrom('stakeholder').select('name').where('kind', '=', 'person-in-role').orderBy('name')).map(({ name }) => name),
  };
}

/**
 * Makes a copy of the open project without people: a consistent copy in a folder of the engine's own, cleaned there, built anew at the chosen
 * place under another name, read once more, and only then named. The project itself is not touched. Refusals: `project/already-exists`,
 * `copies/*`.
 */
export async function* shareCopy(services: EngineServices, path: string, choices: ShareChoices, signal?: AbortSignal): AsyncGenerator<Progress, SharedCopy> {
  const current = services.copies.current ?? refuse('project/none-open');
  if (existsSync(path)) refuse('project/already-exists', { path });
  const projectPath = current.project.path;
  const passphrase = current.key?.share() ?? null;
  const work = workPath(services);
  const half = halfOf(path);
  const byteCount = sizeOf(projectPath);
  try {
    for (const folder of [dirname(work), dirname(path)]) await requireSpace({ folder, byteCount, projectPath });
    yield { step: 'copies.copying', done: 0, total: null };
    await copyOpenFile({ path: projectPath, connection: current.connection, passphrase }, work, () => {}, signal);
    removeHalf(half);
    const order = { what: 'everybody' as const, keepInTexts: choices.keepInTexts, keepRestricted: choices.keepRestricted, madeAt: current.project.nowText() };
    const scrubbed = yield* askAsideWithProgress('scrub', { work, to: half, passphrase, keepPassphrase: choices.keepPassphrase, order }, signal);
    if (existsSync(path)) refuse('project/already-exists', { path });
    moveIntoPlace(half, path);
    return {
      path,
      fileName: basename(path),
      file: services.files.hand(path),
      byteCount: sizeOf(path),
      hasPassphrase: passphrase !== null && choices.keepPassphrase,
      ...scrubbed,
    };
  } catch (error) {
    throw translateCopyError(error, path);
  } finally {
    removeHalf(work);
    removeHalf(half);
  }
}
