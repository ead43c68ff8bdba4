import type { QualityGrade } from '../domain/quality-grade.ts';
import { decimalsOf } from './indicator-interval.ts';

/** One of several figures for the same thing: a value of an indicator, or the population of one area in one year. */
export interface Rival {
  readonly id: string;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly quality?: QualityGrade | null;
  readonly isChosen: boolean;
  readonly choiceReason: string;
}

export type HeadlineState = 'none' | 'single' | 'agreed' | 'chosen' | 'dispute';

/** What a cell says as a whole. */
export interface Headline<Figure extends Rival = Rival> {
  /**
   * `none` no value · `single` one · `agreed` several that say the same · `chosen` several that differ, one chosen with a reason ·
   * `dispute` several that differ and none chosen, or more than one (as can be after copies are brought together).
   */
  readonly state: HeadlineState;
  /** The figure that counts; null in dispute and without a value. */
  readonly figure: Figure | null;
  readonly value: number | null;
  /** The figure's own limits; in dispute the smallest and the largest value. */
  readonly low: number | null;
  readonly high: number | null;
  /** X in dispute: nobody may quote one of the figures as if it were the city's. */
  readonly quality: QualityGrade | null;
  readonly rivals: readonly Figure[];
}

/**
 * The headline of one cell (indicators, section 1: «two sources that disagree are both kept; one is chosen, with a
 * written reason»). Depends on the set of figures alone, never on their order, so every copy of a project says the same. A choice without a reason
 * does not count.
 */
export function headlineOf<Figure extends Rival>(cell: readonly Figure[]): Headline<Figure> {
  const rivals = [...cell].filter((figure) => figure.value !== null).sort((a, b) => compareText(a.id, b.id));
  const [first] = rivals;
  if (!first) return { state: 'none', figure: null, value: null, low: null, high: null, quality: null, rivals };
  if (rivals.length === 1) return counting('single', first, rivals);
  const chosen = rivals.filter((figure) => figure.isChosen && figure.choiceReason.trim() !== '');
  const [only] = chosen;
  if (only && chosen.length === 1) return counting('chosen', only, rivals);
  // The better grade counts among figures that say the same; then the one entered first.
  if (allAgree(rivals)) return counting('agreed', rivals.toSorted((a, b) => gradeRank(a) - gradeRank(b))[0] ?? first, rivals);
  const values = rivals.map((figure) => figure.value ?? 0);
  return { state: 'dispute', figure: null, value: null, low: Math.min(...values), high: Math.max(...values), quality: 'X', rivals };
}

function counting<Figure extends Rival>(state: HeadlineState, figure: Figure, rivals: readonly Figure[]): Headline<Figure> {
  return { state, figure, value: figure.value, low: figure.low ?? null, high: figure.high ?? null, quality: figure.quality ?? null, rivals };
}

const gradeRank = ({ quality }: Rival) => ['A', 'B', 'C', 'D', 'X'].indexOf(quality ?? 'X') + (quality ? 0 : 1);

/** By code points: the same in every language and copy. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function allAgree(rivals: readonly Rival[]): boolean {
  return rivals.every((a) => rivals.every((b) => saySame(a.value ?? 0, b.value ?? 0)));
}

/** Two figures say the same when they are equal to the digits of the coarser one, but never coarser than one decimal: 12.3 and 12.3456 do, 8 and 8.4 do not. */
export function saySame(a: number, b: number): boolean {
  const decimals = Math.max(1, Math.min(decimalsOf(a), decimalsOf(b)));
  return Math.abs(a - b) <= 0.5 * 10 ** -decimals + 1e-9 && (decimals > 1 || Number(a.toFixed(1)) === Number(b.toFixed(1)));
}

/** What the headline says if this figure of the cell were chosen. */
export function headlineIfChosen<Figure extends Rival>(cell: readonly Figure[], id: string): Headline<Figure> {
  return headlineOf(cell.map((figure) => ({ ...figure, isChosen: figure.id === id, choiceReason: figure.id === id ? 'chosen' : '' })));
}

/** A value for one cell: the words that make two values speak of the same thing. `version` is the wording, see `wordingOf`. */
export interface CellOf {
  readonly indicatorCode: string;
  readonly areaId: string | null;
  readonly year: number | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly breakdown: string;
  readonly definitionVersion: string;
}

/** A value without a version belongs to the only wording that there is; where there are several it is «not stated». */
export function wordingOf(stated: string, versions: readonly { readonly version: string }[]): string {
  return stated || (versions.length === 1 ? (versions[0]?.version ?? '') : '');
}

/** Names the cell of a value: indicator, version, place, period, breakdown. A calendar year written as days is that year. */
export function cellKey(value: CellOf, versions: readonly { readonly version: string }[]): string {
  const isWholeYear = value.periodStart === `${value.year}-01-01` && value.periodEnd === `${value.year}-12-31`;
  const period = isWholeYear || (!value.periodStart && !value.periodEnd) ? [value.year] : [value.year, value.periodStart, value.periodEnd];
  return JSON.stringify([
    value.indicatorCode,
    wordingOf(value.definitionVersion, versions),
    value.areaId,
    period,
    value.breakdown.trim().toLocaleLowerCase('en'),
  ]);
}
