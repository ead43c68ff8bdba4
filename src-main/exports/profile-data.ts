import type { Area, AreaLayer } from '#shared/domain/areas.ts';
import type { Finding, Risk } from '#shared/domain/findings.ts';
import type { BoundaryFeature } from '#shared/domain/geometry.ts';
import type { Dataset } from '#shared/domain/imports.ts';
import type { IncidentOverview, IncidentRow } from '#shared/domain/incidents.ts';
import type { Indicator, Observation } from '#shared/domain/indicators.ts';
import type { Measure, Objective, Policy, PolicyCheck } from '#shared/domain/policy.ts';
import type { Priority, Vote } from '#shared/domain/priorities.ts';
import type { City } from '#shared/domain/project.ts';
import type { Stakeholder, StakeholderGaps } from '#shared/domain/stakeholders.ts';

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
  readonly indicators: readonly Indicator[];
  readonly observations: readonly Observation[];
  readonly risks: readonly Risk[];
  readonly findings: readonly Finding[];
  readonly priorities: readonly Priority[];
  readonly vote: Vote;
  readonly policy: Policy;
  readonly objectives: readonly Objective[];
  readonly measures: readonly Measure[];
  readonly checks: readonly PolicyCheck[];
}
