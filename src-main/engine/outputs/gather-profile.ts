import type { AreaLayer } from '#shared/domain/areas.ts';
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
import { listIndicators } from '../indicators/indicator-catalogue.ts';
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
import { listStakeholders, stakeholderGaps } from '../stakeholders/stakeholders.ts';
import { listLeadershipRoles } from '../strategies/leadership-roles.ts';
import { listStrategies } from '../strategies/strategies.ts';
import { printedCertificates } from '../workshops/certificates/certificates.ts';
import { gatherFollowUp } from './gather-follow-up.ts';
import { atOnce, incidentSteps } from './gather-incidents.ts';
import { gatherWorkbook } from './gather-workbook.ts';

interface GatherOptions {
  readonly resourcesFolder: string;
  readonly language: string;
  readonly appVersion: string;
  readonly withoutIncidents?: boolean;
  /** Counted already. */
  readonly incidents?: IncidentSummaries | null;
}

/** Everything an output prints, read in one go from the open project. Counts of incidents take the longest: `withoutIncidents` says there are none. */
export function gatherProfile(project: OpenProject, options: GatherOptions): ProfileData {
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
  const layer = layerOf(project);
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
    incidents: options.withoutIncidents
      ? null
      : options.incidents === undefined
        ? atOnce(incidentSteps(project, layer?.id ?? null, options.resourcesFolder))
        : options.incidents,
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
    workbook: gatherWorkbook(project, options.resourcesFolder, (last?.at ?? row.created_at).slice(0, 10)),
    followUp: gatherFollowUp(project, options.resourcesFolder, (last?.at ?? row.created_at).slice(0, 10)),
    eventReports: printedEventReports(project),
    certificates: printedCertificates(project),
  };
}

/** The layer that the city counts by: the first with residents, else the first. */
function layerOf(project: OpenProject): AreaLayer | null {
  const layers = listLayers(project);
  return layers.find((candidate) => candidate.population !== null) ?? layers[0] ?? null;
}

/**
 * The same, letting the engine answer others while the incidents are counted, and stopping where `goOn` throws. Where somebody changes the project
 * meanwhile, everything is counted again in one go, so that no output mixes two states.
 */
export async function gatherProfileByAndBy(project: OpenProject, options: GatherOptions, goOn: () => void): Promise<ProfileData> {
  const before = newestRevision(project);
  const steps = incidentSteps(project, layerOf(project)?.id ?? null, options.resourcesFolder);
  for (;;) {
    const step = steps.next();
    if (step.done) return gatherProfile(project, newestRevision(project) === before ? { ...options, incidents: step.value } : options);
    await new Promise((resolve) => setImmediate(resolve));
    goOn();
    if (newestRevision(project) !== before) return gatherProfile(project, options);
  }
}

function newestRevision(project: OpenProject): number {
  return project.first(sql.selectFrom('change').select(({ fn }) => fn.max('revision').as('newest')))?.newest ?? 0;
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
