import type { FileToken } from '#shared/domain/ids.ts';
import type { ImportPreview } from '#shared/domain/imports.ts';
import { dateOrders, type ImportKind } from '#shared/domain/recipes.ts';
import { type DateOrder, parseDay } from '../../imports/detect/days.ts';
import type { Cell, ForeignRow } from '../../imports/foreign-table.ts';
import { gatherGuesses } from './guesses/gather-guesses.ts';
import type { CheckedImport } from './kind-import.ts';
import type { OpenedFile } from './open-file.ts';
import type { ProblemList } from './problems.ts';
import { listedFits } from './recipes/fitting-recipes.ts';

const shownRows = 20;
const shownValues = 5;
const shownDates = 4;
const longestCell = 200;

/** The first rows as a person sees them. */
export function previewRows(sample: readonly ForeignRow[]): string[][] {
  return sample.map(({ cells }) => cells.map((cell) => shorten(String(cell))));
}

export interface PreviewParts {
  readonly request: { readonly file: FileToken; readonly kind: ImportKind };
  readonly opened: OpenedFile;
  readonly sample: readonly (readonly string[])[];
  readonly checked: CheckedImport;
  readonly problems: ProblemList;
  readonly missing: readonly string[];
  readonly importedBefore: string | null;
  readonly earlierEditions: ImportPreview['earlierEditions'];
}

export function toPreview({ request, opened, sample, checked, problems, missing, importedBefore, earlierEditions }: PreviewParts): ImportPreview {
  const { table, fits, used } = opened;
  const { recipe } = checked;
  const fieldOf = new Map(Object.entries(recipe.columns).map(([field, column]) => [column, field]));
  return {
    file: request.file,
    fileName: table.fileName,
    byteCount: table.byteCount,
    sha256: table.sha256,
    importedBefore,
    recipe,
    sheets: [...table.sheets],
    columns: table.columns.map((name, index) => ({ name, sample: someValues(sample, index), field: fieldOf.get(name) ?? null })),
    rows: sample.slice(0, shownRows).map((cells) => [...cells]),
    rowCount: checked.rowCount,
    usableRowCount: checked.usableRowCount,
    incidentCount: checked.incidentCount,
    problems: problems.listed(),
    problemCounts: problems.counts(),
    dateOrderIs: checked.dateOrderIs,
    dateExamples: checked.dateOrderIs === 'none' ? [] : dateExamples(opened.sample, table.columns.indexOf(recipe.columns.date ?? '')),
    areaQuestions: checked.areaQuestions,
    offences: checked.offences,
    firstDay: checked.firstDay,
    lastDay: checked.lastDay,
    missingFields: [...missing],
    guesses: [...table.guesses, ...gatherGuesses(opened, checked, problems)],
    blocks: [...table.blocks],
    hiddenSheets: [...table.hiddenSheets],
    notes: [...table.notes],
    ...(table.firstRows && { firstRows: table.firstRows.map((cells) => [...cells]) }),
    coordinateSystem: checked.coordinateSystem ?? table.coordinateSystem,
    categoryQuestions: checked.categoryQuestions,
    placeMatch: checked.placeMatch,
    repeatedRowCount: checked.repeatedRowCount,
    knownIncidents: checked.knownIncidents,
    fittingRecipes: listedFits(fits),
    usedRecipeId: used?.id ?? null,
    earlierEditions,
  };
}

/** The column's first different dates, read as the import reads them. */
function dateExamples(rows: readonly ForeignRow[], index: number): ImportPreview['dateExamples'] {
  const cells = new Map(rows.map(({ cells }) => cells[index] ?? '').map((cell) => [shorten(String(cell)), cell]));
  cells.delete('');
  return [...cells].slice(0, shownDates).map(([text, cell]) => ({
    text,
    days: Object.fromEntries(dateOrders.map((order) => [order, dayOf(cell, order)])) as Record<DateOrder, string | null>,
  }));
}

function dayOf(cell: Cell, order: DateOrder): string | null {
  const read = parseDay(cell, order);
  if (typeof read === 'string') return null;
  return [String(read.year).padStart(4, '0'), ...[read.month, read.day].map((part) => String(part).padStart(2, '0'))].join('-');
}

/** A few different values of a column. */
function someValues(rows: readonly (readonly string[])[], index: number): string[] {
  const values = new Set<string>();
  for (const cells of rows) {
    const cell = cells[index] ?? '';
    if (cell !== '') values.add(cell);
    if (values.size === shownValues) break;
  }
  return [...values];
}

function shorten(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell)}…` : text;
}
