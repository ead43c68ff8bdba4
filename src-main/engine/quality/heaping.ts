import type { DataQuality } from '#shared/domain/datasets.ts';

type Heaping = NonNullable<DataQuality['heaping']>;

/** An hour is heaped when it bears more than this many times what the hours beside it bear on average. */
const heapedTimes = 1.5;
/** Fewer rows than this at the hour say nothing. */
const leastRows = 30;
const daysOfMonth = 12 / 365.25;

/**
 * Whether clocks were rounded or made up: midnight and noon held against the hours beside them, and the first of the month against its share of the
 * year. `hours` are rows by hour 0–23, `firsts` rows on a first of `days` rows with a day. Null without hours.
 */
export function heapingOf(hours: readonly number[], firsts: number, days: number): Heaping | null {
  const total = hours.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const share = (hour: number) => (hours[hour] ?? 0) / total;
  const beside = (hour: number) => (share((hour + 23) % 24) + share((hour + 1) % 24)) / 2;
  const isHeapedAt = (hour: number) => (hours[hour] ?? 0) >= leastRows && share(hour) > heapedTimes * beside(hour);
  const firstOfMonthShare = days === 0 ? null : firsts / days;
  return {
    hours: [...hours],
    midnightShare: share(0),
    noonShare: share(12),
    expectedShare: 1 / 24,
    firstOfMonthShare,
    isHeaped: isHeapedAt(0) || isHeapedAt(12) || (firsts >= leastRows && firstOfMonthShare !== null && firstOfMonthShare > heapedTimes * daysOfMonth),
  };
}
