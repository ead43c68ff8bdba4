import type { IncidentKey, IncidentRow } from '#shared/domain/incidents.ts';
import type { IncidentSummaries } from '../../exports/profile-data.ts';
import { incidentOverview } from '../incidents/incident-overview.ts';
import { queryIncidents } from '../incidents/incident-query.ts';
import { countedTogether } from '../indicators/homicide-offences.ts';
import { loadCatalogue } from '../indicators/indicator-catalogue.ts';
import type { OpenProject } from '../project/open-project.ts';
import { withEarlier } from '../releases/compare.ts';
import { incidentCombinations } from '../releases/incident-combinations.ts';
import { storedReleases } from '../releases/release-store.ts';
import { smallestByKind, smallestCountOf } from '../releases/smallest-count.ts';

/** Everything that outputs tell of incidents, one question to the file after another; null where there are none. */
export function* incidentSteps(project: OpenProject, layerId: string | null, resourcesFolder: string): Generator<void, IncidentSummaries | null> {
  const overview = incidentOverview(project);
  if (overview.count === 0) return null;
  yield;
  const layer = layerId === null ? {} : { layerId };
  function* query(...by: IncidentKey[]): Generator<void, IncidentRow[]> {
    if (by.includes('area') && layerId === null) return [];
    const rows = queryIncidents(project, { by, where: {}, ...layer });
    yield;
    return rows;
  }
  const [total] = yield* query();
  if (!total) return null;
  const byYear = yield* query('year');
  const byGroupYear = yield* query('group', 'year');
  const byGroupOffence = yield* query('group', 'offence');
  const byArea = yield* query('area');
  const byAreaYear = yield* query('area', 'year');
  const byAreaGroup = yield* query('area', 'group');
  const byYearMonth = yield* query('year', 'month');
  const byWeekdayHour = yield* query('weekday', 'hour');
  const byAreaGroupYear = incidentCombinations(project, layerId ?? undefined);
  yield;
  const smallest = smallestByKind(smallestCountOf(project), (name) => countedTogether(name, loadCatalogue(resourcesFolder)));
  const lists = { byYear, byGroupYear, byGroupOffence, byArea, byAreaYear, byAreaGroup, byYearMonth, byWeekdayHour, byAreaGroupYear };
  return withEarlier({ overview, total, ...lists, smallest }, storedReleases(project), layerId);
}

/** All steps in one go. */
export function atOnce<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
