import type { Selectable } from 'kysely';
import type { Ballot } from '#shared/domain/ballots.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import type { BallotTable } from '../project/schema.ts';

type Turnout = Ballot['turnout'];

/** Who took part in each of these ballots so far, by channel; never what they answered. */
export function turnouts(
  project: OpenProject,
  ballots: readonly Pick<Selectable<BallotTable>, 'id' | 'workshop_id'>[],
): (ballot: { id: string; workshop_id: string }) => Turnout {
  const ids = ballots.map(({ id }) => id);
  const answered = project.all(
    sql
      .selectFrom('ballot_answer')
      .select(({ fn }) => [
        'ballot_id',
        fn.count<number>('voter_id').distinct().filterWhere('channel', '=', 'phone').as('phones'),
        fn.count<number>('paper_code').distinct().filterWhere('channel', '=', 'paper').as('sheets'),
      ])
      .where('ballot_id', 'in', ids)
      .where('withdrawn_at', 'is', null)
      .groupBy('ballot_id'),
  );
  const raised = project.all(
    sql
      .selectFrom('ballot_hands')
      .select(({ fn }) => ['ballot_id', fn.sum<number>('people').as('people')])
      .where('ballot_id', 'in', ids)
      .groupBy('ballot_id'),
  );
  const answers = new Map(answered.map((row) => [row.ballot_id, row]));
  const hands = new Map(raised.map((row) => [row.ballot_id, Number(row.people)]));
  const present = new Map<string, Present>();
  return ({ id, workshop_id }) => {
    const counted = { phone: answers.get(id)?.phones ?? 0, paper: answers.get(id)?.sheets ?? 0, hands: hands.get(id) ?? 0 };
    let inRoom = present.get(workshop_id);
    if (inRoom === undefined) {
      inRoom = peoplePresent(project, workshop_id);
      present.set(workshop_id, inRoom);
    }
    // Who gave a sheet or raised a hand has no phone in the room: phones that are still silent are people beside them.
    const seen = Math.max(inRoom.phones, counted.phone) + counted.paper + counted.hands;
    return { ...counted, present: Math.max(inRoom.listed, seen) };
  };
}

interface Present {
  /** Marked present on any day. */
  readonly listed: number;
  /** In the room, and not removed. */
  readonly phones: number;
}

function peoplePresent(project: OpenProject, workshopId: string): Present {
  const phones = project.first(
    sql
      .selectFrom('voter')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('workshop_id', '=', workshopId)
      .where('removed_at', 'is', null),
  );
  return { listed: listedPresent(project, workshopId), phones: phones?.count ?? 0 };
}

/** People marked present on the attendance list on any day. */
export function listedPresent(project: OpenProject, workshopId: string): number {
  const listed = project.first(
    sql
      .selectFrom('participant')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('workshop_id', '=', workshopId)
      .where('present_days', '<>', '[]'),
  );
  return listed?.count ?? 0;
}
