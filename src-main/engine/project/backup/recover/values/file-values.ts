import { changeKinds } from '#shared/domain/history.ts';
import { currencyRule, id, isList, isObject, jsonRule, oneOf, type ValueRanges, type ValueRules, when, year } from './value-rule.ts';

export const fileRules: ValueRules = {
  project: {
    id,
    created_at: when,
    languages: jsonRule('[]', isList),
    country: { isGood: (value) => /^([A-Z]{2})?$/.test(value), instead: '' },
    currency: currencyRule,
  },
  person: { id },
  team_member: { id },
  contact: { id },
  snapshot: { id, made_at: when },
  change: { at: when, kind: oneOf(changeKinds, 'note'), params: jsonRule('{}', isObject), subjects: jsonRule('[]', isList) },
};

export const fileRanges: ValueRanges = {
  project: { policy_start_year: year, policy_end_year: year },
};
