import { given } from '#shared/domain/given.ts';
import { advisedLevel } from '#shared/methods/engagement-advice.ts';
import { openProjectOf, procedures } from '../../procedures.ts';
import { changedFields } from '../../project/history/changed-fields.ts';
import { sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';
import { findStakeholder, listStakeholders } from '../stakeholders.ts';
import { addStep, findStep, listSteps, stepColumns } from './engagement.ts';

const engagement = procedures.engagement;
const subjects = ['stakeholders'] as const;

export const engagementProcedures = engagement.router({
  list: engagement.list.handler(({ context }) => listSteps(openProjectOf(context))),

  plan: engagement.plan.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const bodies = new Map(listStakeholders(project).map((stakeholder) => [stakeholder.id, stakeholder]));
    const chosen = [...new Set(input.stakeholderIds)].map((id) => bodies.get(id) ?? refuse('object/not-found'));
    const { how, responsible, dueOn } = input;
    const params = { count: chosen.length, name: chosen[0]?.name ?? '' };
    const ids = project.change({ name: 'engagement.plan', params, subjects }, (write) =>
      chosen.map(({ id, gridPlace }) =>
        addStep(write, { stakeholderId: id, level: input.level ?? advisedLevel(gridPlace), how, responsible, dueOn, doneOn: null, note: '' }),
      ),
    );
    return listSteps(project).filter(({ id }) => ids.includes(id));
  }),

  update: engagement.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findStep(project, input.id), ...given(input.patch) };
    const { name } = findStakeholder(project, after.stakeholderId);
    project.change({ name: 'engagement.update', params: { name, fields: changedFields(input.patch) }, subjects }, (write) => {
      write.run(sql.updateTable('engagement_step').set(stepColumns(after)).where('id', '=', input.id));
    });
    return findStep(project, input.id);
  }),

  remove: engagement.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findStakeholder(project, findStep(project, input.id).stakeholderId);
    project.change({ name: 'engagement.remove', params: { name }, subjects }, (write) => {
      write.run(sql.deleteFrom('engagement_step').where('id', '=', input.id));
    });
  }),
});
