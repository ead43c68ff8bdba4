import { type ImportField, type ImportKind, importKinds } from '#shared/domain/recipes.ts';
import { parseNumber } from '../../../imports/detect/numbers.ts';
import type { Cell, ForeignRow } from '../../../imports/foreign-table.ts';
import { detectFields, type SampledColumn } from '../field-detection.ts';
import { fileStem } from '../file-stem.ts';
import { sampleColumns } from '../recipe.ts';
import { offenceGroupOf, type Vocabulary } from '../vocabulary.ts';
import { detectWide } from '../wide-detection.ts';

export interface SeenTable {
  readonly fileName: string;
  readonly columns: readonly string[];
  readonly sample: readonly ForeignRow[];
  readonly vocabulary: Vocabulary;
  readonly hasSeveralSheets: boolean;
  /** Whether a cell is a code or a name of the catalogue of indicators. */
  readonly isIndicator: (cell: Cell) => boolean;
}

interface Signs {
  readonly table: SeenTable;
  readonly columns: readonly SampledColumn[];
  /** Share of the first rows with a boundary, and with a point. */
  readonly boundaries: number;
  readonly points: number;
  has(kind: ImportKind, ...fields: ImportField[]): boolean;
  count(kind: ImportKind, ...fields: ImportField[]): number;
  wideField(kind: ImportKind): string | null;
  valuesOf(kind: ImportKind, field: ImportField): readonly Cell[];
}

/** How much a table looks like each kind, 0 to 1, best first; kinds that it cannot be are left out. */
export function kindScores(table: SeenTable): { kind: ImportKind; score: number }[] {
  const signs = readSigns(table);
  const scores = importKinds
    .map((kind) => ({ kind, score: Math.round(Math.min(1, scorers[kind](signs)) * 100) / 100 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  // A workbook opens at its list of contents; any other table of numbers may hold statistics too.
  const mayBeFigures = table.hasSeveralSheets || signs.columns.some(isNumeric);
  return scores.length > 0 || !mayBeFigures ? scores : [{ kind: 'figures', score: weakest }];
}

const weakest = 0.2;

function isNumeric({ values }: SampledColumn): boolean {
  return values.length > 0 && values.filter((cell) => parseNumber(cell, '.') !== null).length > values.length / 2;
}

function readSigns(table: SeenTable): Signs {
  const { sample, vocabulary } = table;
  const columns = sampleColumns(table.columns, sample);
  const found = new Map(importKinds.map((kind) => [kind, new Map(detectFields(kind, columns, vocabulary).map(({ field, column }) => [field, column]))]));
  const share = (test: (row: ForeignRow) => boolean) => (sample.length === 0 ? 0 : sample.filter(test).length / sample.length);
  const isThere = (kind: ImportKind) => (field: ImportField) => found.get(kind)?.has(field) ?? false;
  return {
    table,
    columns,
    boundaries: share((row) => row.boundary !== undefined),
    points: share((row) => row.point !== undefined),
    has: (kind, ...fields) => fields.every(isThere(kind)),
    count: (kind, ...fields) => fields.filter(isThere(kind)).length,
    wideField: (kind) => detectWide(kind, columns, vocabulary)?.field ?? null,
    valuesOf: (kind, field) => {
      const column = found.get(kind)?.get(field);
      return columns.find(({ name }) => name === column)?.values ?? [];
    },
  };
}

const scorers: Readonly<Record<ImportKind, (signs: Signs) => number>> = {
  areas: ({ boundaries, points, has, count, table }) => {
    if (boundaries > 0.5) return 0.95;
    if (!has('areas', 'name')) return 0;
    if (has('areas', 'wkt')) return 0.9;
    const isOfEvents = has('incidents', 'date') || has('indicators', 'value') || table.sample.length === 0;
    return isOfEvents ? 0.1 : 0.3 + 0.1 * count('areas', 'code', 'parent', 'areaKm2', 'population') + (points > 0.5 ? 0.2 : 0);
  },
  population: ({ has, count, wideField, valuesOf, boundaries, columns }) => {
    const wide = wideField('population');
    if (boundaries > 0.5 || !(has('population', 'area') || has('population', 'code'))) return 0;
    if (wide === 'sex' || wide === 'ageBand') return 0.85;
    if (!has('population', 'population') || has('incidents', 'date')) return 0;
    const isPeople = columns.some(({ name }) => /pop|pob|habit|resid|people|person|inhab|سكان/i.test(name));
    const isWhole = valuesOf('population', 'population').every((cell) => Number.isInteger(parseNumber(cell, '.') ?? 0.5));
    return (isPeople ? 0.65 : 0.2) + 0.08 * count('population', 'year', 'sex', 'ageBand') + (isWhole ? 0.08 : 0) - columns.length * 0.005;
  },
  incidents: ({ has, count, wideField, points, boundaries, table, valuesOf }) => {
    if (boundaries > 0.5) return 0;
    const isNamed = offenceGroupOf(fileStem(table.fileName), table.vocabulary) !== 'other';
    const texts = valuesOf('incidents', 'offence');
    const speaksOfOffences = texts.slice(0, 200).some((cell) => offenceGroupOf(String(cell), table.vocabulary) !== 'other');
    const hasOffence = has('incidents', 'offence') || isNamed;
    const isWide = wideField('incidents') === 'year';
    if (!hasOffence || !(has('incidents', 'date') || has('incidents', 'year') || isWide)) return 0;
    const places = count('incidents', 'area', 'parentArea', 'areaCode') > 0 ? 0.05 : 0;
    const moment = has('incidents', 'date') ? 0.2 : 0;
    return 0.4 + (speaksOfOffences || isNamed ? 0.2 : 0) + moment + places + 0.08 * count('incidents', 'time', 'longitude') + (points > 0.5 ? 0.08 : 0);
  },
  figures: ({ has, count, wideField, boundaries }) => {
    const isWide = wideField('figures') !== null;
    if (boundaries > 0.5 || !(has('figures', 'value') || isWide) || has('incidents', 'date')) return 0;
    return 0.35 + 0.12 * count('figures', 'year') + 0.06 * count('figures', 'series', 'unit', 'breakdown', 'breakdown2', 'low', 'area') + (isWide ? 0.1 : 0);
  },
  survey: ({ has, columns, table, boundaries }) => {
    if (boundaries > 0.5 || table.sample.length < 5) return 0;
    const coded = columns.filter(isCoded).length;
    const share = columns.length === 0 ? 0 : coded / columns.length;
    if (has('survey', 'weight')) return 0.55 + share * 0.4;
    return columns.length >= 8 && share > 0.6 ? 0.5 : 0;
  },
  stakeholders: ({ has, count, columns }) => {
    if (!has('stakeholders', 'name')) return 0;
    const telling = count('stakeholders', 'sector', 'kind', 'mandate', 'represents', 'power', 'interest');
    return telling < 2 && columns.length > 3 ? 0.05 : 0.2 + 0.15 * telling;
  },
  ties: ({ has, count }) => (has('ties', 'from') && has('ties', 'to') ? 0.6 + 0.1 * count('ties', 'kind', 'informant') : 0),
  indicators: ({ has, valuesOf, table, wideField }) => {
    if (!has('indicators', 'indicator') || !(has('indicators', 'value') || wideField('indicators') === 'year')) return 0;
    const cells = valuesOf('indicators', 'indicator').slice(0, 200);
    const share = cells.length === 0 ? 0 : cells.filter(table.isIndicator).length / cells.length;
    return 0.3 + 0.65 * share;
  },
};

/** Few different short answers: 1, 2, 9; Sí, No. */
function isCoded({ values }: SampledColumn): boolean {
  if (values.length < 5) return false;
  const distinct = new Set(values.map(String));
  return distinct.size <= 12 && [...distinct].every((text) => text.length <= 40);
}
