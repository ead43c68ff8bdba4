import type { Insertable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { type Objective, type ObjectiveInput, objectiveSchema } from '#shared/domain/policy.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { ObjectiveTable } from '../project/schema.ts';
import { refuse } from '../refuse.ts';
import { nextPosition } from './positions.ts';

const emptyObjective: ObjectiveInput = {
  ...{ title: '', description: '', level: 'outcome', pillarId: null, ownerId: null, indicatorCode: null, indicatorText: '', direction: null },
  ...{ baselineValue: null, baselineOn: '', targetValue: null, targetOn: '', budgetLine: '', verification: '', assumption: '' },
  ...{ findingIds: [], priorityIds: [] },
};

/** Every objective in its order, with the findings and priorities it answers. */
export function listObjectives(project: OpenProject): Objective[] {
  const findings = groupBy(project.all(sql.selectFrom('objective_finding').selectAll().orderBy('finding_id')), (row) => row.objective_id);
  const priorities = groupBy(project.all(sql.selectFrom('objective_priority').selectAll().orderBy('priority_id')), (row) => row.objective_id);
  return project.all(sql.selectFrom('objective').selectAll().orderBy('position').orderBy('id')).map((row) =>
    objectiveSchema.parse({
      id: row.id,
      title: row.title,
      description: row.description,
      level: row.level,
      pillarId: row.pillar_id,
      ownerId: row.owner_id,
      indicatorCode: row.indicator_code,
      indicatorText: row.indicator_text,
      direction: row.direction || null,
      baselineValue: row.baseline_value,
      baselineOn: row.baseline_on,
      targetValue: row.target_value,
      targetOn: row.target_on,
      budgetLine: row.budget_line,
      verification: row.verification,
      assumption: row.assumption,
      findingIds: (findings.get(row.id) ?? []).map((link) => link.finding_id),
      priorityIds: (priorities.get(row.id) ?? []).map((link) => link.priority_id),
    }),
  );
}

export function findObjective(project: OpenProject, id: string): Objective {
  return listObjectives(project).find((objective) => objective.id === id) ?? refuse('object/not-found');
}

/** Adds an objective after the others; what is not given stays empty. Returns its id. */
export function addObjective(write: ChangeWriter, input: Partial<ObjectiveInput>): string {
  const id = uuidv7();
  const objective = { ...emptyObjective, ...given(input) };
  write.run(sql.insertInto('objective').values({ id, position: nextPosition(write, 'objective'), ...objectiveColumns(objective) }));
  writeLinks(write, id, objective);
  return id;
}

export function updateObjective(write: ChangeWriter, id: string, input: ObjectiveInput): void {
  write.run(sql.updateTable('objective').set(objectiveColumns(input)).where('id', '=', id));
  write.run(sql.deleteFrom('objective_finding').where('objective_id', '=', id));
  write.run(sql.deleteFrom('objective_priority').where('objective_id', '=', id));
  writeLinks(write, id, input);
}

function objectiveColumns(input: ObjectiveInput): Omit<Insertable<ObjectiveTable>, 'id' | 'position'> {
  return {
    title: input.title,
    description: input.description,
    level: input.level,
    pillar_id: input.pillarId,
    owner_id: input.ownerId,
    indicator_code: input.indicatorCode,
    indicator_text: input.indicatorText,
    direction: input.direction ?? '',
    baseline_value: input.baselineValue,
    baseline_on: input.baselineOn,
    target_value: input.targetValue,
    target_on: input.targetOn,
    budget_line: input.budgetLine,
    verification: input.verification,
    assumption: input.assumption,
  };
}

function writeLinks(write: ChangeWriter, id: string, input: ObjectiveInput): void {
  for (const findingId of new Set(input.findingIds)) write.run(sql.insertInto('objective_finding').values({ objective_id: id, finding_id: findingId }));
  for (const priorityId of new Set(input.priorityIds)) write.run(sql.insertInto('objective_priority').values({ objective_id: id, priority_id: priorityId }));
}
