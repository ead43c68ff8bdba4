import { type IncidentRow, type OffenceGroup, offenceGroups } from '#shared/domain/incidents.ts';
import { type HidingReason, hidingReasons, type PublishedTableName, type ReleasedKey } from '#shared/domain/releases.ts';
import type { EarlierMark } from '#shared/methods/disclosure.ts';
import type { CubeCounts, KeyPlace, PairPlace } from '#shared/methods/disclosure-cube.ts';
import { type CubeSpot, hideInLinkedTables } from '#shared/methods/disclosure-linked.ts';
import { type AreaKey, areaOf, countsOf, countWhere, groupOf, type YearKey, yearOf } from './incident-keys.ts';
import type { EarlierFigure, IncidentSummaries } from './profile-data.ts';
import { earlierMarks, protectMonths, protectOffences, protectWeek } from './shown-incident-lists.ts';
import { type ShownRow, type ShownTable, shownRow, tableOf } from './small-numbers.ts';

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

function reasonsOf<Row, Column>(table: ShownTable<Row, Column>): HidingReason[] {
  return table.rows.flatMap((row) => table.columns.flatMap((column) => table.why(row, column) ?? []));
}

/** `population` of a row is person-years: residents are that over the years counted. */
function withoutThinRate(row: ShownRow, yearCount: number): ShownRow {
  const residents = row.population === null ? null : row.population / Math.max(1, yearCount);
  return residents !== null && residents < smallestRatedPopulation ? { ...row, rate: null, low: null, high: null } : row;
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
