import type { CriterionBallot, ScoreOrigin } from '#shared/domain/criteria.ts';
import type { Priority } from '#shared/domain/priorities.ts';
import { resultCore } from '../../ballots/results/result.ts';
import type { OpenProject } from '../../project/open-project.ts';
import { closedBallots } from './closed-ballots.ts';

const usableKinds = ['dots', 'ranking', 'rating', 'agree'] as const;

/** Closed ballots that put a figure on every priority, or on the findings they come from; the last closed first. */
export function ballotsForCriteria(project: OpenProject): CriterionBallot[] {
  return closedBallots(project, { subjects: ['priorities', 'findings'], kinds: usableKinds });
}

export interface BallotScores {
  /** What each person gave an option on average, by priority. */
  readonly values: ReadonlyMap<string, number | null>;
  /** The same by group; groups that are too small to be shown are not here. */
  readonly byGroup: ReadonlyMap<string, ReadonlyMap<string, number | null>>;
  readonly origin: ScoreOrigin;
  readonly kind: string;
  readonly optionCount: number;
}

/** Figures of a closed ballot by priority; null where there is none or it is open again. */
export function ballotScores(project: OpenProject, ballotId: string | null, priorities: readonly Priority[]): BallotScores | null {
  if (ballotId === null || !ballotsForCriteria(project).some((ballot) => ballot.ballotId === ballotId)) return null;
  const { ballot, totals, divisions } = resultCore(project, ballotId);
  const placeOf = new Map(ballot.options.map(({ refId }, place) => [refId, place]));
  const figuresOf = (figures: typeof totals.figures) => {
    const perOption = Math.max(1, figures.length / Math.max(1, ballot.options.length));
    return new Map(
      priorities.map((priority) => {
        const place = placeOf.get(priority.id) ?? (priority.findingId === null ? undefined : placeOf.get(priority.findingId));
        // An option that is asked by day and by night has no one figure.
        return [priority.id, place === undefined || perOption > 1 ? null : (figures[place]?.points ?? null)] as const;
      }),
    );
  };
  const parts = divisions.find(({ by }) => by === 'group')?.parts ?? [];
  return {
    values: figuresOf(totals.figures),
    byGroup: new Map(parts.map((part) => [part.id, figuresOf(part.figures)])),
    origin: { kind: 'ballot', ballotId, question: ballot.question, ballotKind: ballot.kind, people: totals.people },
    kind: ballot.kind,
    optionCount: ballot.options.length,
  };
}

/** Ends of the scale that a kind of ballot has by itself. */
export function endsOfBallot({ kind, optionCount, values }: BallotScores): { worst: number; best: number } | null {
  const known = [...values.values()].filter((value) => value !== null);
  if (kind === 'ranking') return optionCount > 1 ? { worst: 0, best: optionCount - 1 } : null;
  if (kind === 'dots') return known.length > 0 && Math.max(...known) > 0 ? { worst: 0, best: Math.max(...known) } : null;
  return kind === 'agree' && known.every((value) => value <= 1) ? { worst: 0, best: 1 } : { worst: 1, best: 5 };
}
