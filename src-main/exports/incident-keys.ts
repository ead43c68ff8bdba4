import type { IncidentRow, OffenceGroup } from '#shared/domain/incidents.ts';

/** Area id; null = the area is not stated in the source. */
export type AreaKey = string | null;
/** Null = the year is not stated. */
export type YearKey = number | null;

export function areaOf(row: { areaId?: string | null | undefined }): AreaKey {
  return row.areaId ?? null;
}

export function yearOf(row: { year?: number | null | undefined }): YearKey {
  return row.year ?? null;
}

export function groupOf(row: IncidentRow): OffenceGroup {
  return row.group ?? 'other';
}

export function monthOf(row: IncidentRow): number {
  return row.month ?? 0;
}

export function weekdayOf(row: IncidentRow): number {
  return row.weekday ?? 0;
}

export function hourOf(row: IncidentRow): number {
  return row.hour ?? -1;
}

export function countWhere(rows: readonly IncidentRow[], is: (row: IncidentRow) => boolean): number {
  return rows.reduce((sum, row) => sum + (is(row) ? row.count : 0), 0);
}

/** Counts of a table by its two keys; 0 where there is no row. */
export function countsOf<Row, Column>(rows: readonly IncidentRow[], rowOf: (row: IncidentRow) => Row, columnOf: (row: IncidentRow) => Column) {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = `${rowOf(row)} ${columnOf(row)}`;
    counts.set(key, (counts.get(key) ?? 0) + row.count);
  }
  return (row: Row | undefined, column: Column | undefined) => counts.get(`${row} ${column}`) ?? 0;
}
