import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { partnershipTotals } from '#shared/methods/partnership-totals.ts';
import { openProjectOf, procedures } from '../../procedures.ts';
import { changedFields } from '../../project/history/changed-fields.ts';
import { sql } from '../../project/open-project.ts';
import { addPartnership, contributionColumns, findContribution, findPartnership, listPartnerships, updatePartnership } from './partnerships.ts';

const partnerships = procedures.partnerships;
const subjects = ['stakeholders'] as const;
const emptyContribution = { stakeholderId: null, amount: null, currency: '', givenOn: null };

export const partnershipProcedures = partnerships.router({
  list: partnerships.list.handler(({ context }) => listPartnerships(openProjectOf(context))),

  totals: partnerships.totals.handler(({ context }) => partnershipTotals(listPartnerships(openProjectOf(context)))),

  add: partnerships.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'partnerships.add', params: { name: input.name ?? '' }, subjects }, (write) => addPartnership(write, input));
    return findPartnership(project, id);
  }),

  update: partnerships.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findPartnership(project, input.id);
    const params = { name: input.patch.name ?? before.name, fields: changedFields(input.patch) };
    project.change({ name: 'partnerships.update', params, subjects }, (write) => updatePartnership(write, input.id, before, input.patch));
    return findPartnership(project, input.id);
  }),

  remove: partnerships.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findPartnership(project, input.id);
    project.change({ name: 'partnerships.remove', params: { name }, subjects }, (write) => {
      write.run(sql.deleteFrom('partnership').where('id', '=', input.id));
    });
  }),

  addContribution: partnerships.addContribution.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findPartnership(project, input.partnershipId);
    const id = uuidv7();
    project.change({ name: 'partnerships.addContribution', params: { name }, subjects }, (write) => {
      write.run(sql.insertInto('partnership_contribution').values({ id, ...contributionColumns({ ...emptyContribution, ...given(input) }) }));
    });
    return findContribution(project, id);
  }),

  updateContribution: partnerships.updateContribution.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findContribution(project, input.id), ...given(input.patch) };
    const params = { name: findPartnership(project, after.partnershipId).name, fields: changedFields(input.patch) };
    project.change({ name: 'partnerships.updateContribution', params, subjects }, (write) => {
      write.run(sql.updateTable('partnership_contribution').set(contributionColumns(after)).where('id', '=', input.id));
    });
    return findContribution(project, input.id);
  }),

  removeContribution: partnerships.removeContribution.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findPartnership(project, findContribution(project, input.id).partnershipId);
    project.change({ name: 'partnerships.removeContribution', params: { name }, subjects }, (write) => {
      write.run(sql.deleteFrom('partnership_contribution').where('id', '=', input.id));
    });
  }),
});
