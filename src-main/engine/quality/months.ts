import type { DataQuality } from '#shared/domain/datasets.ts';

/** Late reports from years before: a year with less than this share of the fullest year's rows is not one that the dataset covers. */
const strayShare = 0.1;
/** A month with less than this share of the middle month stands out. */
const gapShare = 0.25;
/** Fewer rows a month than this say nothing about gaps. */
const leastTypical = 5;

/**
 * Rows by month, months without any row between the first and the last of the covered years put in. A gap is a month of a covered year that has less
 * than a quarter of the median month; stray years before are shown without being judged. Keys of `counts` are year × 100 + month.
 */
export function monthRows(counts: ReadonlyMap<number, number>): DataQuality['months'] {
  if (counts.size === 0) return [];
  const years = new Map<number, number>();
  for (const [month, count] of counts) years.set(Math.floor(month / 100), (years.get(Math.floor(month / 100)) ?? 0) + count);
  const fullest = Math.max(...years.values());
  const isCovered = (month: number) => (years.get(Math.floor(month / 100)) ?? 0) >= fullest * strayShare;
  const covered = [...counts.keys()].filter(isCovered).sort((a, b) => a - b);
  const [first = 0] = covered;
  const last = covered.at(-1) ?? 0;
  const all = new Map(counts);
  for (let month = first; month <= last; month = nextMonth(month)) if (!all.has(month)) all.set(month, 0);
  const typical = medianOf([...all].filter(([month]) => month >= first && month <= last).map(([, count]) => count));
  const isGap = (month: number, count: number) => month >= first && month <= last && typical >= leastTypical && count < typical * gapShare;
  return [...all]
    .sort(([a], [b]) => a - b)
    .map(([month, count]) => ({ month: `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`, count, isGap: isGap(month, count) }));
}

function nextMonth(month: number): number {
  return month % 100 === 12 ? month + 89 : month + 1;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}
