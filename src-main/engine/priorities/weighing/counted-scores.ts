import type { ScoreOrigin } from '#shared/domain/criteria.ts';
import type { OffenceGroup } from '#shared/domain/incidents.ts';
import { listAreas } from '../../areas/areas.ts';
import { incidentOverview } from '../../incidents/incident-overview.ts';
import { queryIncidents } from '../../incidents/incident-query.ts';
import { remembered } from '../../incidents/remembered.ts';
import { listHarmSets } from '../../patterns/harm-weights.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';

export interface CountedScore {
  readonly value: number | null;
  readonly origin: ScoreOrigin;
}
export interface CountedFor {
  readonly what: 'incidents' | 'harm' | 'residents';
  /** None = the whole city. */
  readonly areaIds: readonly string[];
  /** None = all. */
  readonly groups: readonly OffenceGroup[];
}

interface Part {
  readonly areaId: string | null;
  readonly group: OffenceGroup;
  readonly count: number;
  /** Σ weight × count of the offences that have a weight; null where none has. */
  readonly harm: number | null;
}

/** Counts by area and group with their harm: read once, for any number of options and criteria. */
const parts = remembered(['incidents', 'datasets', 'areas'], (project: OpenProject) => {
  const set = listHarmSets(project).find(({ isChosen }) => isChosen) ?? null;
  const weights = new Map(set?.weights.map(({ offenceId, weight }) => [offenceId, weight]));
  const groupOf = new Map(project.all(sql.selectFrom('offence').select(['id', 'offence_group'])).map((row) => [row.id, row.offence_group as OffenceGroup]));
  const rows = queryIncidents(project, { by: ['area', 'offence'], where: {} });
  const list = rows.map((row): Part => {
    const weight = weights.get(row.offenceId ?? '') ?? null;
    return {
      areaId: row.areaId ?? null,
      group: groupOf.get(row.offenceId ?? '') ?? 'other',
      count: row.count,
      harm: weight === null ? null : weight * row.count,
    };
  });
  const { years } = incidentOverview(project);
  return { list, weights: set?.name ?? '', firstYear: years[0] ?? null, lastYear: years.at(-1) ?? null };
});

/**
 * A figure from the areas of an option's finding. Counts and harm are rounded coarsely: a ranking needs no more, and what is printed of it
 * then tells no area's own small number. Null where nothing is counted: no incidents, no weights, no residents known.
 */
export function countedScore(project: OpenProject, { what, areaIds, groups }: CountedFor): CountedScore {
  const origin: Extract<ScoreOrigin, { kind: 'counted' }> = {
    ...{ kind: 'counted', what, areas: areaIds.length, groups: [...groups] },
    ...{ firstYear: null, lastYear: null, weights: '', roundedTo: null },
  };
  if (what === 'residents') return { value: residentsOf(project, areaIds), origin: { ...origin, groups: [] } };
  const { list, weights, firstYear, lastYear } = parts(project);
  const isAsked = (part: Part) =>
    (areaIds.length === 0 || (part.areaId !== null && areaIds.includes(part.areaId))) && (groups.length === 0 || groups.includes(part.group));
  const own = list.filter(isAsked);
  const about = { ...origin, firstYear, lastYear, weights: what === 'harm' ? weights : '' };
  if (list.length === 0 || (what === 'harm' && own.every(({ harm }) => harm === null))) return { value: null, origin: about };
  const exact = own.reduce((sum, part) => sum + (what === 'harm' ? (part.harm ?? 0) : part.count), 0);
  const step = roundingStep(exact, project.found(sql.selectFrom('project').select('small_number_threshold')).small_number_threshold);
  return { value: roundedTo(exact, step), origin: { ...about, roundedTo: step } };
}

/** Two digits say enough, and never less than twice the smallest number that may be shown. */
function roundingStep(exact: number, smallest: number): number {
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(exact, 1))) - 1);
  return Math.max(digits, 10, 2 * smallest);
}

/** What is there is never rounded to nothing. */
function roundedTo(exact: number, step: number): number {
  return exact <= 0 ? 0 : Math.max(step, Math.round(exact / step) * step);
}

function residentsOf(project: OpenProject, areaIds: readonly string[]): number | null {
  const areas = listAreas(project);
  const own = areaIds.length > 0 ? areas.filter(({ id }) => areaIds.includes(id)) : areas.filter(({ layerId }) => layerId === countingLayer(areas));
  const known = own.flatMap(({ population }) => population?.value ?? []);
  // Residents of some areas only would put the option lower than it stands.
  return own.length === 0 || known.length < own.length ? null : known.reduce((sum, value) => sum + value, 0);
}

function countingLayer(areas: ReturnType<typeof listAreas>): string | undefined {
  return (areas.find(({ population }) => population !== null) ?? areas[0])?.layerId;
}
