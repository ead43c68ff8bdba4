import type { Generated } from 'kysely';

export interface RiskTable {
  id: string;
  kind: string;
  title: string;
  description: string;
  origin: string;
  source: string;
  flow: Generated<string>;
  route: Generated<string>;
  who: Generated<string>;
  why: Generated<string>;
  confidence: Generated<string>;
  action_level: Generated<string>;
  restricted_note: Generated<string>;
  is_restricted: Generated<number>;
}

/** `resident_groups` is JSON. */
export interface FindingTable {
  id: string;
  sentence: string;
  resident_groups: string;
  kind: Generated<string>;
  note: Generated<string>;
  is_restricted: Generated<number>;
}

export interface EvidenceTable {
  id: string;
  /** Null while the item waits for its finding. */
  finding_id: string | null;
  kind: string;
  stance: string;
  text: string;
  source: string;
  ref_id: string | null;
  /** JSON: what the person saw when it was kept. */
  shown: Generated<string | null>;
  is_restricted: Generated<number>;
  dataset_id: Generated<string | null>;
}

export interface FindingValidationTable {
  id: string;
  finding_id: string;
  workshop_id: string | null;
  session_id: string | null;
  group_id: string | null;
  ballot_id: string | null;
  agree: number | null;
  people: number | null;
  note: Generated<string>;
  validated_on: Generated<string>;
}

export interface ProblemTreeTable {
  id: string;
  title: string;
  note: Generated<string>;
  position: Generated<number>;
  group_id: string | null;
  session_id: string | null;
}

export interface ProblemNodeTable {
  id: string;
  tree_id: string;
  kind: string;
  text: string;
  objective_text: Generated<string>;
  finding_id: string | null;
  is_claim: Generated<number>;
  x: number | null;
  y: number | null;
  objective_id: string | null;
}

export interface ProblemLinkTable {
  tree_id: string;
  cause_id: string;
  effect_id: string;
}

export interface FactorTable {
  id: string;
  level: string;
  direction: string;
  text: string;
  changeable: Generated<string>;
  grade: Generated<string>;
  source: Generated<string>;
  note: Generated<string>;
  finding_id: string | null;
  is_restricted: Generated<number>;
}

export interface RiskMeetingTable {
  id: string;
  threat_id: string;
  vulnerability_id: string;
  exposure: number | null;
  reason: Generated<string>;
  finding_id: string | null;
  institution_resilience: number | null;
  institution_reason: Generated<string>;
  community_resilience: number | null;
  community_reason: Generated<string>;
  restricted_note: Generated<string>;
  is_restricted: Generated<number>;
  rated_on: Generated<string>;
  session_id: string | null;
}

export interface OutsideFactorTable {
  id: string;
  dimension: string;
  text: string;
  effect: Generated<string>;
  horizon: Generated<string>;
  impact: number | null;
  likelihood: number | null;
  source: Generated<string>;
  finding_id: string | null;
  is_restricted: Generated<number>;
}

export interface StrategyDocumentTable {
  id: string;
  title: string;
  body: Generated<string>;
  year: number | null;
  sector: Generated<string>;
  file_name: Generated<string>;
  sha256: Generated<string>;
  language: Generated<string>;
  word_count: number | null;
  mentions: Generated<string>;
  terms: Generated<string>;
  note: Generated<string>;
  scanned_on: Generated<string>;
}

export interface LeadershipRoleTable {
  id: string;
  stakeholder_id: string | null;
  title: string;
  mandate: Generated<string>;
  sex: Generated<string>;
  since_year: number | null;
  support_needed: Generated<string>;
  succession: Generated<string>;
}
