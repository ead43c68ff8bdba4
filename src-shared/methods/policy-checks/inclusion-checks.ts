import type { Measure } from '../../domain/policy.ts';
import { type ApproachShare, markerThemes, type PolicyCheck, planAttributes, safeguardQuestions } from '../../domain/policy-checks.ts';
import { approachShares } from './approach-shares.ts';
import { check, ofMeasure, ofPolicy, type PolicyPlan } from './policy-plan.ts';

/** One approach with more than this share of measures or of money is said to leave little to the others (convention of this application). */
const mostOfAll = 0.6;
/** With fewer measures a share says nothing. */
const fewestMeasures = 4;

/** What is asked once there are measures: attributes of a municipal plan, markers, safeguards, balance of approaches. */
export function inclusionChecks(plan: PolicyPlan): PolicyCheck[] {
  if (plan.measures.length === 0) return [];
  return [...checkAttributes(plan), ...checkMarkers(plan), ...checkSafeguards(plan), ...checkBalance(plan.measures)];
}

function checkAttributes({ attributes }: PolicyPlan): PolicyCheck[] {
  const grades = new Map(attributes.map(({ attribute, grade }) => [attribute, grade]));
  return planAttributes.flatMap((attribute) => {
    const grade = grades.get(attribute) ?? null;
    return [
      ...check(grade === null, 'attribute-not-graded', ofPolicy(attribute)),
      ...check(grade !== null && grade <= 1, 'attribute-weak', ofPolicy(attribute)),
    ];
  });
}

function checkMarkers({ measures, markers }: PolicyPlan): PolicyCheck[] {
  const marked = new Set(markers.filter(({ level }) => level !== null).map(({ measureId, theme }) => `${measureId ?? ''} ${theme}`));
  const lacks = (measureId: string) => markerThemes.some((theme) => !marked.has(`${measureId} ${theme}`));
  return [
    ...check(lacks(''), 'policy-without-markers', ofPolicy()),
    ...measures.flatMap((measure) => check(lacks(measure.id), 'measure-without-markers', ofMeasure(measure))),
  ];
}

/** The newest round that was begun counts: a review asks all questions again. Without any answer the first round is open. */
function checkSafeguards({ safeguards }: PolicyPlan): PolicyCheck[] {
  const whole = safeguards.filter(({ measureId, level }) => measureId === null && level !== null);
  const stage = (['closing', 'review', 'planning'] as const).find((one) => whole.some((answer) => answer.stage === one)) ?? 'planning';
  const answers = new Map(whole.filter((answer) => answer.stage === stage).map((answer) => [answer.question, answer]));
  return safeguardQuestions.flatMap((question) => {
    const answer = answers.get(question);
    const isRisk = answer?.level === 'possible' || answer?.level === 'serious';
    return [
      ...check(!answer, 'safeguard-open', ofPolicy(question)),
      ...check(isRisk && answer?.mitigation.trim() === '', 'safeguard-without-mitigation', ofPolicy(question)),
    ];
  });
}

function checkBalance(measures: readonly Measure[]): PolicyCheck[] {
  const shares = approachShares(measures);
  const isOneSided = ({ approach, measureShare, costShare }: ApproachShare) => approach !== null && (measureShare > mostOfAll || (costShare ?? 0) > mostOfAll);
  return [
    ...measures.flatMap((measure) => check(measure.approach === null, 'approach-missing', ofMeasure(measure))),
    ...(measures.length < fewestMeasures
      ? []
      : shares.filter(isOneSided).flatMap(({ approach }) => check(true, 'approaches-one-sided', ofPolicy(approach ?? '')))),
  ];
}
