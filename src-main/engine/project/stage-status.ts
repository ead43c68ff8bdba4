import type { StageStatus } from '#shared/domain/stages.ts';
import type { StakeholderSector } from '#shared/domain/stakeholders.ts';
import { listFindings } from '../findings/findings.ts';
import { listRisks } from '../findings/risks.ts';
import { listInputs } from '../follow-up/answers.ts';
import { listCommitments, openPromises } from '../follow-up/commitments.ts';
import { offencesThatOccur } from '../incidents/incident-overview.ts';
import { checkPlan } from '../policy/checks/check-plan.ts';
import { listMeasures } from '../policy/measures.ts';
import { listObjectives } from '../policy/objectives.ts';
import { readPolicy } from '../policy/policy.ts';
import { readDecidedVote } from '../priorities/decided-vote.ts';
import { listPriorities, readVote } from '../priorities/priorities.ts';
import { listStakeholders, stakeholderGaps } from '../stakeholders/stakeholders.ts';
import { readCity } from './city.ts';
import { type OpenProject, sql } from './open-project.ts';
import { type Step, statusOf } from './stage-steps.ts';

/** What the rapid depth asks for at least (conventions of this application, not of a standard). */
const wanted = { stakeholders: 8, indicators: 5, risks: 3, findings: 3, options: 3 };

/** Bodies without whom a local safety policy is nobody's: the core of a multi-sector partnership. */
const coreSectors: readonly StakeholderSector[] = ['municipality', 'police', 'justice', 'health', 'education', 'community', 'civil-society', 'private'];

/**
 * What each stage has and lacks, in the order of the method and of the next steps. Computed from the tables each time it is asked;
 * never a condition for saving.
 */
export function stageStatuses(project: OpenProject): StageStatus[] {
  return [
    statusOf('city', citySteps(project)),
    statusOf('stakeholders', stakeholderSteps(project)),
    statusOf('profile', profileSteps(project)),
    statusOf('priorities', prioritySteps(project)),
    statusOf('policy', policySteps(project)),
    statusOf('follow-up', followUpSteps(project)),
    statusOf('outputs', outputSteps(project)),
  ];
}

function citySteps(project: OpenProject): { steps: Step[]; hasAny: boolean } {
  const city = readCity(project);
  const layer = project.first(sql.selectFrom('area_layer').select('key').orderBy('position').orderBy('key').limit(1));
  const areas = layer
    ? project.all(
        sql
          .selectFrom('area')
          .select((of) => [
            // `is not null` would read every boundary to its end.
            of(of.fn('typeof', ['boundary']), '<>', 'null').as('has_boundary'),
            of.exists(of.selectFrom('population').select('population.key').whereRef('population.area_key', '=', 'area.key')).as('has_population'),
          ])
          .where('layer_key', '=', layer.key),
      )
    : [];
  const withoutBoundary = areas.filter((area) => !area.has_boundary).length;
  const withoutPopulation = areas.filter((area) => !area.has_population).length;
  const steps: Step[] = [
    { code: 'city-name', isDone: city.name.trim() !== '', to: '/city' },
    { code: 'city-country', isDone: city.country !== '', to: '/city' },
    { code: 'city-languages', isDone: city.languages.length > 0, to: '/city' },
    { code: 'city-areas', isDone: areas.length > 0, to: '/city/areas' },
    {
      code: 'city-boundaries',
      isDone: areas.length > 0 && withoutBoundary === 0,
      params: { count: withoutBoundary },
      to: '/city/areas',
      isLater: areas.length === 0,
    },
    {
      code: 'city-population',
      isDone: areas.length > 0 && withoutPopulation === 0,
      params: { count: withoutPopulation },
      to: '/city/areas',
      isLater: areas.length === 0,
    },
    { code: 'city-mandate', isDone: city.mandate.trim() !== '', to: '/city' },
    { code: 'city-team', isDone: city.team.length > 0, to: '/city' },
  ];
  return { steps, hasAny: areas.length > 0 };
}

function stakeholderSteps(project: OpenProject): { steps: Step[]; hasAny: boolean } {
  const stakeholders = listStakeholders(project);
  const gaps = stakeholderGaps(stakeholders);
  const sectors = gaps.sectors.filter((sector) => coreSectors.includes(sector)).length;
  const isEmpty = stakeholders.length === 0;
  const onLine = stakeholders.filter((stakeholder) => stakeholder.gridPlace === 'on-the-line').length;
  const steps: Step[] = [
    {
      code: 'stakeholders-few',
      isDone: stakeholders.length >= wanted.stakeholders,
      params: { count: stakeholders.length, wanted: wanted.stakeholders },
      to: '/stakeholders',
    },
    {
      code: 'stakeholders-unrated',
      isDone: !isEmpty && gaps.unratedCount === 0,
      params: { count: gaps.unratedCount },
      to: '/stakeholders/grid',
      isLater: isEmpty,
    },
    {
      code: 'stakeholders-line',
      isDone: !isEmpty && gaps.unratedCount < stakeholders.length && onLine === 0,
      params: { count: onLine },
      to: '/stakeholders/grid',
      isLater: onLine === 0,
    },
    { code: 'stakeholders-sectors', isDone: sectors === 0, params: { count: sectors }, to: '/stakeholders/missing', isLater: isEmpty },
    { code: 'stakeholders-groups', isDone: gaps.groups.length === 0, params: { count: gaps.groups.length }, to: '/stakeholders/missing', isLater: isEmpty },
  ];
  return { steps, hasAny: !isEmpty };
}

function profileSteps(project: OpenProject): { steps: Step[]; hasAny: boolean } {
  const offences = offencesThatOccur(project);
  // «Other» is what nobody could place: a person has to look.
  const unplaced = offences.filter((offence) => offence.group === 'other' && !offence.isConfirmed).length;
  const observations = project.all(sql.selectFrom('observation').select(['indicator_code', 'value', 'year', 'source', 'quality']));
  const values = observations.filter((observation) => observation.value !== null);
  const complete = values.filter((observation) => observation.year !== null && observation.source.trim() !== '' && observation.quality !== null);
  const codes = new Set(values.map((observation) => observation.indicator_code)).size;
  const risks = listRisks(project).length;
  const findings = listFindings(project);
  const claims = findings.filter((finding) => finding.support === 'claim').length;
  const single = findings.filter((finding) => finding.support === 'single').length;
  const steps: Step[] = [
    { code: 'profile-incidents', isDone: offences.length > 0, to: '/profile/data' },
    {
      code: 'profile-offences',
      isDone: offences.length > 0 && unplaced === 0,
      params: { count: unplaced },
      to: '/profile/data',
      isLater: offences.length === 0,
    },
    { code: 'profile-indicators', isDone: codes >= wanted.indicators, params: { count: codes, wanted: wanted.indicators }, to: '/profile/indicators' },
    {
      code: 'profile-sources',
      isDone: values.length > 0 && complete.length === values.length,
      params: { count: values.length - complete.length },
      to: '/profile/indicators',
      isLater: values.length === 0,
    },
    { code: 'profile-risks', isDone: risks >= wanted.risks, params: { count: risks, wanted: wanted.risks }, to: '/profile/risks' },
    {
      code: 'profile-findings',
      isDone: findings.length >= wanted.findings,
      params: { count: findings.length, wanted: wanted.findings },
      to: '/profile/findings',
    },
    { code: 'profile-claims', isDone: findings.length > 0 && claims === 0, params: { count: claims }, to: '/profile/findings', isLater: findings.length === 0 },
    {
      code: 'profile-single',
      isDone: findings.length > 0 && single === 0,
      params: { count: single },
      to: '/profile/findings',
      isLater: findings.length === 0 || single === 0,
    },
  ];
  return { steps, hasAny: offences.length + observations.length + risks + findings.length > 0 };
}

function prioritySteps(project: OpenProject): { steps: Step[]; hasAny: boolean } {
  const priorities = listPriorities(project);
  const vote = readVote(project);
  const voted = new Set(vote.tallies.map((tally) => tally.groupId));
  const waiting = vote.groups.filter((group) => !voted.has(group.id)).length;
  const decided = readDecidedVote(project);
  const isByBallot = decided.decided.source.kind === 'ballot' && decided.results.some(({ dots }) => dots > 0);
  const hasGroups = isByBallot || vote.groups.length > 0;
  const hasVoted = isByBallot || voted.size > 0;
  const steps: Step[] = [
    {
      code: 'priorities-options',
      isDone: priorities.length >= wanted.options,
      params: { count: priorities.length, wanted: wanted.options },
      to: '/priorities',
    },
    { code: 'priorities-groups', isDone: hasGroups, to: '/priorities/vote' },
    { code: 'priorities-votes', isDone: isByBallot || (hasGroups && waiting === 0), params: { count: waiting }, to: '/priorities/vote', isLater: !hasGroups },
    {
      code: 'priorities-problems',
      isDone: hasVoted && vote.problems.length === 0,
      params: { count: vote.problems.length },
      to: '/priorities/vote',
      isLater: !hasVoted,
    },
    { code: 'priorities-chosen', isDone: priorities.some((priority) => priority.isChosen), to: '/priorities/result', isLater: !hasVoted },
  ];
  return { steps, hasAny: priorities.length > 0 || hasGroups };
}

function policySteps(project: OpenProject): { steps: Step[]; hasAny: boolean } {
  const policy = readPolicy(project);
  const objectives = listObjectives(project).length;
  const measures = listMeasures(project).length;
  const open = checkPlan(project).filter((check) => check.level === 'must').length;
  const steps: Step[] = [
    { code: 'policy-vision', isDone: policy.vision.trim() !== '', to: '/policy' },
    { code: 'policy-period', isDone: policy.startYear !== null && policy.endYear !== null, to: '/policy' },
    { code: 'policy-objectives', isDone: objectives > 0, to: '/policy' },
    { code: 'policy-measures', isDone: measures > 0, to: '/policy', isLater: objectives === 0 },
    { code: 'policy-checks', isDone: measures > 0 && open === 0, params: { count: open }, to: '/policy/checks', isLater: measures === 0 },
  ];
  return { steps, hasAny: policy.title.trim() !== '' || objectives > 0 };
}

function followUpSteps(project: OpenProject): { steps: Step[]; hasAny: boolean } {
  const has = (table: 'measure' | 'actual_value' | 'progress_report' | 'commitment') =>
    project.first(sql.selectFrom(table).select('id').limit(1)) !== undefined;
  const isLater = !has('measure');
  const promises = openPromises(project).length;
  const overdue = listCommitments(project).filter(({ isOverdue }) => isOverdue).length;
  const inputs = listInputs(project);
  const waiting = inputs.filter(({ isWaiting }) => isWaiting).length;
  const steps: Step[] = [
    // Nothing can be followed before there is a measure; this step leaves with the first one.
    ...(isLater ? [{ code: 'follow-up-plan', isDone: false, to: '/policy' }] : []),
    { code: 'follow-up-actuals', isDone: has('actual_value'), to: '/follow-up', isLater },
    { code: 'follow-up-reports', isDone: has('progress_report'), to: '/follow-up/measures', isLater },
    { code: 'follow-up-promises', isDone: promises === 0 && has('commitment'), to: '/follow-up/commitments', isLater: promises === 0 },
    { code: 'follow-up-overdue', isDone: overdue === 0 && has('commitment'), to: '/follow-up/commitments', isLater: overdue === 0 },
    { code: 'follow-up-answers', isDone: waiting === 0 && inputs.length > 0, to: '/follow-up/answers', isLater: isLater || waiting === 0 },
  ];
  return { steps, hasAny: has('actual_value') || has('progress_report') || has('commitment') };
}

/** Out of the change record: an output older than the last change of anything else tells an earlier state of the city. */
function outputSteps(project: OpenProject): { steps: Step[]; hasAny: boolean } {
  const made = new Map<unknown, number>();
  for (const row of project.all(sql.selectFrom('change').select(['revision', 'params']).where('name', '=', 'outputs.make').orderBy('revision'))) {
    made.set(JSON.parse(row.params).kind, row.revision);
  }
  const lastChange = project.first(sql.selectFrom('change').select('revision').where('name', 'not like', 'outputs.%').orderBy('revision', 'desc').limit(1));
  const old = [...made.values()].filter((revision) => revision < (lastChange?.revision ?? 0)).length;
  const steps: Step[] = [
    { code: 'outputs-workbook', isDone: made.has('workbook'), to: '/outputs' },
    { code: 'outputs-profile', isDone: made.has('profile'), to: '/outputs' },
    { code: 'outputs-policy', isDone: made.has('policy'), to: '/outputs' },
    { code: 'outputs-old', isDone: made.size > 0 && old === 0, params: { count: old }, to: '/outputs', isLater: made.size === 0 },
  ];
  return { steps, hasAny: made.size > 0 };
}
