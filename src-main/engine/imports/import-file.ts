import { v7 as uuidv7 } from 'uuid';
import type { FileToken } from '#shared/domain/ids.ts';
import type { ImportKind, ImportPreview, ImportResult, Recipe, RecipePatch } from '#shared/domain/imports.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { ForeignFileError } from '../../imports/foreign-file-error.ts';
import type { ForeignRow, ForeignTable } from '../../imports/foreign-table.ts';
import { openForeignTable } from '../../imports/open-foreign-table.ts';
import { loadTranslate } from '../i18n/load-texts.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import type { EngineServices } from '../services.ts';
import { createAreaImport } from './areas/area-import.ts';
import { importedBefore } from './datasets.ts';
import { saveMemory } from './frugal-memory.ts';
import { createIncidentImport } from './incidents/incident-import.ts';
import { createIndicatorImport } from './indicators/indicator-import.ts';
import { type CheckedImport, type ImportWork, type KindImport, nothingFound } from './kind-import.ts';
import { createPopulationImport } from './population/population-import.ts';
import { previewRows, toPreview } from './preview.ts';
import { ProblemList } from './problems.ts';
import { draftRecipe, missingFields, requireFields } from './recipe.ts';
import { RowFields } from './row-fields.ts';
import { createStakeholderImport } from './stakeholders/stakeholder-import.ts';
import { Turns } from './turns.ts';
import { loadVocabulary } from './vocabulary.ts';

export interface ImportRequest {
  readonly file: FileToken;
  readonly kind: ImportKind;
  readonly recipe: RecipePatch;
}

export interface RunRequest extends ImportRequest {
  readonly again: boolean;
  readonly source: string;
  readonly licence: string;
}

const kinds: Readonly<Record<ImportKind, (work: ImportWork) => KindImport>> = {
  areas: createAreaImport,
  population: createPopulationImport,
  incidents: createIncidentImport,
  stakeholders: createStakeholderImport,
  indicators: createIndicatorImport,
};

/** How often a file is matched anew because someone changed the areas meanwhile. */
const mostAttempts = 3;
/** Rows by which columns and formats are recognised. */
const sampleRows = 1000;

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

interface OpenedFile {
  readonly table: ForeignTable;
  readonly recipe: Recipe;
  readonly sample: readonly ForeignRow[];
  readonly turns: Turns;
  close(): void;
}

async function openFile(services: EngineServices, { file, kind, recipe: patch }: ImportRequest, signal?: AbortSignal): Promise<OpenedFile> {
  const { path, fileName } = services.files.get(file);
  const resourcesFolder = services.folders.resources;
  const project = services.session.current;
  const turns = new Turns(signal, () => services.session.current !== project);
  const restoreMemory = saveMemory();
  let table: ForeignTable | undefined;
  const close = () => {
    restoreMemory();
    table?.close();
  };
  try {
    table = await foreign(() => openForeignTable({ path, fileName, patch, ...(signal ? { signal } : {}) }), signal);
    const sample = await firstRows(table, signal);
    const recipe = draftRecipe({ kind, table, sample, patch, vocabulary: loadVocabulary(resourcesFolder) });
    return { table, recipe, sample, turns, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function firstRows(table: ForeignTable, signal?: AbortSignal): Promise<ForeignRow[]> {
  const rows: ForeignRow[] = [];
  await foreign(async () => {
    for await (const batch of table.batches(signal ? { signal } : {})) {
      rows.push(...batch.slice(0, sampleRows - rows.length));
      if (rows.length >= sampleRows) break;
    }
  }, signal);
  return rows;
}

async function* checkRows(
  services: EngineServices,
  project: OpenProject,
  opened: OpenedFile,
  source: string,
  problems: ProblemList,
): AsyncGenerator<Progress, CheckedImport> {
  const { table, recipe, turns } = opened;
  const today = services.now();
  const resourcesFolder = services.folders.resources;
  const fields = new RowFields(recipe, table.columns);
  const kind = kinds[recipe.kind]({
    project,
    recipe,
    fields,
    problems,
    vocabulary: loadVocabulary(resourcesFolder),
    turns,
    fileName: table.fileName,
    resourcesFolder,
    today: today.getFullYear() * 10_000 + (today.getMonth() + 1) * 100 + today.getDate(),
    source: source || recipe.constants.source || table.fileName,
  });
  let droppedCount = 0;
  yield* readRows(opened, (rows) => {
    const sound = soundRows(rows, fields, problems);
    droppedCount += rows.length - sound.length;
    kind.take(sound);
  });
  const checked = yield* kind.finish();
  return droppedCount === 0 ? checked : { ...checked, rowCount: checked.rowCount + droppedCount };
}

/** Rows as wide as the table. A longer one is left out, because its values have moved; a shorter one is only reported. */
function soundRows(rows: readonly ForeignRow[], fields: RowFields, problems: ProblemList): readonly ForeignRow[] {
  const width = fields.columns.length;
  const isSound = (row: ForeignRow) => {
    if (row.missingCells !== undefined) {
      const column = fields.missedColumn(row);
      if (column !== null && fields.keeps(row)) problems.add('short-row', { row: row.row, column });
    }
    if (row.cells.length <= width || row.cells.slice(width).every((cell) => cell === '')) return true;
    if (fields.keeps(row)) problems.add('long-row', { row: row.row, value: row.cells.length });
    return false;
  };
  return rows.every((row) => row.missingCells === undefined && row.cells.length <= width) ? rows : rows.filter(isSound);
}

/** Hands over all rows in short turns. */
async function* readRows({ table, turns }: OpenedFile, take: (rows: readonly ForeignRow[]) => void): AsyncGenerator<Progress, void> {
  let done = 0;
  let total = table.byteCount;
  yield { step: 'reading', done: 0, total };
  const signal = turns.signal;
  const batches = table
    .batches({
      ...(signal ? { signal } : {}),
      onBytes: (now, all) => {
        done = now;
        total = all;
      },
    })
    [Symbol.asyncIterator]();
  try {
    for (;;) {
      const batch = await foreign(() => batches.next(), signal);
      if (batch.done) return;
      for (let start = 0; start < batch.value.length; start += 500) {
        take(batch.value.slice(start, start + 500));
        await turns.pass();
      }
      yield* turns.report('reading', done, total);
    }
  } finally {
    await batches.return?.();
  }
}

/** Without the fields that are needed no row can be judged: only how many there are. */
async function* countRows(opened: OpenedFile): AsyncGenerator<Progress, CheckedImport> {
  let rowCount = 0;
  yield* readRows(opened, (rows) => {
    rowCount += rows.length;
  });
  return { ...nothingFound, rowCount, usableRowCount: 0, recipe: opened.recipe, subjects: [], write: () => {} };
}

function write(project: OpenProject, request: RunRequest, table: ForeignTable, checked: CheckedImport, problems: ProblemList): ImportResult {
  const id = uuidv7();
  const { kind } = request;
  const description = {
    name: `imports.${kind}`,
    params: { file: table.fileName, count: checked.usableRowCount },
    subjects: ['datasets' as const, ...checked.subjects],
  };
  project.change(description, (write) => {
    const datasetKey = write.run(
      sql.insertInto('dataset').values({
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
    checked.write(write, datasetKey);
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

function refuseUnusable(services: EngineServices, table: ForeignTable, checked: CheckedImport, problems: ProblemList): never {
  const worst = problems.counts().find(({ dropsRow }) => dropsRow);
  const first = worst && problems.listed().find(({ code }) => code === worst.code);
  const translate = loadTranslate(services.folders.resources, 'en');
  refuse('import/nothing-usable', { fileName: table.fileName, rows: checked.rowCount, reason: first?.message ?? translate('import.noRows') });
}

/** Errors of a foreign file become refusals with the same code; a stop becomes `import/cancelled`. */
async function foreign<Result>(read: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ForeignFileError) refuse(error.code, error.params);
    if (signal?.aborted) refuse('import/cancelled');
    throw error;
  }
}
