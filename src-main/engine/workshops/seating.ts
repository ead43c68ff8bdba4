import type { FormGroups, Group, Participant } from '#shared/domain/workshops.ts';
import { formTables, type Seated } from '#shared/methods/form-groups.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { addGroup, countTables, findGroup, listGroups } from './groups.ts';
import { listParticipants } from './participants.ts';

/** What somebody said of themselves, as tables are balanced by it. */
function seatedOf({ id, attributes, stakeholderId }: Pick<Participant, 'id' | 'attributes' | 'stakeholderId'>): Seated {
  const { gender, ageBand, areaId, standing } = attributes;
  const says = { gender, ageBand, area: areaId, standing, institution: stakeholderId ?? undefined };
  return { id, says: Object.fromEntries(Object.entries(says).filter(([, value]) => value !== undefined)) };
}

/**
 * Seats the list anew: tables that are there are used first, missing ones are added, left-over ones go unless somebody voted at them. Whoever was not there
 * on the chosen day sits nowhere.
 */
export function formGroups(write: ChangeWriter, project: OpenProject, { workshopId, tables: wanted, balance, seed, day, name }: FormGroups): void {
  const everybody = listParticipants(project, workshopId);
  const people = everybody.filter((person) => day === null || person.presentDays.includes(day));
  const tables = tablesFor(write, project, { workshopId, wanted, name });
  write.run(sql.updateTable('participant').set({ group_id: null }).where('workshop_id', '=', workshopId));
  for (const [index, ids] of formTables(people.map(seatedOf), wanted, balance, seed).entries()) {
    const groupId = tables[index];
    if (groupId === undefined || ids.length === 0) continue;
    write.run(
      sql
        .updateTable('participant')
        .set({ group_id: groupId })
        .where('id', 'in', [...ids]),
    );
  }
  const left = listGroups(project, workshopId).filter((group) => group.kind === 'table' && !tables.includes(group.id));
  for (const { id } of left) if (!isVotedAt(project, id)) write.run(sql.deleteFrom('voting_group').where('id', '=', id));
  countTables(write, project, workshopId, [...tables, ...left.map(({ id }) => id)]);
}

/** Puts people at a table, or at none. */
export function seat(write: ChangeWriter, project: OpenProject, ids: readonly string[], groupId: string | null): void {
  if (groupId !== null && findGroup(project, groupId).kind === 'identity') refuse('workshop/self-declared-only');
  const rows = project.all(
    sql
      .selectFrom('participant')
      .select(['id', 'group_id', 'workshop_id'])
      .where('id', 'in', [...ids]),
  );
  const [first] = rows;
  if (!first) return;
  write.run(
    sql
      .updateTable('participant')
      .set({ group_id: groupId })
      .where('id', 'in', [...ids]),
  );
  const touched = [...rows.map((row) => row.group_id), groupId].flatMap((id) => id ?? []);
  countTables(write, project, first.workshop_id, touched);
}

function tablesFor(write: ChangeWriter, project: OpenProject, { workshopId, wanted, name }: { workshopId: string; wanted: number; name: string }): string[] {
  const known = listGroups(project, workshopId).filter((group: Group) => group.kind === 'table');
  const ids = known.slice(0, wanted).map(({ id }) => id);
  const names = new Set(known.map((group) => group.name));
  let position = Math.max(0, ...known.map((group) => group.position));
  for (let number = 1; ids.length < wanted; number += 1) {
    const next = name.replace('#', String(number));
    if (names.has(next) && name.includes('#')) continue;
    position += 1;
    ids.push(addGroup(write, { workshopId, position }, { name: next }));
  }
  return ids;
}

/** Whether something was said at a table that would be lost with it. */
function isVotedAt(project: OpenProject, groupId: string): boolean {
  return [
    sql.selectFrom('vote_tally').select('group_id').where('group_id', '=', groupId).limit(1),
    sql.selectFrom('voter').select('group_id').where('group_id', '=', groupId).limit(1),
    sql.selectFrom('ballot_answer').select('group_id').where('group_id', '=', groupId).limit(1),
    sql.selectFrom('ballot_hands').select('group_id').where('group_id', '=', groupId).limit(1),
  ].some((query) => project.first(query) !== undefined);
}
