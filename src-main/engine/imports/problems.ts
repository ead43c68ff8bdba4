import type { Problem } from '#shared/domain/imports.ts';
import type { TextKey, Translate } from '#shared/i18n/texts.ts';
import type { Cell } from '../../imports/foreign-table.ts';
import { loadTranslate } from '../i18n/load-texts.ts';

/** Every problem that a row or a whole file can have, and whether the row is then left out. Each has a text `problem.<code>`. */
const problemCodes = {
  'short-row': false,
  'long-row': true,
  'duplicate-row': false,
  'repeated-row': true,
  'total-row': true,
  // incidents
  'empty-date': false,
  'not-a-date': true,
  'impossible-date': true,
  'year-out-of-range': true,
  'ambiguous-date': true,
  'future-date': true,
  'date-order-unclear': false,
  'bad-time': false,
  'bad-month': false,
  'bad-year': true,
  'missing-offence': true,
  'bad-count': true,
  'negative-count': true,
  'no-coordinates': false,
  'bad-coordinate': false,
  'zero-coordinates': false,
  'projected-coordinates': false,
  'swapped-coordinates': false,
  'swapped-back': false,
  'outside-city': false,
  'unknown-area': false,
  'ambiguous-area': false,
  'area-from-point': false,
  'area-disagrees': false,
  'area-by-point': false,
  'known-incident': true,
  'outside-areas': true,
  'no-areas-yet': false,
  // areas and population
  'missing-name': true,
  'duplicate-area': true,
  'merged-area': false,
  'same-boundary': false,
  'bad-boundary': false,
  'point-instead-of-boundary': false,
  'unknown-parent': false,
  'bad-area-size': false,
  'bad-population': false,
  'population-without-area': true,
  'population-unclear-area': true,
  'population-not-a-number': true,
  'population-repeated': true,
  'unknown-sex': true,
  // figures
  'row-without-figures': true,
  'bad-figure': false,
  'year-span': false,
  'figure-without-area': false,
  'figure-repeated': false,
  // surveys
  'bad-weight': false,
  'unknown-code': false,
  'empty-answers': true,
  'column-not-kept': false,
  // stakeholders
  'unknown-sector': false,
  'unknown-level': false,
  'unknown-served-area': false,
  'unknown-kind': false,
  'bad-score': false,
  'stakeholder-known': true,
  // ties between bodies
  'missing-body': true,
  'unknown-body': true,
  'unknown-tie-kind': true,
  'self-tie': true,
  'tie-known': true,
  // indicators
  'missing-indicator': true,
  'unknown-indicator': false,
  'bad-value': true,
  'bad-limit': false,
  'observation-without-area': true,
  'bad-quality': false,
  'bad-publication-day': false,
  'bad-period-day': false,
  'period-backwards': false,
} as const satisfies Record<string, boolean>;
export type ProblemCode = keyof typeof problemCodes;

export interface ProblemPlace {
  readonly row?: number | null;
  readonly column?: string | null;
  readonly value?: Cell;
  /** Fills further blanks of the text. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface ProblemCount {
  readonly code: string;
  readonly count: number;
  readonly dropsRow: boolean;
}

const mostListed = 500;
/** So that one frequent problem does not hide the others. */
const mostListedOfOneCode = 100;
const longestValue = 120;

/** Counts every problem of an import and keeps the first of each kind. */
export class ProblemList {
  readonly #counts = new Map<ProblemCode, number>();
  readonly #listed: Problem[] = [];
  readonly #english: Translate;

  constructor(english: Translate) {
    this.#english = english;
  }

  add(code: ProblemCode, place: ProblemPlace = {}, times = 1): void {
    const count = this.#counts.get(code) ?? 0;
    this.#counts.set(code, count + times);
    if (count >= mostListedOfOneCode || this.#listed.length >= mostListed) return;
    const row = place.row ?? null;
    const column = place.column ?? null;
    const value = String(place.value ?? '').slice(0, longestValue);
    const message = this.#english(`problem.${code}` satisfies TextKey, { row: row ?? '', column: column ?? '', value, ...place.params });
    this.#listed.push({
      code,
      row,
      column,
      value,
      dropsRow: problemCodes[code],
      message: withPlace(message, row, column),
      ...(place.params && { params: { ...place.params } }),
    });
  }

  countOf(code: ProblemCode): number {
    return this.#counts.get(code) ?? 0;
  }

  /** The problems of the whole file first, then by row. */
  listed(): Problem[] {
    return this.#listed.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
  }

  /** The most frequent first. */
  counts(): ProblemCount[] {
    return [...this.#counts].map(([code, count]) => ({ code, count, dropsRow: problemCodes[code] })).sort((a, b) => b.count - a.count);
  }
}

/** An empty list that speaks English to logs. */
export function newProblems(resourcesFolder: string): ProblemList {
  return new ProblemList(loadTranslate(resourcesFolder, 'en'));
}

/** In a log a message stands alone: it names row and column itself where the text has no blank for them. */
function withPlace(message: string, row: number | null, column: string | null): string {
  const place = [row === null ? '' : `row ${row}`, column === null ? '' : `column «${column}»`].filter((part) => part !== '').join(', ');
  return place === '' ? message : `${place.slice(0, 1).toUpperCase()}${place.slice(1)}: ${message}`;
}
