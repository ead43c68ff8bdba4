import type { CriterionBallot } from '#shared/domain/criteria.ts';
import type { ResultFigure } from '#shared/domain/results.ts';
import { swingsOfShares } from '#shared/methods/multi-criteria.ts';
import { resultCore } from '../../ballots/results/result.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';
import { listCriteria, listSwings, writeSwing } from '../criteria.ts';
import { closedBallots } from './closed-ballots.ts';

/** Kinds whose figures share out one whole among the options. */
const usableKinds = ['pairwise', 'dots'] as const;

/** Closed ballots on criteria that are still there, the last closed first. */
export function swingBallots(project: OpenProject): CriterionBallot[] {
  const there = project.all(
    sql.selectFrom('ballot_option').innerJoin('criterion', 'criterion.id', 'ballot_option.ref_id').select('ballot_option.ballot_id').distinct(),
  );
  const onCriteria = new Set(there.map((option) => option.ballot_id));
  return closedBallots(project, { subjects: ['criteria'], kinds: usableKinds }).filter(({ ballotId }) => onCriteria.has(ballotId));
}

/**
 * Weights as a closed ballot gives them, in place of all that were given: for everybody together, and for every group that its result shows by itself.
 * A criterion that was not on the ballot has no swing. Refused as `ballot/nothing-given` where nobody gave any weight.
 */
export function takeSwings(project: OpenProject, ballotId: string): void {
  if (!swingBallots(project).some((ballot) => ballot.ballotId === ballotId)) refuse('object/not-found');
  const { ballot, totals, divisions } = resultCore(project, ballotId);
  const criteria = listCriteria(project);
  const swingsOf = (figures: readonly ResultFigure[]) =>
    swingsOfShares(
      criteria.map(({ id }) => {
        const place = ballot.options.findIndex(({ refId }) => refId === id);
        return place < 0 ? 0 : (figures[place]?.points ?? null);
      }),
    );
  const together = swingsOf(totals.figures) ?? refuse('ballot/nothing-given', { name: ballot.question });
  const parts = divisions.find(({ by }) => by === 'group')?.parts ?? [];
  const groups = project.all(sql.selectFrom('voting_group').select('id')).map(({ id }) => id);
  const ofGroups = groups.map((id) => [id, swingsOf(parts.find((part) => part.id === id)?.figures ?? [])] as const);
  const had = new Set(listSwings(project).map(({ groupId }) => groupId));
  const day = project.nowText().slice(0, 10);
  project.change({ name: 'criteria.takeSwings', params: { name: ballot.question }, subjects: ['priorities'] }, (write) => {
    for (const [groupId, swings] of [[null, together] as const, ...ofGroups]) {
      if (swings === null && !had.has(groupId)) continue;
      for (const [place, { id }] of criteria.entries()) writeSwing(project, write, { criterionId: id, groupId, swing: swings?.[place] || null }, day);
    }
  });
}
