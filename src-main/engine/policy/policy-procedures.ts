import { given } from '#shared/domain/given.ts';
import { shorten } from '../findings/shorten.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { setText } from '../project/texts/write-texts.ts';
import { refuse } from '../refuse.ts';
import { checkPlan } from './checks/check-plan.ts';
import { frameProcedures } from './frame-procedures.ts';
import { lineProcedures } from './line-procedures.ts';
import { addMeasure, findMeasure, listMeasures, updateMeasure } from './measures.ts';
import { addObjective, findObjective, listObjectives, updateObjective } from './objectives.ts';
import { readPolicy } from './policy.ts';

const policy = procedures.policy;

export const policyProcedures = policy.router({
  ...frameProcedures,
  ...lineProcedures,
  get: policy.get.handler(({ context }) => readPolicy(openProjectOf(context))),

  update: policy.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...readPolicy(project), ...given(input) };
    project.change({ name: 'policy.update', params: { name: after.title, fields: changedFields(input) }, subjects: ['policy'] }, (write) => {
      write.run(
        sql.updateTable('project').set({
          policy_title: after.title,
          policy_start_year: after.startYear,
          policy_end_year: after.endYear,
        }),
      );
      setText(write.connection, 'policy_vision', after.vision);
    });
    return readPolicy(project);
  }),

  objectives: policy.objectives.handler(({ context }) => listObjectives(openProjectOf(context))),

  addObjective: policy.addObjective.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'policy.addObjective', params: { name: shorten(input.title ?? '') }, subjects: ['policy'] }, (write) =>
      addObjective(write, input),
    );
    return findObjective(project, id);
  }),

  updateObjective: policy.updateObjective.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findObjective(project, input.id), ...given(input.patch) };
    project.change(
      { name: 'policy.updateObjective', params: { name: shorten(after.title), fields: changedFields(input.patch) }, subjects: ['policy'] },
      (write) => updateObjective(write, input.id, after),
    );
    return findObjective(project, input.id);
  }),

  removeObjective: policy.removeObjective.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findObjective(project, input.id);
    const hanging = listMeasures(project).filter((measure) => measure.objectiveId === input.id).length;
    if (hanging > 0) refuse('object/in-use', { name: shorten(title), count: hanging });
    project.change({ name: 'policy.removeObjective', params: { name: shorten(title) }, subjects: ['policy'] }, (write) => {
      write.run(sql.deleteFrom('objective').where('id', '=', input.id));
    });
  }),

  measures: policy.measures.handler(({ context }) => listMeasures(openProjectOf(context))),

  addMeasure: policy.addMeasure.handler(({ context, input }) => {
    const project = openProjectOf(context);
    findObjective(project, input.objectiveId);
    const id = project.change({ name: 'policy.addMeasure', params: { name: input.title ?? '' }, subjects: ['policy'] }, (write) => addMeasure(write, input));
    return findMeasure(project, id);
  }),

  updateMeasure: policy.updateMeasure.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findMeasure(project, input.id);
    const after = { ...before, ...given(input.patch) };
    project.change({ name: 'policy.updateMeasure', params: { name: after.title, fields: changedFields(input.patch) }, subjects: ['policy'] }, (write) =>
      updateMeasure(write, before, given(input.patch)),
    );
    return findMeasure(project, input.id);
  }),

  removeMeasure: policy.removeMeasure.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findMeasure(project, input.id);
    project.change({ name: 'policy.removeMeasure', params: { name: title }, subjects: ['policy'] }, (write) => {
      write.run(sql.deleteFrom('measure').where('id', '=', input.id));
    });
  }),

  checks: policy.checks.handler(({ context }) => checkPlan(openProjectOf(context), context.services.folders.resources)),
});
