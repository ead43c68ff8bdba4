import type { IncidentKey, IncidentRow } from '#shared/domain/incidents.ts';
import type { OutputKind } from '#shared/domain/outputs.ts';
import { type PublishedTableName, publishedTables, type ReleasedKey, type ReleasedTable } from '#shared/domain/releases.ts';
import type { IncidentSummaries } from './profile-data.ts';
import type { ShownIncidents } from './shown-incidents.ts';

/** The tables that each output prints, or pictures, or tells in words. */
const tablesOf: Readonly<Partial<Record<OutputKind, readonly PublishedTableName[]>>> = {
  workbook: ['total', 'year', 'group', 'offence', 'area', 'areaYear', 'areaGroup', 'groupYear', 'yearMonth', 'weekdayHour'],
  profile: ['total', 'year', 'group', 'offence', 'area', 'groupYear', 'yearMonth', 'weekdayHour'],
  'profile-short': ['total', 'year', 'area', 'yearMonth'],
  brief: ['total', 'year', 'yearMonth'],
  handouts: ['total', 'year', 'yearMonth'],
  // Its text may hold the trend and the map.
  policy: ['total', 'year', 'area', 'yearMonth'],
  slides: ['total', 'year', 'group', 'area'],
  'open-data': ['year', 'group', 'area', 'areaYear', 'groupYear'],
};

/** A table of all incidents before anything is hidden: what stands behind each combination of its keys. */
export interface PlainTable {
  readonly keys: readonly (readonly ReleasedKey[])[];
  count(keys: readonly ReleasedKey[]): number;
}

export function plainTable(source: IncidentSummaries, name: PublishedTableName): PlainTable {
  const by: readonly IncidentKey[] = publishedTables[name];
  const rows = rowsOf(source, name);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = textOf(by.map((key) => keyOf(row, key)));
    counts.set(text, (counts.get(text) ?? 0) + row.count);
  }
  return {
    keys: by.map((key) => (key === 'month' ? upTo(1, 12) : key === 'weekday' ? upTo(1, 7) : key === 'hour' ? upTo(0, 23) : distinct(rows, key))),
    count: (keys) => counts.get(textOf(keys)) ?? 0,
  };
}

/** What an output gives out, as its release keeps it. */
export function releasedTables(source: IncidentSummaries, shown: ShownIncidents, kind: OutputKind, layerId: string | null): ReleasedTable[] {
  const names = (tablesOf[kind] ?? []).filter((name) => isTold(source, shown, name));
  return names.map((name) => {
    const plain = plainTable(source, name);
    const isShown = shownBy(shown, name);
    const combinations = combine(plain.keys);
    const hiddenOnes = combinations.filter((keys) => !isShown(keys));
    return {
      by: publishedTables[name],
      where: {},
      layerId: (publishedTables[name] as readonly IncidentKey[]).includes('area') ? layerId : null,
      keys: plain.keys,
      counts: combinations.map((keys) => (isShown(keys) ? plain.count(keys) : null)),
      hidden: hiddenOnes.map((keys) => plain.count(keys)),
    };
  });
}

/** Every combination of values, the last key fastest. */
export function combine(keys: readonly (readonly ReleasedKey[])[]): ReleasedKey[][] {
  return keys.reduce<ReleasedKey[][]>((all, values) => all.flatMap((start) => values.map((value) => [...start, value])), [[]]);
}

function isTold(source: IncidentSummaries, shown: ShownIncidents, name: PublishedTableName): boolean {
  if (name === 'yearMonth') return shown.withMonth > 0;
  if (name === 'weekdayHour') return shown.withWeekdayHour > 0;
  return !(publishedTables[name] as readonly IncidentKey[]).includes('area') || source.byArea.length > 0;
}

function shownBy(shown: ShownIncidents, name: PublishedTableName): (keys: readonly ReleasedKey[]) => boolean {
  const lists = { year: shown.byYear, group: shown.byGroup, offence: shown.byOffence, area: shown.byArea } as const;
  if (name === 'total') return () => true;
  if (name === 'year' || name === 'group' || name === 'offence' || name === 'area') {
    const hidden = new Set(lists[name].filter((row) => row.isHidden).map((row) => keyOf(row, name)));
    return ([key]) => !hidden.has(key ?? null);
  }
  // The table's own keys: what it does not hold it tells nothing of.
  const table = shown[name] as { why(row: ReleasedKey, column: ReleasedKey): unknown };
  return ([row, column]) => !table.why(row ?? null, column ?? null);
}

function rowsOf(source: IncidentSummaries, name: PublishedTableName): readonly IncidentRow[] {
  const rows = {
    total: [source.total],
    year: source.byYear,
    group: source.byGroupYear,
    offence: source.byGroupOffence,
    area: source.byArea,
    areaYear: source.byAreaYear,
    areaGroup: source.byAreaGroup,
    groupYear: source.byGroupYear,
    yearMonth: source.byYearMonth,
    weekdayHour: source.byWeekdayHour,
  };
  return rows[name];
}

export function keyOf(row: Partial<Omit<IncidentRow, 'count'>>, key: IncidentKey): ReleasedKey {
  if (key === 'area') return row.areaId ?? null;
  if (key === 'offence') return row.offenceId ?? null;
  return row[key] ?? null;
}

function distinct(rows: readonly IncidentRow[], key: IncidentKey): ReleasedKey[] {
  return [...new Set(rows.map((row) => keyOf(row, key)))];
}

function textOf(keys: readonly ReleasedKey[]): string {
  return keys.join(' ');
}

function upTo(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, place) => from + place);
}
