import { groupBy } from '#shared/domain/group-by.ts';
import type { IncidentRow } from '#shared/domain/incidents.ts';
import type { ObservationInput, QualityGrade } from '#shared/domain/indicators.ts';
import { proportionOf } from '#shared/methods/proportions.ts';
import { rateOf } from '#shared/methods/rates.ts';
import { loadTranslate } from '../i18n/load-texts.ts';
import { listOffenceCounts } from '../incidents/incident-overview.ts';
import { queryIncidents } from '../incidents/incident-query.ts';
import { listMeasures } from '../policy/measures.ts';
import { readCity } from '../project/city.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { isIntentionalHomicide } from './homicide-offences.ts';
import { type Catalogue, type CatalogueEntry, loadCatalogue } from './indicator-catalogue.ts';
import { emptyObservation } from './observations.ts';

/** Everything the catalogue can compute from what is in the project now, with interval, source and a proposed grade; nothing is saved. */
export function computableObservations(project: OpenProject, resourcesFolder: string): ObservationInput[] {
  const catalogue = loadCatalogue(resourcesFolder);
  const language = readCity(project).languages[0] ?? 'en';
  const translate = loadTranslate(resourcesFolder, language);
  const incidents = incidentSource(project);
  // Eight indicators, one count.
  let counted: IncidentRow[] | undefined;
  const byGroup = () => {
    counted ??= queryIncidents(project, { by: ['group', 'year'], where: {} });
    return counted;
  };
  return catalogue.indicators.flatMap((entry): ObservationInput[] => {
    switch (entry.rule) {
      case 'homicide':
        return incidents ? homicideRates(project, catalogue, entry, incidents) : [];
      case 'incident-rate':
        return incidents ? incidentRates(entry, incidents, byGroup()) : [];
      case 'measures-complete':
        return completeMeasures(project, entry, translate('indicatorSource.plan'));
      case 'young-evidence':
        return youngEvidence(project, entry, translate('indicatorSource.project'));
      default:
        return [];
    }
  });
}

interface IncidentSource {
  readonly text: string;
  readonly isNamed: boolean;
  readonly publishedOn: string | null;
}

/** The imported tables as one source line: what a person called them, else their file names. Null without incidents. */
function incidentSource(project: OpenProject): IncidentSource | null {
  const datasets = project.all(sql.selectFrom('dataset').select(['source', 'file_name', 'published_on']).where('kind', '=', 'incidents').orderBy('key'));
  if (datasets.length === 0) return null;
  const dates = datasets.flatMap((dataset) => dataset.published_on ?? []).sort();
  return {
    text: [...new Set(datasets.map((dataset) => dataset.source.trim() || dataset.file_name))].join('; ').slice(0, 500),
    isNamed: datasets.every((dataset) => dataset.source.trim() !== ''),
    publishedOn: dates.at(-1) ?? null,
  };
}

function homicideRates(project: OpenProject, catalogue: Catalogue, entry: CatalogueEntry, source: IncidentSource): ObservationInput[] {
  const offences = listOffenceCounts(project).filter((offence) => isIntentionalHomicide(offence.name, catalogue.homicideNames));
  if (offences.length === 0) return [];
  const note = offences
    .map((offence) => offence.name)
    .join('; ')
    .slice(0, 20_000);
  const rows = queryIncidents(project, { by: ['year'], where: { offenceIds: offences.map((offence) => offence.id) } });
  return rows.flatMap((row) => yearlyRate(entry, source, { ...row, year: row.year ?? null }, 'B')).map((value) => ({ ...value, note }));
}

/** Records miss what nobody reports: a count with known weaknesses (grade C). */
function incidentRates(entry: CatalogueEntry, source: IncidentSource, byGroup: readonly IncidentRow[]): ObservationInput[] {
  const rows = byGroup.filter((row) => !entry.offenceGroup || row.group === entry.offenceGroup);
  const years = [...groupBy(rows, (row) => row.year ?? null)].sort(([a], [b]) => (a ?? 0) - (b ?? 0));
  return years.flatMap(([year, own]) =>
    yearlyRate(entry, source, { year, count: own.reduce((sum, row) => sum + row.count, 0), population: own[0]?.population ?? null }, 'C'),
  );
}

/** One year's rate; none where the year or its residents are not known. A grade is proposed only where the source has a name: a figure from nowhere has none. */
function yearlyRate(
  entry: CatalogueEntry,
  source: IncidentSource,
  counted: { year: number | null; count: number; population: number | null },
  grade: QualityGrade,
): ObservationInput[] {
  const rate = rateOf(counted.count, counted.population);
  if (!rate || counted.year === null) return [];
  return [
    {
      ...emptyObservation,
      indicatorCode: entry.code,
      year: counted.year,
      value: rate.value,
      low: rate.low,
      high: rate.high,
      numerator: counted.count,
      denominator: counted.population,
      source: source.text,
      publishedOn: source.publishedOn,
      quality: source.isNamed ? grade : null,
    },
  ];
}

/** GOV-05. A plan is counted whole, so the share has no sampling interval. */
function completeMeasures(project: OpenProject, entry: CatalogueEntry, source: string): ObservationInput[] {
  const measures = listMeasures(project);
  const complete = measures.filter(
    (measure) =>
      measure.ownerId !== null &&
      (measure.totalCost !== null || measure.funding !== null) &&
      (measure.indicatorCode !== null || measure.indicatorText.trim() !== ''),
  );
  return share(project, entry, source, complete.length, measures.length);
}

/** GOV-06, over what carries a date of publication. */
function youngEvidence(project: OpenProject, entry: CatalogueEntry, source: string): ObservationInput[] {
  const dates = [
    ...project.all(sql.selectFrom('dataset').select('published_on').where('published_on', 'is not', null)),
    ...project.all(sql.selectFrom('observation').select('published_on').where('published_on', 'is not', null).where('is_computed', '=', 0)),
  ].map((row) => row.published_on ?? '');
  const today = project.nowText();
  const limit = `${Number(today.slice(0, 4)) - 2}${today.slice(4, 10)}`;
  return share(project, entry, source, dates.filter((date) => date > limit).length, dates.length);
}

function share(project: OpenProject, entry: CatalogueEntry, source: string, part: number, whole: number): ObservationInput[] {
  const proportion = proportionOf(part, whole);
  if (!proportion) return [];
  const today = project.nowText().slice(0, 10);
  return [
    {
      ...emptyObservation,
      indicatorCode: entry.code,
      year: Number(today.slice(0, 4)),
      value: proportion.value * 100,
      numerator: part,
      denominator: whole,
      source,
      publishedOn: today,
      quality: 'A',
    },
  ];
}
