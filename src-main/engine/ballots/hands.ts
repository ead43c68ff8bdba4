import type { Ballot, Hands } from '#shared/domain/ballots.ts';
import { type HandsProblem, handsProblems } from '#shared/methods/check-hands.ts';
import { contentId } from '../project/content-id.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { findBallot } from './ballots.ts';
import { handsOf } from './counted-answers.ts';
import { requireGroup } from './groups-of-ballot.ts';

/** Writes down a show of hands of one group (or of everybody together). Refused as `ballot/hands-impossible` where so many people cannot have raised so many. */
export function setHands(project: OpenProject, ballotId: string, hands: Hands): Hands[] {
  const ballot = findBallot(project, ballotId);
  if (ballot.state !== 'open') refuse('ballot/not-open', { name: ballot.question });
  requireGroup(project, hands.groupId);
  const problem = handsProblems(ballot, hands)[0];
  if (problem) refuseHands(ballot, problem);
  // The id comes from ballot and group: counted in two copies of the project, it is one count and not two.
  const id = contentId(`hands ${ballotId} ${hands.groupId ?? ''}`);
  const columns = { people: hands.people, counts: JSON.stringify(hands.counts), at: project.nowText() };
  const params = { name: ballot.question, people: hands.people };
  project.change({ name: 'ballots.setHands', params, subjects: ['ballots'], kind: 'note' }, (write) => {
    write.run(
      sql
        .insertInto('ballot_hands')
        .values({ id, ballot_id: ballotId, group_id: hands.groupId, ...columns })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)),
    );
  });
  return handsOf(project, ballotId);
}

function refuseHands(ballot: Ballot, { code, given, allowed }: HandsProblem): never {
  if (code === 'no-hands') refuse('ballot/no-hands', { name: ballot.question });
  if (code === 'unknown') refuse('object/not-found');
  refuse('ballot/hands-impossible', { given, allowed });
}

export function removeHands(project: OpenProject, ballotId: string, groupId: string | null): Hands[] {
  const { question } = findBallot(project, ballotId);
  project.change({ name: 'ballots.removeHands', params: { name: question }, subjects: ['ballots'] }, (write) => {
    const ofBallot = sql.deleteFrom('ballot_hands').where('ballot_id', '=', ballotId);
    write.run(groupId === null ? ofBallot.where('group_id', 'is', null) : ofBallot.where('group_id', '=', groupId));
  });
  return handsOf(project, ballotId);
}
