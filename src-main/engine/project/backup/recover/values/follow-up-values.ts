import { answerStatuses, commitmentStatuses, inputKinds } from '#shared/domain/follow-up.ts';
import { qualityGrades } from '#shared/domain/indicators.ts';
import { measureStatuses } from '#shared/domain/policy.ts';
import { stages } from '#shared/domain/stages.ts';
import { dayOrEmpty, dayRule, id, isList, jsonRule, oneOf, type ValueRanges, type ValueRules, when } from './value-rule.ts';

export const followUpRules: ValueRules = {
  actual_value: { id, measured_on: { ...dayRule, instead: '1970-01-01' }, quality: oneOf(['', ...qualityGrades], ''), entered_at: when },
  progress_report: { id, reported_on: { ...dayRule, instead: '1970-01-01' }, status: oneOf(measureStatuses, 'delayed'), entered_at: when },
  commitment: { id, made_on: dayOrEmpty, due_on: dayRule, status: oneOf(commitmentStatuses, 'open'), closed_on: dayRule, workshop_id: id, log_entry_id: id },
  feedback_answer: {
    id,
    input_kind: oneOf(inputKinds, 'typed'),
    input_id: id,
    workshop_id: id,
    status: oneOf(['', ...answerStatuses], ''),
    answered_on: dayOrEmpty,
  },
  citizen_score: { id, ballot_id: id, counts: { isGood: (value) => value === '' || jsonRule('', isList).isGood(value), instead: '' }, scored_on: dayOrEmpty },
  lesson: { id, stage: oneOf(['', ...stages], ''), learned_on: dayOrEmpty },
};

export const followUpRanges: ValueRanges = {
  progress_report: { spent: [0, 1e15] },
  citizen_score: { people: [0, 1_000_000] },
};
