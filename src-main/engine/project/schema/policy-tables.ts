import type { Generated } from 'kysely';

export interface ObjectiveTable {
  id: string;
  title: string;
  description: Generated<string>;
  position: Generated<number>;
  level: Generated<string>;
  pillar_id: Generated<string | null>;
  owner_id: Generated<string | null>;
  indicator_code: Generated<string | null>;
  indicator_text: Generated<string>;
  direction: Generated<string>;
  baseline_value: Generated<number | null>;
  baseline_on: Generated<string>;
  target_value: Generated<number | null>;
  target_on: Generated<string>;
  budget_line: Generated<string>;
  verification: Generated<string>;
  assumption: Generated<string>;
}

export interface MeasureTable {
  id: string;
  objective_id: string;
  title: string;
  description: string;
  approach: string | null;
  owner_id: string | null;
  start_year: number | null;
  end_year: number | null;
  capital_cost: number | null;
  recurrent_cost_per_year: number | null;
  contingency_percent: number;
  funding_own: number | null;
  funding_shared: number | null;
  funding_external: number | null;
  indicator_code: string | null;
  indicator_text: string;
  baseline_value: number | null;
  baseline_year: number | null;
  target_value: number | null;
  target_year: number | null;
  code: Generated<string>;
  position: Generated<number>;
  output: Generated<string>;
  activities: Generated<string>;
  direction: Generated<string>;
  verification: Generated<string>;
  assumptions: Generated<string>;
  risks: Generated<string>;
  legal_basis: Generated<string>;
  delivery_level: Generated<string>;
  budget_line: Generated<string>;
  currency: Generated<string>;
  price_on: Generated<string>;
  cost_source: Generated<string>;
  starts_on: Generated<string>;
  ends_on: Generated<string>;
  status: Generated<string>;
  status_note: Generated<string>;
  status_on: Generated<string>;
}

export interface PracticeTable {
  id: string;
  title: string;
  city: Generated<string>;
  country: Generated<string>;
  start_year: number | null;
  end_year: number | null;
  scale: Generated<string>;
  lead_body: Generated<string>;
  partners: Generated<string>;
  problem: Generated<string>;
  resident_groups: Generated<string>;
  approaches: Generated<string>;
  place_types: Generated<string>;
  steps: Generated<string>;
  cost: number | null;
  currency: Generated<string>;
  results: Generated<string>;
  grade: Generated<string>;
  source: Generated<string>;
  transfer: Generated<string>;
  may_be_shared: Generated<number>;
  language: Generated<string>;
}

export interface MeasurePracticeTable {
  measure_id: string;
  practice_id: string;
  note: Generated<string>;
}

export interface PolicyFactTable {
  name: string;
  value: string;
}

export interface PrincipleTable {
  id: string;
  title: string;
  text: Generated<string>;
  position: Generated<number>;
}

export interface PillarTable {
  id: string;
  title: string;
  description: Generated<string>;
  position: Generated<number>;
}

export interface MeasureResidentGroupTable {
  measure_id: string;
  resident_group: string;
}

export interface CostLineTable {
  id: string;
  measure_id: string;
  position: Generated<number>;
  title: Generated<string>;
  kind: string;
  unit: Generated<string>;
  unit_cost: number | null;
  quantity: number | null;
  first_year: number | null;
  last_year: number | null;
  source: Generated<string>;
}

export interface FundingLineTable {
  id: string;
  measure_id: string;
  position: Generated<number>;
  kind: string;
  source: Generated<string>;
  stakeholder_id: string | null;
  amount: number | null;
  first_year: number | null;
  last_year: number | null;
  status: Generated<string>;
}

export interface MarkerTable {
  id: string;
  measure_id: string | null;
  theme: string;
  level: number | null;
  reason: Generated<string>;
  scale: Generated<string>;
  checked_by: Generated<string>;
  checked_on: Generated<string>;
}

export interface SafeguardAnswerTable {
  id: string;
  measure_id: string | null;
  question: string;
  level: Generated<string>;
  risk: Generated<string>;
  mitigation: Generated<string>;
  owner_id: string | null;
  stage: Generated<string>;
  checked_by: Generated<string>;
  answered_on: Generated<string>;
}

export interface AttributeGradeTable {
  id: string;
  attribute: string;
  grade: number | null;
  reason: Generated<string>;
  reviewer: Generated<string>;
  graded_on: Generated<string>;
}

export interface DraftTable {
  id: string;
  template: string;
  title: string;
  language: string;
  position: Generated<number>;
  made_at: string;
}

export interface DraftSectionTable {
  id: string;
  draft_id: string;
  position: number;
  title: string;
  code: Generated<string>;
  level: Generated<number>;
  is_left_out: Generated<number>;
  plain_text: Generated<string>;
}

export interface TextCommentTable {
  id: string;
  section_id: string;
  reply_to: string | null;
  anchor: Generated<string>;
  quote: Generated<string>;
  text: string;
  person: Generated<string>;
  at: string;
  status: Generated<string>;
}

export interface TextSuggestionTable {
  id: string;
  section_id: string;
  content: string;
  base: Generated<string>;
  reason: Generated<string>;
  person: Generated<string>;
  at: string;
  status: Generated<string>;
  decided_by: Generated<string>;
  decided_at: string | null;
  answer: Generated<string>;
}

export interface PolicyVersionTable {
  id: string;
  draft_id: string | null;
  kind: string;
  label: Generated<string>;
  body: Generated<string>;
  decided_on: Generated<string>;
  number: Generated<string>;
  note: Generated<string>;
  content: string;
  sha256: string;
  person: Generated<string>;
  made_at: string;
  revision: number;
}
