import type { IncidentFilter } from '#shared/domain/incidents.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';

/** A filter in the project's own keys, as a condition over `incident` that its counting index answers. */
export interface FilterCondition {
  /** SQL after WHERE; `1` when everything counts. Holds whole numbers only, never text from outside. */
  readonly where: string;
  /** Offences that can occur; null = any. */
  readonly offenceKeys: ReadonlySet<number> | null;
  /** Areas asked for; null = anywhere, known or not. */
  readonly areaKeys: readonly number[] | null;
}

/** Unknown areas and offences are refused. */
export function filterCondition(project: OpenProject, filter: IncidentFilter): FilterCondition {
  const offenceKeys = chosenOffences(project, filter);
  const areaKeys = filter.areaIds ? chosenAreas(project, filter.areaIds) : null;
  const parts: string[] = [];
  if (offenceKeys) parts.push(`offence_key IN (${[...offenceKeys].join(', ')})`);
  if (areaKeys) parts.push(`place_key IN (SELECT place_key FROM place_area WHERE area_key IN (${areaKeys.join(', ')}))`);
  if (filter.years) parts.push(`year IN (${filter.years.join(', ')})`);
  if (filter.from) parts.push(`day >= ${dayNumber(filter.from)}`);
  if (filter.to) parts.push(`day <= ${dayNumber(filter.to)}`);
  return { where: parts.length === 0 ? '1' : parts.join(' AND '), offenceKeys, areaKeys };
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
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** 20230131 → `2023-01-31`. */
export function dayText(day: number | null): string | null {
  if (day === null) return null;
  const text = String(day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
