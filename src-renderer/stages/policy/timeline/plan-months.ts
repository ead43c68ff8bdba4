import type { Measure, MeasureInput, Objective } from '#shared/domain/policy.ts';
import { type MonthSpan, monthNumber, monthSpan, monthText } from '#shared/methods/costs-by-year.ts';

/** The calendar years that the picture shows: those of the policy and of everything in it. */
export function shownYears(
  policy: { startYear: number | null; endYear: number | null },
  spans: readonly (MonthSpan | null)[],
  thisYear: number,
): { first: number; last: number } {
  const years = [policy.startYear, policy.endYear, ...spans.flatMap((span) => (span ? [Math.floor(span.first / 12), Math.floor(span.last / 12)] : []))].filter(
    (year) => year !== null,
  );
  if (years.length === 0) return { first: thisYear, last: thisYear + 3 };
  return { first: Math.min(...years), last: Math.max(...years) };
}

export type Grip = 'move' | 'start' | 'end';

/** A span with one of its ends, or all of it, moved by months; never less than one month, never out of the years that a file may name. */
export function movedSpan(span: MonthSpan, grip: Grip, by: number): MonthSpan {
  const [low, high] = [1800 * 12, 2200 * 12 + 11];
  const within = (month: number) => Math.min(high, Math.max(low, month));
  if (grip === 'start') return { first: Math.min(within(span.first + by), span.last), last: span.last };
  if (grip === 'end') return { first: span.first, last: Math.max(within(span.last + by), span.first) };
  const length = span.last - span.first;
  const first = Math.min(within(span.first + by), high - length);
  return { first, last: first + length };
}

/** What changes in a measure when its bar is put there. An end that was known by its year only stays so while it is at the year's edge. */
export function patchOfSpan(measure: Measure, span: MonthSpan): Partial<MeasureInput> {
  const start = measure.startsOn === '' && span.first % 12 === 0 ? '' : monthText(span.first);
  const end = measure.endsOn === '' && span.last % 12 === 11 ? '' : monthText(span.last);
  return { startYear: Math.floor(span.first / 12), startsOn: start, endYear: Math.floor(span.last / 12), endsOn: end };
}

export const spanOf = (measure: Measure): MonthSpan | null => monthSpan(measure);

/** The month by which an objective's target is due; a year alone is its December. */
export function targetMonth({ targetOn }: Objective): number | null {
  if (targetOn === '') return null;
  return targetOn.length === 4 ? Number(targetOn) * 12 + 11 : monthNumber(targetOn.slice(0, 7));
}
