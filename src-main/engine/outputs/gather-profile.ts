import type { IncidentKey } from '#shared/domain/incidents.ts';
import type { IncidentSummaries, ProfileData } from '../../exports/profile-data.ts';
import { boundariesOf, listAreas, listLayers, listPopulations } from '../areas/areas.ts';
import { listAlternatives } from '../areas/population-cells.ts';
import { printedEventReports } from '../event-reports/printed-reports.ts';
import { listPrintedFactors } from '../factors/factors.ts';
import { listPrintedOutsideFactors } from '../factors/outside-factors.ts';
import { listPrintedFindings, listPrintedTrees, printedChecks, restrictedFindings, withoutRestricted } from '../findings/printed-findings.ts';
import { listPrintedMeetings } from '../findings/risk-meetings.ts';
import { listPrintedRisks } from '../findings/risks.ts';
import { listDatasets } from '../imports/datasets.ts';
import { incidentOverview } from '../incidents/incident-overview.ts';
import { queryIncidents } from '../incidents/incident-query.ts';
import { countedTogether } from '../indicators/homicide-offences.ts';
import { listIndicators, loadCatalogue } from '../indicators/indicator-catalogue.ts';
import { listObservations } from '../indicators/observations.ts';
import { listTargets } from '../indicators/targets.ts';
import { listFollowedPractices } from '../library/practices.ts';
import { checkPlan } from '../policy/checks/check-plan.ts';
import { listMeasures } from '../policy/measures.ts';
import { listObjectives } from '../policy/objectives.ts';
import { readPolicy } from '../policy/policy.ts';
import { listPillars, listPrinciples, readPolicyFacts } from '../policy/policy-frame.ts';
import { printedDrafts } from '../policy-text/printed-drafts.ts';
import { readDecidedVote } from '../priorities/decided-vote.ts';
import { listPriorities } from '../priorities/priorities.ts';
import { readCity } from '../project/city.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { withEarlier } from '../releases/compare.ts';
import { incidentCombinations } from '../releases/incident-combinations.ts';
import { storedReleases } from '../releases/release-store.ts';
import { smallestByKind, smallestCountOf } from '../releases/smallest-count.ts';
import { listStakeholders, stakeholderGaps } from '../stakeholders/stakeholders.ts';
import { listLeadershipRoles } from '../strategies/leadership-roles.ts';
import { listStrategies } from '../strategies/strategies.ts';
import { printedCertificates } from '../workshops/certificates/certificates.ts';
import { gatherWorkbook } from './gather-workbook.ts';

/** Everything an output prints, read in one go from the open project. Counts of incidents take the longest: `withoutIncidents` says there are none. */
export function gatherProfile(
  project: OpenProject,
  options: { resourcesFolder: string; language: string; appVersion: string; withoutIncidents?: boolean },
): ProfileData {
  const row = project.found(sql.selectFrom('project').selectAll());
  // Making an output changes nothing that an output prints: it must not date the next one.
  const last = project.first(
    sql
      .selectFrom('change')
      .select(['revision', 'at'])
      .where('merge_revision', 'is', null)
      .where('name', 'not like', 'outputs.%')
      .orderBy('revision', 'desc')
      .limit(1),
  );
  const layers = listLayers(project);
  const layer = layers.find((candidate) => candidate.population !== null) ?? layers[0] ?? null;
  const stakeholders = listStakeholders(project);
  const isKeptBack = restrictedFindings(project);
  return {
    appVersion: options.appVersion,
    projectId: row.id,
    isSample: row.is_sample === 1,
    changedAt: last?.at ?? row.created_at,
    revision: last?.revision ?? 0,
    city: readCity(project),
    layer,
    areas: layer ? listAreas(project, layer.id) : [],
    boundaries: layer ? boundariesOf(project, layer.id).features : [],
    stakeholders,
    stakeholderGaps: stakeholderGaps(stakeholders),
    datasets: listDatasets(project),
    incidents: options.withoutIncidents ? null : gatherIncidents(project, layer?.id, options.resourcesFolder),
    indicators: listIndicators(options.resourcesFolder, project, options.language),
    observations: listObservations(project),
    observationSources: observationSources(project),
    targets: listTargets(project),
    populations: layer ? listPopulations(project, layer.id) : [],
    alternatives: listAlternatives(project),
    risks: listPrintedRisks(project),
    riskMeetings: listPrintedMeetings(project),
    factors: listPrintedFactors(project),
    outsideFactors: listPrintedOutsideFactors(project),
    strategies: listStrategies(project),
    leadershipRoles: listLeadershipRoles(project),
    practices: listFollowedPractices(project, options.resourcesFolder, options.language),
    findings: listPrintedFindings(project),
    problemTrees: listPrintedTrees(project),
    priorities: withoutRestricted(listPriorities(project), isKeptBack),
    vote: readDecidedVote(project),
    policy: readPolicy(project),
    objectives: listObjectives(project).map((one) => ({ ...one, findingIds: one.findingIds.filter((id) => !isKeptBack.has(id)) })),
    measures: listMeasures(project),
    policyFacts: readPolicyFacts(project),
    principles: listPrinciples(project),
    pillars: listPillars(project),
    drafts: printedDrafts(project),
    checks: printedChecks(checkPlan(project), isKeptBack),
    workbook: gatherWorkbook(project, options.resourcesFolder),
    eventReports: printedEventReports(project),
    certificates: printedCertificates(project),
  };
}

function observationSources(project: OpenProject): Record<string, string> {
  const rows = project.all(
    sql
      .selectFrom('observation')
      .innerJoin('dataset', 'dataset.key', 'observation.dataset_key')
      .select(['observation.id', 'dataset.id as dataset_id'])
      .orderBy('observation.id'),
  );
  return Object.fromEntries(rows.map((row) => [row.id, row.dataset_id]));
}

function gatherIncidents(project: OpenProject, layerId: string | undefined, resourcesFolder: string): IncidentSummaries | null {
  const overview = incidentOverview(project);
  if (overview.count === 0) return null;
  const query = (...by: IncidentKey[]) => queryIncidents(project, { by, where: {}, ...(layerId === undefined ? {} : { layerId }) });
  const [total] = query();
  if (!total) return null;
  const summaries: Omit<IncidentSummaries, 'earlier'> = {
    overview,
    total,
    byYear: query('year'),
    byGroupYear: query('group', 'year'),
    byGroupOffence: query('group', 'offence'),
    byArea: layerId === undefined ? [] : query('area'),
    byAreaYear: layerId === undefined ? [] : query('area', 'year'),
    byAreaGroup: layerId === undefined ? [] : query('area', 'group'),
    byYearMonth: query('year', 'month'),
    byWeekdayHour: query('weekday', 'hour'),
    byAreaGroupYear: incidentCombinations(project, layerId),
    smallest: smallestByKind(smallestCountOf(project), (name) => countedTogether(name, loadCatalogue(resourcesFolder))),
  };
  return withEarlier(summaries, storedReleases(project), layerId ?? null);
}
