import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { IncidentFilter, IncidentKey, IncidentOverview, IncidentRow } from '#shared/domain/incidents.ts';
import type { ProtectedRow } from '#shared/domain/releases.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { usePreferences } from '../../../app/preferences.tsx';
import { type ExploreFilter, incidentFilter } from './explore-filter.ts';

export interface ExploreScope {
  readonly filter: ExploreFilter;
  /** Narrows or widens what is looked at. */
  readonly change: (patch: Partial<ExploreFilter>) => void;
  readonly overview: IncidentOverview;
  /** The layer whose areas count. */
  readonly layerId: string | null;
  /** Where the figures come from, as a source line. */
  readonly source: string;
  /** The same without the words around it, for evidence. */
  readonly sourceNames: string;
  /** The dataset counted, where there is just one. */
  readonly datasetId: string | null;
  /** What is looked at in words, e.g. «2023–2025 · Robbery and theft»: period, groups, area. */
  readonly words: string;
}

/** Screens on which labels beside bars get less room, in rem so that projector mode counts. */
export const narrowScreen = '(max-width: 40rem)';

/** A row as the screen shows it. Where others look on, a count that could give somebody away is hidden: it is no zero, and its rate is gone too. */
export type ShownCount = IncidentRow & { readonly isHidden: boolean };

/** Counts and rates by keys under the screen's filter; the figures before stay until the new ones are there. */
export function useCounts(scope: ExploreScope, by: IncidentKey[], options: { anywhere?: boolean } = {}): readonly ShownCount[] | undefined {
  const where: IncidentFilter = incidentFilter(scope.filter, options.anywhere);
  const { queries } = useEngine();
  const { isProjector } = usePreferences();
  const input = { by, where, ...(scope.layerId ? { layerId: scope.layerId } : {}) };
  const all = useQuery({ ...queries.incidents.query.queryOptions({ input, placeholderData: keepPreviousData }), enabled: !isProjector }).data;
  const safe = useQuery({ ...queries.releases.protect.queryOptions({ input, placeholderData: keepPreviousData }), enabled: isProjector }).data;
  return useMemo(() => (isProjector ? safe?.rows.map(protectedRow) : all?.map(openRow)), [isProjector, all, safe]);
}

export function openRow(row: IncidentRow): ShownCount {
  return { ...row, isHidden: false };
}

export function protectedRow(row: ProtectedRow): ShownCount {
  return { ...row, count: row.count ?? 0 };
}

/** Days from which a first or last year counts as whole: records seldom start on New Year's morning. */
const slackDays = { lastStart: '-01-15', firstEnd: '-12-17' };

/** Whether a year is covered from its first days to its last; years of a source without days count as whole. */
export function isWholeYear(year: number, overview: Pick<IncidentOverview, 'firstDay' | 'lastDay'>): boolean {
  const { firstDay, lastDay } = overview;
  if (firstDay?.startsWith(String(year)) && firstDay > `${year}${slackDays.lastStart}`) return false;
  return !(lastDay?.startsWith(String(year)) && lastDay < `${year}${slackDays.firstEnd}`);
}
