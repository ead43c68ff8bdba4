import { join } from 'node:path';
import type { FileToken } from '#shared/domain/ids.ts';
import type { MergeReport } from '#shared/domain/merging.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { openProjectOf, procedures, streamed } from '../../procedures.ts';
import { refuse } from '../../refuse.ts';
import type { EngineServices } from '../../services.ts';
import { newProjectKey } from '../encryption/project-key.ts';
import { sql } from '../open-project.ts';
import { projectExtension } from '../project-file.ts';
import { bringTogether, haveNews, rehearseMerge } from './bring-together.ts';
import { type CopyAtHand, openCopy } from './copy-at-hand.ts';
import { handOutCopy, listHandedCopies } from './hand-out.ts';
import { reportOf } from './merge-report.ts';
import { decideReview, listReviews } from './reviews.ts';
import { takeInAgain, undoneMergesOf } from './undone-merges.ts';

const merging = procedures.merging;

interface CopiesInput {
  readonly files: readonly FileToken[];
  readonly passphrase?: string | undefined;
}

export const mergingProcedures = merging.router({
  thisCopy: merging.thisCopy.handler(({ context }) => {
    const row = openProjectOf(context).first(sql.selectFrom('this_copy').selectAll());
    return { id: row?.id ?? '', name: row?.name ?? '', originName: row?.origin_name ?? '', handedOutAt: row?.handed_out_at ?? null };
  }),

  handedOut: merging.handedOut.handler(({ context }) => listHandedCopies(openProjectOf(context))),

  handOut: merging.handOut.handler(({ context, input }) => {
    const { services } = context;
    const project = openProjectOf(context);
    const folder = input.folder && services.files.get(input.folder).path;
    const file = input.file && services.files.get(input.file).path;
    return input.names.map((name) => {
      const path = file ?? (folder ? join(folder, copyFileName(project.path, name)) : refuse('file/unknown-token'));
      return { ...handOutCopy(project, { path, name, key: services.session.key, copyTo: (target) => services.session.copyTo(target) }), path };
    });
  }),

  preview: merging.preview.handler(({ context, input, signal }) => streamed(withCopies(context.services, input, signal, previewOf))),
  bringTogether: merging.bringTogether.handler(({ context, input, signal }) => streamed(withCopies(context.services, input, signal, takeIn))),

  reviews: merging.reviews.handler(({ context }) => listReviews(openProjectOf(context))),
  decide: merging.decide.handler(({ context, input }) => decideReview(openProjectOf(context), input)),
});

/** The project's file name with the group's name, without characters that a stick's file system refuses. */
function copyFileName(projectPath: string, name: string): string {
  const base =
    projectPath
      .split(/[\\/]/)
      .at(-1)
      ?.replace(new RegExp(`\\.${projectExtension}$`, 'i'), '') ?? '';
  const plain = name
    .replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${base} – ${plain}.${projectExtension}`;
}

/** Opens the copies one by one, works with all of them, and closes them again. */
async function* withCopies(
  services: EngineServices,
  input: CopiesInput,
  signal: AbortSignal | undefined,
  work: (services: EngineServices, copies: readonly CopyAtHand[]) => MergeReport,
): AsyncGenerator<Progress, MergeReport> {
  const project = services.session.require();
  const key = input.passphrase ? newProjectKey(input.passphrase) : services.session.key;
  const copies: CopyAtHand[] = [];
  try {
    for (const file of input.files) {
      yield { step: 'readingCopies', done: copies.length, total: input.files.length };
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted) refuse('import/cancelled');
      copies.push(openCopy(project, services.files.get(file).path, { key, temporaryFolder: services.folders.temporary }));
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
  return rehearseMerge(project, copies, (revision, contributions) => {
    const { counts, objects, total } = reportOf(project, [...undone, revision]);
    return { contributions: [...contributions], counts, objects, total, reviews: listReviews(project), undoneMerge: undone.at(-1) ?? null };
  });
}

function takeIn(services: EngineServices, copies: readonly CopyAtHand[]): MergeReport {
  const project = services.session.require();
  const undone = undoneMergesOf(project, copies);
  for (const revision of undone) takeInAgain(project, revision);
  const merged = haveNews(project, copies) ? bringTogether(project, copies) : null;
  const { counts, objects, total } = reportOf(project, [...undone, ...(merged ? [merged.revision] : [])]);
  const nothing = copies.map(({ fileName, copy }) => ({ fileName, copyName: copy.name, changes: 0 }));
  return { contributions: merged?.contributions ?? nothing, counts, objects, total, reviews: listReviews(project), undoneMerge: undone.at(-1) ?? null };
}
