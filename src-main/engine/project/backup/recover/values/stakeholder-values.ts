import { engagementLevels } from '#shared/domain/engagement.ts';
import { tieKinds } from '#shared/domain/network.ts';
import { partnershipKinds, partnershipStatuses } from '#shared/domain/partnerships.ts';
import { quadrants, residentGroups, stakeholderKinds, stakeholderLevels, stakeholderSectors } from '#shared/domain/stakeholders.ts';
import { currencyRule, dayRule, id, jsonRule, listOf, oneOf, type ValueRanges, type ValueRules, when } from './value-rule.ts';

export const stakeholderRules: ValueRules = {
  stakeholder: {
    id,
    sector: oneOf(stakeholderSectors, 'community'),
    kind: oneOf(stakeholderKinds, 'organisation'),
    represents: jsonRule('[]', listOf(residentGroups)),
    level: oneOf(['', ...stakeholderLevels], ''),
    decided_place: oneOf(['', ...quadrants], ''),
  },
  stakeholder_rating: {
    id,
    rated_at: when,
    rated_on: { isGood: (value) => value === '' || dayRule.isGood(value), instead: '' },
    group_id: id,
    session_id: id,
    ballot_id: id,
  },
  influence_tie: { id, kind: oneOf(tieKinds, 'informs'), session_id: id },
  engagement_step: { id, level: oneOf(engagementLevels, 'inform'), due_on: dayRule, done_on: dayRule },
  partnership: {
    id,
    kind: oneOf(partnershipKinds, 'other'),
    status: oneOf(partnershipStatuses, 'proposed'),
    pledge_currency: currencyRule,
    starts_on: dayRule,
    ends_on: dayRule,
  },
  partnership_contribution: { id, currency: currencyRule, given_on: dayRule },
};

export const stakeholderRanges: ValueRanges = {
  stakeholder_rating: { power: [1, 5], interest: [1, 5], legitimacy: [1, 5], urgency: [1, 5], stance: [1, 5] },
  partnership: { pledge_amount: [0, 1e15] },
  partnership_contribution: { amount: [0, 1e15] },
};
