import { groupBy } from '#shared/domain/group-by.ts';
import { type IncidentRow, type OffenceGroup, offenceGroups } from '#shared/domain/incidents.ts';
import type { IncidentSummaries } from './profile-data.ts';
import { type ShownRow, type ShownTable, shownList, shownTable } from './small-numbers.ts';

/** Area id; null = the area is not stated in the source. */
export type AreaKey = string | null;
/** Null = the year is not stated. */
export type YearKey = number | null;

/** Incident summaries with every small number hidden, and what would give one away; both outputs print these and nothing else. */
export interface ShownIncidents {
  readonly total: IncidentRow;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly years: readonly YearKey[];
  /** Those that occur, in the order of the domain. */
  readonly groups: readonly OffenceGroup[];
  readonly byYear: readonly ShownRow[];
  readonly byGroup: readonly ShownRow[];
  readonly groupYear: ShownTable<OffenceGroup, YearKey>;
  readonly byOffence: readonly ShownRow[];
  readonly byArea: readonly ShownRow[];
  readonly areaYear: ShownTable<AreaKey, YearKey>;
  readonly areaGroup: ShownTable<AreaKey, OffenceGroup>;
  readonly yearMonth: ShownTable<YearKey, number>;
  /** How many incidents have a month, and a weekday with an hour. */
  readonly withMonth: number;
  readonly weekdayHour: ShownTable<number, number>;
  readonly withWeekdayHour: number;
  readonly hasHidden: boolean;
}

/** Below this many residents a rate says more about who passes through than about who lives there (convention). */
export const smallestRatedPopulation = 500;

const months = Array.from({ length: 12 }, (_, place) => place + 1);
const weekdays = Array.from({ length: 7 }, (_, place) => place + 1);
const hours = Array.from({ length: 24 }, (_, place) => place);

export function shownIncidents(source: IncidentSummaries, threshold: number): ShownIncidents {
  const groups = offenceGroups.filter((group) => source.byGroupYear.some((row) => row.group === group));
  const years = source.byYear.map(yearOf);
  const byYear = shownList(source.byYear, threshold);
  const byGroup = shownList(mergeYears(source.byGroupYear, groups), threshold);
  const byArea = shownList(source.byArea, threshold).map((row) => withoutThinRate(row, source.overview.years.length));
  const hiddenAreas = new Set(byArea.flatMap((row) => (row.isHidden ? [areaOf(row)] : [])));
  const hiddenGroups = new Set(byGroup.flatMap((row) => (row.isHidden && row.group ? [row.group] : [])));
  const hiddenYears = new Set(byYear.flatMap((row) => (row.isHidden ? [yearOf(row)] : [])));
  const areas = source.byArea.map(areaOf);
  const tables = {
    groupYear: shownTable(source.byGroupYear, { rowOf: groupOf, columnOf: yearOf, rows: groups, columns: years, hiddenRows: hiddenGroups, threshold }),
    areaYear: shownTable(source.byAreaYear, { rowOf: areaOf, columnOf: yearOf, rows: areas, columns: years, hiddenRows: hiddenAreas, threshold }),
    areaGroup: shownTable(source.byAreaGroup, { rowOf: areaOf, columnOf: groupOf, rows: areas, columns: groups, hiddenRows: hiddenAreas, threshold }),
    yearMonth: shownTable(source.byYearMonth, { rowOf: yearOf, columnOf: monthOf, rows: years, columns: months, hiddenRows: hiddenYears, threshold }),
    weekdayHour: shownTable(source.byWeekdayHour, { rowOf: weekdayOf, columnOf: hourOf, rows: weekdays, columns: hours, threshold }),
  };
  const byOffence = [...groupBy(source.byGroupOffence, (row) => row.group).values()].flatMap((rows) => shownList(rows, threshold));
  const lists = [byYear, byGroup, byArea, byOffence];
  return {
    total: source.total,
    firstDay: source.overview.firstDay,
    lastDay: source.overview.lastDay,
    years,
    groups,
    byYear,
    byGroup,
    byOffence,
    byArea,
    ...tables,
    withMonth: countWhere(source.byYearMonth, (row) => monthOf(row) > 0),
    withWeekdayHour: countWhere(source.byWeekdayHour, (row) => weekdayOf(row) > 0 && hourOf(row) >= 0),
    hasHidden: lists.some((list) => list.some((row) => row.isHidden)) || Object.values(tables).some((table) => table.hasHidden),
  };
}

/** `population` of a row is person-years: residents are that over the years counted. */
function withoutThinRate(row: ShownRow, yearCount: number): ShownRow {
  const residents = row.population === null ? null : row.population / Math.max(1, yearCount);
  return residents !== null && residents < smallestRatedPopulation ? { ...row, rate: null, low: null, high: null } : row;
}

function areaOf(row: { areaId?: string | null | undefined }): AreaKey {
  return row.areaId ?? null;
}
function yearOf(row: { year?: number | null | undefined }): YearKey {
  return row.year ?? null;
}
function groupOf(row: IncidentRow): OffenceGroup {
  return row.group ?? 'other';
}
function monthOf(row: IncidentRow): number {
  return row.month ?? 0;
}
function weekdayOf(row: IncidentRow): number {
  return row.weekday ?? 0;
}
function hourOf(row: IncidentRow): number {
  return row.hour ?? -1;
}

function countWhere(rows: readonly IncidentRow[], is: (row: IncidentRow) => boolean): number {
  return rows.reduce((sum, row) => sum + (is(row) ? row.count : 0), 0);
}

/** Counts by group over all years. Rates are left out: the people of several years are counted once a year. */
function mergeYears(rows: readonly IncidentRow[], groups: readonly OffenceGroup[]): IncidentRow[] {
  return groups.map((group) => ({
    group,
    count: countWhere(rows, (row) => row.group === group),
    population: null,
    rate: null,
    low: null,
    high: null,
  }));
}
