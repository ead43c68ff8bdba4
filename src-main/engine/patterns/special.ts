import { factInput, isUndefined } from '#shared/domain/figure-facts.ts';
import { offenceGroups } from '#shared/domain/incidents.ts';
import type { Special, SpecialRow } from '#shared/domain/patterns.ts';
import { isSmall } from '#shared/methods/disclosure.ts';
import { locationQuotient, locationQuotientVersion } from '#shared/methods/location-quotient.ts';
import { smallestTrendEnd } from '#shared/methods/trend.ts';
import type { OpenProject } from '../project/open-project.ts';
import { smallestCountOf } from '../releases/smallest-count.ts';
import { PatternScope, type ScopeInput } from './pattern-scope.ts';

/** A quotient below this is nothing special. */
const specialFrom = 1.25;

/**
 * What each area has clearly more of than the city: location quotients of area × offence group from 1.25, resting on at least 20 incidents.
 * Where what is left of an area beside the rows told is so small that it would tell of people, its smallest row is left out too.
 */
export function specialOf(project: OpenProject, input: ScopeInput): Special {
  const scope = new PatternScope(project, input);
  const { counts, missing } = areaGroupCounts(scope);
  const smallest = smallestCountOf(project).byGroup;
  const cityByGroup = offenceGroups.map((_, group) => counts.reduce((sum, row) => sum + (row[group] ?? 0), 0));
  const cityAll = cityByGroup.reduce((sum, count) => sum + count, 0);
  const base = scope.facts({ method: 'locationQuotient', version: locationQuotientVersion, n: cityAll, missing });
  const rows = counts.flatMap((own, position): SpecialRow[] => {
    const area = scope.layer?.areas[position];
    const allHere = own.reduce((sum, count) => sum + count, 0);
    if (!area) return [];
    const found = offenceGroups.flatMap((group, place): SpecialRow[] => {
      const [count, countCity] = [own[place] ?? 0, cityByGroup[place] ?? 0];
      const quotient = locationQuotient({ count, all: allHere }, { count: countCity, all: cityAll });
      if (isUndefined(quotient) || quotient < specialFrom || count < Math.max(smallestTrendEnd, smallest[group])) return [];
      const shares = { shareHere: count / allHere, shareCity: countCity / cityAll };
      const inputs = [
        ...[factInput('countHere', count, 'incidents'), factInput('allHere', allHere, 'incidents')],
        ...[factInput('countCity', countCity, 'incidents'), factInput('allCity', cityAll, 'incidents')],
      ];
      return [{ areaId: area.id, area: area.name, group, quotient, count, allHere, ...shares, facts: { ...base, inputs, n: allHere } }];
    });
    return withoutGivingAway(found, allHere, Math.max(...Object.values(smallest)));
  });
  rows.sort((a, b) => b.quotient - a.quotient || b.count - a.count);
  return { rows, smallestCount: scope.smallestCount, from: specialFrom, facts: { ...base, undefinedReason: cityAll === 0 ? 'no-cases' : null } };
}

function withoutGivingAway(rows: SpecialRow[], allHere: number, smallestCount: number): SpecialRow[] {
  const told = rows.toSorted((a, b) => b.count - a.count);
  while (told.length > 0 && isSmall(allHere - told.reduce((sum, row) => sum + row.count, 0), smallestCount)) told.pop();
  return told;
}

/** Incidents by area of the layer × offence group, and how many lie in no area. */
function areaGroupCounts(scope: PatternScope): { counts: number[][]; missing: number } {
  const areaOf = scope.areaOfPlace();
  const groupOf = scope.groupOfOffence();
  const counts = (scope.layer?.areas ?? []).map(() => offenceGroups.map(() => 0));
  let missing = 0;
  scope.each((row, count) => {
    const own = counts[areaOf[scope.columns.place[row] ?? 0] ?? -1];
    const group = groupOf[scope.columns.offence[row] ?? 0] ?? -1;
    if (own && group >= 0) own[group] = (own[group] ?? 0) + count;
    else missing += count;
  });
  return { counts, missing };
}
