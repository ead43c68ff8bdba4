import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CopyLook } from '#shared/contract/merging.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import type { HandedCopy, MergeReport } from '#shared/domain/merging.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { openProjectOf, procedures, streamed } from '../../procedures.ts';
import { RefusalError, refuse } from '../../refuse.ts';
import type { EngineServices } from '../../services.ts';
import { ProjectKey } from '../encryption/project-key.ts';
import { type OpenProject, sql } from '../open-project.ts';
import { cleanFile } from '../privacy/erase-person.ts';
import { rehearseMerge } from './bring-together.ts';
import { type CopyAtHand, type CopyOpening, openCopy } from './copy-at-hand.ts';
import { copyFileName, handOutCopy, listHandedCopies } from './hand-out.ts';
import { readVector } from './knowledge.ts';
import { reportOf } from './merge-report.ts';
import { decideReview, listReviews } from './reviews.ts';
import { takeInCopies } from './take-in-copies.ts';
import { erasePeople, findErasures, rememberErasures } from './take-in-erasures.ts';
import { unknownChanges } from './take-in-log.ts';
import { undoneMergesOf } from './undone-merges.ts';

const merging = procedures.merging;

interface CopiesInput {
  readonly files: readonly FileToken[];
  readonly passphrase?: string | undefined;
  readonly passphrases?: readonly { readonly file: FileToken; readonly passphrase: string }[] | undefined;
}

export const mergingProcedures = merging.router({
  thisCopy: merging.thisCopy.handler(({ context }) => {
    const row = openProjectOf(context).first(sql.selectFrom('this_copy').selectAll());
    return { id: row?.id ?? '', name: row?.name ?? '', originName: row?.origin_name ?? '', handedOutAt: row?.handed_out_at ?? null };
  }),

  handedOut: merging.handedOut.handler(({ context }) => listHandedCopies(openProjectOf(context))),

  handOut: merging.handOut.handler(({ context, input }) => handOut(context.services, input)),
  look: merging.look.handler(({ context, input }) => look(context.services, input)),

  preview: merging.preview.handler(({ context, input, signal }) => streamed(withCopies(context.services, input, signal, previewOf))),
  bringTogether: merging.bringTogether.handler(({ context, input, signal }) => streamed(withCopies(context.services, input, signal, takeIn))),

  reviews: merging.reviews.handler(({ context }) => listReviews(openProjectOf(context))),
  decide: merging.decide.handler(({ context, input }) => decideReview(openProjectOf(context), input)),
});

interface HandOutInput {
  readonly folder?: FileToken | undefined;
  readonly file?: FileToken | undefined;
  readonly names: readonly string[];
}

/** One after the other; between two of them others may ask the engine something. */
async function handOut(
  services: EngineServices,
  { folder, file, names }: HandOutInput,
): Promise<(HandedCopy & { path: string; file: FileToken; fileName: string })[]> {
  const project = services.session.require();
  const into = folder ? services.files.get(folder).path : join(services.folders.temporary, 'handed-out', randomUUID());
  if (!folder && !file) mkdirSync(into, { recursive: true });
  const made = [];
  for (const name of names) {
    const path = file
      ? services.files.get(file).path
      : join(
          into,
          copyFileName(project.path, name, (taken) => existsSync(join(into, taken))),
        );
    const copy = handOutCopy(project, { path, name, key: services.session.key, copyTo: (target) => services.session.copyTo(target) });
    made.push({ ...copy, path, file: services.files.hand(path), fileName: basename(path) });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return made;
}

function openingOf(services: EngineServices, passphrases: readonly (string | undefined)[]): CopyOpening {
  const own = services.session.key;
  const given = passphrases.flatMap((passphrase) => (passphrase ? [new ProjectKey(passphrase)] : []));
  return { keys: [...(own ? [own] : []), ...given], temporaryFolder: services.folders.temporary };
}

function look(services: EngineServices, { file, passphrase }: { file: FileToken; passphrase?: string | undefined }): CopyLook {
  const project = services.session.require();
  const chosen = services.files.get(file);
  const nothing = { file, fileName: chosen.fileName, copyName: '', handedOutAt: null, lastChangeAt: null, news: 0, isOlder: false };
  try {
    const copy = openCopy(project, chosen, openingOf(services, [passphrase]));
    try {
      return { ...nothing, ...lookInto(project, copy) };
    } finally {
      copy.close();
    }
  } catch (error) {
    if (error instanceof RefusalError) return { ...nothing, problem: error.refusal };
    throw error;
  }
}

function lookInto(project: OpenProject, { connection, copy, isOlder }: CopyAtHand): Omit<CopyLook, 'file' | 'fileName'> {
  const lastChangeAt = connection.prepare<[], string>('SELECT at FROM change ORDER BY revision DESC LIMIT 1').pluck().get() ?? null;
  const news = unknownChanges(readVector(project.reader), connection).filter(({ kind }) => kind !== 'merge').length;
  return { copyName: copy.name, handedOutAt: copy.handedOutAt, lastChangeAt, news, isOlder, problem: null };
}

/** Opens the copies one by one, works with all of them, and closes them again. */
async function* withCopies(
  services: EngineServices,
  input: CopiesInput,
  signal: AbortSignal | undefined,
  work: (services: EngineServices, copies: readonly CopyAtHand[]) => MergeReport,
): AsyncGenerator<Progress, MergeReport> {
  const project = services.session.require();
  const copies: CopyAtHand[] = [];
  try {
    for (const file of input.files) {
      yield { step: 'readingCopies', done: copies.length, total: input.files.length };
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted) refuse('import/cancelled');
      const own = input.passphrases?.find((given) => given.file === file)?.passphrase;
      copies.push(openCopy(project, services.files.get(file), openingOf(services, [own, input.passphrase])));
    }
    yield { step: 'comparing', done: copies.length, total: input.files.length };
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) refuse('import/cancelled');
    return work(services, copies);
  } finally {
    for (const copy of copies) copy.close();
  }
}

function previewOf(services: EngineServices, copies: readonly CopyAtHand[]): MergeReport {
  const project = services.session.require();
  const undone = undoneMergesOf(project, copies);
  const erasedPeople = findErasures(project.reader, copies).people.length;
  return rehearseMerge(project, copies, (revision, contributions) => ({
    ...reportOf(project, [...undone, revision]),
    erasedPeople,
    contributions: [...contributions],
    reviews: listReviews(project),
    undoneMerge: undoneMergeOf(project, undone),
    revision: null,
  }));
}

function takeIn(services: EngineServices, copies: readonly CopyAtHand[]): MergeReport {
  const { project, connection } = services.copies.current ?? refuse('project/none-open');
  const erasures = findErasures(connection, copies);
  if (erasures.objects.length === 0) return { ...takeInChanges(project, copies), erasedPeople: 0 };
  project.guard?.();
  const report = connection
    .transaction(() => {
      rememberErasures(connection, erasures);
      const taken = takeInChanges(project, copies);
      erasePeople(connection, erasures);
      return taken;
    })
    .immediate();
  cleanFile({ project, connection });
  project.tell();
  return { ...report, erasedPeople: erasures.people.length };
}

function takeInChanges(project: OpenProject, copies: readonly CopyAtHand[]): Omit<MergeReport, 'erasedPeople'> {
  const { undone, merged } = takeInCopies(project, copies);
  const undoneMerge = undoneMergeOf(project, undone);
  const nothing = copies.map(({ fileName, copy }) => ({ fileName, copyName: copy.name, changes: 0, people: [] }));
  return {
    ...reportOf(project, [...undone, ...(merged ? [merged.revision] : [])]),
    contributions: merged ? [...merged.contributions] : nothing,
    reviews: listReviews(project),
    undoneMerge,
    revision: merged?.revision ?? undone.at(-1) ?? null,
  };
}

/** The newest of them, as it was called. */
function undoneMergeOf(project: OpenProject, revisions: readonly number[]): MergeReport['undoneMerge'] {
  const revision = revisions.at(-1);
  if (revision === undefined) return null;
  const { at, params } = project.found(sql.selectFrom('change').select(['at', 'params']).where('revision', '=', revision));
  const { names } = JSON.parse(params) as { names?: string };
  return { revision, at, names: names ?? '' };
}
