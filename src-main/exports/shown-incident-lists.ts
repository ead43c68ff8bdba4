import { groupBy } from '#shared/domain/group-by.ts';
import type { OffenceGroup } from '#shared/domain/incidents.ts';
import type { HidingReason, PublishedTableName, ReleasedKey } from '#shared/domain/releases.ts';
import { type EarlierMark, hideInList, isSmall } from '#shared/methods/disclosure.ts';
import { countsOf, countWhere, hourOf, monthOf, weekdayOf, type YearKey, yearOf } from './incident-keys.ts';
import type { EarlierFigure, IncidentSummaries } from './profile-data.ts';
import { tableOf } from './small-numbers.ts';

const months = Array.from({ length: 12 }, (_, place) => place + 1);
const weekdays = Array.from({ length: 7 }, (_, place) => place + 1);
const hours = Array.from({ length: 24 }, (_, place) => place);

/** What earlier releases did with a figure; null where they did not tell of it. */
export type Earlier = (table: PublishedTableName, ...keys: ReleasedKey[]) => EarlierMark | null;

export function earlierMarks(figures: readonly EarlierFigure[]): Earlier {
  const marks = new Map(figures.map(({ table, keys, mark }) => [`${table} ${keys.join(' ')}`, mark]));
  return (table, ...keys) => marks.get(`${table} ${keys.join(' ')}`) ?? null;
}

/** Offences within their group, and within what an indicator counts together. */
export function protectOffences(source: IncidentSummaries, group: OffenceGroup, earlier: Earlier) {
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
export function protectMonths(source: IncidentSummaries, years: readonly YearKey[], isYearHidden: (place: number) => boolean, earlier: Earlier) {
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
export function protectWeek(source: IncidentSummaries, earlier: Earlier) {
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
