import type { Generated } from 'kysely';

export interface ActualValueTable {
  id: string;
  objective_id: string | null;
  measure_id: string | null;
  measured_on: string;
  value: number | null;
  source: Generated<string>;
  quality: Generated<string>;
  explanation: Generated<string>;
  entered_at: string;
}

export interface ProgressReportTable {
  id: string;
  measure_id: string;
  reported_on: string;
  status: string;
  explanation: Generated<string>;
  next_step: Generated<string>;
  spent: number | null;
  reported_by: Generated<string>;
  is_public: Generated<number>;
  entered_at: string;
}

export interface CommitmentTable {
  id: string;
  text: string;
  owner_id: string | null;
  made_to: Generated<string>;
  made_on: Generated<string>;
  due_on: string | null;
  measure_id: string | null;
  objective_id: string | null;
  workshop_id: string | null;
  log_entry_id: string | null;
  is_public: Generated<number>;
  status: Generated<string>;
  closed_on: string | null;
  explanation: Generated<string>;
}

export interface FeedbackAnswerTable {
  id: string;
  input_kind: string;
  input_id: string | null;
  said: string;
  said_by: Generated<string>;
  workshop_id: string | null;
  status: Generated<string>;
  answer: Generated<string>;
  reason: Generated<string>;
  measure_id: string | null;
  answered_on: Generated<string>;
  is_public: Generated<number>;
}

export interface CitizenScoreTable {
  id: string;
  measure_id: string | null;
  objective_id: string | null;
  question: Generated<string>;
  ballot_id: string | null;
  group_label: Generated<string>;
  mean: number | null;
  people: number | null;
  scale_min: Generated<number>;
  scale_max: Generated<number>;
  counts: Generated<string>;
  scored_on: Generated<string>;
  source: Generated<string>;
}

export interface LessonTable {
  id: string;
  stage: Generated<string>;
  text: string;
  next_time: Generated<string>;
  learned_on: Generated<string>;
  is_public: Generated<number>;
}
