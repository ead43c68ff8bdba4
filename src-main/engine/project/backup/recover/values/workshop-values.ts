import { eventTypes, speakerConsentSchema, speakerRoles } from '#shared/domain/event-reports.ts';
import { stages } from '#shared/domain/stages.ts';
import { residentGroups } from '#shared/domain/stakeholders.ts';
import {
  attributesSchema,
  clockTimeSchema,
  consentSchema,
  depths,
  groupKinds,
  logKinds,
  logStatuses,
  participantSchema,
  sessionKinds,
  workshopKinds,
} from '#shared/domain/workshops.ts';
import { dayRule, id, isObject, jsonRule, listOf, moment, oneOf, type ValueRules, when } from './value-rule.ts';

export const workshopRules: ValueRules = {
  voting_group: { id, kind: oneOf(groupKinds, 'table') },
  workshop: { id, kind: oneOf(workshopKinds, 'workshop'), depth: oneOf(depths, 'rapid'), starts_on: dayRule, ends_on: dayRule, made_at: when },
  session: {
    id,
    kind: oneOf(sessionKinds, 'work'),
    stage: oneOf(['', ...stages], ''),
    planned_start: { isGood: (value) => value === '' || clockTimeSchema.safeParse(value).success, instead: '' },
    started_at: moment,
    ended_at: moment,
    paused_at: moment,
  },
  participant: {
    id,
    attributes: jsonRule('{}', (value) => attributesSchema.safeParse(value).success),
    resident_groups: jsonRule('[]', listOf(residentGroups)),
    // What nobody can read nobody has agreed to.
    consent: jsonRule('{}', (value) => consentSchema.safeParse(value).success),
    consent_at: moment,
    present_days: jsonRule('[]', (value) => participantSchema.shape.presentDays.safeParse(value).success),
  },
  log_entry: { id, kind: oneOf(logKinds, 'note'), status: oneOf(logStatuses, ''), at: when, due_on: dayRule },
  photo: { id, added_at: when },
  event_report: { id, event_type: oneOf(['', ...eventTypes], ''), answers: jsonRule('{}', isObject), deadline_on: dayRule, made_at: when },
  speaker: {
    id,
    role: oneOf(speakerRoles, 'speaker'),
    speaks_at: { isGood: (value) => value === '' || clockTimeSchema.safeParse(value).success, instead: '' },
    // What nobody can read nobody has agreed to.
    consent: jsonRule('{}', (value) => speakerConsentSchema.safeParse(value).success),
    consent_at: moment,
    // A day that cannot be read is in the past: deleting is asked for rather than forgotten.
    delete_after: { ...dayRule, instead: '1970-01-01' },
  },
  certificate: { id, issued_on: { ...dayRule, instead: '1970-01-01' }, withdrawn_on: dayRule },
};
