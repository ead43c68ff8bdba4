import type { IndicatorDefinition, Observation, QualityGrade } from '../domain/indicators.ts';
import { isSmall } from './disclosure.ts';
import type { Headline } from './indicator-headline.ts';

/** What has to travel with a value (indicators, section 10, rule 1). */
export const valueCompanions = ['value', 'unit', 'period', 'source', 'grade', 'interval'] as const;
export type ValueCompanion = (typeof valueCompanions)[number];

/** Below this a share from a survey carries a warning (convention, rule 4). */
export const fewRespondents = 30;

export const valueWarnings = ['few-respondents', 'in-dispute', 'wording-not-stated'] as const;
export type ValueWarning = (typeof valueWarnings)[number];

/** A value with everything that has to stand beside it. Null = not known, or hidden where `isHidden`. */
export interface ShownIndicatorValue {
  readonly value: number | null;
  /** Limits of the interval; of a cell in dispute the smallest and largest figure. */
  readonly low: number | null;
  readonly high: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: string;
  readonly year: number | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly areaId: string | null;
  readonly breakdown: string;
  readonly source: string;
  readonly grade: QualityGrade | null;
  readonly direction: 'up' | 'down' | 'show';
  /** Counted from fewer than may be shown: the value and all that is worked out from it is gone. */
  readonly isHidden: boolean;
  readonly isInDispute: boolean;
  readonly warnings: readonly ValueWarning[];
  readonly missing: readonly ValueCompanion[];
  /** Nothing but the interval is missing, and it is not hidden: may leave the application. */
  readonly mayBeExported: boolean;
}

type ShownDefinition = Pick<IndicatorDefinition, 'unit' | 'direction' | 'smallestCount'> &
  Partial<Pick<IndicatorDefinition, 'intervalMethod' | 'sourceType' | 'versions' | 'multiplier'>>;

/**
 * The one rule for showing a value of an indicator, for screens and outputs alike (indicators, section 10; methods, section 15). `threshold` is the
 * city's own smallest count; the definition's may be larger. A hidden count takes value, limits, numerator and denominator with it;
 * a share is hidden also where the people on its other side are too few.
 */
export function shownIndicatorValue(observation: Observation, definition: ShownDefinition | undefined, threshold: number): ShownIndicatorValue {
  const smallest = Math.max(threshold, definition?.smallestCount ?? 0);
  const { counted, others } = peopleBehind(observation, definition);
  const isHidden = isSmall(counted, smallest) || isSmall(others, smallest);
  const unit = definition?.unit ?? '';
  const missing: ValueCompanion[] = [];
  if (observation.value === null) missing.push('value');
  if (unit === '') missing.push('unit');
  if (observation.year === null && observation.periodEnd === null) missing.push('period');
  if (observation.source.trim() === '') missing.push('source');
  if (observation.quality === null) missing.push('grade');
  if (definition?.intervalMethod && observation.low === null) missing.push('interval');
  const n = observation.sampleSize ?? (definition?.sourceType === 'survey' ? observation.denominator : null);
  const warnings: ValueWarning[] = [];
  if (definition?.sourceType === 'survey' && n !== null && n < fewRespondents) warnings.push('few-respondents');
  if (observation.definitionVersion === '' && (definition?.versions?.length ?? 1) > 1) warnings.push('wording-not-stated');
  return {
    value: isHidden ? null : observation.value,
    low: isHidden ? null : observation.low,
    high: isHidden ? null : observation.high,
    numerator: isHidden ? null : observation.numerator,
    denominator: isHidden ? null : observation.denominator,
    unit,
    year: observation.year,
    periodStart: observation.periodStart,
    periodEnd: observation.periodEnd,
    areaId: observation.areaId,
    breakdown: observation.breakdown,
    source: observation.source,
    grade: observation.quality,
    direction: definition?.direction ?? 'show',
    isHidden,
    isInDispute: false,
    warnings,
    missing,
    mayBeExported: !isHidden && missing.every((companion) => companion === 'interval'),
  };
}

/**
 * How many people a value counts and, of a share of people, how many it does not: 48 of 50 says that two are not. As entered, as counted by the survey
 * estimate that was kept, or as the value gives them away to everybody who knows how many were asked (5 % of 40 are two). Null where it is not known.
 */
export function peopleBehind(observation: Observation, definition: ShownDefinition | undefined): { counted: number | null; others: number | null } {
  const { computation, value } = observation;
  if (computation?.method === 'weightedShare') {
    const hits = computation.inputs.find(({ key }) => key === 'hits')?.value;
    if (typeof hits === 'number') return { counted: hits, others: computation.n === null ? null : computation.n - hits };
  }
  const multiplier = definition?.multiplier ?? null;
  const isShare = definition?.sourceType === 'survey' && multiplier === 100;
  const total = observation.denominator ?? (isShare ? observation.sampleSize : null);
  const isTold = (isShare || definition?.sourceType === 'records') && value !== null && total !== null && multiplier !== null;
  const counted = observation.numerator ?? (isTold ? Math.round((value * total) / multiplier) : null);
  return { counted, others: isShare && counted !== null && total !== null ? Math.round(total - counted) : null };
}

/** A cell as a whole: its figure with all that belongs to it; in dispute no value but the range of the figures, with grade X. Null without any value. */
export function shownHeadline(headline: Headline<Observation>, definition: ShownDefinition | undefined, threshold: number): ShownIndicatorValue | null {
  if (headline.figure) return shownIndicatorValue(headline.figure, definition, threshold);
  const [first] = headline.rivals;
  if (!first) return null;
  const all = headline.rivals.map((rival) => shownIndicatorValue(rival, definition, threshold));
  const isHidden = all.some((shown) => shown.isHidden);
  const base = all[0] as ShownIndicatorValue;
  return {
    ...base,
    value: null,
    low: isHidden ? null : headline.low,
    high: isHidden ? null : headline.high,
    numerator: null,
    denominator: null,
    source: [...new Set(all.map((shown) => shown.source).filter(Boolean))].join('; '),
    grade: 'X',
    isHidden,
    isInDispute: true,
    warnings: ['in-dispute', ...new Set(all.flatMap((shown) => shown.warnings))],
    missing: base.missing.filter((companion) => companion !== 'value' && companion !== 'grade' && companion !== 'source'),
    mayBeExported: !isHidden && base.missing.every((companion) => ['value', 'grade', 'interval', 'source'].includes(companion)),
  };
}
