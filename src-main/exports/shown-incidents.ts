import { groupBy } from '#shared/domain/group-by.ts';
import { type IncidentRow, type OffenceGroup, offenceGroups } from '#shared/domain/incidents.ts';
import { type HidingReason, hidingReasons, type PublishedTableName, type ReleasedKey } from '#shared/domain/releases.ts';
import { type EarlierMark, hideInList, isSmall } from '#shared/methods/disclosure.ts';
import type { CubeCounts, KeyPlace, PairPlace } from '#shared/methods/disclosure-cube.ts';
import { type CubeSpot, hideInLinkedTables } from '#shared/methods/disclosure-linked.ts';
import type { EarlierFigure, IncidentSummaries } from './profile-data.ts';
import { type ShownRow, type ShownTable, shownRow, tableOf } from './small-numbers.ts';

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
  /** How many incidents have a month, and a weekday with an hour; 0 where nothing can be told by them. */
  readonly withMonth: number;
  readonly weekdayHour: ShownTable<number, number>;
  readonly withWeekdayHour: number;
  readonly hasHidden: boolean;
  /** How many figures are hidden for which reason. */
  readonly hidden: Readonly<Record<HidingReason, number>>;
}

/** Below this many residents a rate says more about who passes through than about who lives there (convention). */
export const smallestRatedPopulation = 500;

const months = Array.from({ length: 12 }, (_, place) => place + 1);
const weekdays = Array.from({ length: 7 }, (_, place) => place + 1);
const hours = Array.from({ length: 24 }, (_, place) => place);

/**
 * Hides what must not be printed, in all tables together (`hideInLinkedTables`): a reader of everything that comes of this cannot narrow a small figure.
 * Beside areas, groups and years stand three tables that add to them: offences within their group, months within their year, hours of the week; each is
 * protected as a list within what it adds up to, for its incidents can exchange the one thing that no other table tells. Null where there are too few
 * incidents to tell anything.
 */
export function shownIncidents(source: IncidentSummaries): ShownIncidents | null {
  const known = worked.get(source);
  if (known !== undefined) return known;
  const shown = workOut(source);
  worked.set(source, shown);
  return shown;
}

/** An output asks more than once; the answer rests on nothing but its source. */
const worked = new WeakMap<IncidentSummaries, ShownIncidents | null>();

function workOut(source: IncidentSummaries): ShownIncidents | null {
  const { smallest } = source;
  const groups = offenceGroups.filter((group) => source.byGroupYear.some((row) => row.group === group));
  const years = source.byYear.map(yearOf);
  const areas = source.byArea.length > 0 ? source.byArea.map(areaOf) : [null];
  if (source.total.count < Math.min(...groups.map((group) => smallest.groups[group]))) return null;
  const earlier = earlierMarks(source.earlier);
  const offencesByGroup = groups.map((group) => protectOffences(source, group, earlier));
  const hiding = hideInLinkedTables({
    ...cubeOf(source, areas, groups, years),
    threshold: smallest.project,
    thresholds: [null, groups.map((group) => smallest.groups[group]), null],
    hiddenPlaces: offencesByGroup.flatMap(({ isSafe, width }, place) => (isSafe ? [] : [{ key: 1 as const, place, width }])),
    ...earlierSpots(source.earlier, areas, groups, years),
  });
  if (!hiding) return null;
  const byYear = source.byYear.map((row, place) => shownRow(row, hiding.margin(2, place)));
  const byGroup = mergeYears(source.byGroupYear, groups).map((row, place) => shownRow(row, hiding.margin(1, place)));
  const byArea = source.byArea.map((row, place) => withoutThinRate(shownRow(row, hiding.margin(0, place)), source.overview.years.length));
  const counts = {
    areaYear: countsOf(source.byAreaYear, areaOf, yearOf),
    areaGroup: countsOf(source.byAreaGroup, areaOf, groupOf),
    groupYear: countsOf(source.byGroupYear, groupOf, yearOf),
  };
  const tables = {
    areaYear: tableOf(
      areas,
      years,
      (r, c) => counts.areaYear(areas[r], years[c]),
      (r, c) => hiding.cell(1, r, c),
    ),
    areaGroup: tableOf(
      areas,
      groups,
      (r, c) => counts.areaGroup(areas[r], groups[c]),
      (r, c) => hiding.cell(0, r, c),
    ),
    groupYear: tableOf(
      groups,
      years,
      (r, c) => counts.groupYear(groups[r], years[c]),
      (r, c) => hiding.cell(2, r, c),
    ),
  };
  const byOffence = offencesByGroup.flatMap(({ rows, why }, place) =>
    rows.map((row, at) => shownRow(row, why[at] ?? (hiding.margin(1, place) && row.count > 0 ? 'protects' : null))),
  );
  const yearMonth = protectMonths(source, years, (place) => hiding.margin(2, place) !== null, earlier);
  const weekdayHour = protectWeek(source, earlier);
  const lists = [byYear, byGroup, source.byArea.length > 0 ? byArea : [], byOffence];
  const reasons = [
    ...lists.flatMap((list) => list.flatMap((row) => row.why ?? [])),
    ...(source.byArea.length > 0 ? [...reasonsOf(tables.areaYear), ...reasonsOf(tables.areaGroup)] : []),
    ...reasonsOf(tables.groupYear),
    ...reasonsOf(yearMonth.table),
    ...reasonsOf(weekdayHour.table),
  ];
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
    yearMonth: yearMonth.table,
    withMonth: yearMonth.known,
    weekdayHour: weekdayHour.table,
    withWeekdayHour: weekdayHour.known,
    hasHidden: reasons.length > 0,
    hidden: Object.fromEntries(hidingReasons.map((reason) => [reason, reasons.filter((why) => why === reason).length])) as Record<HidingReason, number>,
  };
}

type Earlier = (table: PublishedTableName, ...keys: ReleasedKey[]) => EarlierMark | null;

function earlierMarks(figures: readonly EarlierFigure[]): Earlier {
  const marks = new Map(figures.map(({ table, keys, mark }) => [`${table} ${keys.join(' ')}`, mark]));
  return (table, ...keys) => marks.get(`${table} ${keys.join(' ')}`) ?? null;
}

function cubeOf(source: IncidentSummaries, areas: readonly AreaKey[], groups: readonly OffenceGroup[], years: readonly YearKey[]): CubeCounts {
  const counts = new Float64Array(areas.length * groups.length * years.length);
  const places = { area: placesOf(areas), group: placesOf(groups), year: placesOf(years) };
  for (const { areaId, group, year, count } of source.byAreaGroupYear) {
    const at = ((places.area.get(areaId) ?? 0) * groups.length + (places.group.get(group) ?? 0)) * years.length + (places.year.get(year) ?? 0);
    counts[at] = (counts[at] ?? 0) + count;
  }
  return { sizes: [areas.length, groups.length, years.length], counts };
}

function placesOf<Key>(keys: readonly Key[]): Map<Key, number> {
  return new Map(keys.map((key, place) => [key, place]));
}

/** What earlier releases did with the figures of the linked tables, by where they stand in these. */
function earlierSpots(figures: readonly EarlierFigure[], areas: readonly AreaKey[], groups: readonly OffenceGroup[], years: readonly YearKey[]) {
  const spots: Record<EarlierMark, CubeSpot[]> = { kept: [], released: [], known: [] };
  const places = [placesOf<ReleasedKey>(areas), placesOf<ReleasedKey>(groups), placesOf<ReleasedKey>(years)] as const;
  const keys: Partial<Record<PublishedTableName, KeyPlace>> = { area: 0, group: 1, year: 2 };
  const pairs: Partial<Record<PublishedTableName, { pair: PairPlace; first: KeyPlace; second: KeyPlace }>> = {
    areaGroup: { pair: 0, first: 0, second: 1 },
    areaYear: { pair: 1, first: 0, second: 2 },
    groupYear: { pair: 2, first: 1, second: 2 },
  };
  for (const { table, keys: values, mark } of figures) {
    const key = keys[table];
    const place = key === undefined ? undefined : places[key].get(values[0] ?? null);
    if (key !== undefined && place !== undefined) spots[mark].push({ key, place });
    const pair = pairs[table];
    const row = pair && places[pair.first].get(values[0] ?? null);
    const column = pair && places[pair.second].get(values[1] ?? null);
    if (pair && row !== undefined && column !== undefined) spots[mark].push({ pair: pair.pair, row, column });
  }
  return { keptHidden: spots.kept, released: spots.released, known: spots.known };
}

/** Offences within their group, and within what an indicator counts together. */
function protectOffences(source: IncidentSummaries, group: OffenceGroup, earlier: Earlier) {
  const rows = source.byGroupOffence.filter((row) => row.group === group);
  const thresholds = rows.map((row) => Math.max(source.smallest.project, source.smallest.offences[row.offenceId ?? ''] ?? 0));
  const hiding: (HidingReason | null)[] = rows.map(() => null);
  let isSafe = true;
  for (const places of groupBy([...rows.keys()], (place) => source.smallest.together[rows[place]?.offenceId ?? ''] ?? '').values()) {
    const list = hideInList(
      places.map((place) => rows[place]?.count ?? 0),
      places.map((place) => thresholds[place] ?? 0),
      places.map((place) => earlier('offence', rows[place]?.offenceId ?? '')),
    );
    isSafe &&= list.isSafe;
    for (const [at, place] of places.entries()) hiding[place] = list.hiding[at] ?? null;
  }
  const width = Math.max(0, ...thresholds.filter((_, place) => hiding[place] !== null));
  return { rows, isSafe, width, why: rows.map((row, place): HidingReason | null => hiding[place] ?? (isSafe || row.count === 0 ? null : 'protects')) };
}

/** Months within their year. Nothing is told by month where the hidden months of a year cannot protect each other. */
function protectMonths(source: IncidentSummaries, years: readonly YearKey[], isYearHidden: (place: number) => boolean, earlier: Earlier) {
  const counts = countsOf(source.byYearMonth, yearOf, monthOf);
  let isSafe = true;
  let movable = 0;
  const why = years.map((year, place): (HidingReason | null)[] => {
    const line = months.map((month) => counts(year, month));
    if (isYearHidden(place)) {
      movable += line.reduce((sum, count) => sum + count, 0);
      return line.map((count) => (isSmall(count, source.smallest.project) ? 'small' : 'protects'));
    }
    const found = hideInList(
      line,
      source.smallest.project,
      months.map((month) => earlier('yearMonth', year, month)),
    );
    isSafe &&= found.isSafe;
    return found.hiding;
  });
  isSafe &&= movable === 0 || movable >= source.smallest.project;
  const known = isSafe ? countWhere(source.byYearMonth, (row) => monthOf(row) > 0) : 0;
  return {
    known,
    table: tableOf(
      years,
      months,
      (r, c) => counts(years[r], months[c]),
      (r, c) => (isSafe ? (why[r]?.[c] ?? null) : 'protects'),
    ),
  };
}

/** Hours of the week: one list, for neither days nor hours are summed up. */
function protectWeek(source: IncidentSummaries, earlier: Earlier) {
  const counts = countsOf(source.byWeekdayHour, weekdayOf, hourOf);
  const cells = weekdays.flatMap((weekday) => hours.map((hour) => ({ weekday, hour })));
  const { hiding, isSafe } = hideInList(
    cells.map(({ weekday, hour }) => counts(weekday, hour)),
    source.smallest.project,
    cells.map(({ weekday, hour }) => earlier('weekdayHour', weekday, hour)),
  );
  return {
    known: isSafe ? countWhere(source.byWeekdayHour, (row) => weekdayOf(row) > 0 && hourOf(row) >= 0) : 0,
    table: tableOf(
      weekdays,
      hours,
      (r, c) => counts(weekdays[r], hours[c]),
      (r, c) => (isSafe ? (hiding[r * hours.length + c] ?? null) : 'protects'),
    ),
  };
}

function countsOf<Row, Column>(rows: readonly IncidentRow[], rowOf: (row: IncidentRow) => Row, columnOf: (row: IncidentRow) => Column) {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = `${rowOf(row)} ${columnOf(row)}`;
    counts.set(key, (counts.get(key) ?? 0) + row.count);
  }
  return (row: Row | undefined, column: Column | undefined) => counts.get(`${row} ${column}`) ?? 0;
}

function reasonsOf<Row, Column>(table: ShownTable<Row, Column>): HidingReason[] {
  return table.rows.flatMap((row) => table.columns.flatMap((column) => table.why(row, column) ?? []));
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
