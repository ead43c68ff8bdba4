import type { Generated } from 'kysely';

/** The tables of a project file as of the newest migration. Keys are this file's own; ids (UUIDv7) are the same in every copy. */
export interface ProjectSchema {
  project: ProjectTable;
  change: ChangeTable;
  writer: WriterTable;
  object: ObjectTable;
  edit: EditTable;
  this_copy: ThisCopyTable;
  handed_copy: HandedCopyTable;
  dataset_content: { dataset_id: string; chunk: number; rows: Uint8Array };
  kept_alive: { object_key: number };
  review: { object_key: number; merge_revision: number };
  erased: { type: string; id: string; at: string };
  snapshot: SnapshotTable;
  person: PersonTable;
  team_member: TeamMemberTable;
  contact: ContactTable;
  text_update: { id: string; document: string; data: Uint8Array };
  area_layer: AreaLayerTable;
  area: AreaTable;
  population: PopulationTable;
  dataset: DatasetTable;
  offence: OffenceTable;
  place: PlaceTable;
  place_area: PlaceAreaTable;
  incident: IncidentTable;
  figure: FigureTable;
  respondent: RespondentTable;
  survey_question: SurveyQuestionTable;
  saved_recipe: SavedRecipeTable;
  population_alternative: PopulationAlternativeTable;
  own_indicator: { id: string; code: string; definition: string };
  indicator_knowledge: IndicatorKnowledgeTable;
  indicator_target: IndicatorTargetTable;
  /** `indicator_codes` is JSON. A slot that nobody touched has no row. */
  monitor_slot: { slot: string; theme: string; name: string; indicator_codes: string };
  monitor_note: { question: string; text: string };
  harm_weight_set: HarmWeightSetTable;
  harm_weight: { id: string; set_id: string; offence_id: string; weight: number };
  release: ReleaseTable;
  stakeholder: StakeholderTable;
  stakeholder_rating: StakeholderRatingTable;
  observation: ObservationTable;
  risk: RiskTable;
  risk_area: { risk_id: string; area_id: string };
  finding: FindingTable;
  finding_area: { finding_id: string; area_id: string };
  evidence: EvidenceTable;
  priority: PriorityTable;
  voting_group: VotingGroupTable;
  vote_tally: { group_id: string; priority_id: string; dots: number };
  objective: ObjectiveTable;
  objective_finding: { objective_id: string; finding_id: string };
  objective_priority: { objective_id: string; priority_id: string };
  measure: MeasureTable;
  measure_partner: { measure_id: string; stakeholder_id: string };
  measure_area: { measure_id: string; area_id: string };
  stakeholder_area: StakeholderAreaTable;
  influence_tie: InfluenceTieTable;
  diagram_position: DiagramPositionTable;
  engagement_step: EngagementStepTable;
  partnership: PartnershipTable;
  partnership_member: PartnershipMemberTable;
  partnership_contribution: PartnershipContributionTable;
  measure_role: MeasureRoleTable;
  city_share: CityShareTable;
  workshop: WorkshopTable;
  session: SessionTable;
  participant: ParticipantTable;
  log_entry: LogEntryTable;
  photo: PhotoTable;
  photo_content: PhotoContentTable;
  ballot: BallotTable;
  ballot_option: BallotOptionTable;
  voter: VoterTable;
  ballot_answer: BallotAnswerTable;
  ballot_hands: BallotHandsTable;
  finding_validation: FindingValidationTable;
  problem_tree: ProblemTreeTable;
  problem_node: ProblemNodeTable;
  problem_link: ProblemLinkTable;
  factor: FactorTable;
  risk_meeting: RiskMeetingTable;
  outside_factor: OutsideFactorTable;
  strategy_document: StrategyDocumentTable;
  leadership_role: LeadershipRoleTable;
  practice: PracticeTable;
  measure_practice: MeasurePracticeTable;
  criterion: CriterionTable;
  criterion_score: CriterionScoreTable;
  swing_weight: SwingWeightTable;
  priority_decision: PriorityDecisionTable;
  dissent: DissentTable;
  policy_fact: PolicyFactTable;
  principle: PrincipleTable;
  pillar: PillarTable;
  measure_resident_group: MeasureResidentGroupTable;
  cost_line: CostLineTable;
  funding_line: FundingLineTable;
  marker: MarkerTable;
  safeguard_answer: SafeguardAnswerTable;
  attribute_grade: AttributeGradeTable;
  draft: DraftTable;
  draft_section: DraftSectionTable;
  text_comment: TextCommentTable;
  text_suggestion: TextSuggestionTable;
  policy_version: PolicyVersionTable;
  actual_value: ActualValueTable;
  progress_report: ProgressReportTable;
  commitment: CommitmentTable;
  feedback_answer: FeedbackAnswerTable;
  citizen_score: CitizenScoreTable;
  lesson: LessonTable;
  identity_fact: IdentityFactTable;
  logo: LogoTable;
  signatory: SignatoryTable;
  annex: AnnexTable;
  output_profile: OutputProfileTable;
  event_report: EventReportTable;
  event_report_text: EventReportTextTable;
  speaker: SpeakerTable;
  certificate: CertificateTable;
}

/** One row. `languages` is JSON. `policy_vision` is computed from its `text_update` rows. */
export interface ProjectTable {
  id: string;
  created_at: string;
  is_sample: number;
  name: string;
  country: string;
  languages: string;
  currency: string;
  mandate: string;
  small_number_threshold: number;
  dots_per_person: number | null;
  cap_per_option: number | null;
  /** Id of the ballot whose result counts, `typed`, or null = not chosen. */
  priority_source: Generated<string | null>;
  weight_seed: Generated<number | null>;
  policy_title: string;
  policy_vision: string;
  policy_start_year: number | null;
  policy_end_year: number | null;
}

/**
 * What was done, in this file's order. `params`, `subjects` and `knows` are JSON. `writer_key` and `sequence` name the change in every
 * copy; `clock` orders changes of all copies. `merge_revision` is the merge that a change of another copy came in with.
 */
export interface ChangeTable {
  revision: Generated<number>;
  writer_key: number;
  sequence: number;
  clock: string;
  at: string;
  kind: string;
  name: string;
  params: string;
  subjects: string;
  person: string;
  session_id: string | null;
  target: number | null;
  undo_state: Generated<number>;
  merge_revision: number | null;
  knows: string | null;
}

/** One opening of a copy for writing; `previous_…` is the newest change of its file when it began. */
export interface WriterTable {
  key: Generated<number>;
  id: string;
  copy_id: string;
  copy_name: string;
  started_at: string;
  previous_id: string | null;
  previous_sequence: number | null;
}

/** An object that the history speaks of; `local_key` is its key in this file, if its table has keys. */
export interface ObjectTable {
  key: Generated<number>;
  type: string;
  id: string;
  local_key: number | null;
}

/** What a change did to an object: 0 made, 1 changed, 2 removed, 3 kept, 4 made and removed (folded history). `before` and `after` are encoded rows; `clocks` is JSON by column, in folded history only. */
export interface EditTable {
  change_revision: number;
  object_key: number;
  kind: number;
  before: string | Uint8Array | null;
  after: string | Uint8Array | null;
  clocks: string | null;
}

/** Which copy this file is: one row. */
export interface ThisCopyTable {
  id: string;
  name: string;
  origin_id: string | null;
  origin_name: string;
  handed_out_at: string | null;
}
export interface HandedCopyTable {
  id: string;
  name: string;
  handed_out_at: string;
  brought_back_at: string | null;
}
export interface SnapshotTable {
  id: string;
  name: string;
  note: string;
  made_at: string;
  person: string;
  revision: number;
}

export interface PersonTable {
  id: string;
  name: string;
  email: string;
  phone: string;
  note: string;
}
export interface TeamMemberTable {
  id: string;
  person_id: string;
  role: string;
  body: string;
  position: number;
}
export interface ContactTable {
  id: string;
  person_id: string;
  stakeholder_id: string;
  role: string;
}

export interface AreaLayerTable {
  key: Generated<number>;
  id: string;
  name: string;
  position: number;
  kind: Generated<string>;
  valid_from: Generated<number | null>;
  valid_to: Generated<number | null>;
  source: Generated<string>;
  /** Id of the layer whose boundaries these took the place of. */
  follows_id: Generated<string | null>;
}

/** `boundary` is a GeoJSON geometry in degrees, rings closed, or null. */
export interface AreaTable {
  key: Generated<number>;
  id: string;
  layer_key: number;
  parent_key: number | null;
  name: string;
  code: string;
  area_km2: number | null;
  boundary: string | null;
  dataset_key: number | null;
  area_type: Generated<string | null>;
}

/** `sex` all/female/male, `age_band` '' = all ages. A null year is «year not stated». */
export interface PopulationTable {
  key: Generated<number>;
  area_key: number;
  year: number | null;
  sex: string;
  age_band: string;
  value: number;
  source: string;
  dataset_key: number | null;
  is_estimate: Generated<number>;
  method: Generated<string>;
  /** Why this figure counts and not one of its alternatives. */
  choice_reason: Generated<string>;
}
/** What another source says about a cell of the population table. */
export interface PopulationAlternativeTable {
  id: string;
  area_id: string;
  year: number | null;
  sex: string;
  age_band: string;
  value: number;
  source: string;
  is_estimate: Generated<number>;
  method: Generated<string>;
  note: Generated<string>;
  dataset_id: string | null;
}

/** `problem_counts`, `problems` (the first 500) and `recipe` are JSON. */
export interface DatasetTable {
  key: Generated<number>;
  id: string;
  kind: string;
  file_name: string;
  sha256: string;
  imported_at: string;
  rows: number;
  imported: number;
  source: string;
  licence: string;
  published_on: string | null;
  first_year: number | null;
  last_year: number | null;
  problem_counts: string;
  problems: string;
  recipe: string;
  title: Generated<string>;
  note: Generated<string>;
  first_day: Generated<string | null>;
  last_day: Generated<string | null>;
  /** JSON: the edition that it took the place of. */
  replaced: Generated<string | null>;
  /** JSON: the columns of the file, by which the next file of its kind is known. */
  columns: Generated<string>;
}
/** `recipe` and `columns` are JSON. */
export interface SavedRecipeTable {
  id: string;
  name: string;
  recipe: string;
  columns: string;
  used_at: string;
}

export interface OffenceTable {
  key: Generated<number>;
  id: string;
  name: string;
  offence_group: string;
  is_confirmed: number;
  /** Smallest count that may be shown, where a person set it; null = by its group and name. */
  smallest_count: Generated<number | null>;
}

/** A distinct combination of areas, at most one of each layer; `signature` is its sorted area keys, '' = nowhere known. */
export interface PlaceTable {
  key: Generated<number>;
  signature: string;
}
export interface PlaceAreaTable {
  place_key: number;
  layer_key: number;
  area_key: number;
}

/**
 * Single incidents, or counts as the source gives them (`count`). Known parts of the time only: `day` is yyyymmdd, `weekday` 1 = Monday.
 * They belong to their dataset and carry small keys instead of ids: hundreds of thousands of rows have no identity of their own
 * beyond dataset and row.
 */
export interface IncidentTable {
  key: Generated<number>;
  dataset_key: number;
  row: number;
  place_key: number;
  offence_key: number;
  year: number | null;
  month: number | null;
  day: number | null;
  weekday: number | null;
  hour: number | null;
  longitude: number | null;
  latitude: number | null;
  count: number;
}

/** One value of an imported table of statistics. Content of its dataset, like incidents. */
export interface FigureTable {
  key: Generated<number>;
  dataset_key: number;
  row: number;
  place_key: number;
  series: string;
  breakdown: string;
  breakdown2: string;
  breakdown3: string;
  year: number | null;
  month: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string;
}
/** One person asked. `answers` is a JSON list of codes by the position of the question; null = no answer. */
export interface RespondentTable {
  key: Generated<number>;
  dataset_key: number;
  row: number;
  place_key: number;
  weight: number | null;
  stratum: string;
  cluster: string;
  year: number | null;
  answers: string;
}
/** `options` is JSON: code, label, whether it counts as no answer. */
export interface SurveyQuestionTable {
  id: string;
  dataset_id: string;
  position: number;
  column_name: string;
  wording: string;
  is_numeric: number;
  options: string;
}

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

export interface ObservationTable {
  id: string;
  indicator_code: string;
  area_id: string | null;
  year: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  numerator: number | null;
  denominator: number | null;
  breakdown: string;
  source: string;
  published_on: string | null;
  quality: string | null;
  note: string;
  is_computed: number;
  entered_at: string;
  dataset_key: number | null;
  definition_version: Generated<string>;
  sample_size: Generated<number | null>;
  period_start: Generated<string | null>;
  period_end: Generated<string | null>;
  holder: Generated<string>;
  quality_reason: Generated<string>;
  is_chosen: Generated<number>;
  choice_reason: Generated<string>;
  /** JSON: rule, inputs and method version of a computed value. */
  computation: Generated<string | null>;
}
/** Answers are yes, partly, no, unknown. */
export interface IndicatorKnowledgeTable {
  indicator_code: string;
  does_exist: string;
  holder: string;
  update_rhythm: string;
  is_updated: string;
  may_be_shared: string;
  is_used: string;
  note: string;
}
export interface IndicatorTargetTable {
  id: string;
  indicator_code: string;
  area_id: string | null;
  breakdown: string;
  definition_version: string;
  baseline_value: number | null;
  baseline_year: number | null;
  target_value: number | null;
  target_year: number | null;
  reason: string;
}
/** Weights of one place and date; `unit` is what they count (days of sentence). */
export interface HarmWeightSetTable {
  id: string;
  name: string;
  source: string;
  dated: string | null;
  unit: string;
  is_chosen: Generated<number>;
}
/** `tables` is packed JSON: what was given out, cell by cell. */
/** What was given out. `tables` is deflated JSON; a withdrawn one never left the team. */
export interface ReleaseTable {
  id: string;
  at: string;
  kind: string;
  name: string;
  revision: number;
  tables: Uint8Array;
  is_withdrawn: Generated<number>;
}

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
export interface PriorityTable {
  id: string;
  title: string;
  finding_id: string | null;
  is_chosen: number;
  reason: string;
  description: Generated<string>;
  decided_rank: Generated<number | null>;
}
export interface VotingGroupTable {
  id: string;
  name: string;
  people: number;
  workshop_id: Generated<string | null>;
  kind: Generated<string>;
  position: Generated<number>;
  note: Generated<string>;
}
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

/** What part of the city's people a group is, 0 to 1: against it the people present are held. */
export interface CityShareTable {
  id: string;
  attribute: string;
  value: string;
  share: number | null;
  source: Generated<string>;
  year: number | null;
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

export interface IdentityFactTable {
  name: string;
  value: string;
}

export interface LogoTable {
  id: string;
  position: Generated<number>;
  name: Generated<string>;
  type: string;
  width: number;
  height: number;
  bytes: Uint8Array;
  added_at: string;
}

export interface SignatoryTable {
  id: string;
  position: Generated<number>;
  name: Generated<string>;
  title: Generated<string>;
  body: Generated<string>;
  use: Generated<string>;
}

export interface AnnexTable {
  id: string;
  position: Generated<number>;
  title: string;
  text: Generated<string>;
  use: Generated<string>;
}

export interface OutputProfileTable {
  id: string;
  kind: string;
  name: string;
  settings: string;
  position: Generated<number>;
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
