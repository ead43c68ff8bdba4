import type { Generated } from 'kysely';

export interface StakeholderTable {
  id: string;
  name: string;
  sector: string;
  kind: string;
  mandate: string;
  represents: string;
  note: string;
  dataset_key: number | null;
  level: Generated<string>;
  decided_place: Generated<string>;
  decided_reason: Generated<string>;
}

/** Appended, never changed. */
export interface StakeholderRatingTable {
  id: string;
  stakeholder_id: string;
  rater: string;
  power: number | null;
  interest: number | null;
  rated_at: string;
  legitimacy: Generated<number | null>;
  urgency: Generated<number | null>;
  stance: Generated<number | null>;
  group_id: Generated<string | null>;
  session_id: Generated<string | null>;
  ballot_id: Generated<string | null>;
  rated_on: Generated<string>;
}

export interface StakeholderAreaTable {
  stakeholder_id: string;
  area_id: string;
}

export interface InfluenceTieTable {
  id: string;
  from_id: string;
  to_id: string;
  kind: string;
  informant: Generated<string>;
  note: Generated<string>;
  observed_on: Generated<string>;
  session_id: string | null;
  dataset_key: number | null;
}

export interface DiagramPositionTable {
  diagram: string;
  stakeholder_id: string;
  x: number;
  y: number;
}

export interface EngagementStepTable {
  id: string;
  stakeholder_id: string;
  level: string;
  how: Generated<string>;
  responsible: Generated<string>;
  due_on: string | null;
  done_on: string | null;
  note: Generated<string>;
}

export interface PartnershipTable {
  id: string;
  name: string;
  kind: string;
  agreement: Generated<string>;
  pledge: Generated<string>;
  pledge_amount: number | null;
  pledge_currency: Generated<string>;
  starts_on: string | null;
  ends_on: string | null;
  status: string;
  note: Generated<string>;
}

export interface PartnershipMemberTable {
  partnership_id: string;
  stakeholder_id: string;
}

export interface PartnershipContributionTable {
  id: string;
  partnership_id: string;
  stakeholder_id: string | null;
  what: string;
  amount: number | null;
  currency: Generated<string>;
  given_on: string | null;
}

export interface MeasureRoleTable {
  measure_id: string;
  stakeholder_id: string;
  role: string;
  confirmed_on: string | null;
}
