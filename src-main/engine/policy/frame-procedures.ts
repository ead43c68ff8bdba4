import { given } from '#shared/domain/given.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { addPillar, addPrinciple, findPillar, findPrinciple, listPillars, listPrinciples, readPolicyFacts, writePolicyFacts } from './policy-frame.ts';
import { setOrder } from './positions.ts';

const policy = procedures.policy;
const subjects = ['policy'] as const;

/** What frames the plan: facts of the policy, its principles and pillars, and the order of things. */
export const frameProcedures = {
  facts: policy.facts.handler(({ context }) => readPolicyFacts(openProjectOf(context))),

  updateFacts: policy.updateFacts.handler(({ context, input }) => {
    const project = openProjectOf(context);
    project.change({ name: 'policy.updateFacts', params: { fields: changedFields(input) }, subjects }, (write) => writePolicyFacts(write, input));
    return readPolicyFacts(project);
  }),

  principles: policy.principles.handler(({ context }) => listPrinciples(openProjectOf(context))),

  addPrinciple: policy.addPrinciple.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'policy.addPrinciple', params: { name: input.title ?? '' }, subjects }, (write) => addPrinciple(write, input));
    return findPrinciple(project, id);
  }),

  updatePrinciple: policy.updatePrinciple.handler(({ context, input: { id, patch } }) => {
    const project = openProjectOf(context);
    const after = { ...findPrinciple(project, id), ...given(patch) };
    project.change({ name: 'policy.updatePrinciple', params: { name: after.title, fields: changedFields(patch) }, subjects }, (write) => {
      write.run(sql.updateTable('principle').set({ title: after.title, text: after.text }).where('id', '=', id));
    });
    return findPrinciple(project, id);
  }),

  removePrinciple: policy.removePrinciple.handler(({ context, input: { id } }) => {
    const project = openProjectOf(context);
    const { title } = findPrinciple(project, id);
    project.change({ name: 'policy.removePrinciple', params: { name: title }, subjects }, (write) => {
      write.run(sql.deleteFrom('principle').where('id', '=', id));
    });
  }),

  pillars: policy.pillars.handler(({ context }) => listPillars(openProjectOf(context))),

  addPillar: policy.addPillar.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'policy.addPillar', params: { name: input.title ?? '' }, subjects }, (write) => addPillar(write, input));
    return findPillar(project, id);
  }),

  updatePillar: policy.updatePillar.handler(({ context, input: { id, patch } }) => {
    const project = openProjectOf(context);
    const after = { ...findPillar(project, id), ...given(patch) };
    project.change({ name: 'policy.updatePillar', params: { name: after.title, fields: changedFields(patch) }, subjects }, (write) => {
      write.run(sql.updateTable('pillar').set({ title: after.title, description: after.description }).where('id', '=', id));
    });
    return findPillar(project, id);
  }),

  removePillar: policy.removePillar.handler(({ context, input: { id } }) => {
    const project = openProjectOf(context);
    const { title } = findPillar(project, id);
    project.change({ name: 'policy.removePillar', params: { name: title }, subjects }, (write) => {
      write.run(sql.deleteFrom('pillar').where('id', '=', id));
    });
  }),

  setOrder: policy.setOrder.handler(({ context, input: { kind, ids } }) => {
    const project = openProjectOf(context);
    project.change({ name: 'policy.setOrder', subjects }, (write) => setOrder(project, write, kind, ids));
  }),
};
