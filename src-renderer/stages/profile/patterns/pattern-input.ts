import { incidentFilter } from '../explore/explore-filter.ts';
import type { ExploreScope } from '../explore/use-explore-data.ts';

/** What a question about patterns is asked with. */
export function patternInput(scope: ExploreScope) {
  return { filter: incidentFilter(scope.filter, true), ...(scope.layerId ? { layerId: scope.layerId } : {}) };
}
