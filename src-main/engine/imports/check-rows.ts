import type { Progress } from '#shared/domain/outputs.ts';
import type { ImportKind } from '#shared/domain/recipes.ts';
import type { ForeignRow } from '../../imports/foreign-table.ts';
import type { OpenProject } from '../project/open-project.ts';
import type { EngineServices } from '../services.ts';
import { createAreaImport } from './areas/area-import.ts';
import { createFigureImport } from './figures/figure-import.ts';
import { RowHashes } from './incidents/columns.ts';
import { createIncidentImport } from './incidents/incident-import.ts';
import { createIndicatorImport } from './indicators/indicator-import.ts';
import { type CheckedImport, type ImportWork, type KindImport, nothingFound } from './kind-import.ts';
import { foreign, type OpenedFile } from './open-file.ts';
import { createPopulationImport } from './population/population-import.ts';
import type { ProblemList } from './problems.ts';
import { RowFields } from './row-fields.ts';
import { createStakeholderImport } from './stakeholders/stakeholder-import.ts';
import { createTieImport } from './stakeholders/tie-import.ts';
import { createSurveyImport } from './survey/survey-import.ts';
import { loadVocabulary } from './vocabulary.ts';

const kinds: Readonly<Record<ImportKind, (work: ImportWork) => KindImport>> = {
  areas: createAreaImport,
  population: createPopulationImport,
  incidents: createIncidentImport,
  figures: createFigureImport,
  survey: createSurveyImport,
  stakeholders: createStakeholderImport,
  ties: createTieImport,
  indicators: createIndicatorImport,
};

/** Reads and judges every row; nothing is written. `source` is what the request says of the figures' origin. */
export async function* checkRows(
  services: EngineServices,
  project: OpenProject,
  opened: OpenedFile,
  problems: ProblemList,
  { source, replaces }: Pick<ImportWork, 'source' | 'replaces'>,
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
    dateOrderBefore: opened.fallback?.dateOrder ?? null,
    replaces,
  });
  const repeated = new RepeatedRows(fields, problems);
  let droppedCount = 0;
  yield* readRows(opened, (rows) => {
    const sound = repeated.sift(soundRows(rows, fields, problems));
    droppedCount += rows.length - sound.length;
    kind.take(sound);
  });
  const checked = yield* kind.finish();
  return {
    ...checked,
    rowCount: checked.rowCount + droppedCount,
    repeatedRowCount: checked.repeatedRowCount + repeated.count,
  };
}

/** Counts rows that repeat another in every cell, and leaves them out where the recipe says so. Incidents look at their own rows. */
class RepeatedRows {
  count = 0;
  readonly #hashes = new RowHashes();
  readonly #fields: RowFields;
  readonly #problems: ProblemList;

  constructor(fields: RowFields, problems: ProblemList) {
    this.#fields = fields;
    this.#problems = problems;
  }

  sift(rows: readonly ForeignRow[]): readonly ForeignRow[] {
    const { kind, repeatedRows } = this.#fields.recipe;
    // On a map two parts of one area have the same cells and boundaries of their own.
    if (kind === 'incidents') return rows;
    const isNew = (row: ForeignRow) => {
      if (row.boundary || !this.#fields.keeps(row)) return true;
      const first = this.#hashes.seen(row.cells, row.row);
      if (first === 0) return true;
      this.count++;
      if (repeatedRows === 'keep') return true;
      this.#problems.add('repeated-row', { row: row.row, params: { first } });
      return false;
    };
    return rows.filter(isNew);
  }
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
export async function* countRows(opened: OpenedFile): AsyncGenerator<Progress, CheckedImport> {
  let rowCount = 0;
  yield* readRows(opened, (rows) => {
    rowCount += rows.length;
  });
  return { ...nothingFound, rowCount, usableRowCount: 0, recipe: opened.recipe, subjects: [], write: () => {} };
}
