import { plainColumnName } from '#shared/domain/plain-words.ts';
import { type ImportField, type ImportKind, importFields } from '#shared/domain/recipes.ts';
import { parseCoordinate, parsePoint } from '../../imports/detect/coordinates.ts';
import { parseDay } from '../../imports/detect/days.ts';
import { monthOfName } from '../../imports/detect/month-names.ts';
import { parseNumber } from '../../imports/detect/numbers.ts';
import { parseTime } from '../../imports/detect/times.ts';
import type { Cell } from '../../imports/foreign-table.ts';
import type { FieldWords, Vocabulary } from './vocabulary.ts';

/** A column of the file with the values of its first rows, empty ones left out. */
export interface SampledColumn {
  readonly name: string;
  readonly values: readonly Cell[];
}

export interface FieldGuess {
  readonly field: ImportField;
  readonly column: string;
  readonly score: number;
}

const wholeNameScore = 100;
const wordScore = 50;
const weakScore = 20;
/** A whole point in each cell says itself what the column is; two columns named for degrees come first. */
const pointScore = 90;
/** Leaves a column whose whole name says «date» above the weak ones, and any other below. */
const unreadableDates = 45;

/** Fields that a kind cannot do without; each takes a column away from a field that is only welcome. */
const neededFields: Readonly<Partial<Record<ImportKind, readonly ImportField[]>>> = {
  areas: ['name'],
  population: ['area', 'population'],
  incidents: ['offence'],
  stakeholders: ['name'],
  indicators: ['indicator', 'value'],
  ties: ['from', 'to'],
};

/**
 * Which column fills which field: by the column's name in any of the languages of the vocabulary, held against what its cells look
 * like. Each column fills one field; the surest pair is taken first. A column of whole points is known by its cells, whatever it is called.
 */
export function detectFields(kind: ImportKind, columns: readonly SampledColumn[], vocabulary: Vocabulary): FieldGuess[] {
  const words = vocabulary.columns[kind];
  const guesses = importFields[kind].flatMap((field) =>
    columns.flatMap((column): FieldGuess[] => {
      if (kind === 'incidents' && holdsPoints(column.values)) return field === 'longitude' ? [{ field, column: column.name, score: pointScore }] : [];
      const score = nameScore(plainColumnName(column.name), words[field]);
      if (score === 0) return [];
      const fit = valueFit(field, column.values, kind);
      return fit === null ? [] : [{ field, column: column.name, score: score + fit }];
    }),
  );
  const taken = takeSurest(guesses.filter(({ score }) => score > weakScore));
  return settle(kind, taken, guesses);
}

function takeSurest(guesses: readonly FieldGuess[]): FieldGuess[] {
  const taken: FieldGuess[] = [];
  for (const guess of guesses.toSorted((a, b) => b.score - a.score)) {
    if (!taken.some(({ field, column }) => field === guess.field || column === guess.column)) taken.push(guess);
  }
  return taken;
}

/** What a kind needs comes first; a lone «borough» is the area itself, not the one around it. */
function settle(kind: ImportKind, taken: readonly FieldGuess[], guesses: readonly FieldGuess[]): FieldGuess[] {
  let settled = [...taken];
  for (const field of neededFields[kind] ?? []) {
    if (settled.some((guess) => guess.field === field)) continue;
    const best = guesses.filter((guess) => guess.field === field && guess.score > weakScore).sort((a, b) => b.score - a.score)[0];
    if (best) settled = [...settled.filter(({ column }) => column !== best.column), best];
  }
  const inner: ImportField = kind === 'areas' ? 'name' : 'area';
  const outer: ImportField = kind === 'incidents' || kind === 'figures' || kind === 'survey' ? 'parentArea' : 'parent';
  const holder = settled.find(({ field }) => field === outer);
  if (holder && !settled.some(({ field }) => field === inner)) settled = settled.map((guess) => (guess === holder ? { ...guess, field: inner } : guess));
  return settled;
}

/** The last resort for an offence: a column called «type» or «modalidad». */
export function weakGuess(
  kind: ImportKind,
  field: ImportField,
  columns: readonly SampledColumn[],
  taken: readonly FieldGuess[],
  vocabulary: Vocabulary,
): FieldGuess | null {
  const weak = vocabulary.columns[kind][field]?.weak ?? [];
  const column = columns.find(({ name }) => weak.includes(plainColumnName(name)) && !taken.some((guess) => guess.column === name));
  return column ? { field, column: column.name, score: weakScore } : null;
}

function nameScore(plain: string, words: FieldWords | undefined): number {
  if (!words) return 0;
  const whole = words.names.indexOf(plain);
  if (whole >= 0) return wholeNameScore - whole * 0.4;
  const inside = words.words.findIndex((word) => word !== '' && ` ${plain} `.includes(` ${word} `));
  return inside >= 0 ? wordScore - inside * 0.4 : 0;
}

const isNumber = (cell: Cell) => parseNumber(cell, '.') !== null || parseNumber(cell, ',') !== null;
const isInteger = (from: number, to: number) => (cell: Cell) => {
  const value = typeof cell === 'number' ? cell : /^\d{1,4}(?:\.0+)?$/.test(cell) ? Number(cell) : Number.NaN;
  return Number.isInteger(value) && value >= from && value <= to;
};
/** Degrees or metres, also as degrees, minutes and seconds, or a whole point in one cell. */
const isCoordinate = (cell: Cell) => isNumber(cell) || parseCoordinate(cell, '.') !== null || parsePoint(cell) !== null;
/** `POINT (x y)`, a GeoJSON point, or a pair with decimal points: a pair without them could be an amount with a decimal comma. */
const isWholePoint = (cell: Cell) => typeof cell === 'string' && /[a-z]|\..*[,;].*\./i.test(cell) && parsePoint(cell) !== null;
const holdsPoints = (values: readonly Cell[]) => values.length > 0 && values.filter(isWholePoint).length / values.length >= 0.6;
const isDay = (cell: Cell) => (['ymd', 'dmy', 'mdy'] as const).some((order) => typeof parseDay(cell, order) !== 'string');
const isTime = (cell: Cell) => parseTime(cell) !== null;
const isMonth = (cell: Cell) => isInteger(1, 12)(cell) || (typeof cell === 'string' && monthOfName(cell) !== null);

/** The share of cells that a field asks for; fields that are not here take anything. */
const neededShares: Readonly<Partial<Record<ImportField, readonly [test: (cell: Cell) => boolean, share: number]>>> = {
  date: [isDay, 0.4],
  time: [isTime, 0.4],
  year: [isInteger(1800, 2200), 0.7],
  month: [isMonth, 0.7],
  longitude: [isCoordinate, 0.6],
  latitude: [isCoordinate, 0.6],
  count: [isNumber, 0.6],
  population: [isNumber, 0.5],
  areaKm2: [isNumber, 0.5],
  value: [isNumber, 0.5],
  low: [isNumber, 0.5],
  high: [isNumber, 0.5],
  numerator: [isNumber, 0.5],
  denominator: [isNumber, 0.5],
  wkt: [(cell) => /^\s*(?:SRID=\d+;)?\s*(?:MULTI)?POLYGON/i.test(String(cell)), 0.5],
};
const namesOfThings: ReadonlySet<ImportField> = new Set(['name', 'offence', 'area', 'parentArea', 'parent', 'sector', 'mandate']);

/** How well the cells suit a field: 0 or a little off; null = not at all. An empty column suits anything. */
function valueFit(field: ImportField, values: readonly Cell[], kind: ImportKind): number | null {
  if (values.length === 0) return -1;
  const share = (test: (cell: Cell) => boolean) => values.filter(test).length / values.length;
  const needed = neededShares[field];
  if (needed) {
    // In a short table a few bad rows must not hide what a column is.
    if (share(needed[0]) >= Math.min(needed[1], values.length < 20 ? 0.3 : needed[1])) return 0;
    // A column called «date» is shown as one even where no date in it can be read: the problems then say so row by row.
    return field === 'date' ? -unreadableDates : null;
  }
  if (namesOfThings.has(field) && share((cell) => typeof cell === 'number' || isNumber(cell)) > 0.9)
    return kind === 'incidents' && field === 'offence' ? null : -20;
  return 0;
}
