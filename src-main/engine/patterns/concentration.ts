import { factInput, isUndefined, type UndefinedReason } from '#shared/domain/figure-facts.ts';
import type { Concentration, ConcentrationQuery } from '#shared/domain/patterns.ts';
import { placeConcentration, placeConcentrationVersion } from '#shared/methods/place-concentration.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PatternScope } from './pattern-scope.ts';
import { countPlaces, incidentsInAreas, incidentsInCells, layerWithBoundaries, type PlaceCounts } from './placed-incidents.ts';

const curvePoints = 40;

/** How few cells or areas hold how much. Only shares of many places together are told. */
export function concentrationOf(project: OpenProject, query: ConcentrationQuery): Concentration {
  const layerId = query.unit === 'cells' ? (query.layerId ?? layerWithBoundaries(project)) : query.layerId;
  const scope = new PatternScope(project, { filter: query.filter, layerId: layerId ?? undefined });
  const counted = layerId === null ? null : countsOf(scope, query, layerId);
  const found = counted ? placeConcentration(Array.from(counted.counts)) : ({ undefined: 'no-boundaries' } as const);
  const facts = (undefinedReason: UndefinedReason | null) =>
    scope.facts({
      ...{ method: 'placeConcentration', version: placeConcentrationVersion, n: counted?.inside ?? null, missing: counted?.unplaced ?? null, undefinedReason },
      inputs: [factInput('places', counted?.counts.length ?? null, query.unit), factInput('count', counted?.inside ?? null, 'incidents')],
      params: query.unit === 'cells' ? [factInput('cellSize', query.cellMetres, 'metres')] : [],
    });
  const sizes = { unit: query.unit, places: counted?.counts.length ?? 0, incidents: counted?.inside ?? 0 };
  // So few incidents that a share would tell of single people.
  const isSmall = sizes.incidents > 0 && sizes.incidents < Math.max(scope.smallestCount, 2);
  if (isUndefined(found) || isSmall) {
    const nothing = { fewestForHalf: null, shareOfThose: null, topPlaces: null, topShare: null, gini: null, generalisedGini: null, curve: [] };
    return { ...sizes, ...nothing, facts: facts(isUndefined(found) ? found.undefined : 'hidden') };
  }
  const { fewestForHalf, shareOfThose, topPlaces, topShare, gini, generalisedGini, curve } = found;
  return { ...sizes, fewestForHalf, shareOfThose, topPlaces, topShare, gini, generalisedGini, curve: thinned(curve), facts: facts(null) };
}

function countsOf(scope: PatternScope, query: ConcentrationQuery, layerId: string | undefined): PlaceCounts {
  if (query.unit === 'areas' || layerId === undefined) return countPlaces(scope, incidentsInAreas(scope), scope.layer?.areas.length ?? 0);
  const { placeOf, city } = incidentsInCells(scope.project, layerId, query.cellMetres);
  return countPlaces(scope, placeOf, city.cells.length);
}

function thinned(curve: readonly (readonly [number, number])[]): [number, number][] {
  const last = curve.length - 1;
  const steps = Math.min(last, curvePoints);
  const places = new Set(Array.from({ length: steps + 1 }, (_, step) => Math.round((step * last) / Math.max(1, steps))));
  return [...places].map((place): [number, number] => [curve[place]?.[0] ?? 0, curve[place]?.[1] ?? 0]);
}
