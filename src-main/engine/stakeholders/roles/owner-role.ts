import { type ChangeWriter, sql } from '../../project/open-project.ts';

/** A body that no longer owns a measure no longer answers for it, and its yes goes too. */
export function forgetOwner(write: ChangeWriter, measureId: string, ownerId: string | null): void {
  if (ownerId === null) return;
  write.run(sql.deleteFrom('measure_role').where('measure_id', '=', measureId).where('stakeholder_id', '=', ownerId).where('role', '=', 'A'));
}
