import type { IncidentRow } from '#shared/domain/incidents.ts';
import type { Computable, ComputingGap, Observation, StaleValue } from '#shared/domain/indicators.ts';
import { cellKey } from '#shared/methods/indicator-headline.ts';
import { loadTranslate } from '../i18n/load-texts.ts';
import { queryIncidents } from '../incidents/incident-query.ts';
import { readCity } from '../project/city.ts';
import type { OpenProject } from '../project/open-project.ts';
import { busiestPlaces } from './computing/busiest-places.ts';
import { firearmShares, harmRates, homicideRates, incidentRates } from './computing/incident-rules.ts';
import { completeMeasures, youngEvidence } from './computing/project-rules.ts';
import { incidentSource, type RuleAnswer, type RuleContext } from './computing/rule-context.ts';
import { surveyShares } from './computing/survey-rules.ts';
import { type CatalogueEntry, loadCatalogue } from './indicator-catalogue.ts';
import { listObservations } from './observations.ts';

type RuleName = NonNullable<CatalogueEntry['rule']>;

const rules: Readonly<Record<RuleName, (context: RuleContext) => RuleAnswer>> = {
  homicide: homicideRates,
  'incident-rate': incidentRates,
  firearm: firearmShares,
  harm: harmRates,
  'busiest-places': busiestPlaces,
  'measures-complete': completeMeasures,
  'young-evidence': youngEvidence,
  // Nobody's presence is kept before there are workshops in the project.
  participants: () => 'no-participants',
  'survey-safe': surveyShares,
  'survey-share': surveyShares,
};

interface Computing {
  readonly values: readonly Computable[];
  readonly gaps: readonly ComputingGap[];
}

/** Runs every rule of the catalogue over what is in the project now; nothing is saved. */
export function computeIndicators(project: OpenProject, resourcesFolder: string): Computing {
  const catalogue = loadCatalogue(resourcesFolder);
  const language = readCity(project).languages[0] ?? 'en';
  const translate = loadTranslate(resourcesFolder, language);
  const incidents = incidentSource(project);
  // Eight indicators, one count.
  let counted: readonly IncidentRow[] | undefined;
  const byGroup = () => {
    counted ??= queryIncidents(project, { by: ['group', 'year'], where: {} });
    return counted;
  };
  const values: Computable[] = [];
  const gaps: ComputingGap[] = [];
  for (const entry of catalogue.indicators) {
    if (!entry.rule) continue;
    const answer = rules[entry.rule]({ project, catalogue, entry, translate, incidents, byGroup });
    if (typeof answer === 'string') gaps.push({ code: entry.code, reason: answer });
    else values.push(...answer);
  }
  return { values, gaps };
}

/** Everything the catalogue can compute now, with interval, source, a proposed grade and how it was made. */
export function computableObservations(project: OpenProject, resourcesFolder: string): Computable[] {
  return [...computeIndicators(project, resourcesFolder).values];
}

/** The value that the project's own data give for what a person takes over; undefined where they give another or none. */
export function matchingComputable(
  project: OpenProject,
  resourcesFolder: string,
  wanted: { indicatorCode?: string; year?: number | null; value?: number | null; areaId?: string | null; breakdown?: string },
): Computable | undefined {
  if (wanted.value == null) return undefined;
  return computableObservations(project, resourcesFolder).find(
    (known) =>
      known.indicatorCode === wanted.indicatorCode &&
      known.year === (wanted.year ?? null) &&
      known.value === wanted.value &&
      known.areaId === (wanted.areaId ?? null) &&
      known.breakdown === (wanted.breakdown ?? ''),
  );
}

/** Computed values that the data no longer give, because a table was replaced or removed, a population changed, an offence was grouped anew. */
export function staleValues(project: OpenProject, resourcesFolder: string): StaleValue[] {
  const ruled = new Set(loadCatalogue(resourcesFolder).indicators.flatMap(({ code, rule }) => (rule ? [code] : [])));
  const kept = listObservations(project).filter((observation) => observation.isComputed && ruled.has(observation.indicatorCode) && isByRule(observation));
  if (kept.length === 0) return [];
  const now = new Map(computableObservations(project, resourcesFolder).map((value) => [cellKey(value, []), value.value]));
  return kept.flatMap((observation): StaleValue[] => {
    const value = now.get(cellKey(observation, [])) ?? null;
    return isSame(value, observation) ? [] : [{ id: observation.id, value }];
  });
}

/** Not an estimate that a person kept from a survey: that one has no rule which could be run again. */
function isByRule({ computation }: Observation): boolean {
  return computation === null || computation.params.some(({ key }) => key === 'rule');
}

/** What the sum of a million rows gives may differ in its last digits from one machine to the next. */
function isSame(value: number | null, { value: kept }: Observation): boolean {
  if (value === null || kept === null) return value === kept;
  return Math.abs(value - kept) <= 1e-9 * Math.max(1, Math.abs(value));
}
