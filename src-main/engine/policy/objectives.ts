import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import type { Objective } from '#shared/domain/policy.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';

type ObjectiveInput = Omit<Objective, 'id'>;
const emptyObjective: ObjectiveInput = { title: '', findingIds: [], priorityIds: [] };

/** Every objective in the order of entry, with the findings and priorities it answers. */
export function listObjectives(project: OpenProject): Objective[] {
  const findings = groupBy(project.all(sql.selectFrom('objective_finding').selectAll().orderBy('finding_id')), (row) => row.objective_id);
  const priorities = groupBy(project.all(sql.selectFrom('objective_priority').selectAll().orderBy('priority_id')), (row) => row.objective_id);
  return project.all(sql.selectFrom('objective').selectAll().orderBy('id')).map(({ id, title }) => ({
    id,
    title,
    findingIds: (findings.get(id) ?? []).map((row) => row.finding_id),
    priorityIds: (priorities.get(id) ?? []).map((row) => row.priority_id),
  }));
}

export function findObjective(project: OpenProject, id: string): Objective {
  return listObjectives(project).find((objective) => objective.id === id) ?? refuse('object/not-found');
}

/** Adds an objective; what is not given stays empty. Returns its id. */
export function addObjective(write: ChangeWriter, input: Partial<ObjectiveInput>): string {
  const id = uuidv7();
  const objective = { ...emptyObjective, ...given(input) };
  write.run(sql.insertInto('objective').values({ id, title: objective.title }));
  writeLinks(write, id, objective);
  return id;
}

export function updateObjective(write: ChangeWriter, id: string, input: ObjectiveInput): void {
  write.run(sql.updateTable('objective').set({ title: input.title }).where('id', '=', id));
  write.run(sql.deleteFrom('objective_finding').where('objective_id', '=', id));
  write.run(sql.deleteFrom('objective_priority').where('objective_id', '=', id));
  writeLinks(write, id, input);
}

function writeLinks(write: ChangeWriter, id: string, input: ObjectiveInput): void {
  for (const findingId of new Set(input.findingIds)) write.run(sql.insertInto('objective_finding').values({ objective_id: id, finding_id: findingId }));
  for (const priorityId of new Set(input.priorityIds)) write.run(sql.insertInto('objective_priority').values({ objective_id: id, priority_id: priorityId }));
}
