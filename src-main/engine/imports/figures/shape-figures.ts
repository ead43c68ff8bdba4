import { plainColumnName, plainWords } from '#shared/domain/plain-words.ts';
import type { ImportField, Recipe, RecipePatch } from '#shared/domain/recipes.ts';
import { monthOfName } from '../../../imports/detect/month-names.ts';
import { parseNumber } from '../../../imports/detect/numbers.ts';
import type { Cell } from '../../../imports/foreign-table.ts';
import type { SampledColumn } from '../field-detection.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { yearOfColumn } from '../wide-detection.ts';
import { isMissingFigure } from './missing-figure.ts';

export interface FigureShape {
  readonly wide: Recipe['wide'];
  readonly furtherBreakdowns: string[];
  readonly constants: Record<string, string>;
}

export interface FigureShapeOptions {
  readonly columns: readonly SampledColumn[];
  /** Field → column; what the shape needs differently is changed in it. */
  readonly fields: Map<ImportField, string>;
  readonly patch: RecipePatch;
  readonly vocabulary: Vocabulary;
  /** Titles and notes around the table, its sheet and file: a single year in them is the table's. */
  readonly titles: readonly string[];
}

const breakdownFields = ['breakdown', 'breakdown2', 'breakdown3'] as const;
/** Fields whose columns hold numbers that are no figures. */
const notFigures: readonly ImportField[] = ['year', 'month', 'areaCode', 'low', 'high'];

/**
 * What a table of statistics is made of beyond what its columns are called: years, months or several figures side by side become rows; every other
 * column of words tells rows apart, the first three as breakdowns of their own, the rest joined into the third.
 */
export function shapeFigures({ columns, fields, patch, vocabulary, titles }: FigureShapeOptions): FigureShape {
  const spans = fields.has('year') ? undefined : columns.find(({ values }) => isSpansOfYears(values));
  if (spans && patch.columns?.year === undefined) setOnly(fields, 'year', spans.name);
  const taken = new Set([...fields].flatMap(([field, column]) => (notFigures.includes(field) ? [column] : [])));
  const numeric = columns.filter(({ name, values }) => !taken.has(name) && looksLikeFigures(values) && !isCodeName(name));
  const wide = patch.wide === undefined ? guessWide(columns, numeric, fields, patch, vocabulary) : patch.wide;
  if (wide)
    for (const [field, column] of fields) if (wide.columns.includes(column) || (field === 'value' && patch.columns?.value === undefined)) fields.delete(field);
  const [only] = numeric;
  if (!wide && !fields.has('value') && only && patch.columns?.value === undefined) setOnly(fields, 'value', only.name);
  const furtherBreakdowns = patch.furtherBreakdowns ?? addBreakdowns({ columns, fields, patch, vocabulary, titles }, wide, numeric);
  return { wide, furtherBreakdowns, constants: guessConstants(fields, wide, titles, vocabulary) };
}

function setOnly(fields: Map<ImportField, string>, field: ImportField, column: string): void {
  for (const [other, used] of fields) if (used === column) fields.delete(other);
  fields.set(field, column);
}

function guessWide(
  columns: readonly SampledColumn[],
  numeric: readonly SampledColumn[],
  fields: ReadonlyMap<ImportField, string>,
  patch: RecipePatch,
  vocabulary: Vocabulary,
): Recipe['wide'] {
  const names = numeric.map(({ name }) => name);
  // A year or month of which nothing was published belongs to the row of them all the same.
  const periods = columns.filter((column) => numeric.includes(column) || column.values.every(isMissingFigure)).map(({ name }) => name);
  const years = periods.filter((name) => yearOfColumn(name) !== null);
  if (years.length >= 2 && !fields.has('year')) return { columns: years, field: 'year' };
  const months = periods.filter((name) => monthOfColumn(name) !== null);
  if (months.length >= 3 && !fields.has('month')) return { columns: months, field: 'month' };
  const value = fields.get('value');
  const isValueSure = patch.columns?.value !== undefined || (value !== undefined && saysOnlyValue(value, vocabulary));
  return names.length >= 2 && !isValueSure && !fields.has('series') ? { columns: names, field: 'series' } : null;
}

/** The month that a column's name stands for (`Enero`, `ene`), or null. */
function monthOfColumn(name: string): number | null {
  return monthOfName(name.trim());
}

/** «Value» says that this is the figure; «rate» or «total» may be one of several. */
function saysOnlyValue(name: string, vocabulary: Vocabulary): boolean {
  return vocabulary.columns.indicators.value?.names.includes(plainColumnName(name)) === true;
}

function addBreakdowns({ columns, fields, patch }: FigureShapeOptions, wide: Recipe['wide'], numeric: readonly SampledColumn[]): string[] {
  const used = new Set([...fields.values(), ...(wide?.columns ?? []), ...numeric.map(({ name }) => name)]);
  const free = columns.filter(({ name }) => !used.has(name) && !isCodeName(name));
  const rest = free.filter(({ values }) => values.length > 0).map(({ name }) => name);
  // Empty in the first rows, but perhaps not further down.
  const later = free.filter(({ values }) => values.length === 0).map(({ name }) => name);
  const stated = new Set<string>(Object.keys(patch.columns ?? {}));
  // The third stays free for names of places that the project does not know, until it is needed.
  for (const field of breakdownFields) {
    if (fields.has(field) || stated.has(field) || wide?.field === field) continue;
    const next = rest.shift();
    if (next === undefined) break;
    fields.set(field, next);
  }
  return [...rest, ...later];
}

function guessConstants(
  fields: ReadonlyMap<ImportField, string>,
  wide: Recipe['wide'],
  titles: readonly string[],
  vocabulary: Vocabulary,
): Record<string, string> {
  const constants: Record<string, string> = {};
  const value = fields.get('value');
  if (!wide && !fields.has('series') && value !== undefined && !saysOnlyValue(value, vocabulary)) constants.series = value;
  if (!fields.has('year') && wide?.field !== 'year') {
    const year = yearOfTitles(titles);
    if (year !== null) constants.year = year;
  }
  return constants;
}

/** A line that is nothing but a year, else the first that names just one. */
function yearOfTitles(titles: readonly string[]): string | null {
  const alone = titles.map((title) => /^\D{0,3}((?:19|20)\d{2})\D{0,3}$/.exec(title.trim())?.[1]).find((year) => year !== undefined);
  if (alone !== undefined) return alone;
  for (const title of titles) {
    const years = new Set([...title.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((match) => match[1] ?? ''));
    const [year] = years;
    if (years.size === 1 && year !== undefined) return year;
  }
  return null;
}

/** `2011-2021`, `2019/20`: a period of several years in each cell. */
function isSpansOfYears(values: readonly Cell[]): boolean {
  return values.length > 0 && values.every((cell) => /^(?:19|20)\d{2}\s*[-–/]\s*(?:\d{2}|\d{4})$/.test(String(cell).trim()));
}

/** Most cells are numbers, but for those that say that there is none. */
function looksLikeFigures(values: readonly Cell[]): boolean {
  const stated = values.filter((cell) => !isMissingFigure(cell));
  if (stated.length === 0) return false;
  const numbers = stated.filter((cell) => parseNumber(cell, '.') !== null || parseNumber(cell, ',') !== null).length;
  return numbers >= stated.length * 0.7;
}

/** A column of codes of places, rows or categories: numbers that count nothing. */
function isCodeName(name: string): boolean {
  const plain = plainWords(name);
  return (
    /^(?:no|num|numero|number|index|row|fila|رقم)$/.test(plain) || /(?:^| )(?:id|code|codigo|clave|cve|geocode|cod|رمز|كود)(?: |$)|(?:code|codigo)$/.test(plain)
  );
}
