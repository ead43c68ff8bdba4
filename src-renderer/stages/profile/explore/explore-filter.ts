import { useState } from 'react';
import type { IncidentFilter, OffenceGroup } from '#shared/domain/incidents.ts';

/** What the explore screen looks at. Empty lists mean everything. */
export interface ExploreFilter {
  readonly layerId: string | null;
  readonly years: readonly number[];
  readonly groups: readonly OffenceGroup[];
  readonly areaId: string | null;
}

export const everything: ExploreFilter = { layerId: null, years: [], groups: [], areaId: null };

/** The filter as the engine takes it; `anywhere` leaves the area out, for the map and the list of areas. */
export function incidentFilter(filter: ExploreFilter, anywhere = false): IncidentFilter {
  return {
    ...(filter.years.length > 0 ? { years: [...filter.years] } : {}),
    ...(filter.groups.length > 0 ? { groups: [...filter.groups] } : {}),
    ...(filter.areaId && !anywhere ? { areaIds: [filter.areaId] } : {}),
  };
}

/** The filter of each project, kept while the page lives, so that coming back from another screen shows what was looked at. */
const kept = new Map<string, ExploreFilter>();

export function useExploreFilter(projectId: string): [ExploreFilter, (patch: Partial<ExploreFilter>) => void] {
  const [filter, setFilter] = useState(kept.get(projectId) ?? everything);
  const patch = (change: Partial<ExploreFilter>) => {
    const next = { ...filter, ...change };
    kept.set(projectId, next);
    setFilter(next);
  };
  return [filter, patch];
}
