import { commentStatuses, draftTemplates, frozenDraftSchema, suggestionStatuses, versionKinds } from '#shared/domain/policy-text.ts';
import { richNodesSchema } from '#shared/domain/rich-text.ts';
import { id, jsonRule, moment, oneOf, type ValueRules, when } from './value-rule.ts';

/** A version of the text whose words are lost. */
const emptyVersion = JSON.stringify({ format: 1, title: '?', template: '', language: 'en', city: '', sections: [] });

export const policyTextRules: ValueRules = {
  draft: { id, template: oneOf(draftTemplates, 'long-policy'), made_at: when },
  draft_section: { id },
  text_comment: { id, reply_to: id, status: oneOf(commentStatuses, 'open'), at: when },
  text_suggestion: {
    id,
    status: oneOf(suggestionStatuses, 'open'),
    at: when,
    decided_at: moment,
    content: jsonRule('[]', (value) => richNodesSchema.safeParse(value).success),
    base: jsonRule('[]', (value) => richNodesSchema.safeParse(value).success),
  },
  policy_version: {
    id,
    draft_id: id,
    kind: oneOf(versionKinds, 'draft'),
    made_at: when,
    // A text that cannot be read is an empty one, and its digest says that it is not the one that was kept.
    content: jsonRule(emptyVersion, (value) => frozenDraftSchema.safeParse(value).success),
  },
};
