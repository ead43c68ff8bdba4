import { criterionKinds, criterionSourceSchema, decisionContentSchema, decisionMethods, offeredCriteria } from '#shared/domain/criteria.ts';
import { dayOrEmpty, id, isObject, jsonRule, oneOf, type ValueRanges, type ValueRules, when } from './value-rule.ts';

export const priorityRules: ValueRules = {
  priority: { id },
  criterion: {
    id,
    code: oneOf(['', ...offeredCriteria], ''),
    kind: oneOf(criterionKinds, 'judged'),
    source: jsonRule('{}', (value) => criterionSourceSchema.safeParse(value).success),
  },
  criterion_score: {
    id,
    source: { isGood: (value) => value === '' || jsonRule('', isObject).isGood(value), instead: '' },
    group_id: id,
    evidence_id: id,
    ballot_id: id,
    session_id: id,
    rated_on: dayOrEmpty,
  },
  swing_weight: { id, group_id: id, session_id: id, rated_on: dayOrEmpty },
  priority_decision: {
    id,
    decided_on: dayOrEmpty,
    workshop_id: id,
    session_id: id,
    method: oneOf(decisionMethods, 'other'),
    content: jsonRule('{}', (value) => decisionContentSchema.safeParse(value).success),
    made_at: when,
  },
  dissent: { id, group_id: id },
};

export const priorityRanges: ValueRanges = {
  swing_weight: { swing: [0, 100] },
};
