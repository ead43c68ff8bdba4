import { useState } from 'react';
import type { IncidentFilter, OffenceGroup } from '#shared/domain/incidents.ts';

/** What the explore screen looks at. Empty lists mean everything. */
export interface ExploreFilter {
  readonly layerId: string | null;
  readonly years: readonly number[];
  readonly groups: readonly OffenceGroup[];
  readonly offenceIds: readonly string[];
  readonly areaId: string | null;
  readonly datasetIds: readonly string[];
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[];
  readonly hours: readonly number[];
}

export const everything: ExploreFilter = { layerId: null, years: [], groups: [], offenceIds: [], areaId: null, datasetIds: [], weekdays: [], hours: [] };

/** Parts of the day as people speak of them; each hour belongs to one. */
export const dayParts = {
  night: [0, 1, 2, 3, 4, 5],
  morning: [6, 7, 8, 9, 10, 11],
  afternoon: [12, 13, 14, 15, 16, 17],
  evening: [18, 19, 20, 21, 22, 23],
} as const;
export type DayPart = keyof typeof dayParts;

export function dayPartsOf(hours: readonly number[]): DayPart[] {
  return (Object.keys(dayParts) as DayPart[]).filter((part) => dayParts[part].every((hour) => hours.includes(hour)));
}

export function isNarrowed(filter: ExploreFilter): boolean {
  const { years, groups, offenceIds, datasetIds, weekdays, hours } = filter;
  return filter.areaId !== null || [years, groups, offenceIds, datasetIds, weekdays, hours].some((values) => values.length > 0);
}

/** The filter as the engine takes it; `anywhere` leaves the area out, for the map and the list of areas. */
export function incidentFilter(filter: ExploreFilter, anywhere = false): IncidentFilter {
  const { years, groups, offenceIds, datasetIds, weekdays, hours } = filter;
  const chosen = { years, groups, offenceIds, datasetIds, weekdays, hours };
  return {
    ...(Object.fromEntries(Object.entries(chosen).filter(([, values]) => values.length > 0)) as IncidentFilter),
    ...(filter.areaId && !anywhere ? { areaIds: [filter.areaId] } : {}),
  };
}

/** The list with the value in it, or without it where it was there already. */
export function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
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
