import { factInput, isUndefined } from '#shared/domain/figure-facts.ts';
import { offenceGroups } from '#shared/domain/incidents.ts';
import type { AreaTypesAnswer } from '#shared/domain/patterns.ts';
import { areaTypes, areaTypesVersion } from '#shared/methods/area-types.ts';
import { smallestTrendEnd } from '#shared/methods/trend.ts';
import { queryIncidents } from '../incidents/incident-query.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PatternScope, type ScopeInput } from './pattern-scope.ts';

/** A group with fewer incidents in the city tells areas apart by chance. */
const fewestOfGroup = 100;

/** Areas with similar rates put together, and what makes each type. Areas without residents or with under 20 incidents belong to none. */
export function areaTypesOf(project: OpenProject, input: ScopeInput & { count: number | null; seed: number }): AreaTypesAnswer {
  const scope = new PatternScope(project, input);
  const areas = scope.layer?.areas ?? [];
  const asked = { where: input.filter, ...(scope.layer ? { layerId: scope.layer.id } : {}) };
  const totals = new Map(queryIncidents(project, { by: ['area'], ...asked }).map((row) => [row.areaId, row]));
  const rates = new Map(queryIncidents(project, { by: ['area', 'group'], ...asked }).map((row) => [`${row.areaId} ${row.group}`, row]));
  const groups = offenceGroups.filter((group) => areas.reduce((sum, area) => sum + (rates.get(`${area.id} ${group}`)?.count ?? 0), 0) >= fewestOfGroup);
  const usable = areas.filter((area) => (totals.get(area.id)?.population ?? 0) > 0 && (totals.get(area.id)?.count ?? 0) >= smallestTrendEnd);
  const leftOut = areas
    .filter((area) => !usable.includes(area))
    .map((area) => ({
      areaId: area.id,
      name: area.name,
      // Residents are told of areas that have incidents only.
      reason: (totals.get(area.id)?.count ?? 0) < smallestTrendEnd ? ('too-few' as const) : ('no-population' as const),
    }));
  // No incident of a group in an area that has others is a rate of nought.
  const points = usable.map((area) => groups.map((group) => rates.get(`${area.id} ${group}`)?.rate ?? 0));
  const found = groups.length === 0 ? ({ undefined: 'no-cases' } as const) : areaTypes(points, input.count, input.seed);
  const isKnown = !isUndefined(found);
  return {
    groups: [...groups],
    types: isKnown
      ? found.types.map((type) => ({
          areas: type.members.flatMap((member) => (usable[member] ? [{ areaId: usable[member].id, name: usable[member].name }] : [])),
          telling: type.telling.flatMap(({ feature, isHigh, distance }) => (groups[feature] ? [{ group: groups[feature], isHigh, distance }] : [])),
          rates: groups.map((_, feature) => type.members.reduce((sum, member) => sum + (points[member]?.[feature] ?? 0), 0) / type.members.length),
        }))
      : [],
    leftOut,
    separation: isKnown ? found.separation : null,
    facts: scope.facts({
      ...{
        method: 'areaTypes',
        version: areaTypesVersion,
        n: usable.length,
        missing: leftOut.length,
        seed: input.seed,
        undefinedReason: isKnown ? null : found.undefined,
      },
      inputs: [factInput('places', usable.length, 'areas'), factInput('groups', groups.length)],
    }),
  };
}
