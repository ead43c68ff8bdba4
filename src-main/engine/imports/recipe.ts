import { type ImportField, type ImportKind, importFields, type Recipe, type RecipePatch } from '#shared/domain/recipes.ts';
import { detectDecimalMark } from '../../imports/detect/numbers.ts';
import type { Cell, ForeignRow, ForeignTable } from '../../imports/foreign-table.ts';
import { refuse } from '../refuse.ts';
import { detectFields, type FieldGuess, type SampledColumn, weakGuess } from './field-detection.ts';
import { shapeFigures } from './figures/shape-figures.ts';
import { fileStem } from './file-stem.ts';
import { offenceGroupOf, type Vocabulary } from './vocabulary.ts';
import { detectWide, wideOffences } from './wide-detection.ts';

/** Fields that a constant may fill besides those of the kind. */
const furtherConstants = ['year', 'source'];
/** Fields whose cells tell the decimal mark. */
const numberFields: readonly string[] = ['longitude', 'latitude', 'count', 'population', 'areaKm2', 'value', 'low', 'high', 'numerator', 'denominator'];

export interface RecipeOptions {
  readonly kind: ImportKind;
  readonly table: ForeignTable;
  readonly sample: readonly ForeignRow[];
  readonly patch: RecipePatch;
  readonly vocabulary: Vocabulary;
  /** What an earlier file of its kind was read with, where this one does not tell. */
  readonly fallback?: Pick<Recipe, 'decimalMark'> | null;
}

/** A column that was taken for a field by its name and cells. */
export interface DetectedField {
  readonly column: string;
  readonly isSure: boolean;
}

export interface DraftRecipe {
  readonly recipe: Recipe;
  /** Field → the column that was guessed for it. */
  readonly detected: ReadonlyMap<string, DetectedField>;
}

/** From here on the whole name of a column told its field. */
const sureScore = 80;

/** The first rows' values of each column, empty cells left out. */
export function sampleColumns(columns: readonly string[], sample: readonly ForeignRow[]): SampledColumn[] {
  return columns.map((name, index) => ({ name, values: sample.flatMap(({ cells }) => cells[index] ?? '').filter((cell) => cell !== '') }));
}

/**
 * How the file is read: what the patch states, and a guess for the rest. A patch that names a column or a field that is not there is
 * refused. A whole recipe (as printed by an import) is taken as it stands; in any other patch a field that is not
 * named is guessed, and one whose column is '' stays empty. The order of dates is settled later, from all rows.
 */
export function draftRecipe({ kind, table, sample, patch, vocabulary, fallback = null }: RecipeOptions): DraftRecipe {
  checkPatch(kind, table.columns, patch);
  const columns = sampleColumns(table.columns, sample);
  const keep = patch.keep ?? {};
  const detected = new Map<string, DetectedField>();
  const fields = isWholeRecipe(patch) ? ownFields(patch) : patchedFields({ kind, table, sample, patch, vocabulary }, columns, detected);
  const titles = [...table.notes, table.reading.sheet ?? '', fileStem(table.fileName)];
  const shape = kind === 'figures' && !isWholeRecipe(patch) ? shapeFigures({ columns, fields, patch, vocabulary, titles }) : null;
  const wide = shape ? shape.wide : patch.wide === undefined ? guessWide(kind, columns, fields, vocabulary) : patch.wide;
  for (const [field, column] of fields) if (wide?.columns.includes(column) || wide?.field === field) fields.delete(field);
  const constants = { ...shape?.constants, ...guessConstants(kind, table, fields, wide, columns, vocabulary), ...patch.constants };
  if (kind === 'incidents' && !fields.has('offence') && constants.offence === undefined && patch.columns?.offence === undefined && !isWholeRecipe(patch)) {
    const guess = weakGuess(kind, 'offence', columns, guessesOf(fields), vocabulary);
    if (guess) {
      fields.set('offence', guess.column);
      detected.set('offence', { column: guess.column, isSure: false });
    }
  }
  for (const [field, { column }] of detected) if (fields.get(field as ImportField) !== column) detected.delete(field);
  const recipe: Recipe = {
    kind,
    ...table.reading,
    decimalMark: patch.decimalMark ?? guessDecimalMark(columns, fields, wide, fallback?.decimalMark ?? null),
    dateOrder: patch.dateOrder ?? null,
    columns: Object.fromEntries(importFields[kind].flatMap((field) => (fields.has(field) ? [[field, fields.get(field) ?? '']] : []))),
    wide,
    keep,
    constants: Object.fromEntries(Object.entries(constants).filter(([, value]) => value !== '')),
    layer: patch.layer ?? (kind === 'areas' ? guessLayer(table.fileName, fields.get('name')) : null),
    areaDecisions: patch.areaDecisions ?? {},
    offenceGroups: patch.offenceGroups ?? {},
    onlyKnownAreas: patch.onlyKnownAreas ?? false,
    headerRowCount: patch.headerRowCount ?? null,
    block: patch.block ?? null,
    coordinateSystem: patch.coordinateSystem ?? null,
    categories: patch.categories ?? {},
    repeatedRows: patch.repeatedRows ?? 'keep',
    knownIncidents: patch.knownIncidents ?? 'keep',
    onDisagreement: patch.onDisagreement ?? 'name',
    questions: patch.questions ?? {},
    furtherBreakdowns: shape?.furtherBreakdowns ?? patch.furtherBreakdowns ?? [],
  };
  return { recipe, detected };
}

type Fields = Map<ImportField, string>;

function checkPatch(kind: ImportKind, columns: readonly string[], patch: RecipePatch): void {
  if (patch.kind !== undefined && patch.kind !== kind) refuse('import/bad-recipe', { field: 'kind', value: patch.kind });
  const fields: readonly string[] = importFields[kind];
  for (const [field, column] of Object.entries(patch.columns ?? {})) {
    if (!fields.includes(field)) refuse('import/bad-recipe', { field: 'columns', value: field });
    if (column !== '') requireColumn(columns, column);
  }
  for (const field of Object.keys(patch.constants ?? {})) {
    if (!fields.includes(field) && !furtherConstants.includes(field)) refuse('import/bad-recipe', { field: 'constants', value: field });
  }
  for (const column of Object.keys(patch.keep ?? {})) requireColumn(columns, column);
  for (const column of patch.wide?.columns ?? []) requireColumn(columns, column);
  if (patch.wide && !fields.includes(patch.wide.field)) refuse('import/bad-recipe', { field: 'wide', value: patch.wide.field });
}

function requireColumn(columns: readonly string[], column: string): void {
  if (!columns.includes(column)) refuse('file/no-such-column', { column, columns: columns.join(', ') });
}

export function isWholeRecipe(patch: RecipePatch): boolean {
  return patch.kind !== undefined && patch.format !== undefined && patch.columns !== undefined && patch.wide !== undefined && patch.keep !== undefined;
}

function ownFields(patch: RecipePatch): Fields {
  return new Map(Object.entries(patch.columns ?? {}).filter(([, column]) => column !== '')) as Fields;
}

/** The patch's columns, then guesses for the fields and columns that it leaves free. */
function patchedFields({ kind, patch, vocabulary }: RecipeOptions, columns: readonly SampledColumn[], detected: Map<string, DetectedField>): Fields {
  const fields = ownFields(patch);
  const stated = new Set(Object.keys(patch.columns ?? {}));
  const used = new Set([...fields.values(), ...(patch.wide?.columns ?? [])]);
  const free = columns.filter(({ name }) => !used.has(name));
  for (const { field, column, score } of detectFields(kind, free, vocabulary)) {
    if (stated.has(field)) continue;
    fields.set(field, column);
    detected.set(field, { column, isSure: score >= sureScore });
  }
  return fields;
}

function guessWide(kind: ImportKind, columns: readonly SampledColumn[], fields: Fields, vocabulary: Vocabulary): Recipe['wide'] {
  const hasMoment = fields.has('year') || fields.has('date');
  const wide =
    detectWide(kind, columns, vocabulary) ?? (kind === 'incidents' && !fields.has('offence') && hasMoment ? wideOffences(columns, vocabulary) : null);
  // A table with a column of years of its own is long already, whatever its other columns are called.
  return wide?.field === 'year' && (fields.has('year') || fields.has('date')) ? null : wide;
}

function guessConstants(
  kind: ImportKind,
  table: ForeignTable,
  fields: Fields,
  wide: Recipe['wide'],
  columns: readonly SampledColumn[],
  vocabulary: Vocabulary,
): Record<string, string> {
  const constants: Record<string, string> = {};
  const stem = fileStem(table.fileName);
  if (kind === 'incidents' && !fields.has('offence') && offenceGroupOf(stem, vocabulary) !== 'other') constants.offence = sentence(stem);
  if (kind === 'survey' && !fields.has('year')) {
    const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(stem)?.[1];
    if (year !== undefined) constants.year = year;
  }
  const hasPeople = kind === 'population' || (kind === 'areas' && fields.has('population'));
  if (hasPeople && !fields.has('year') && wide?.field !== 'year') {
    const names = [fields.get('population') ?? '', stem, ...(wide ? columns.map(({ name }) => name) : [])];
    const year = names.map((name) => /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(name)?.[1]).find((found) => found !== undefined);
    if (year !== undefined) constants.year = year;
  }
  return constants;
}

function guessDecimalMark(columns: readonly SampledColumn[], fields: Fields, wide: Recipe['wide'], fallback: Recipe['decimalMark']): Recipe['decimalMark'] {
  const names = new Set([...[...fields].flatMap(([field, column]) => (numberFields.includes(field) ? [column] : [])), ...(wide?.columns ?? [])]);
  const cells: Cell[] = columns.filter(({ name }) => names.has(name)).flatMap(({ values }) => values);
  const guess = detectDecimalMark(cells);
  return (guess.certain ? guess.mark : (fallback ?? guess.mark)) ?? (cells.length > 0 ? '.' : null);
}

/** A layer is called what its name column calls one of its areas (`colonia`), else after the file. */
function guessLayer(fileName: string, nameColumn: string | undefined): string {
  const plain = nameColumn?.replace(/[_\s]+/g, ' ').trim() ?? '';
  const saysNothing = plain === '' || /^(?:.*\b)?(?:name|nombre|nom|nome|nomgeo|label|area|id|column|اسم|الاسم)\b.*$/i.test(plain);
  return sentence(saysNothing ? fileStem(fileName) : plain).slice(0, 500);
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function guessesOf(fields: Fields): FieldGuess[] {
  return [...fields].map(([field, column]) => ({ field, column, score: 1 }));
}

/** Fields without which nothing of this kind can be imported and that neither a column nor a constant fills. */
export function missingFields(recipe: Recipe): ImportField[] {
  const has = (field: ImportField) => recipe.columns[field] !== undefined || recipe.constants[field] !== undefined || recipe.wide?.field === field;
  const needsOne = (...fields: ImportField[]): ImportField[] => (fields.some(has) ? [] : fields.slice(0, 1));
  const needsValue = (field: ImportField): ImportField[] => (recipe.wide || has(field) ? [] : [field]);
  switch (recipe.kind) {
    case 'areas':
      return needsOne('name');
    case 'population':
      return [...needsOne('area', 'code'), ...needsValue('population')];
    case 'incidents':
      return [...needsOne('date', 'year'), ...needsOne('offence')];
    case 'stakeholders':
      return needsOne('name');
    case 'figures':
      return needsValue('value');
    case 'survey':
      return [];
    case 'ties':
      return [...needsOne('from'), ...needsOne('to')];
    case 'indicators':
      return [...needsOne('indicator'), ...needsValue('value')];
  }
}

/** Refused with the field and the columns that could fill it. */
export function requireFields(recipe: Recipe, columns: readonly string[]): void {
  const [field] = missingFields(recipe);
  if (field) refuse('import/missing-field', { field, columns: columns.join(', ') });
}
