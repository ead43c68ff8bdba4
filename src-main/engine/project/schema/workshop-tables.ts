import type { Generated } from 'kysely';

export interface VotingGroupTable {
  id: string;
  name: string;
  people: number;
  workshop_id: Generated<string | null>;
  kind: Generated<string>;
  position: Generated<number>;
  note: Generated<string>;
}

export interface WorkshopTable {
  id: string;
  title: string;
  kind: string;
  depth: string;
  place: Generated<string>;
  starts_on: string | null;
  ends_on: string | null;
  purpose: Generated<string>;
  note: Generated<string>;
  template: Generated<string>;
  made_at: string;
  smallest_group: number | null;
  course: Generated<string>;
}

/** An agenda item of a workshop. `task` is the screen where its work is done. */
export interface SessionTable {
  id: string;
  workshop_id: string;
  position: number;
  day: number;
  title: string;
  purpose: Generated<string>;
  stage: Generated<string>;
  task: Generated<string>;
  minutes: number;
  planned_start: Generated<string>;
  started_at: string | null;
  ended_at: string | null;
  paused_at: string | null;
  paused_seconds: Generated<number>;
  added_minutes: Generated<number>;
  notes: Generated<string>;
  kind: Generated<string>;
  how: Generated<string>;
  materials: Generated<string>;
}

/** Somebody on the attendance list. `attributes`, `resident_groups`, `consent` and `present_days` are JSON. */
export interface ParticipantTable {
  id: string;
  workshop_id: string;
  person_id: string | null;
  stakeholder_id: string | null;
  group_id: string | null;
  label: Generated<string>;
  role: Generated<string>;
  attributes: Generated<string>;
  resident_groups: Generated<string>;
  consent: Generated<string>;
  consent_at: string | null;
  present_days: Generated<string>;
  present_hours: number | null;
  completed: Generated<number>;
  access_needs: Generated<string>;
}

export interface LogEntryTable {
  id: string;
  workshop_id: string;
  session_id: string | null;
  kind: string;
  text: string;
  at: string;
  status: Generated<string>;
  responsible: Generated<string>;
  due_on: string | null;
  reason: Generated<string>;
}

export interface PhotoTable {
  id: string;
  workshop_id: string;
  session_id: string | null;
  caption: Generated<string>;
  taken_at: Generated<string>;
  added_at: string;
  width: number;
  height: number;
  shows_people: Generated<number>;
  may_be_published: Generated<number>;
}

/** The bytes of a photo; stays when the photo goes, as long as the history may bring it back. */
export interface PhotoContentTable {
  photo_id: string;
  jpeg: Uint8Array;
  thumbnail: Uint8Array;
}

export interface BallotTable {
  id: string;
  workshop_id: string;
  session_id: string | null;
  position: number;
  kind: string;
  subject: string;
  question: string;
  help: Generated<string>;
  settings: string;
  state: string;
  round: Generated<number>;
  follows_id: string | null;
  opened_at: string | null;
  closed_at: string | null;
  made_at: string;
  /** When it took answers again after its result had been seen; null = never. */
  reopened_at: Generated<string | null>;
}

export interface BallotOptionTable {
  id: string;
  ballot_id: string;
  position: number;
  text: string;
  picture: Generated<string>;
  ref_id: string | null;
  detail: Generated<string>;
}

/** A phone or a paper voter in the room. No name; `attributes` is what the person chose to say, as JSON. `key_digest` is the SHA-256 of the phone's cookie. */
export interface VoterTable {
  id: string;
  workshop_id: string;
  group_id: string | null;
  channel: string;
  attributes: Generated<string>;
  language: Generated<string>;
  joined_at: string;
  key_digest: Generated<string>;
  removed_at: string | null;
}

/** Appended, never changed but for moderation. `answer` is JSON by the kind of the ballot; the newest of a voter counts. */
export interface BallotAnswerTable {
  id: string;
  ballot_id: string;
  voter_id: string | null;
  group_id: string | null;
  channel: string;
  paper_code: string | null;
  entry: Generated<number>;
  answer: string;
  language: Generated<string>;
  at: string;
  moderation: Generated<string>;
  withdrawn_at: string | null;
  /** JSON: ids of the typings of the same sheet that this one takes the place of. */
  replaces: Generated<string>;
}

/** Counts by show of hands, one row per group. `counts` is JSON by option (and level). */
export interface BallotHandsTable {
  id: string;
  ballot_id: string;
  group_id: string | null;
  people: number;
  counts: string;
  at: string;
}

export interface EventReportTable {
  id: string;
  workshop_id: string | null;
  event_type: Generated<string>;
  form_version: string;
  answers: Generated<string>;
  deadline_on: string | null;
  send_to: Generated<string>;
  made_at: string;
}

export interface EventReportTextTable {
  report_id: string;
  part: string;
  text: string;
}

export interface SpeakerTable {
  id: string;
  report_id: string;
  position: Generated<number>;
  person_id: string;
  role: Generated<string>;
  title: Generated<string>;
  nationality: Generated<string>;
  organisation: Generated<string>;
  speaks_at: Generated<string>;
  post: Generated<string>;
  consent: Generated<string>;
  consent_at: string | null;
  delete_after: string | null;
}

export interface CertificateTable {
  id: string;
  number: string;
  workshop_id: string;
  participant_id: string;
  person_id: string;
  issued_on: string;
  signatory_id: string | null;
  withdrawn_on: string | null;
  reason: Generated<string>;
}
