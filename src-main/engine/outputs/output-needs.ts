import { type OutputKind, type OutputNeed, outputKinds } from '#shared/domain/outputs.ts';
import { checkPlan } from '../policy/checks/check-plan.ts';
import { type OpenProject, sql } from '../project/open-project.ts';

type Code = OutputNeed['code'];

/** What each document tells of; while it is not there the document says so. */
const needsByKind: Readonly<Record<OutputKind, readonly Code[]>> = {
  workbook: ['data'],
  'open-data': ['data'],
  profile: ['areas', 'incidents', 'indicators', 'stakeholders', 'findings', 'priorities', 'measures'],
  'profile-short': ['incidents', 'findings', 'priorities', 'measures'],
  policy: ['vision', 'findings', 'measures', 'costs', 'text', 'must', 'safeguards'],
  brief: ['vision', 'findings', 'priorities', 'measures', 'costs', 'safeguards'],
  'status-card': ['policyFacts', 'measures'],
  slides: ['findings', 'priorities', 'measures', 'safeguards'],
  monitoring: ['measures', 'actuals', 'progress'],
  progress: ['measures', 'progress'],
  'event-report': ['workshop', 'eventReport'],
  handouts: ['findings', 'priorities'],
  certificates: ['workshop', 'certificates'],
};

/** Where each is put in. */
const paths: Readonly<Record<Code, string>> = {
  data: '/profile/data',
  areas: '/city/areas',
  incidents: '/profile/data',
  indicators: '/profile/indicators',
  stakeholders: '/stakeholders',
  findings: '/profile/findings',
  priorities: '/priorities',
  vision: '/policy',
  measures: '/policy',
  costs: '/policy/budget',
  text: '/policy/text',
  must: '/policy/checks',
  safeguards: '/policy/checks',
  policyFacts: '/policy',
  actuals: '/follow-up',
  progress: '/follow-up/measures',
  workshop: '/workshops',
  eventReport: '/workshops/report',
  certificates: '/workshops/people',
};

/** What is still missing for each output; nothing of it keeps one from being made. */
export function outputNeeds(project: OpenProject): { kind: OutputKind; needs: OutputNeed[] }[] {
  const isThere = whatIsThere(project);
  return outputKinds.map((kind) => ({ kind, needs: needsByKind[kind].filter((code) => !isThere[code]).map((code) => ({ code, path: paths[code] })) }));
}

function whatIsThere(project: OpenProject): Readonly<Record<Code, boolean>> {
  const has = (
    table:
      | 'area'
      | 'incident'
      | 'observation'
      | 'stakeholder'
      | 'finding'
      | 'measure'
      | 'draft'
      | 'policy_fact'
      | 'actual_value'
      | 'progress_report'
      | 'workshop'
      | 'event_report',
  ) =>
    project.first(
      sql
        .selectFrom(table)
        .select((of) => of.lit(1).as('one'))
        .limit(1),
    ) !== undefined;
  const { policy_vision: vision } = project.found(sql.selectFrom('project').select('policy_vision'));
  const checks = checkPlan(project);
  const [incidents, observations] = [has('incident'), has('observation')];
  return {
    data: incidents || observations,
    areas: has('area'),
    incidents,
    indicators: observations,
    stakeholders: has('stakeholder'),
    findings: has('finding'),
    priorities: project.first(sql.selectFrom('priority').select('id').where('is_chosen', '=', 1).limit(1)) !== undefined,
    vision: vision !== '',
    measures: has('measure'),
    costs: !checks.some(({ code }) => code === 'measure-without-cost'),
    text: has('draft'),
    must: !checks.some(({ level, topic }) => level === 'must' && topic !== 'safeguards'),
    safeguards: !checks.some(({ topic }) => topic === 'safeguards'),
    policyFacts: has('policy_fact'),
    actuals: has('actual_value'),
    progress: has('progress_report'),
    workshop: has('workshop'),
    eventReport: has('event_report'),
    certificates: project.first(sql.selectFrom('certificate').select('id').where('withdrawn_on', 'is', null).limit(1)) !== undefined,
  };
}
