import { factInput, type UndefinedReason } from '#shared/domain/figure-facts.ts';
import type { HotPlace, HotSpotQuery, HotSpots } from '#shared/domain/patterns.ts';
import { falseDiscoveryLevel, getisOrdVersion, wantedPlaces } from '#shared/methods/getis-ord.ts';
import { densityClasses, kernelDensity, kernelDensityVersion } from '#shared/methods/kernel-density.ts';
import { gridNeighbours } from '#shared/methods/neighbours.ts';
import { incidentPoints } from '../incidents/incident-columns.ts';
import { queryIncidents } from '../incidents/incident-query.ts';
import type { CityCells } from '../maps/city-cells.ts';
import type { OpenProject } from '../project/open-project.ts';
import { areaNeighbours } from './area-neighbours.ts';
import { checkPrediction } from './check-prediction.ts';
import { type Heat, heatOf, hiddenPlaces, type Places, sumAround } from './heat.ts';
import { PatternScope } from './pattern-scope.ts';
import { countPlaces, incidentsInAreas, incidentsInCells, layerWithBoundaries, type PlaceCounts, surfacesOf } from './placed-incidents.ts';

/** How far an incident spreads, in widths of a cell. */
const reachInCells = 2;

/** Hot cells or areas, density, and whether hot places of the earlier half stayed hot. Small counts never leave here. */
export function hotSpotsOf(project: OpenProject, query: HotSpotQuery): HotSpots {
  return query.unit === 'cells' ? hotCells(project, query) : hotAreas(project, query);
}

function hotCells(project: OpenProject, query: HotSpotQuery): HotSpots {
  const layerId = query.layerId ?? layerWithBoundaries(project);
  const scope = new PatternScope(project, { filter: query.filter, layerId: layerId ?? undefined });
  if (layerId === null) return nothingKnown(scope, query, 'no-boundaries');
  const { city, placeOf, surfaces } = incidentsInCells(project, layerId, query.cellMetres);
  const places: Places = { count: city.cells.length, placeOf, surfaces, neighbours: gridNeighbours('hexagon', city.cells) };
  const counted = countPlaces(scope, placeOf, places.count);
  if (counted.inside === 0) return nothingKnown(scope, query, city.cells.length === 0 ? 'no-boundaries' : 'no-points');
  const density = query.withDensity ? densityOf(project, scope, city, query.cellMetres) : null;
  const heat = heatOf(counted.counts, places, counted.counts, scope.smallestCount);
  const hidden = hiddenPlaces(counted.counts, scope.smallestCount);
  // A dense spot of two or three incidents would be their address.
  const isTold = (place: number) => sumAround(counted.counts, places.neighbours, place) >= scope.smallestCount;
  return {
    ...answerOf(scope, query, places, counted, heat),
    places: city.cells.map(({ id }, place): HotPlace => {
      const isHidden = hidden.has(place);
      return {
        ...{ id, name: null, rate: null, isHidden, count: isHidden ? null : (counted.counts[place] ?? 0) },
        ...{ level: heat.levels[place] ?? 'unknown', z: heat.z[place] ?? null, reason: heat.reasons[place] ?? null },
        densityClass: density?.classes ? (isTold(place) ? (density.classes[place] ?? 0) : 0) : null,
      };
    }),
    cells: city.cells.map(({ id, boundary }) => ({ id, boundary })),
    densityFacts:
      density &&
      scope.facts({
        ...{ method: 'density', version: kernelDensityVersion, n: counted.inside, missing: counted.unplaced },
        inputs: [factInput('count', counted.inside, 'incidents'), factInput('cells', places.count, 'cells')],
        params: [factInput('bandwidth', density.bandwidth, 'metres'), factInput('cellSize', query.cellMetres, 'metres')],
        ...(density.classes ? {} : { undefinedReason: 'no-cases' as const }),
      }),
  };
}

function hotAreas(project: OpenProject, query: HotSpotQuery): HotSpots {
  const scope = new PatternScope(project, query);
  const { layer } = scope;
  if (!layer || layer.areas.length === 0) return nothingKnown(scope, query, 'no-boundaries');
  const rates = new Map(
    queryIncidents(project, { by: ['area'], where: query.filter, layerId: layer.id }).flatMap((row) => (row.areaId ? [[row.areaId, row.rate] as const] : [])),
  );
  const { neighbours } = areaNeighbours(project, layer);
  const places: Places = { count: layer.areas.length, placeOf: incidentsInAreas(scope), surfaces: surfacesOf(scope), neighbours };
  const counted = countPlaces(scope, places.placeOf, places.count);
  if (counted.inside === 0) return nothingKnown(scope, query, 'no-cases');
  // An area where nothing happened has a rate of nought; one whose residents nobody counted has none.
  const values =
    query.measure === 'count'
      ? counted.counts
      : Float64Array.from(layer.areas, (area, place) => rates.get(area.id) ?? (counted.counts[place] === 0 && rates.size > 0 ? 0 : Number.NaN));
  const heat = heatOf(values, places, counted.counts, scope.smallestCount);
  const hidden = hiddenPlaces(counted.counts, scope.smallestCount);
  return {
    ...answerOf(scope, query, places, counted, heat),
    places: layer.areas.map((area, place): HotPlace => {
      const isHidden = hidden.has(place);
      return {
        ...{
          id: area.id,
          name: area.name,
          isHidden,
          count: isHidden ? null : (counted.counts[place] ?? 0),
          rate: isHidden ? null : (rates.get(area.id) ?? null),
        },
        ...{ level: heat.levels[place] ?? 'unknown', z: heat.z[place] ?? null, reason: heat.reasons[place] ?? null, densityClass: null },
      };
    }),
    cells: [],
    densityFacts: null,
  };
}

function densityOf(project: OpenProject, scope: PatternScope, city: CityCells, cellMetres: number) {
  const { longitude, latitude } = incidentPoints(project);
  const rows: number[] = [];
  scope.each((row) => {
    if (!Number.isNaN(longitude[row] ?? Number.NaN)) rows.push(row);
  });
  const bandwidth = reachInCells * cellMetres;
  const points = {
    x: Float64Array.from(rows, (row) => city.metres.east(longitude[row] ?? 0)),
    y: Float64Array.from(rows, (row) => city.metres.north(latitude[row] ?? 0)),
    weights: scope.columns.count ? Float64Array.from(rows, (row) => scope.columns.count?.[row] ?? 1) : null,
  };
  const middles = city.cells.map(({ column, row }) => city.grid.middleOf(column, row));
  const densities = kernelDensity(points, { x: middles.map(([x]) => x), y: middles.map(([, y]) => y) }, bandwidth);
  return { classes: densityClasses(densities), bandwidth };
}

function answerOf(
  scope: PatternScope,
  query: HotSpotQuery,
  places: Places,
  counted: PlaceCounts,
  heat: Heat,
): Omit<HotSpots, 'places' | 'cells' | 'densityFacts'> {
  const hot = heat.levels.flatMap((level, place) => (level === 'hot' ? [place] : []));
  const sumOf = (list: Float64Array, chosen: readonly number[]) => chosen.reduce((sum, place) => sum + (list[place] ?? 0), 0);
  const whole = places.surfaces.reduce((sum, surface) => sum + (Number.isNaN(surface) ? 0 : surface), 0);
  const km2 = hot.length > 0 ? sumOf(places.surfaces, hot) : 0;
  const hasSurface = Number.isFinite(km2) && whole > 0;
  return {
    unit: query.unit,
    smallestCount: scope.smallestCount,
    totals: { inside: counted.inside, outside: counted.outside, unplaced: counted.unplaced },
    hot: {
      places: hot.length,
      share: counted.inside > 0 ? sumOf(counted.counts, hot) / counted.inside : null,
      surfaceShare: hasSurface ? km2 / whole : null,
      km2: hasSurface ? km2 : null,
    },
    isFew: heat.n < wantedPlaces,
    facts: scope.facts({
      ...{ method: 'hotCells', version: getisOrdVersion, n: counted.inside, missing: counted.unplaced, undefinedReason: heat.undefinedReason },
      inputs: [
        factInput('places', heat.n, query.unit),
        factInput('mean', heat.mean),
        factInput('standardDeviation', heat.standardDeviation),
        factInput('count', counted.inside, 'incidents'),
      ],
      params: [
        factInput('measure', `key:${query.measure === 'rate' && query.unit === 'areas' ? 'method.rate.name' : 'method.count.name'}`),
        factInput('level', falseDiscoveryLevel, 'share'),
        ...(query.unit === 'cells' ? [factInput('cellSize', query.cellMetres, 'metres')] : []),
      ],
    }),
    check: checkPrediction(scope, places, query),
  };
}

function nothingKnown(scope: PatternScope, query: HotSpotQuery, reason: UndefinedReason): HotSpots {
  const facts = scope.facts({ method: 'hotCells', version: getisOrdVersion, undefinedReason: reason });
  return {
    ...{ unit: query.unit, places: [], cells: [], smallestCount: scope.smallestCount, totals: { inside: 0, outside: 0, unplaced: countAll(scope) } },
    ...{ hot: { places: 0, share: null, surfaceShare: null, km2: null }, isFew: true, facts, densityFacts: null },
    check: { earlier: null, later: null, pai: null, rri: null, laterShare: null, surfaceShare: null, facts: { ...facts, method: 'predictionCheck' } },
  };
}

function countAll(scope: PatternScope): number {
  let sum = 0;
  scope.each((_, count) => {
    sum += count;
  });
  return sum;
}
