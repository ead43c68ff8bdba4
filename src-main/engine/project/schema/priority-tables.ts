import type { Generated } from 'kysely';

export interface PriorityTable {
  id: string;
  title: string;
  finding_id: string | null;
  is_chosen: number;
  reason: string;
  description: Generated<string>;
  decided_rank: Generated<number | null>;
}

export interface CriterionTable {
  id: string;
  code: Generated<string>;
  name: Generated<string>;
  description: Generated<string>;
  position: Generated<number>;
  kind: Generated<string>;
  unit: Generated<string>;
  worst: number | null;
  best: number | null;
  source: Generated<string>;
}

export interface CriterionScoreTable {
  id: string;
  criterion_id: string;
  priority_id: string;
  group_id: string | null;
  value: number | null;
  source: Generated<string>;
  note: Generated<string>;
  evidence_id: string | null;
  ballot_id: string | null;
  session_id: string | null;
  rated_on: Generated<string>;
}

export interface SwingWeightTable {
  id: string;
  criterion_id: string;
  group_id: string | null;
  swing: number | null;
  session_id: string | null;
  rated_on: Generated<string>;
}

export interface PriorityDecisionTable {
  id: string;
  decided_on: Generated<string>;
  workshop_id: string | null;
  session_id: string | null;
  body: Generated<string>;
  method: Generated<string>;
  people: number | null;
  reasons: Generated<string>;
  content: Generated<string>;
  made_at: string;
}

export interface DissentTable {
  id: string;
  decision_id: string;
  who: Generated<string>;
  group_id: string | null;
  priority_id: string | null;
  text: string;
}
