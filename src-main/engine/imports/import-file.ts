import { v7 as uuidv7 } from 'uuid';
import type { ImportPreview, ImportResult } from '#shared/domain/imports.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import type { ForeignTable } from '../../imports/foreign-table.ts';
import { loadTranslate } from '../i18n/load-texts.ts';
import { contentId } from '../project/content-id.ts';
import { formerKey } from '../project/history/former-key.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import type { EngineServices } from '../services.ts';
import { checkRows, countRows } from './check-rows.ts';
import { importedBefore } from './datasets.ts';
import type { CheckedImport } from './kind-import.ts';
import { type ImportRequest, openFile } from './open-file.ts';
import { previewRows, toPreview } from './preview.ts';
import { ProblemList } from './problems.ts';
import { missingFields, requireFields } from './recipe.ts';

export interface RunRequest extends ImportRequest {
  readonly again: boolean;
  readonly source: string;
  readonly licence: string;
}

/** How often a file is matched anew because someone changed the areas meanwhile. */
const mostAttempts = 3;
/** Reads the whole file and writes nothing. Refusals: `file/…`, `import/bad-recipe`, `import/no-areas`, `import/cancelled`. */
export async function* inspectFile(services: EngineServices, request: ImportRequest, signal?: AbortSignal): AsyncGenerator<Progress, ImportPreview> {
  const project = services.session.require();
  const opened = await openFile(services, request, signal);
  try {
    const { table, recipe, sample } = opened;
    const missing = missingFields(recipe);
    const problems = newProblems(services);
    const checked = missing.length > 0 ? yield* countRows(opened) : yield* checkRows(services, project, opened, '', problems);
    return toPreview({
      request,
      table,
      sample: previewRows(sample),
      checked,
      problems,
      missing,
      importedBefore: importedBefore(project, table.sha256, request.kind),
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
  const opened = await openFile(services, request, signal);
  try {
    const { table, recipe, turns } = opened;
    const before = importedBefore(project, table.sha256, request.kind);
    if (before !== null && !request.again) refuse('import/same-file', { fileName: table.fileName, importedAt: before.slice(0, 10) });
    requireFields(recipe, table.columns);
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const revision = revisionOfMatched(project);
      const problems = newProblems(services);
      const checked = yield* checkRows(services, project, opened, request.source, problems);
      if (checked.usableRowCount === 0) refuseUnusable(services, table, checked, problems);
      yield { step: 'writing', done: 0, total: checked.usableRowCount };
      turns.check();
      // Nothing else can run between this comparison and the write.
      if (revisionOfMatched(project) === revision) return write(project, request, table, checked, problems);
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

function newProblems(services: EngineServices): ProblemList {
  return new ProblemList(loadTranslate(services.folders.resources, 'en'));
}

function write(project: OpenProject, request: RunRequest, table: ForeignTable, checked: CheckedImport, problems: ProblemList): ImportResult {
  const { kind } = request;
  const id = newDatasetId(project, table, kind, checked);
  const description = {
    name: `imports.${kind}`,
    params: { file: table.fileName, count: checked.usableRowCount },
    subjects: ['datasets' as const, ...checked.subjects],
  };
  project.change(description, (write) => {
    const key = write.run(
      sql.insertInto('dataset').values({
        ...formerKey(write.connection, 'dataset', id),
        id,
        kind,
        file_name: table.fileName,
        sha256: table.sha256,
        imported_at: project.nowText(),
        rows: checked.rowCount,
        imported: checked.usableRowCount,
        source: request.source || checked.recipe.constants.source || '',
        licence: request.licence,
        published_on: null,
        first_year: checked.firstYear,
        last_year: checked.lastYear,
        problem_counts: JSON.stringify(problems.counts()),
        problems: JSON.stringify(problems.listed()),
        recipe: JSON.stringify(checked.recipe),
      }),
    ).lastInsertRowid;
    checked.write(write, { key, id });
  });
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

/** The same file read in the same way has the same id in every copy; taken in a second time on purpose, one of its own. */
function newDatasetId(project: OpenProject, table: ForeignTable, kind: string, checked: CheckedImport): string {
  const id = contentId(`${table.sha256} ${kind} ${JSON.stringify(checked.recipe)}`);
  return project.first(sql.selectFrom('dataset').select('key').where('id', '=', id)) ? uuidv7() : id;
}

function refuseUnusable(services: EngineServices, table: ForeignTable, checked: CheckedImport, problems: ProblemList): never {
  const worst = problems.counts().find(({ dropsRow }) => dropsRow);
  const first = worst && problems.listed().find(({ code }) => code === worst.code);
  const translate = loadTranslate(services.folders.resources, 'en');
  refuse('import/nothing-usable', { fileName: table.fileName, rows: checked.rowCount, reason: first?.message ?? translate('import.noRows') });
}
