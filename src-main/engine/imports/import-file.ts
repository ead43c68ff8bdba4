import type { ImportPreview, ImportResult } from '#shared/domain/imports.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import type { ForeignTable } from '../../imports/foreign-table.ts';
import { loadTranslate } from '../i18n/load-texts.ts';
import type { InTurns } from '../project/in-turns.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import type { EngineServices } from '../services.ts';
import { checkRows, countRows } from './check-rows.ts';
import { importedBefore, touchedBy } from './datasets.ts';
import { earlierEditions } from './editions/earlier-editions.ts';
import { editionToReplace, inLayerOf, type ReplacedDataset } from './editions/replaced-dataset.ts';
import { takePlaceOf } from './editions/take-place.ts';
import type { CheckedImport } from './kind-import.ts';
import { addDataset, newDatasetId } from './new-dataset.ts';
import { type ImportRequest, type OpenedFile, openFile } from './open-file.ts';
import { previewRows, toPreview } from './preview.ts';
import { newProblems, type ProblemList } from './problems.ts';
import { missingFields, requireFields } from './recipe.ts';

export interface RunRequest extends ImportRequest {
  readonly again: boolean;
  /** Id of the dataset whose place it takes, in the same change. */
  readonly replaces: string | null;
  readonly source: string;
  readonly licence: string;
  readonly publishedOn: string | null;
  /** Of a person's own. */
  readonly title?: string;
}

const noOrigin = { source: '', replaces: null };
/** How often a file is matched anew because someone changed the areas meanwhile. */
const mostAttempts = 3;
/** Reads the whole file and writes nothing. Refusals: `file/…`, `import/bad-recipe`, `import/no-areas`, `import/cancelled`. */
export async function* inspectFile(services: EngineServices, request: ImportRequest, signal?: AbortSignal): AsyncGenerator<Progress, ImportPreview> {
  const project = services.session.require();
  const opened = await openFile(services, request, signal);
  try {
    const { table, recipe, sample } = opened;
    const missing = missingFields(recipe);
    const problems = newProblems(services.folders.resources);
    const checked = missing.length > 0 ? yield* countRows(opened) : yield* checkRows(services, project, opened, problems, noOrigin);
    return toPreview({
      request,
      opened,
      sample: previewRows(sample),
      checked,
      problems,
      missing,
      importedBefore: importedBefore(project, table.sha256, request.kind),
      earlierEditions: earlierEditions(project, request.kind, table, checked),
    });
  } finally {
    opened.close();
  }
}

/**
 * Reads the whole file, then writes every usable row in one change. Nothing is written when it is refused, stopped or when its reader goes
 * away. Refusals: those of inspecting, `import/same-file`, `import/missing-field`, `import/nothing-usable`.
 */
export async function* runImport(services: EngineServices, request: RunRequest, signal?: AbortSignal): AsyncGenerator<Progress, ImportResult> {
  const project = services.session.require();
  if (project.isReadOnly) refuse('project/read-only', { path: project.path });
  const findReplaced = () => (request.replaces === null ? null : editionToReplace(project, request.kind, request.replaces));
  const former = findReplaced();
  const opened = await openFile(services, former ? inLayerOf(request, former) : request, signal);
  try {
    const { table, recipe, turns } = opened;
    const before = importedBefore(project, table.sha256, request.kind);
    if (before !== null && !request.again && !former) refuse('import/same-file', { fileName: table.fileName, importedAt: before.slice(0, 10) });
    requireFields(recipe, table.columns);
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const revision = revisionOfMatched(project);
      const replaced = findReplaced();
      const problems = newProblems(services.folders.resources);
      const checked = yield* checkRows(services, project, opened, problems, { source: request.source || (replaced?.source ?? ''), replaces: replaced });
      if (checked.usableRowCount === 0) refuseUnusable(services, table, checked, problems);
      yield { step: 'writing', done: 0, total: checked.usableRowCount };
      while (project.calm) await project.calm;
      turns.check();
      // Nothing else can run between this comparison and the write.
      if (revisionOfMatched(project) === revision) return yield* write(project, request, opened, checked, problems, replaced, signal);
    }
    return refuse('import/cancelled');
  } finally {
    opened.close();
  }
}

/** The newest change of anything that rows are matched with: keys found before it may not be there any more. */
function revisionOfMatched(project: OpenProject): number {
  const { revision } = project.found(
    sql
      .selectFrom('change')
      .select(({ fn }) => fn.max('revision').as('revision'))
      .where((eb) => eb.or(['areas', 'incidents', 'stakeholders', 'datasets'].map((subject) => eb('subjects', 'like', `%"${subject}"%`)))),
  );
  return revision ?? 0;
}

async function* write(
  project: OpenProject,
  request: RunRequest,
  { table, used }: OpenedFile,
  checked: CheckedImport,
  problems: ProblemList,
  replaced: ReplacedDataset | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, ImportResult> {
  const { kind } = request;
  const id = newDatasetId(project, table, kind, checked);
  const params = { file: table.fileName, count: checked.usableRowCount };
  const description = {
    name: replaced ? 'imports.replaceDataset' : `imports.${kind}`,
    params: replaced ? { ...params, before: replaced.fileName } : params,
    subjects: [...new Set(['datasets' as const, ...checked.subjects, ...(replaced ? touchedBy(kind) : [])])],
  };
  const body = function* (write: ChangeWriter): InTurns<void> {
    const dataset = addDataset(write, project, { id, request, table, checked, problems, replaced });
    const work = checked.write(write, dataset);
    if (work) yield* work;
    if (replaced) yield* takePlaceOf(write, kind, replaced, dataset);
    if (used?.isSaved) write.run(sql.updateTable('saved_recipe').set({ used_at: project.nowText() }).where('id', '=', used.id));
  };
  yield* project.changeInTurns(description, body, signal);
  return {
    dataset: id,
    kind,
    rows: checked.rowCount,
    imported: checked.usableRowCount,
    problems: problems.listed(),
    problemCounts: problems.counts(),
    unmatchedAreas: checked.areaQuestions,
    recipe: checked.recipe,
  };
}

function refuseUnusable(services: EngineServices, table: ForeignTable, checked: CheckedImport, problems: ProblemList): never {
  const worst = problems.counts().find(({ dropsRow }) => dropsRow);
  const first = worst && problems.listed().find(({ code }) => code === worst.code);
  const translate = loadTranslate(services.folders.resources, 'en');
  refuse('import/nothing-usable', { fileName: table.fileName, rows: checked.rowCount, reason: first?.message ?? translate('import.noRows') });
}
