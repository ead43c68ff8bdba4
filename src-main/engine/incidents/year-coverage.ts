import type { IncidentFilter } from '#shared/domain/incidents.ts';
import type { OpenProject } from '../project/open-project.ts';
import type { YearWeights } from './population-book.ts';

/**
 * Which years each offence was recorded in. An offence is covered in every year of the datasets that hold it, also in one without
 * a single case: otherwise a rare offence would lose its quiet years from the denominator.
 */
export class YearCoverage {
  readonly #yearsByOffence: ReadonlyMap<number, ReadonlySet<number>>;

  constructor(project: OpenProject) {
    this.#yearsByOffence = readCoverage(project);
  }

  /** Years in which any of the offences (null = all) is covered, each with the share of it that the filter lets through. */
  years(offenceKeys: Iterable<number> | null, filter: IncidentFilter): YearWeights {
    const years = new Set<number>();
    for (const key of offenceKeys ?? this.#yearsByOffence.keys()) for (const year of this.#yearsByOffence.get(key) ?? []) years.add(year);
    const wanted = filter.years && new Set(filter.years);
    return new Map(
      [...years]
        .filter((year) => !wanted || wanted.has(year))
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

/** One packed number per row (see `countBy`): datasets × offences × years. */
function readCoverage(project: OpenProject): Map<number, Set<number>> {
  const { reader } = project;
  const offences = reader.prepare('SELECT key FROM offence').pluck().all() as number[];
  const datasetCount = Number(reader.prepare(`SELECT count(*) FROM dataset WHERE kind = 'incidents'`).pluck().get());
  if (datasetCount < 2) {
    const years = new Set(reader.prepare('SELECT year FROM incident WHERE year IS NOT NULL').pluck().all() as number[]);
    return new Map(offences.map((offence) => [offence, years]));
  }
  const offenceSize = 1 + Math.max(0, ...offences);
  const codes = new Set(reader.prepare(`SELECT (dataset_key * ${offenceSize} + offence_key) * 2201 + ifnull(year, 0) FROM incident`).pluck().all() as number[]);
  const datasetsOf = new Map<number, Set<number>>();
  const yearsOf = new Map<number, Set<number>>();
  for (const code of codes) {
    const year = code % 2201;
    const pair = Math.floor(code / 2201);
    const dataset = Math.floor(pair / offenceSize);
    put(datasetsOf, pair % offenceSize, dataset);
    if (year > 0) put(yearsOf, dataset, year);
  }
  return new Map(offences.map((offence) => [offence, new Set([...(datasetsOf.get(offence) ?? [])].flatMap((dataset) => [...(yearsOf.get(dataset) ?? [])]))]));
}

function put(map: Map<number, Set<number>>, key: number, value: number): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
