import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type Tie, type TieInput, tieSchema } from '#shared/domain/network.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';
import type { InfluenceTieTable } from '../../project/schema.ts';
import { refuse } from '../../refuse.ts';

export type NewTie = Partial<TieInput> & Pick<TieInput, 'fromId' | 'toId' | 'kind'>;

const emptyTie = { informant: '', note: '', observedOn: '' } as const;

/** Every tie in the order of entry. */
export function listTies(project: OpenProject): Tie[] {
  return project.all(sql.selectFrom('influence_tie').selectAll().orderBy('id')).map((row) =>
    tieSchema.parse({
      ...{ id: row.id, fromId: row.from_id, toId: row.to_id, kind: row.kind, informant: row.informant, note: row.note },
      ...{ observedOn: row.observed_on, isImported: row.dataset_key !== null },
    }),
  );
}

export function findTie(project: OpenProject, id: string): Tie {
  return listTies(project).find((tie) => tie.id === id) ?? refuse('object/not-found');
}

/** The tie that says the very same: pair, kind and informant. */
export function sameTie(ties: readonly Tie[], tie: NewTie): Tie | undefined {
  return ties.find((known) => known.fromId === tie.fromId && known.toId === tie.toId && known.kind === tie.kind && known.informant === (tie.informant ?? ''));
}

/** Writes a tie and returns its id. A tie of a body with itself is refused: it says nothing about influence. */
export function addTie(write: ChangeWriter, project: OpenProject, tie: NewTie, origin?: { id: string; datasetKey: number }): string {
  const id = origin?.id ?? uuidv7();
  const values = { ...tieColumns({ ...emptyTie, ...given(tie) }), session_id: project.author.sessionId, dataset_key: origin?.datasetKey ?? null };
  write.run(sql.insertInto('influence_tie').values({ id, ...values }));
  return id;
}

export function tieColumns(tie: TieInput): Pick<InfluenceTieTable, 'from_id' | 'to_id' | 'kind'> & { informant: string; note: string; observed_on: string } {
  if (tie.fromId === tie.toId) refuse('network/self-tie');
  return { from_id: tie.fromId, to_id: tie.toId, kind: tie.kind, informant: tie.informant, note: tie.note, observed_on: tie.observedOn };
}
