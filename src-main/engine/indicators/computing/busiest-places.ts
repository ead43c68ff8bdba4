import { factInput, isUndefined } from '#shared/domain/figure-facts.ts';
import { placeConcentration, placeConcentrationVersion } from '#shared/methods/place-concentration.ts';
import { incidentColumns, incidentPoints } from '../../incidents/incident-columns.ts';
import { remembered } from '../../incidents/remembered.ts';
import type { OpenProject } from '../../project/open-project.ts';
import { computed, type RuleAnswer, type RuleContext } from './rule-context.ts';

const cellMetres = 250;
/** Below this many squares the busiest 5 % is a single one. */
const fewestCells = 20;
const metresPerDegree = 111_320;

interface YearCounts {
  readonly year: number;
  readonly counts: readonly number[];
  readonly incidents: number;
  readonly withoutPoint: number;
}

/** One whole number per square: columns and rows stay far below 2²⁴ on the whole earth. */
function squareOf(x: number, y: number): number {
  return Math.floor(x / cellMetres) * 2 ** 24 + Math.floor(y / cellMetres);
}

/** Counts by year in squares of 250 m that had any incident in the whole time: places without one in a year count as zero. */
const countsByYear = remembered(['incidents', 'datasets'], (project: OpenProject): { cells: number; years: YearCounts[] } => {
  const columns = incidentColumns(project);
  const points = incidentPoints(project);
  let latitudes = 0;
  let known = 0;
  for (let i = 0; i < columns.length; i++) {
    const latitude = points.latitude[i] ?? Number.NaN;
    if (Number.isNaN(latitude)) continue;
    latitudes += latitude;
    known += 1;
  }
  if (known === 0) return { cells: 0, years: [] };
  // A plane around the city's middle: squares keep their size to well under a per cent over a city.
  const across = metresPerDegree * Math.cos(((latitudes / known) * Math.PI) / 180);
  const cells = new Map<number, number>();
  const byYear = new Map<number, { counts: Map<number, number>; incidents: number; withoutPoint: number }>();
  for (let i = 0; i < columns.length; i++) {
    const year = columns.year[i] ?? 0;
    if (year === 0) continue;
    const own = byYear.get(year) ?? { counts: new Map<number, number>(), incidents: 0, withoutPoint: 0 };
    byYear.set(year, own);
    const count = columns.count?.[i] ?? 1;
    const latitude = points.latitude[i] ?? Number.NaN;
    if (Number.isNaN(latitude)) {
      own.withoutPoint += count;
      continue;
    }
    const key = squareOf((points.longitude[i] ?? 0) * across, latitude * metresPerDegree);
    const place = cells.get(key) ?? cells.size;
    cells.set(key, place);
    own.counts.set(place, (own.counts.get(place) ?? 0) + count);
    own.incidents += count;
  }
  const years = [...byYear].sort(([a], [b]) => a - b);
  return {
    cells: cells.size,
    years: years.map(([year, own]) => ({
      year,
      counts: Array.from({ length: cells.size }, (_, place) => own.counts.get(place) ?? 0),
      incidents: own.incidents,
      withoutPoint: own.withoutPoint,
    })),
  };
});

/** LOC-02. A year with fewer incidents than squares is left out: its busiest squares are busiest by chance (methods, section 6). */
export function busiestPlaces(context: RuleContext): RuleAnswer {
  const { project, incidents } = context;
  if (!incidents) return 'no-incidents';
  const { cells, years } = countsByYear(project);
  if (cells === 0) return 'no-points';
  const values = years.flatMap(({ year, counts, incidents: count, withoutPoint }) => {
    if (cells < fewestCells || count < cells) return [];
    const concentration = placeConcentration(counts);
    if (isUndefined(concentration)) return [];
    return [
      computed(
        context,
        incidents,
        { year, value: concentration.topShare * 100, numerator: Math.round(concentration.topShare * count), denominator: count, quality: 'C' },
        {
          method: 'placeConcentration',
          version: placeConcentrationVersion,
          inputs: [
            factInput('cells', cells, 'cells'),
            factInput('places', concentration.topPlaces, 'cells'),
            factInput('total', count, 'incidents'),
            factInput('withoutPoint', withoutPoint, 'incidents'),
          ],
          n: count,
          missing: withoutPoint,
          params: [factInput('cellSize', cellMetres, 'metres')],
        },
      ),
    ];
  });
  return values.length > 0 ? values : 'few-points';
}
