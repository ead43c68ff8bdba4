import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type LeadershipRole, type LeadershipRoleInput, leadershipRoleSchema } from '#shared/domain/strategies.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';

const emptyRole: LeadershipRoleInput = { stakeholderId: null, title: '', mandate: '', sex: '', sinceYear: null, supportNeeded: '', succession: '' };

/** Who leads on safety, in the order of entry. */
export function listLeadershipRoles(project: OpenProject): LeadershipRole[] {
  return project
    .all(sql.selectFrom('leadership_role').selectAll().orderBy('id'))
    .map((row) => leadershipRoleSchema.parse({ ...row, stakeholderId: row.stakeholder_id, sinceYear: row.since_year, supportNeeded: row.support_needed }));
}

export function findLeadershipRole(project: OpenProject, id: string): LeadershipRole {
  return listLeadershipRoles(project).find((role) => role.id === id) ?? refuse('object/not-found');
}

export function addLeadershipRole(write: ChangeWriter, input: Partial<LeadershipRoleInput>): string {
  const id = uuidv7();
  write.run(sql.insertInto('leadership_role').values({ id, ...leadershipColumns({ ...emptyRole, ...given(input) }) }));
  return id;
}

export function leadershipColumns({ stakeholderId, title, mandate, sex, sinceYear, supportNeeded, succession }: LeadershipRoleInput) {
  return { stakeholder_id: stakeholderId, title, mandate, sex, since_year: sinceYear, support_needed: supportNeeded, succession };
}
