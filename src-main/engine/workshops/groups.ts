import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type Group, type GroupInput, groupSchema } from '#shared/domain/workshops.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { VotingGroupTable } from '../project/schema.ts';

const emptyGroup: GroupInput = { name: '', kind: 'table', people: 0, note: '' };

/** A workshop's groups in their order; tables before groups of identity. */
export function listGroups(project: OpenProject, workshopId: string): Group[] {
  return project
    .all(sql.selectFrom('voting_group').selectAll().where('workshop_id', '=', workshopId).orderBy('kind', 'desc').orderBy('position').orderBy('id'))
    .map(readGroup);
}

export function findGroup(project: OpenProject, id: string): Group {
  return readGroup(project.found(sql.selectFrom('voting_group').selectAll().where('id', '=', id)));
}

/** Adds a group. Returns its id. */
export function addGroup(write: ChangeWriter, place: { workshopId: string | null; position: number }, input: Partial<GroupInput>): string {
  const id = uuidv7();
  write.run(sql.insertInto('voting_group').values({ id, workshop_id: place.workshopId, position: place.position, ...emptyGroup, ...given(input) }));
  return id;
}

export function updateGroup(write: ChangeWriter, before: Group, patch: Partial<GroupInput & { position: number }>): void {
  const { name, kind, people, note, position } = { ...before, ...given(patch) };
  write.run(sql.updateTable('voting_group').set({ name, kind, people, note, position }).where('id', '=', before.id));
}

/** How many of the list sit at each table: the people of a table that has anybody on the list are those on it. */
export function countTables(write: ChangeWriter, project: OpenProject, workshopId: string, groupIds: readonly string[]): void {
  for (const id of new Set(groupIds)) {
    const { people } = project.found(
      sql
        .selectFrom('participant')
        .select((builder) => builder.fn.countAll<number>().as('people'))
        .where('workshop_id', '=', workshopId)
        .where('group_id', '=', id),
    );
    write.run(sql.updateTable('voting_group').set({ people }).where('id', '=', id));
  }
}

function readGroup(row: Selectable<VotingGroupTable>): Group {
  return groupSchema.parse({ ...row, workshopId: row.workshop_id });
}
