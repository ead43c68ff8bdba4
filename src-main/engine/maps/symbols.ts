import type { IncidentFilter } from '#shared/domain/incidents.ts';
import type { MapPanel } from '#shared/domain/maps.ts';
import { queryIncidents } from '../incidents/incident-query.ts';
import type { OpenProject } from '../project/open-project.ts';

/** The areas' totals for graduated circles, one panel a filter. An area that no incident names has no figure, not 0. */
export function symbolPanels(project: OpenProject, filters: readonly IncidentFilter[], layerId: string | undefined): MapPanel[] {
  return filters.map((where) => ({
    title: '',
    values: queryIncidents(project, { by: ['area'], where, ...(layerId === undefined ? {} : { layerId }) }).flatMap(({ areaId, count }) =>
      areaId ? [{ id: areaId, value: count, count }] : [],
    ),
  }));
}
