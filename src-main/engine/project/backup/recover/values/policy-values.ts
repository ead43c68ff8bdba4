import { qualityGrades } from '#shared/domain/indicators.ts';
import { practiceInputSchema, practicePlaces, practiceScales } from '#shared/domain/library.ts';
import { costKinds, fundingKinds, fundingStatuses } from '#shared/domain/plan-costs.ts';
import { approaches, changeDirections, deliveryLevels, measureStatuses, objectiveLevels } from '#shared/domain/policy.ts';
import { markerScales, markerThemes, planAttributes, safeguardLevels, safeguardQuestions, safeguardStages } from '#shared/domain/policy-checks.ts';
import { residentGroups } from '#shared/domain/stakeholders.ts';
import { asFarAsKnown, currencyRule, dayOrEmpty, id, jsonRule, listOf, monthRule, oneOf, type ValueRanges, type ValueRules, year } from './value-rule.ts';

export const policyRules: ValueRules = {
  practice: {
    id,
    country: { isGood: (value) => /^([A-Z]{2})?$/.test(value), instead: '' },
    currency: currencyRule,
    scale: oneOf(['', ...practiceScales], ''),
    grade: oneOf(['', ...qualityGrades], ''),
    resident_groups: jsonRule('[]', listOf(residentGroups)),
    approaches: jsonRule('[]', listOf(approaches)),
    place_types: jsonRule('[]', listOf(practicePlaces)),
    results: jsonRule('[]', (value) => practiceInputSchema.shape.results.safeParse(value).success),
  },
  principle: { id },
  pillar: { id },
  objective: {
    id,
    level: oneOf(objectiveLevels, 'outcome'),
    direction: oneOf(['', ...changeDirections], ''),
    baseline_on: asFarAsKnown,
    target_on: asFarAsKnown,
  },
  measure: {
    id,
    approach: oneOf(approaches, null),
    delivery_level: oneOf(['', ...deliveryLevels], ''),
    direction: oneOf(['', ...changeDirections], ''),
    currency: currencyRule,
    price_on: asFarAsKnown,
    starts_on: monthRule,
    ends_on: monthRule,
    status: oneOf(['', ...measureStatuses], ''),
    status_on: asFarAsKnown,
  },
  cost_line: { id, kind: oneOf(costKinds, 'capital') },
  funding_line: { id, kind: oneOf(fundingKinds, 'own'), status: oneOf(['', ...fundingStatuses], '') },
  marker: { id, theme: oneOf(markerThemes, 'gender'), scale: oneOf(['', ...Object.keys(markerScales)], ''), checked_on: dayOrEmpty },
  safeguard_answer: {
    id,
    question: oneOf(safeguardQuestions, 'harm'),
    level: oneOf(['', ...safeguardLevels], ''),
    stage: oneOf(['', ...safeguardStages], ''),
    answered_on: dayOrEmpty,
  },
  attribute_grade: { id, attribute: oneOf(planAttributes, 'municipal'), graded_on: dayOrEmpty },
};

export const policyRanges: ValueRanges = {
  practice: { start_year: year, end_year: year, cost: [0, 1e15] },
  measure: {
    ...{ start_year: year, end_year: year, baseline_year: year, target_year: year, contingency_percent: [0, 100] },
    ...{ capital_cost: [0, 1e15], recurrent_cost_per_year: [0, 1e15], funding_own: [0, 1e15], funding_shared: [0, 1e15], funding_external: [0, 1e15] },
  },
  cost_line: { unit_cost: [0, 1e15], quantity: [0, 1e12], first_year: year, last_year: year },
  funding_line: { amount: [0, 1e15], first_year: year, last_year: year },
  marker: { level: [0, 3] },
  attribute_grade: { grade: [0, 3] },
};
