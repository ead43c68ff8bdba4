import type { IncidentFilter, IncidentKey, IncidentQuery, IncidentRow } from '#shared/domain/incidents.ts';
import { rateOf } from '#shared/methods/rates.ts';
import type { OpenProject } from '../project/open-project.ts';
import { baseLayer, type LayerAreas, readLayers } from './base-layer.ts';
import { incidentColumns } from './incident-columns.ts';
import { type Counted, countBy } from './incident-count.ts';
import { createDimension, type Dimension, listOffences, type OffenceEntry } from './incident-dimensions.ts';
import { type FilterCondition, filterCondition, rowsWanted } from './incident-filter.ts';
import { PopulationBook, type YearWeights } from './population-book.ts';
import { remembered } from './remembered.ts';
import { YearCoverage, yearShare } from './year-coverage.ts';

const populations = remembered(['areas'], (project) => new PopulationBook(project));
const coverages = remembered(['incidents', 'datasets'], (project) => new YearCoverage(project));
const layers = remembered(['areas'], readLayers);

/** Keys by which residents can be told apart; the hour and the month have none of their own. */
const keysWithResidents: ReadonlySet<IncidentKey> = new Set(['area', 'offence', 'group', 'year']);

/**
 * Counts and rates by up to four keys, sorted by the keys in the order asked (names by alphabet, «not stated» last).
 *
 * The rate's denominator is person-years: the residents of the row's area in every year in which the row's offences were recorded
 * (`YearCoverage`; with the key `year` in that year alone), each year with the figure nearest to it (`PopulationBook`); part of a
 * year counts as that part. Without the key `area` the residents are those of the areas filtered for, else of the whole layer
 * asked for, else of the first layer that has any. Null where months, weekdays or hours are asked for, where the year or the area
 * is not stated, and where areas of several layers are mixed. `isFresh` reads the populations anew: in a rehearsal those remembered are not true.
 */
export function queryIncidents(project: OpenProject, query: IncidentQuery, options: { readonly isFresh?: boolean } = {}): IncidentRow[] {
  const by = [...new Set(query.by)];
  const book = options.isFresh ? new PopulationBook(project) : populations(project);
  const layer = baseLayer(layers(project), book, query.layerId);
  const offences = listOffences(project);
  const condition = filterCondition(project, query.where);
  const dimensions = by.map((key) => createDimension(project, key, layer, offences));
  const columns = incidentColumns(project);
  const counted = countBy(columns, dimensions, rowsWanted(columns, condition));
  const residents = createResidents({ project, book, by, layer, offences, condition, filter: query.where, dimensions });
  return sortCounted(counted, dimensions).map(({ positions, count }) => {
    const population = residents(positions);
    const rate = rateOf(count, population);
    const keys: Partial<IncidentRow> = {};
    for (const [index, dimension] of dimensions.entries()) dimension.write(keys, positions[index] ?? 0);
    return { ...keys, count, population, rate: rate?.value ?? null, low: rate?.low ?? null, high: rate?.high ?? null };
  });
}

function sortCounted(counted: Counted[], dimensions: readonly Dimension[]): Counted[] {
  return counted.sort((a, b) => {
    for (const [index, dimension] of dimensions.entries()) {
      const difference = dimension.orderOf(a.positions[index] ?? 0) - dimension.orderOf(b.positions[index] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

interface ResidentsInput {
  readonly project: OpenProject;
  readonly book: PopulationBook;
  readonly by: readonly IncidentKey[];
  readonly layer: LayerAreas | null;
  readonly offences: readonly OffenceEntry[];
  readonly condition: FilterCondition;
  readonly filter: IncidentFilter;
  readonly dimensions: readonly Dimension[];
}

/** Person-years of a combination; each distinct pair of areas and years is added up once. */
function createResidents(input: ResidentsInput): (positions: readonly number[]) => number | null {
  const { project, book, by, dimensions } = input;
  if (!by.every((key) => keysWithResidents.has(key))) return () => null;
  const areasOf = areaChooser(input);
  const yearsOf = yearChooser(input, coverages(project));
  const places = { area: by.indexOf('area'), year: by.indexOf('year'), offence: by.indexOf('offence'), group: by.indexOf('group') };
  const sums = new Map<string, number | null>();
  const names = new WeakMap<YearWeights, string>();
  const nameOf = (years: YearWeights): string => {
    let name = names.get(years);
    if (name === undefined) {
      name = [...years].join(' ');
      names.set(years, name);
    }
    return name;
  };
  return (positions) => {
    const valueAt = (index: number) => (index === -1 ? -1 : (positions[index] ?? 0));
    const area = valueAt(places.area);
    const year = places.year === -1 ? -1 : (dimensions[places.year]?.valueAt(valueAt(places.year)) ?? null);
    const offence = valueAt(places.offence);
    const group = valueAt(places.group);
    const years = year === -1 ? yearsOf(offence, group) : year === null ? null : new Map([[year, yearShare(year, input.filter)]]);
    // Offences are mostly recorded in the same years, and adding up thousands of areas takes longer than counting.
    const key = `${area} ${years === null ? '' : nameOf(years)}`;
    let sum = sums.get(key);
    if (sum === undefined) {
      const areas = years && areasOf(area);
      sum = areas ? book.personYears(areas, years) : null;
      sums.set(key, sum);
    }
    return sum;
  };
}

/** Which areas' residents stand behind a row; null where nobody can say. */
function areaChooser({ by, layer, condition, dimensions }: ResidentsInput): (areaPosition: number) => readonly number[] | null {
  const filtered = condition.areaKeys && new Set(condition.areaKeys);
  if (!by.includes('area')) {
    const inLayer = layer?.areas.filter((area) => !filtered || filtered.has(area.key)) ?? [];
    const isOneLayer = !filtered || inLayer.length === filtered.size;
    return () => (isOneLayer ? inLayer.map((area) => area.key) : null);
  }
  const dimension = dimensions[by.indexOf('area')];
  const byKey = new Map(layer?.areas.map((area) => [area.key, area]));
  return (position) => {
    const area = byKey.get(dimension?.valueAt(position) ?? 0);
    if (!area) return null;
    // A filter by another layer leaves an area whole only where it lies in one of the areas asked for.
    const isWhole = !filtered || filtered.has(area.key) || (area.parentKey !== null && filtered.has(area.parentKey));
    return isWhole ? [area.key] : null;
  };
}

function yearChooser({ offences, condition, filter }: ResidentsInput, coverage: YearCoverage): (offence: number, group: number) => YearWeights {
  const known = new Map<string, YearWeights>();
  return (offence, group) => {
    const key = `${offence} ${group}`;
    let years = known.get(key);
    if (!years) {
      const matching = offences.filter(
        (entry) =>
          (offence === -1 || entry.position === offence) && (group === -1 || entry.groupPosition === group) && (condition.offenceKeys?.has(entry.key) ?? true),
      );
      years = coverage.years(
        matching.map((entry) => entry.key),
        filter,
      );
      known.set(key, years);
    }
    return years;
  };
}
