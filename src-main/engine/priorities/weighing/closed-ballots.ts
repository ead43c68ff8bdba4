import type { BallotKind, BallotSubject } from '#shared/domain/ballots.ts';
import type { CriterionBallot } from '#shared/domain/criteria.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';

/** Closed ballots of some kinds on some subjects; the last closed first. */
export function closedBallots(
  project: OpenProject,
  { subjects, kinds }: { subjects: readonly BallotSubject[]; kinds: readonly BallotKind[] },
): CriterionBallot[] {
  return project
    .all(
      sql
        .selectFrom('ballot')
        .innerJoin('workshop', 'workshop.id', 'ballot.workshop_id')
        .select(['ballot.id', 'ballot.kind', 'ballot.question', 'workshop.title'])
        .where('ballot.subject', 'in', [...subjects])
        .where('ballot.state', '=', 'closed')
        .where('ballot.kind', 'in', [...kinds])
        .orderBy('ballot.closed_at', 'desc')
        .orderBy('ballot.id', 'desc'),
    )
    .map((row) => ({ ballotId: row.id, question: row.question, kind: row.kind, workshop: row.title }));
}
