import type { IncidentFilter } from '#shared/domain/incidents.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import type { CountedColumn, IncidentColumns } from './incident-columns.ts';

/** A filter in the project's own keys; null = everything. */
export interface FilterCondition {
  readonly offenceKeys: ReadonlySet<number> | null;
  /** Areas asked for; null = anywhere, known or not. */
  readonly areaKeys: readonly number[] | null;
  /** Places that lie in one of those areas. */
  readonly placeKeys: ReadonlySet<number> | null;
  readonly datasetKeys: ReadonlySet<number> | null;
  readonly filter: IncidentFilter;
}

/** Unknown areas, offences and datasets are refused. */
export function filterCondition(project: OpenProject, filter: IncidentFilter): FilterCondition {
  const areaKeys = filter.areaIds ? chosenAreas(project, filter.areaIds) : null;
  return {
    offenceKeys: chosenOffences(project, filter),
    areaKeys,
    placeKeys: areaKeys && placesIn(project, areaKeys),
    datasetKeys: filter.datasetIds ? chosenDatasets(project, filter.datasetIds) : null,
    filter,
  };
}

/** 1 for each incident that a condition lets through; null = all of them. */
export function rowsWanted(columns: IncidentColumns, { offenceKeys, placeKeys, datasetKeys, filter }: FilterCondition): Uint8Array | null {
  let mask: Uint8Array | null = null;
  const keep = (column: CountedColumn, wanted: Iterable<number> | null | undefined) => {
    if (!wanted) return;
    mask ??= new Uint8Array(columns.length).fill(1);
    narrow(mask, columns[column], verdictsOf(wanted, columns.sizes[column]));
  };
  keep('offence', offenceKeys);
  keep('place', placeKeys);
  keep('dataset', datasetKeys && columns.datasetKeys.flatMap((key, position) => (datasetKeys.has(key) ? [position] : [])));
  keep('year', filter.years);
  keep('month', filter.months);
  keep('weekday', filter.weekdays);
  keep('hour', filter.hours);
  if (filter.from || filter.to) {
    mask ??= new Uint8Array(columns.length).fill(1);
    narrowToDays(mask, columns.day, filter.from ? dayNumber(filter.from) : 1, filter.to ? dayNumber(filter.to) : 99_999_999);
  }
  return mask;
}

/** Each value is judged once: a column has few values and very many rows. */
function verdictsOf(wanted: Iterable<number>, size: number): Uint8Array {
  const verdicts = new Uint8Array(size);
  for (const value of wanted) verdicts[value] = 1;
  return verdicts;
}

function narrow(mask: Uint8Array, column: Uint32Array | Uint16Array | Uint8Array, verdicts: Uint8Array): void {
  for (let row = 0; row < mask.length; row += 1) mask[row] = (mask[row] as number) & (verdicts[column[row] as number] as number);
}

function narrowToDays(mask: Uint8Array, days: Int32Array, from: number, to: number): void {
  for (let row = 0; row < mask.length; row += 1) {
    const day = days[row] ?? 0;
    if (day < from || day > to) mask[row] = 0;
  }
}

function placesIn(project: OpenProject, areaKeys: readonly number[]): ReadonlySet<number> {
  const rows = project.all(sql.selectFrom('place_area').select('place_key').where('area_key', 'in', areaKeys));
  return new Set(rows.map((row) => row.place_key));
}

function chosenDatasets(project: OpenProject, datasetIds: readonly string[]): ReadonlySet<number> {
  const ids = [...new Set(datasetIds)];
  const datasets = project.all(sql.selectFrom('dataset').select('key').where('id', 'in', ids));
  if (datasets.length < ids.length) refuse('object/not-found');
  return new Set(datasets.map((dataset) => dataset.key));
}

function chosenAreas(project: OpenProject, areaIds: readonly string[]): number[] {
  const areas = project.all(
    sql
      .selectFrom('area')
      .select('key')
      .where('id', 'in', [...new Set(areaIds)]),
  );
  if (areas.length < new Set(areaIds).size) refuse('object/not-found');
  return areas.map((area) => area.key);
}

function chosenOffences(project: OpenProject, filter: IncidentFilter): ReadonlySet<number> | null {
  if (!filter.offenceIds && !filter.groups) return null;
  let query = sql.selectFrom('offence').select('key');
  if (filter.offenceIds) query = query.where('id', 'in', filter.offenceIds);
  if (filter.groups) query = query.where('offence_group', 'in', filter.groups);
  const keys = new Set(project.all(query).map((offence) => offence.key));
  if (filter.offenceIds && !filter.groups && keys.size < new Set(filter.offenceIds).size) refuse('object/not-found');
  return keys;
}

/** `2023-01-31` → 20230131, as incidents hold it. */
function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** 20230131 → `2023-01-31`. */
export function dayText(day: number | null): string | null {
  if (day === null) return null;
  const text = String(day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
