import { factInput } from '#shared/domain/figure-facts.ts';
import type { WeekPattern } from '#shared/domain/patterns.ts';
import { heapedHours, weekHoursVersion } from '#shared/methods/week-hours.ts';
import { noHour } from '../incidents/incident-columns.ts';
import type { OpenProject } from '../project/open-project.ts';
import { hiddenPlaces } from './heat.ts';
import { PatternScope, type ScopeInput } from './pattern-scope.ts';

/** Weekday × hour where both are stated, with hours that were probably filled in. */
export function weekOf(project: OpenProject, input: ScopeInput): WeekPattern {
  const scope = new PatternScope(project, input);
  const { weekday, hour } = scope.columns;
  const counts = new Float64Array(7 * 24);
  let total = 0;
  scope.each((row, count) => {
    total += count;
    const [day, at] = [weekday[row] ?? 0, hour[row] ?? noHour];
    if (day > 0 && at !== noHour) counts[(day - 1) * 24 + at] = (counts[(day - 1) * 24 + at] ?? 0) + count;
  });
  const stated = counts.reduce((sum, count) => sum + count, 0);
  const hidden = hiddenPlaces(counts, scope.smallestCount);
  const byHour = Array.from({ length: 24 }, (_, at) =>
    Array.from({ length: 7 }, (_day, day) => counts[day * 24 + at] ?? 0).reduce((sum, count) => sum + count, 0),
  );
  const heaped = heapedHours(byHour);
  return {
    cells: Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (_hour, at) => (hidden.has(day * 24 + at) ? null : (counts[day * 24 + at] ?? 0)))),
    heaped,
    busiest: busiestOf(counts, hidden, new Set(heaped.map((heap) => heap.hour))),
    total,
    stated,
    facts: scope.facts({
      ...{
        method: 'weekHours',
        version: weekHoursVersion,
        n: stated,
        missing: total - stated,
        undefinedReason: total === 0 ? 'no-cases' : stated === 0 ? 'no-hours' : null,
      },
      inputs: [factInput('count', stated, 'incidents')],
    }),
  };
}

function busiestOf(counts: Float64Array, hidden: ReadonlySet<number>, heaped: ReadonlySet<number>): WeekPattern['busiest'] {
  let best = -1;
  for (let place = 0; place < counts.length; place += 1) {
    if (!hidden.has(place) && !heaped.has(place % 24) && (counts[place] ?? 0) > (counts[best] ?? 0)) best = place;
  }
  return best === -1 ? null : { weekday: Math.floor(best / 24) + 1, hour: best % 24, count: counts[best] ?? 0 };
}
