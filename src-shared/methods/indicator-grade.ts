import type { IndicatorSourceType } from '../domain/indicators.ts';
import type { QualityGrade } from '../domain/quality-grade.ts';

/** Published longer ago than this, an official figure is old (indicators, section 1). */
export const oldAfterMonths = 24;

const gradeReasons = ['in-dispute', 'no-source', 'official-recent', 'official-old', 'official-undated', 'official-partial', 'survey', 'estimate'] as const;
export type GradeReason = (typeof gradeReasons)[number];

const officialTypes: readonly IndicatorSourceType[] = ['records', 'census', 'register', 'maps', 'project'];

/**
 * The grade that the convention (indicators, section 1) proposes: A official, documented, under 24 months old; B official but old,
 * undated, partial or for other boundaries; C a survey or a count with known weaknesses; D an estimate; X in dispute. Null without a
 * source: a figure from nowhere has no grade. The age is counted from publication, else from the end of the period. A person decides.
 */
export function suggestGrade(known: {
  sourceType: IndicatorSourceType;
  source: string;
  publishedOn: string | null;
  periodEnd: string | null;
  year: number | null;
  /** Today, YYYY-MM-DD. */
  today: string;
  isInDispute?: boolean;
  /** Covers only a part of the place or of the period, or other boundaries. */
  isPartial?: boolean;
}): { grade: QualityGrade | null; reason: GradeReason } {
  if (known.isInDispute) return { grade: 'X', reason: 'in-dispute' };
  if (known.source.trim() === '') return { grade: null, reason: 'no-source' };
  if (known.sourceType === 'estimate') return { grade: 'D', reason: 'estimate' };
  if (!officialTypes.includes(known.sourceType)) return { grade: 'C', reason: 'survey' };
  const date = known.publishedOn ?? known.periodEnd ?? (known.year === null ? null : `${known.year}-12-31`);
  if (date === null) return { grade: 'B', reason: 'official-undated' };
  if (date <= monthsBefore(known.today, oldAfterMonths)) return { grade: 'B', reason: 'official-old' };
  return known.isPartial ? { grade: 'B', reason: 'official-partial' } : { grade: 'A', reason: 'official-recent' };
}

/** The day `months` before; the last day of a month where that one is shorter. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const whole = year * 12 + (month - 1) - months;
  const lastDay = new Date(Date.UTC(Math.floor(whole / 12), (whole % 12) + 1, 0)).getUTCDate();
  return `${String(Math.floor(whole / 12)).padStart(4, '0')}-${String((whole % 12) + 1).padStart(2, '0')}-${String(Math.min(date, lastDay)).padStart(2, '0')}`;
}
