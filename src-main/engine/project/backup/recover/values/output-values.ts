import { logoTypes } from '#shared/domain/identity.ts';
import { id, isList, isObject, jsonRule, oneOf, type ValueRules, when } from './value-rule.ts';

export const outputRules: ValueRules = {
  logo: { id, type: oneOf(logoTypes, 'image/png'), added_at: when },
  signatory: { id, use: jsonRule('[]', isList) },
  annex: { id, use: jsonRule('[]', isList) },
  output_profile: { id, settings: jsonRule('{}', isObject) },
};
