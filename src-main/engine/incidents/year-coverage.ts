import type { IncidentFilter } from '#shared/domain/incidents.ts';
import type { OpenProject } from '../project/open-project.ts';
import { incidentColumns } from './incident-columns.ts';
import type { YearWeights } from './population-book.ts';

/** Late reports from years before: a year with less than this share of a large dataset's fullest year is not one that it covers. */
const strayShare = 0.1;
/** Fewer incidents than this a year are told as they are: a small town can have a quiet year. */
const largeYear = 1000;

/**
 * Which years each offence was recorded in. An offence is covered in every year of the datasets that hold it, also in one without
 * a single case: otherwise a rare offence would lose its quiet years from the denominator. Where a register also holds stray
 * incidents of earlier years (reported late), those years are left out, unless the filter names them.
 */
export class YearCoverage {
  /** Offence → year → whether a dataset covers the year, or only has strays in it. */
  readonly #yearsByOffence: ReadonlyMap<number, ReadonlyMap<number, boolean>>;

  constructor(project: OpenProject) {
    this.#yearsByOffence = readCoverage(project);
  }

  /** Years in which any of the offences (null = all) is covered, each with the share of it that the filter lets through. */
  years(offenceKeys: Iterable<number> | null, filter: IncidentFilter): YearWeights {
    const wanted = filter.years && new Set(filter.years);
    const years = new Set<number>();
    for (const key of offenceKeys ?? this.#yearsByOffence.keys()) {
      for (const [year, isCovered] of this.#yearsByOffence.get(key) ?? []) if (wanted ? wanted.has(year) : isCovered) years.add(year);
    }
    return new Map(
      [...years]
        .map((year): [number, number] => [year, yearShare(year, filter)])
        .filter(([, share]) => share > 0)
        .sort(([a], [b]) => a - b),
    );
  }
}

const dayMs = 86_400_000;

/** Share of the days of a year between the filter's first and last day. */
export function yearShare(year: number, filter: Pick<IncidentFilter, 'from' | 'to'>): number {
  const start = Date.UTC(year, 0, 1);
  const end = Date.UTC(year + 1, 0, 1);
  const from = filter.from ? Math.max(start, Date.parse(filter.from)) : start;
  const to = filter.to ? Math.min(end, Date.parse(filter.to) + dayMs) : end;
  return Math.max(0, to - from) / (end - start);
}

const yearSize = 2201;

/** Counts of datasets × offences × years, packed in one number. */
function readCoverage(project: OpenProject): Map<number, Map<number, boolean>> {
  const { length, dataset, offence, year, count } = incidentColumns(project);
  let offenceSize = 1;
  for (let row = 0; row < length; row += 1) offenceSize = Math.max(offenceSize, (offence[row] ?? 0) + 1);
  const counts = new Map<number, number>();
  // Rows of a file come in runs of the same dataset and year.
  for (let row = 0; row < length; row += 1) {
    const ownYear = year[row] ?? 0;
    if (ownYear === 0) continue;
    const key = ((dataset[row] ?? 0) * offenceSize + (offence[row] ?? 0)) * yearSize + ownYear;
    counts.set(key, (counts.get(key) ?? 0) + (count ? (count[row] ?? 0) : 1));
  }
  return coverageOf(counts, offenceSize);
}

function coverageOf(counts: ReadonlyMap<number, number>, offenceSize: number): Map<number, Map<number, boolean>> {
  const yearsOf = new Map<number, Map<number, number>>();
  const datasetsOf = new Map<number, Set<number>>();
  for (const [key, count] of counts) {
    const pair = Math.floor(key / yearSize);
    const dataset = Math.floor(pair / offenceSize);
    const year = key % yearSize;
    const years = inMap(yearsOf, dataset, () => new Map<number, number>());
    years.set(year, (years.get(year) ?? 0) + count);
    inMap(datasetsOf, pair % offenceSize, () => new Set<number>()).add(dataset);
  }
  const coverage = new Map<number, Map<number, boolean>>();
  for (const [offence, datasets] of datasetsOf) {
    const years = inMap(coverage, offence, () => new Map<number, boolean>());
    for (const dataset of datasets) {
      const ofDataset = yearsOf.get(dataset) ?? new Map<number, number>();
      const fullest = Math.max(...ofDataset.values());
      for (const [year, count] of ofDataset) years.set(year, years.get(year) || fullest < largeYear || count >= fullest * strayShare);
    }
  }
  return coverage;
}

function inMap<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
