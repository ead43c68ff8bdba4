import { type OpenProject, sql } from '../project/open-project.ts';

/** Refused as `object/not-found` where there is no such group. */
export function requireGroup(project: OpenProject, groupId: string | null): void {
  if (groupId !== null) project.found(sql.selectFrom('voting_group').select('id').where('id', '=', groupId));
}
