import type { Dataset } from '#shared/domain/datasets.ts';
import type { Formats } from '#shared/i18n/formats.ts';

/** What a dataset is called: its own title, else its file's name. */
export function datasetName({ title, fileName }: Pick<Dataset, 'title' | 'fileName'>): string {
  return title || fileName;
}

/** What time it tells of: days where it tells days, else years; empty where it tells none. */
export function datasetPeriod({ firstDay, lastDay, firstYear, lastYear }: Dataset, formats: Formats): string {
  if (firstDay && lastDay) return firstDay === lastDay ? formats.day(firstDay) : `${formats.day(firstDay)} – ${formats.day(lastDay)}`;
  if (firstYear === null) return '';
  return lastYear === null || lastYear === firstYear ? String(firstYear) : `${firstYear}–${lastYear}`;
}

export type QualityGlance = 'clean' | 'remarks' | 'leftOut';

/** How its problems look at a glance: rows left out weigh more than remarks on rows that came in. */
export function qualityGlance({ problemCounts }: Pick<Dataset, 'problemCounts'>): { grade: QualityGlance; dropped: number; remarks: number } {
  const sum = (dropsRow: boolean) => problemCounts.filter((problem) => problem.dropsRow === dropsRow).reduce((total, { count }) => total + count, 0);
  const [dropped, remarks] = [sum(true), sum(false)];
  return { dropped, remarks, grade: dropped > 0 ? 'leftOut' : remarks > 0 ? 'remarks' : 'clean' };
}
