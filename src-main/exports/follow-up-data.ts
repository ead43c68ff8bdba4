import type { CitizenScore, Commitment, FollowedIndicator, Lesson, MeasureProgress, ParticipantInput } from '#shared/domain/follow-up.ts';
import type { SafeguardAnswer } from '#shared/domain/policy-checks.ts';

/** What became of the plan. What is not public stands in it too: a public document leaves it out. */
export interface FollowUpData {
  readonly indicators: readonly FollowedIndicator[];
  readonly measures: readonly MeasureProgress[];
  readonly commitments: readonly Commitment[];
  /** What people said, waiting or answered; statements that nobody was shown are not in it. */
  readonly inputs: readonly ParticipantInput[];
  /** Small groups are hidden already. */
  readonly scores: readonly CitizenScore[];
  readonly lessons: readonly Lesson[];
  readonly safeguards: readonly SafeguardAnswer[];
}
