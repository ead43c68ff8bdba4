import type { Decision, Weighing } from '#shared/domain/criteria.ts';
import type { EngagementLevel } from '#shared/domain/engagement.ts';
import type { CitizenScore, Commitment, FollowedIndicator, Lesson, ParticipantInput, ProgressReport } from '#shared/domain/follow-up.ts';
import type { TieKind } from '#shared/domain/network.ts';
import type { Partnership } from '#shared/domain/partnerships.ts';
import type { MeasureRole } from '#shared/domain/roles.ts';

/** A workshop as the workbook lists it: no person, only how many took part. */
export interface WorkbookWorkshop {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly place: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Null where nobody is on its list. */
  readonly participants: number | null;
  readonly ballots: number;
}

/** What one body does to another, all reports of it together: who told, and the words noted with it, stay in the project. */
export interface WorkbookTie {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: TieKind;
  readonly reports: number;
  /** Different informants that are named. */
  readonly informants: number;
  /** The newest day that was noted, or empty. */
  readonly observedOn: string;
}

/** A step of the engagement plan; its note stays in the project, and people of the project are blanked in its words. */
export interface WorkbookStep {
  readonly stakeholderId: string;
  readonly level: EngagementLevel;
  readonly how: string;
  readonly responsible: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  /** Its day is past as of the day of the data. */
  readonly isOverdue: boolean;
}

/** What the workbook prints beside the profile: only what may leave the project (nothing restricted, no person, of the follow-up what is public). */
export interface WorkbookData {
  readonly weighing: Weighing;
  readonly decisions: readonly Decision[];
  readonly roles: readonly MeasureRole[];
  readonly ties: readonly WorkbookTie[];
  readonly engagement: readonly WorkbookStep[];
  readonly partnerships: readonly Partnership[];
  readonly workshops: readonly WorkbookWorkshop[];
  readonly progress: readonly FollowedIndicator[];
  readonly reports: readonly ProgressReport[];
  readonly commitments: readonly Commitment[];
  readonly answers: readonly ParticipantInput[];
  readonly citizenScores: readonly CitizenScore[];
  readonly lessons: readonly Lesson[];
}

/** Of a project where nothing of it is there yet. */
export const emptyWorkbookData: WorkbookData = {
  weighing: {
    ...{ why: 'no-options', criteria: [], options: [], groups: [], equal: [], agreement: [], changesFirst: false },
    ...{ seed: 1, sets: 10_000, version: '1' },
  },
  decisions: [],
  roles: [],
  ties: [],
  engagement: [],
  partnerships: [],
  workshops: [],
  progress: [],
  reports: [],
  commitments: [],
  answers: [],
  citizenScores: [],
  lessons: [],
};
