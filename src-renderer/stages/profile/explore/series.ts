import type { IncidentOverview, IncidentRow } from '#shared/domain/incidents.ts';

export interface SeriesPoint {
  readonly year: number;
  /** Null for a whole year. */
  readonly month: number | null;
  /** Null outside the time that the data cover: missing is never zero. */
  readonly value: number | null;
}

type CountRow = IncidentRow & { readonly isHidden?: boolean };

/** What no row names happened never; a hidden count is not known here. */
function knownCount(count: number | null | undefined): number | null {
  return count === undefined ? 0 : count;
}

/** Counts by month from the first to the last month that the data cover; a covered month without incidents is a real zero. */
export function monthSeries(rows: readonly CountRow[], years: readonly number[], overview: Pick<IncidentOverview, 'firstDay' | 'lastDay'>): SeriesPoint[] {
  const counts = new Map(rows.map((row) => [`${row.year}-${row.month}`, row.isHidden ? null : row.count]));
  const first = overview.firstDay?.slice(0, 7) ?? '';
  const last = overview.lastDay?.slice(0, 7) ?? '9999';
  return years.flatMap((year) =>
    Array.from({ length: 12 }, (_, place) => {
      const month = place + 1;
      const name = `${year}-${String(month).padStart(2, '0')}`;
      return { year, month, value: name < first || name > last ? null : knownCount(counts.get(`${year}-${month}`)) };
    }),
  );
}

export function yearSeries(rows: readonly CountRow[], years: readonly number[]): SeriesPoint[] {
  const counts = new Map(rows.map((row) => [row.year, row.isHidden ? null : row.count]));
  return years.map((year) => ({ year, month: null, value: knownCount(counts.get(year)) }));
}

/** Each year's stretch of months with its mean over the months covered. */
export function stretchesOf(points: readonly SeriesPoint[]): { from: number; to: number; mean: number; year: number }[] {
  const years = [...new Set(points.map((point) => point.year))];
  return years.flatMap((year) => {
    const places = points.flatMap((point, place) => (point.year === year ? [place] : []));
    const values = places.flatMap((place) => points[place]?.value ?? []);
    const [from, to] = [places[0], places.at(-1)];
    if (values.length === 0 || from === undefined || to === undefined) return [];
    return [{ from, to, year, mean: values.reduce((sum, value) => sum + value, 0) / values.length }];
  });
}
