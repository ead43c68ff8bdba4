import { given } from '#shared/domain/given.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { addRisk, findRisk, listRisks, updateRisk } from './risks.ts';

const risks = procedures.risks;

export const riskProcedures = risks.router({
  list: risks.list.handler(({ context }) => listRisks(openProjectOf(context))),

  add: risks.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'risks.add', params: { name: input.title ?? '' }, subjects: ['risks'] }, (write) => addRisk(write, input));
    return findRisk(project, id);
  }),

  update: risks.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findRisk(project, input.id), ...given(input.patch) };
    project.change({ name: 'risks.update', params: { name: after.title, fields: changedFields(input.patch) }, subjects: ['risks'] }, (write) =>
      updateRisk(write, input.id, after),
    );
    return findRisk(project, input.id);
  }),

  /** Evidence that points at it keeps its own words. */
  remove: risks.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findRisk(project, input.id);
    project.change({ name: 'risks.remove', params: { name: title }, subjects: ['risks'] }, (write) => {
      write.run(sql.deleteFrom('risk').where('id', '=', input.id));
    });
  }),
});
