import type { Finding } from '../domain/findings.ts';
import type { Measure, Objective, Policy, PolicyCheck } from '../domain/policy.ts';
import type { Priority } from '../domain/priorities.ts';
import { residentGroups } from '../domain/stakeholders.ts';

/** A policy with everything that it should hang together with. */
export interface PolicyPlan {
  readonly policy: Policy;
  readonly objectives: readonly Objective[];
  readonly measures: readonly Measure[];
  readonly findings: readonly Finding[];
  readonly priorities: readonly Priority[];
}

type Code = PolicyCheck['code'];
type Subject = Pick<PolicyCheck, 'objectKind' | 'objectId' | 'title'>;

/** What a council must not adopt without; everything else is advice. */
const must: ReadonlySet<Code> = new Set<Code>([
  'no-vision',
  'no-objectives',
  'objective-without-finding',
  'objective-without-measure',
  'finding-is-claim',
  'priority-without-objective',
  'measure-without-owner',
  'measure-without-cost',
  'measure-without-period',
  'measure-without-indicator',
  'measure-without-target',
  'period-reversed',
]);

/**
 * Everything in the policy that is missing or rests on nothing (SMART as fields, methods section 12), from the whole to the parts.
 * For `group-not-covered` the title is the resident group's code (`residentGroup.<code>`).
 */
export function policyChecks(plan: PolicyPlan): PolicyCheck[] {
  return [
    ...checkPolicy(plan),
    ...plan.objectives.flatMap((objective) => checkObjective(plan, objective)),
    ...plan.measures.flatMap(checkMeasure),
    ...checkFindings(plan),
    ...checkPriorities(plan),
    ...checkGroups(plan),
  ];
}

function check(isMissing: boolean, code: Code, subject: Subject): PolicyCheck[] {
  return isMissing ? [{ code, level: must.has(code) ? 'must' : 'should', ...subject }] : [];
}

function isReversed(period: { startYear: number | null; endYear: number | null }): boolean {
  return period.startYear !== null && period.endYear !== null && period.endYear < period.startYear;
}

function checkPolicy({ policy, objectives }: PolicyPlan): PolicyCheck[] {
  const subject: Subject = { objectKind: 'policy', objectId: null, title: policy.title };
  return [
    ...check(policy.vision.trim() === '', 'no-vision', subject),
    ...check(objectives.length === 0, 'no-objectives', subject),
    ...check(isReversed(policy), 'period-reversed', subject),
  ];
}

function checkObjective(plan: PolicyPlan, objective: Objective): PolicyCheck[] {
  const subject: Subject = { objectKind: 'objective', objectId: objective.id, title: objective.title };
  return [
    ...check(objective.findingIds.length === 0, 'objective-without-finding', subject),
    ...check(!plan.measures.some((measure) => measure.objectiveId === objective.id), 'objective-without-measure', subject),
  ];
}

function checkMeasure(measure: Measure): PolicyCheck[] {
  const subject: Subject = { objectKind: 'measure', objectId: measure.id, title: measure.title };
  const hasIndicator = measure.indicatorCode !== null || measure.indicatorText.trim() !== '';
  const hasCost = measure.capitalCost !== null || measure.recurrentCostPerYear !== null;
  return [
    ...check(measure.ownerId === null, 'measure-without-owner', subject),
    ...check(measure.startYear === null || measure.endYear === null, 'measure-without-period', subject),
    ...check(isReversed(measure), 'period-reversed', subject),
    ...check(!hasCost, 'measure-without-cost', subject),
    ...check(measure.funding === null, 'measure-without-funding', subject),
    ...check(measure.gap !== null && measure.gap > 0, 'measure-with-gap', subject),
    ...check(!hasIndicator, 'measure-without-indicator', subject),
    ...check(hasIndicator && measure.baselineValue === null, 'measure-without-baseline', subject),
    ...check(hasIndicator && measure.targetValue === null, 'measure-without-target', subject),
  ];
}

function checkFindings({ findings, objectives }: PolicyPlan): PolicyCheck[] {
  const answered = new Set(objectives.flatMap((objective) => objective.findingIds));
  return findings.flatMap((finding) => {
    const subject: Subject = { objectKind: 'finding', objectId: finding.id, title: finding.sentence };
    return [
      ...check(!answered.has(finding.id), 'finding-without-objective', subject),
      ...check(answered.has(finding.id) && finding.support === 'claim', 'finding-is-claim', subject),
    ];
  });
}

function checkPriorities({ priorities, objectives }: PolicyPlan): PolicyCheck[] {
  const answered = new Set(objectives.flatMap((objective) => objective.priorityIds));
  return priorities
    .filter((priority) => priority.isChosen)
    .flatMap((priority) =>
      check(!answered.has(priority.id), 'priority-without-objective', { objectKind: 'priority', objectId: priority.id, title: priority.title }),
    );
}

/** A group named in a finding is covered by an objective that rests on such a finding and has a measure. */
function checkGroups({ findings, objectives, measures }: PolicyPlan): PolicyCheck[] {
  const acting = new Set(measures.map((measure) => measure.objectiveId));
  const answered = new Set(objectives.filter((objective) => acting.has(objective.id)).flatMap((objective) => objective.findingIds));
  const named = new Set(findings.flatMap((finding) => finding.groups));
  const covered = new Set(findings.filter((finding) => answered.has(finding.id)).flatMap((finding) => finding.groups));
  return residentGroups.flatMap((group) =>
    check(named.has(group) && !covered.has(group), 'group-not-covered', { objectKind: 'policy', objectId: null, title: group }),
  );
}
