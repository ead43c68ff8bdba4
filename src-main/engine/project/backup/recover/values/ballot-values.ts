import { answerSchema, ballotKinds, ballotSettingsSchema, ballotStates, ballotSubjects, channels, moderations } from '#shared/domain/ballots.ts';
import { id, isList, isObject, jsonRule, moment, oneOf, type ValueRules, when } from './value-rule.ts';

export const ballotRules: ValueRules = {
  ballot: {
    id,
    kind: oneOf(ballotKinds, 'agree'),
    subject: oneOf(ballotSubjects, 'own'),
    settings: jsonRule('{}', (value) => ballotSettingsSchema.safeParse(value).success),
    // Closed, so that nobody answers what may be another question.
    state: oneOf(ballotStates, 'closed'),
    follows_id: id,
    opened_at: moment,
    closed_at: moment,
    reopened_at: moment,
    made_at: when,
  },
  ballot_option: { id, ref_id: id, detail: jsonRule('{}', isObject) },
  voter: { id, group_id: id, channel: oneOf(channels, 'phone'), attributes: jsonRule('{}', isObject), joined_at: when, removed_at: moment },
  ballot_answer: {
    id,
    voter_id: id,
    group_id: id,
    channel: oneOf(channels, 'paper'),
    // Nobody is given words that they did not say: what cannot be read stays in the file and counts nowhere.
    answer: jsonRule('{}', (value) => answerSchema.safeParse(value).success),
    at: when,
    moderation: oneOf(moderations, 'waiting'),
    withdrawn_at: moment,
    replaces: jsonRule('[]', isList),
  },
  ballot_hands: { id, group_id: id, counts: jsonRule('{}', isObject), at: when },
};
