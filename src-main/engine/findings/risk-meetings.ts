import { v5 as uuidv5 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type PrintedMeeting, type RiskMeeting, type RiskMeetingInput, riskMeetingSchema } from '#shared/domain/risk-meetings.ts';
import { readMeeting } from '#shared/methods/risk-matrix.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { findRisk, listPrintedRisks } from './risks.ts';

const meetingSpace = '5f0d5c1e-9d5e-4a0e-8f43-3f1c2a6d7b10';
const emptyMeeting: RiskMeetingInput = {
  ...{ exposure: null, reason: '', findingId: null, institutionResilience: null, institutionReason: '' },
  ...{ communityResilience: null, communityReason: '', restrictedNote: '', isRestricted: false },
};
const marks = ['exposure', 'institutionResilience', 'communityResilience'] as const;

/** One threat meets one vulnerability once, in every copy of the project: its id follows from theirs. */
const meetingId = (threatId: string, vulnerabilityId: string): string => uuidv5(`${threatId} ${vulnerabilityId}`, meetingSpace);

export function listMeetings(project: OpenProject): RiskMeeting[] {
  return project.all(sql.selectFrom('risk_meeting').selectAll().orderBy('threat_id').orderBy('vulnerability_id').orderBy('id')).map((row) => {
    const input = {
      ...{ exposure: row.exposure, reason: row.reason, findingId: row.finding_id },
      ...{ institutionResilience: row.institution_resilience, institutionReason: row.institution_reason },
      ...{ communityResilience: row.community_resilience, communityReason: row.community_reason },
      ...{ restrictedNote: row.restricted_note, isRestricted: row.is_restricted === 1 },
    };
    const ids = { id: row.id, threatId: row.threat_id, vulnerabilityId: row.vulnerability_id };
    return riskMeetingSchema.parse({ ...ids, ...input, ratedOn: row.rated_on, ...readMeeting(input) });
  });
}

/** What may leave the project: neither restricted cells nor those of a restricted threat or vulnerability. */
export function listPrintedMeetings(project: OpenProject): PrintedMeeting[] {
  const printed = new Set(listPrintedRisks(project).map(({ id }) => id));
  return listMeetings(project).flatMap(({ restrictedNote: _note, isRestricted, ...meeting }) =>
    isRestricted || !printed.has(meeting.threatId) || !printed.has(meeting.vulnerabilityId) ? [] : [meeting],
  );
}

export function findMeeting(project: OpenProject, id: string): RiskMeeting {
  return listMeetings(project).find((meeting) => meeting.id === id) ?? refuse('object/not-found');
}

export interface MeetingChange {
  readonly threatId: string;
  readonly vulnerabilityId: string;
  readonly patch: Partial<RiskMeetingInput>;
}

/** The two that meet; refused where they are not there or not a threat and a vulnerability. */
export function findSides(project: OpenProject, { threatId, vulnerabilityId }: MeetingChange) {
  const threat = findRisk(project, threatId);
  const vulnerability = findRisk(project, vulnerabilityId);
  if (threat.kind !== 'threat' || vulnerability.kind !== 'vulnerability') refuse('object/not-found');
  return { threat, vulnerability };
}

/** Writes what changed about a meeting; the first time makes it. `today` dates the marks. Returns its id. */
export function rateMeeting(project: OpenProject, write: ChangeWriter, { threatId, vulnerabilityId, patch }: MeetingChange, today: string): string {
  const known = listMeetings(project).find((meeting) => meeting.threatId === threatId && meeting.vulnerabilityId === vulnerabilityId);
  const after = { ...(known ?? emptyMeeting), ...given(patch) };
  const isRated = marks.some((mark) => after[mark] !== (known?.[mark] ?? null));
  const columns = { ...meetingColumns(after), rated_on: isRated ? today : (known?.ratedOn ?? '') };
  if (known) {
    write.run(sql.updateTable('risk_meeting').set(columns).where('id', '=', known.id));
    return known.id;
  }
  const id = meetingId(threatId, vulnerabilityId);
  write.run(sql.insertInto('risk_meeting').values({ id, threat_id: threatId, vulnerability_id: vulnerabilityId, session_id: null, ...columns }));
  return id;
}

function meetingColumns(input: RiskMeetingInput) {
  return {
    ...{ exposure: input.exposure, reason: input.reason, finding_id: input.findingId },
    ...{ institution_resilience: input.institutionResilience, institution_reason: input.institutionReason },
    ...{ community_resilience: input.communityResilience, community_reason: input.communityReason },
    ...{ restricted_note: input.restrictedNote, is_restricted: input.isRestricted ? 1 : 0 },
  };
}
