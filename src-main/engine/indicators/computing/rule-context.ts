import { type FactInput, factInput, figureFacts } from '#shared/domain/figure-facts.ts';
import type { IncidentRow } from '#shared/domain/incidents.ts';
import { type Computable, type ComputingGap, emptyObservation, type QualityGrade } from '#shared/domain/indicators.ts';
import type { Translate } from '#shared/i18n/texts.ts';
import { rateOf, ratesVersion } from '#shared/methods/rates.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import type { Catalogue, CatalogueEntry } from '../indicator-catalogue.ts';

/** What a rule is given: the project, its own entry, and what several rules share. */
export interface RuleContext {
  readonly project: OpenProject;
  readonly catalogue: Catalogue;
  readonly entry: CatalogueEntry;
  readonly translate: Translate;
  /** The imported tables of incidents as one source; null without any. */
  readonly incidents: IncidentSource | null;
  /** Incidents by group and year, counted once for all rules. */
  readonly byGroup: () => readonly IncidentRow[];
}

/** Values, or why there is none. */
export type RuleAnswer = readonly Computable[] | ComputingGap['reason'];

export interface IncidentSource {
  readonly text: string;
  readonly isNamed: boolean;
  readonly publishedOn: string | null;
}

/** The imported tables as one source line: what a person called them, else their file names. Null without incidents. */
export function incidentSource(project: OpenProject): IncidentSource | null {
  const datasets = project.all(sql.selectFrom('dataset').select(['source', 'file_name', 'published_on']).where('kind', '=', 'incidents').orderBy('key'));
  if (datasets.length === 0) return null;
  const dates = datasets.flatMap((dataset) => dataset.published_on ?? []).sort();
  return {
    text: [...new Set(datasets.map((dataset) => dataset.source.trim() || dataset.file_name))].join('; ').slice(0, 500),
    isNamed: datasets.every((dataset) => dataset.source.trim() !== ''),
    publishedOn: dates.at(-1) ?? null,
  };
}

/** What every computed value of a year has in common. A grade is proposed only where the source has a name: a figure from nowhere has none. */
export function computed(
  { entry }: Pick<RuleContext, 'entry'>,
  source: IncidentSource,
  value: Partial<Computable> & Pick<Computable, 'year' | 'value'>,
  made: { method: Computable['facts']['method']; version: string; inputs: FactInput[]; n: number | null; missing?: number | null; params?: FactInput[] },
): Computable {
  const quality = source.isNamed ? (value.quality ?? null) : null;
  return {
    ...emptyObservation,
    indicatorCode: entry.code,
    source: source.text,
    publishedOn: source.publishedOn,
    ...value,
    quality,
    facts: figureFacts({
      method: made.method,
      version: made.version,
      inputs: made.inputs,
      n: made.n,
      missing: made.missing ?? null,
      sources: [{ name: source.text, publishedOn: source.publishedOn, grade: quality }],
      params: [factInput('rule', `key:indicatorRule.${entry.rule}`), ...(made.params ?? [])],
    }),
  };
}

/** One year's rate per 100,000; none where the year or its residents are not known. */
export function yearlyRate(
  context: RuleContext,
  source: IncidentSource,
  counted: { year: number | null; count: number; population: number | null },
  grade: QualityGrade,
): Computable[] {
  const rate = rateOf(counted.count, counted.population);
  if (!rate || counted.year === null) return [];
  return [
    computed(
      context,
      source,
      { year: counted.year, value: rate.value, low: rate.low, high: rate.high, numerator: counted.count, denominator: counted.population, quality: grade },
      {
        method: 'rate',
        version: ratesVersion,
        inputs: [factInput('count', counted.count, 'incidents'), factInput('population', counted.population, 'residents'), factInput('per', 100_000)],
        n: counted.count,
      },
    ),
  ];
}
