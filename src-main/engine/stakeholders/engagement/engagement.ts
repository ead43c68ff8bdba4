import { v7 as uuidv7 } from 'uuid';
import { type EngagementInput, type EngagementStep, engagementStepSchema } from '#shared/domain/engagement.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';

/** Every step by its due day, those without one last. */
export function listSteps(project: OpenProject): EngagementStep[] {
  const today = project.nowText().slice(0, 10);
  return project
    .all(
      sql
        .selectFrom('engagement_step')
        .selectAll()
        .orderBy((of) => of.fn.coalesce('due_on', of.val('9999')))
        .orderBy('id'),
    )
    .map((row) =>
      engagementStepSchema.parse({
        ...{ id: row.id, stakeholderId: row.stakeholder_id, level: row.level, how: row.how, responsible: row.responsible },
        ...{ dueOn: row.due_on, doneOn: row.done_on, note: row.note },
        isOverdue: row.done_on === null && row.due_on !== null && row.due_on < today,
      }),
    );
}

export function findStep(project: OpenProject, id: string): EngagementStep {
  return listSteps(project).find((step) => step.id === id) ?? refuse('object/not-found');
}

export function addStep(write: ChangeWriter, input: EngagementInput): string {
  const id = uuidv7();
  write.run(sql.insertInto('engagement_step').values({ id, ...stepColumns(input) }));
  return id;
}

export function stepColumns(input: EngagementInput) {
  const { stakeholderId, level, how, responsible, dueOn, doneOn, note } = input;
  return { stakeholder_id: stakeholderId, level, how, responsible, due_on: dueOn, done_on: doneOn, note };
}
