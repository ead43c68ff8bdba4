import { given } from '#shared/domain/given.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { addFactor, factorColumns, findFactor, listFactors } from './factors.ts';
import { addOutsideFactor, findOutsideFactor, listOutsideFactors, outsideColumns } from './outside-factors.ts';

const factors = procedures.factors;
const subjects = ['risks'] as const;

/** The history stands on screens that others see: it does not say what is restricted. */
const nameOf = ({ text = '', isRestricted = false }: { text?: string | undefined; isRestricted?: boolean | undefined }): string => (isRestricted ? '' : text);

export const factorProcedures = factors.router({
  list: factors.list.handler(({ context }) => listFactors(openProjectOf(context))),

  add: factors.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'factors.add', params: { name: nameOf(input) }, subjects }, (write) => addFactor(write, input));
    return findFactor(project, id);
  }),

  update: factors.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findFactor(project, input.id), ...given(input.patch) };
    project.change({ name: 'factors.update', params: { name: nameOf(after), fields: changedFields(input.patch) }, subjects }, (write) => {
      write.run(sql.updateTable('factor').set(factorColumns(after)).where('id', '=', input.id));
    });
    return findFactor(project, input.id);
  }),

  remove: factors.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    project.change({ name: 'factors.remove', params: { name: nameOf(findFactor(project, input.id)) }, subjects }, (write) => {
      write.run(sql.deleteFrom('factor').where('id', '=', input.id));
    });
  }),

  outside: factors.outside.handler(({ context }) => listOutsideFactors(openProjectOf(context))),

  addOutside: factors.addOutside.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'factors.addOutside', params: { name: nameOf(input) }, subjects }, (write) => addOutsideFactor(write, input));
    return findOutsideFactor(project, id);
  }),

  updateOutside: factors.updateOutside.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findOutsideFactor(project, input.id), ...given(input.patch) };
    project.change({ name: 'factors.updateOutside', params: { name: nameOf(after), fields: changedFields(input.patch) }, subjects }, (write) => {
      write.run(sql.updateTable('outside_factor').set(outsideColumns(after)).where('id', '=', input.id));
    });
    return findOutsideFactor(project, input.id);
  }),

  removeOutside: factors.removeOutside.handler(({ context, input }) => {
    const project = openProjectOf(context);
    project.change({ name: 'factors.removeOutside', params: { name: nameOf(findOutsideFactor(project, input.id)) }, subjects }, (write) => {
      write.run(sql.deleteFrom('outside_factor').where('id', '=', input.id));
    });
  }),
});
