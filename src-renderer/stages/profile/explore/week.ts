import type { IncidentRow } from '#shared/domain/incidents.ts';
import { heapedHours } from '#shared/methods/week-hours.ts';

export interface Week {
  /** Weekday (Monday first) × hour. */
  /** Null where the count is hidden. */
  readonly cells: readonly (readonly (number | null)[])[];
  readonly busiest: { readonly weekday: number; readonly hour: number; readonly count: number } | null;
  readonly total: number;
  /** Incidents whose weekday and hour are stated. */
  readonly stated: number;
}

/** Counts by weekday and hour as a table of 7 × 24; what states no hour is only in `total`. */
export function weekOf(rows: readonly (IncidentRow & { isHidden?: boolean })[]): Week {
  const cells: (number | null)[][] = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  let total = 0;
  let stated = 0;
  for (const { weekday, hour, count, isHidden } of rows) {
    total += count;
    const row = cells[(weekday ?? 0) - 1];
    if (!row || !weekday || hour === null || hour === undefined) continue;
    row[hour] = isHidden ? null : count;
    stated += count;
  }
  return { cells, busiest: busiestOf(cells), total, stated };
}

/** The cell with most incidents; hours that were probably filled in do not count. */
function busiestOf(cells: Week['cells']): Week['busiest'] {
  const filledIn = filledInHours(cells);
  let busiest: Week['busiest'] = null;
  for (const [row, counts] of cells.entries()) {
    for (const [hour, count] of counts.entries()) {
      if (count !== null && count > (busiest?.count ?? 0) && !filledIn.includes(hour)) busiest = { weekday: row + 1, hour, count };
    }
  }
  return busiest;
}

/** Hours that were probably filled in where nobody knew (`heapedHours`). */
export function filledInHours(cells: Week['cells']): number[] {
  const byHour = Array.from({ length: 24 }, (_, hour) => cells.reduce((sum, row) => sum + (row[hour] ?? 0), 0));
  return heapedHours(byHour).map(({ hour }) => hour);
}
