import { changeabilities, ecologicalLevels, factorDirections, horizons, outsideDimensions } from '#shared/domain/factors.ts';
import { actionLevels, confidences, evidenceKinds, findingKinds } from '#shared/domain/findings.ts';
import { qualityGrades } from '#shared/domain/indicators.ts';
import { residentGroups } from '#shared/domain/stakeholders.ts';
import { leadershipRoleInputSchema, strategySchema, strategySectors } from '#shared/domain/strategies.ts';
import { problemNodeKinds } from '#shared/domain/trees.ts';
import { dayOrEmpty, id, jsonRule, listOf, oneOf, type ValueRanges, type ValueRules, year } from './value-rule.ts';

export const findingRules: ValueRules = {
  risk: {
    id,
    kind: oneOf(['threat', 'vulnerability'], 'threat'),
    origin: oneOf(['local', 'external'], 'local'),
    confidence: oneOf(['', ...confidences], ''),
    action_level: oneOf(['', ...actionLevels], ''),
  },
  risk_meeting: { id, session_id: id, rated_on: dayOrEmpty },
  finding: { id, resident_groups: jsonRule('[]', listOf(residentGroups)), kind: oneOf(['', ...findingKinds], '') },
  evidence: { id, kind: oneOf(evidenceKinds, 'document'), stance: oneOf(['for', 'against'], 'for'), ref_id: id, dataset_id: id },
  finding_validation: { id, workshop_id: id, session_id: id, group_id: id, ballot_id: id, validated_on: dayOrEmpty },
  problem_tree: { id, group_id: id, session_id: id },
  problem_node: { id, kind: oneOf(problemNodeKinds, 'cause') },
  factor: {
    id,
    level: oneOf(ecologicalLevels, 'community'),
    direction: oneOf(factorDirections, 'risk'),
    changeable: oneOf(['', ...changeabilities], ''),
    grade: oneOf(['', ...qualityGrades], ''),
  },
  outside_factor: { id, dimension: oneOf(outsideDimensions, 'social'), horizon: oneOf(['', ...horizons], '') },
  strategy_document: {
    id,
    sector: oneOf(['', ...strategySectors], ''),
    terms: jsonRule('[]', (value) => strategySchema.shape.terms.safeParse(value).success),
    mentions: jsonRule('[]', (value) => strategySchema.shape.mentions.safeParse(value).success),
    scanned_on: dayOrEmpty,
  },
  leadership_role: { id, sex: oneOf(leadershipRoleInputSchema.shape.sex.options, '') },
};

export const findingRanges: ValueRanges = {
  risk_meeting: { exposure: [1, 5], institution_resilience: [1, 5], community_resilience: [1, 5] },
  finding_validation: { agree: [0, 1e6], people: [0, 1e6] },
  outside_factor: { impact: [1, 4], likelihood: [1, 4] },
  strategy_document: { year, word_count: [0, 1e9] },
  leadership_role: { since_year: year },
};
