import type { Area, AreaLayer, PopulationAlternative, PopulationRow } from '#shared/domain/areas.ts';
import type { Dataset } from '#shared/domain/datasets.ts';
import type { PrintedCertificate, PrintedEventReport } from '#shared/domain/event-reports.ts';
import type { PrintedFactor, PrintedOutsideFactor } from '#shared/domain/factors.ts';
import type { Finding } from '#shared/domain/findings.ts';
import type { BoundaryFeature } from '#shared/domain/geometry.ts';
import type { IncidentOverview, IncidentRow, OffenceGroup } from '#shared/domain/incidents.ts';
import type { Indicator, IndicatorDefinition, IndicatorTarget, Observation } from '#shared/domain/indicators.ts';
import type { FollowedPractice } from '#shared/domain/library.ts';
import type { Measure, Objective, Policy } from '#shared/domain/policy.ts';
import type { PolicyCheck } from '#shared/domain/policy-checks.ts';
import type { Pillar, PolicyFacts, Principle } from '#shared/domain/policy-frame.ts';
import type { FrozenBlock, PolicyVersion, TextBlock } from '#shared/domain/policy-text.ts';
import type { Priority, Vote } from '#shared/domain/priorities.ts';
import type { City } from '#shared/domain/project.ts';
import type { PublishedTableName, ReleasedKey, SensitiveClass } from '#shared/domain/releases.ts';
import type { PrintedMeeting, PrintedRisk } from '#shared/domain/risk-meetings.ts';
import type { Stakeholder, StakeholderGaps } from '#shared/domain/stakeholders.ts';
import type { LeadershipRole, Strategy } from '#shared/domain/strategies.ts';
import type { ProblemTree } from '#shared/domain/trees.ts';
import type { EarlierMark } from '#shared/methods/disclosure.ts';
import type { FollowUpData } from './follow-up-data.ts';
import type { WorkbookData } from './workbook/workbook-data.ts';

/** Incident counts as the engine answers them: summaries only, a single incident never leaves the project. */
export interface IncidentSummaries {
  readonly overview: IncidentOverview;
  /** One row: everything in the project. */
  readonly total: IncidentRow;
  readonly byYear: readonly IncidentRow[];
  readonly byGroupYear: readonly IncidentRow[];
  readonly byGroupOffence: readonly IncidentRow[];
  readonly byArea: readonly IncidentRow[];
  readonly byAreaYear: readonly IncidentRow[];
  readonly byAreaGroup: readonly IncidentRow[];
  readonly byYearMonth: readonly IncidentRow[];
  readonly byWeekdayHour: readonly IncidentRow[];
  /** Every combination of area, group and year that occurs; never printed: what is printed is protected with it. */
  readonly byAreaGroupYear: readonly CombinationCount[];
  readonly smallest: SmallestByKind;
  readonly earlier: readonly EarlierFigure[];
}

export interface CombinationCount {
  readonly areaId: string | null;
  readonly group: OffenceGroup;
  readonly year: number | null;
  readonly count: number;
}

/** The smallest count that may be shown: of anything, of each group, of each offence that asks for more (by id). */
export interface SmallestByKind {
  readonly project: number;
  readonly groups: Readonly<Record<OffenceGroup, number>>;
  readonly offences: Readonly<Record<string, number>>;
  /** Offences (by id) that an indicator counts together: their sum may be printed, so that they are protected as a list of their own. */
  readonly together: Readonly<Record<string, string>>;
  /** Classes with the larger threshold that occur, for the words about method. */
  readonly sensitive: readonly SensitiveClass[];
}

/** What earlier releases did with a figure that this output would print. */
export interface EarlierFigure {
  readonly table: PublishedTableName;
  readonly keys: readonly ReleasedKey[];
  readonly mark: EarlierMark;
}

/** The policy's text, as it is written or as a version froze it; parts that are left out are not in it. */
export interface PrintedDraft {
  /** Of the draft, or of the version. */
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly template: string;
  /** Null for a text that is still being written. */
  readonly version: Pick<PolicyVersion, 'kind' | 'label' | 'body' | 'decidedOn' | 'number' | 'sha256' | 'madeAt'> | null;
  readonly sections: readonly {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly level: 1 | 2;
    readonly blocks: readonly (TextBlock | FrozenBlock)[];
  }[];
}

/**
 * Everything that an output prints, as one plain object: the exports read nothing else, so the same object always gives the same bytes.
 * Areas, boundaries and the summaries by area belong to `layer`, the layer that the city counts by.
 */
export interface ProfileData {
  readonly appVersion: string;
  readonly projectId: string;
  readonly isSample: boolean;
  /** ISO instant of the last change to the content (making an output is none). */
  readonly changedAt: string;
  readonly revision: number;
  readonly city: City;
  readonly layer: AreaLayer | null;
  readonly areas: readonly Area[];
  readonly boundaries: readonly BoundaryFeature[];
  readonly stakeholders: readonly Stakeholder[];
  readonly stakeholderGaps: StakeholderGaps;
  readonly datasets: readonly Dataset[];
  /** Null while no incident is in the project. */
  readonly incidents: IncidentSummaries | null;
  /** The catalogue in the language of the output. */
  readonly indicators: readonly (Indicator & Partial<IndicatorDefinition>)[];
  readonly observations: readonly Observation[];
  /** The dataset that a value came with, by the value's id. */
  readonly observationSources: Readonly<Record<string, string>>;
  readonly targets: readonly IndicatorTarget[];
  /** What other sources say about residents; the figure that counts stands with its area. */
  readonly populations: readonly PopulationRow[];
  readonly alternatives: readonly PopulationAlternative[];
  /** Without what is restricted; so are the four that follow. */
  readonly risks: readonly PrintedRisk[];
  readonly riskMeetings: readonly PrintedMeeting[];
  readonly factors: readonly PrintedFactor[];
  readonly outsideFactors: readonly PrintedOutsideFactor[];
  readonly strategies: readonly Strategy[];
  readonly leadershipRoles: readonly LeadershipRole[];
  /** Practices that measures follow, in the language of the output. */
  readonly practices: readonly FollowedPractice[];
  /** Restricted ones and restricted evidence never get here. */
  readonly findings: readonly Finding[];
  readonly problemTrees: readonly ProblemTree[];
  readonly priorities: readonly Priority[];
  readonly vote: Vote;
  readonly policy: Policy;
  readonly objectives: readonly Objective[];
  readonly measures: readonly Measure[];
  readonly policyFacts: PolicyFacts;
  /** Rules that the whole policy follows, in order. */
  readonly principles: readonly Principle[];
  readonly pillars: readonly Pillar[];
  readonly checks: readonly PolicyCheck[];
  readonly followUp: FollowUpData;
  /** What only the workbook and the open data print. */
  readonly workbook: WorkbookData;
  /** Reports of events, the newest first; people only as far as they agreed. */
  readonly eventReports: readonly PrintedEventReport[];
  /** Certificates that stand, for people who agreed to be named. */
  readonly certificates: readonly PrintedCertificate[];
  /** Drafts of the policy's text, the newest first, then frozen versions, the newest first. */
  readonly drafts: readonly PrintedDraft[];
}
