import { type MeasureRole, type Raci, type RaciRole, raciRoleSchema } from '#shared/domain/roles.ts';
import { raciLoad, raciProblems } from '#shared/methods/raci.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';
import { listStakeholders } from '../stakeholders.ts';

interface Place {
  readonly measureId: string;
  readonly stakeholderId: string;
}

/**
 * Every role in every measure. One truth with the policy: a measure's owner is its accountable body and its partners are responsible;
 * `measure_role` holds the rest (consulted, informed, an owner who also does the work, a second accountable body) and the day of the yes.
 */
export function listRoles(project: OpenProject): MeasureRole[] {
  const roles = new Map<string, MeasureRole>();
  const take = ({ measureId, stakeholderId }: Place, role: RaciRole, confirmedOn: string | null = null) => {
    const key = `${measureId} ${stakeholderId} ${role}`;
    roles.set(key, { measureId, stakeholderId, role, confirmedOn: roles.get(key)?.confirmedOn ?? confirmedOn });
  };
  for (const { id, owner_id } of project.all(sql.selectFrom('measure').select(['id', 'owner_id']).orderBy('id'))) {
    if (owner_id) take({ measureId: id, stakeholderId: owner_id }, 'A');
  }
  for (const row of project.all(sql.selectFrom('measure_partner').selectAll().orderBy('measure_id').orderBy('stakeholder_id'))) {
    take({ measureId: row.measure_id, stakeholderId: row.stakeholder_id }, 'R');
  }
  for (const row of project.all(sql.selectFrom('measure_role').selectAll().orderBy('measure_id').orderBy('stakeholder_id').orderBy('role'))) {
    take({ measureId: row.measure_id, stakeholderId: row.stakeholder_id }, raciRoleSchema.parse(row.role), row.confirmed_on);
  }
  return [...roles.values()];
}

/** Roles, what is not right yet, and the load of each body. */
export function readRaci(project: OpenProject): Raci {
  const roles = listRoles(project);
  const measureIds = project.all(sql.selectFrom('measure').select('id').orderBy('id')).map(({ id }) => id);
  const power = new Map(listStakeholders(project).map((stakeholder) => [stakeholder.id, stakeholder.power]));
  return { roles, problems: raciProblems(measureIds, roles, (id) => power.get(id) ?? null), load: raciLoad(roles) };
}

export function giveRole(write: ChangeWriter, project: OpenProject, place: Place, role: RaciRole): void {
  const ownerId = ownerOf(project, place.measureId);
  if (listRoles(project).some((own) => isAt(own, place) && own.role === role)) return;
  if (role === 'A' && ownerId === null) setOwner(write, place.measureId, place.stakeholderId);
  else if (role === 'R' && ownerId !== place.stakeholderId) addPartner(write, place);
  else addRow(write, place, role);
}

export function takeRole(write: ChangeWriter, project: OpenProject, place: Place, role: RaciRole): void {
  removeRow(write, place, role);
  if (role === 'R') removePartner(write, place);
  if (role !== 'A' || ownerOf(project, place.measureId) !== place.stakeholderId) return;
  // A second accountable body takes the place of the first.
  const next = listRoles(project).find((own) => own.measureId === place.measureId && own.role === 'A' && own.stakeholderId !== place.stakeholderId);
  setOwner(write, place.measureId, next?.stakeholderId ?? null);
}

/** Makes a body the only accountable one; what it does besides stays. */
export function makeAccountable(write: ChangeWriter, project: OpenProject, place: Place): void {
  const others = listRoles(project).filter((own) => own.measureId === place.measureId && own.role === 'A' && own.stakeholderId !== place.stakeholderId);
  for (const other of others) removeRow(write, other, 'A');
  setOwner(write, place.measureId, place.stakeholderId);
}

export function confirmRole(write: ChangeWriter, place: Place, confirmedOn: string | null): void {
  const row = { measure_id: place.measureId, stakeholder_id: place.stakeholderId, role: 'A', confirmed_on: confirmedOn };
  write.run(
    sql
      .insertInto('measure_role')
      .values(row)
      .onConflict((conflict) => conflict.columns(['measure_id', 'stakeholder_id', 'role']).doUpdateSet({ confirmed_on: confirmedOn })),
  );
}

const isAt = (own: Place, place: Place) => own.measureId === place.measureId && own.stakeholderId === place.stakeholderId;

function ownerOf(project: OpenProject, measureId: string): string | null {
  return project.found(sql.selectFrom('measure').select('owner_id').where('id', '=', measureId)).owner_id;
}

function setOwner(write: ChangeWriter, measureId: string, ownerId: string | null): void {
  write.run(sql.updateTable('measure').set({ owner_id: ownerId }).where('id', '=', measureId));
}

function addPartner(write: ChangeWriter, { measureId, stakeholderId }: Place): void {
  write.run(sql.insertInto('measure_partner').values({ measure_id: measureId, stakeholder_id: stakeholderId }));
}

function removePartner(write: ChangeWriter, { measureId, stakeholderId }: Place): void {
  write.run(sql.deleteFrom('measure_partner').where('measure_id', '=', measureId).where('stakeholder_id', '=', stakeholderId));
}

function addRow(write: ChangeWriter, { measureId, stakeholderId }: Place, role: RaciRole): void {
  write.run(sql.insertInto('measure_role').values({ measure_id: measureId, stakeholder_id: stakeholderId, role, confirmed_on: null }));
}

function removeRow(write: ChangeWriter, { measureId, stakeholderId }: Place, role: RaciRole): void {
  write.run(sql.deleteFrom('measure_role').where('measure_id', '=', measureId).where('stakeholder_id', '=', stakeholderId).where('role', '=', role));
}
