import type {
  DatasetTable,
  FigureTable,
  HarmWeightSetTable,
  IncidentTable,
  IndicatorKnowledgeTable,
  IndicatorTargetTable,
  ObservationTable,
  OffenceTable,
  PlaceAreaTable,
  PlaceTable,
  ReleaseTable,
  RespondentTable,
  SavedRecipeTable,
  SurveyQuestionTable,
} from './schema/dataset-tables.ts';
import type {
  ChangeTable,
  ContactTable,
  EditTable,
  HandedCopyTable,
  ObjectTable,
  PersonTable,
  ProjectTable,
  SnapshotTable,
  TeamMemberTable,
  ThisCopyTable,
  WriterTable,
} from './schema/file-tables.ts';
import type {
  EvidenceTable,
  FactorTable,
  FindingTable,
  FindingValidationTable,
  LeadershipRoleTable,
  OutsideFactorTable,
  ProblemLinkTable,
  ProblemNodeTable,
  ProblemTreeTable,
  RiskMeetingTable,
  RiskTable,
  StrategyDocumentTable,
} from './schema/finding-tables.ts';
import type { ActualValueTable, CitizenScoreTable, CommitmentTable, FeedbackAnswerTable, LessonTable, ProgressReportTable } from './schema/follow-up-tables.ts';
import type { AnnexTable, IdentityFactTable, LogoTable, OutputProfileTable, SignatoryTable } from './schema/output-tables.ts';
import type { AreaLayerTable, AreaTable, CityShareTable, PopulationAlternativeTable, PopulationTable } from './schema/place-tables.ts';
import type {
  AttributeGradeTable,
  CostLineTable,
  DraftSectionTable,
  DraftTable,
  FundingLineTable,
  MarkerTable,
  MeasurePracticeTable,
  MeasureResidentGroupTable,
  MeasureTable,
  ObjectiveTable,
  PillarTable,
  PolicyFactTable,
  PolicyVersionTable,
  PracticeTable,
  PrincipleTable,
  SafeguardAnswerTable,
  TextCommentTable,
  TextSuggestionTable,
} from './schema/policy-tables.ts';
import type { CriterionScoreTable, CriterionTable, DissentTable, PriorityDecisionTable, PriorityTable, SwingWeightTable } from './schema/priority-tables.ts';
import type {
  DiagramPositionTable,
  EngagementStepTable,
  InfluenceTieTable,
  MeasureRoleTable,
  PartnershipContributionTable,
  PartnershipMemberTable,
  PartnershipTable,
  StakeholderAreaTable,
  StakeholderRatingTable,
  StakeholderTable,
} from './schema/stakeholder-tables.ts';
import type {
  BallotAnswerTable,
  BallotHandsTable,
  BallotOptionTable,
  BallotTable,
  CertificateTable,
  EventReportTable,
  EventReportTextTable,
  LogEntryTable,
  ParticipantTable,
  PhotoContentTable,
  PhotoTable,
  SessionTable,
  SpeakerTable,
  VoterTable,
  VotingGroupTable,
  WorkshopTable,
} from './schema/workshop-tables.ts';

export type * from './schema/dataset-tables.ts';
export type * from './schema/file-tables.ts';
export type * from './schema/finding-tables.ts';
export type * from './schema/follow-up-tables.ts';
export type * from './schema/output-tables.ts';
export type * from './schema/place-tables.ts';
export type * from './schema/policy-tables.ts';
export type * from './schema/priority-tables.ts';
export type * from './schema/stakeholder-tables.ts';
export type * from './schema/workshop-tables.ts';

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
