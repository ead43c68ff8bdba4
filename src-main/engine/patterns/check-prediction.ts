import { factInput, isUndefined } from '#shared/domain/figure-facts.ts';
import type { HotSpotQuery, HotSpots } from '#shared/domain/patterns.ts';
import { predictionAccuracy, predictionAccuracyVersion, recaptureRate } from '#shared/methods/prediction-accuracy.ts';
import { dayText } from '../incidents/incident-filter.ts';
import { heatOf, type Places } from './heat.ts';
import type { PatternScope } from './pattern-scope.ts';
import { countPlaces } from './placed-incidents.ts';

const dayMs = 86_400_000;

/** Draws hot places from the earlier half of the days and counts what of the later half fell into them. */
export function checkPrediction(scope: PatternScope, places: Places, query: HotSpotQuery): HotSpots['check'] {
  const halves = halvesOf(scope);
  if (!halves) {
    const facts = scope.facts({ method: 'predictionCheck', version: predictionAccuracyVersion, undefinedReason: 'no-days' });
    return { earlier: null, later: null, pai: null, rri: null, laterShare: null, surfaceShare: null, facts };
  }
  const { day } = scope.columns;
  const earlier = countPlaces(scope, places.placeOf, places.count, (row) => (day[row] ?? 0) > 0 && (day[row] ?? 0) < halves.middle);
  const later = countPlaces(scope, places.placeOf, places.count, (row) => (day[row] ?? 0) >= halves.middle);
  const heat = heatOf(earlier.counts, places, earlier.counts, scope.smallestCount);
  const hot = heat.levels.flatMap((level, place) => (level === 'hot' ? [place] : []));
  const sumOf = (list: Float64Array) => hot.reduce((sum, place) => sum + (list[place] ?? 0), 0);
  const wholeArea = places.surfaces.reduce((sum, surface) => sum + (Number.isNaN(surface) ? 0 : surface), 0);
  const hotArea = sumOf(places.surfaces);
  const check = { laterInside: sumOf(later.counts), later: later.inside, hotArea: Number.isNaN(hotArea) ? 0 : hotArea, wholeArea };
  const pai = Number.isNaN(hotArea) ? ({ undefined: 'no-area-size' } as const) : predictionAccuracy(check);
  const rri = recaptureRate({ inside: sumOf(earlier.counts), all: earlier.inside }, { inside: check.laterInside, all: later.inside });
  const isKnown = !isUndefined(pai);
  return {
    earlier: { from: halves.first, to: halves.lastOfEarlier },
    later: { from: halves.firstOfLater, to: halves.last },
    pai: isKnown ? pai : null,
    rri: isUndefined(rri) ? null : rri,
    laterShare: isKnown ? check.laterInside / check.later : null,
    surfaceShare: isKnown ? check.hotArea / check.wholeArea : null,
    facts: scope.facts({
      ...{
        method: 'predictionCheck',
        version: predictionAccuracyVersion,
        n: later.inside,
        missing: later.unplaced,
        undefinedReason: isKnown ? null : pai.undefined,
      },
      inputs: [
        factInput('laterInside', check.laterInside, 'incidents'),
        factInput('laterCount', check.later, 'incidents'),
        factInput('hotArea', check.hotArea, 'km2'),
        factInput('wholeArea', check.wholeArea, 'km2'),
      ],
      params: [
        factInput('earlierPeriod', `${halves.first} – ${halves.lastOfEarlier}`),
        factInput('laterPeriod', `${halves.firstOfLater} – ${halves.last}`),
        ...(query.unit === 'cells' ? [factInput('cellSize', query.cellMetres, 'metres')] : []),
      ],
    }),
  };
}

/** The days looked at, cut in the middle; null without two days. */
function halvesOf(scope: PatternScope): { first: string; last: string; middle: number; lastOfEarlier: string; firstOfLater: string } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  scope.each((row) => {
    const day = scope.columns.day[row] ?? 0;
    if (day === 0) return;
    if (day < first) first = day;
    if (day > last) last = day;
  });
  if (last === 0 || first === last) return null;
  const [from, to] = [dayText(first), dayText(last)];
  if (!from || !to) return null;
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  const middle = Date.parse(from) + Math.ceil(days / 2) * dayMs;
  const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { first: from, last: to, middle: Number(text(middle).replaceAll('-', '')), lastOfEarlier: text(middle - dayMs), firstOfLater: text(middle) };
}
