import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { addGroup, findGroup, listGroups, updateGroup } from './groups.ts';
import { formGroups, seat } from './seating.ts';
import { findWorkshop } from './workshops.ts';

const { workshops } = procedures;
const subjects = ['workshops', 'priorities'] as const;

/** Tables, groups of identity, and who sits where. */
export const groupProcedures = {
  groups: workshops.groups.handler(({ context, input }) => listGroups(openProjectOf(context), input.workshopId)),

  addGroup: workshops.addGroup.handler(({ context, input: { workshopId, ...input } }) => {
    const project = openProjectOf(context);
    findWorkshop(project, workshopId);
    const position = Math.max(0, ...listGroups(project, workshopId).map((group) => group.position)) + 1;
    const id = project.change({ name: 'workshops.addGroup', params: { name: input.name ?? '' }, subjects }, (write) =>
      addGroup(write, { workshopId, position }, input),
    );
    return findGroup(project, id);
  }),

  updateGroup: workshops.updateGroup.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findGroup(project, input.id);
    project.change({ name: 'workshops.updateGroup', params: { name: before.name, fields: changedFields(input.patch) }, subjects }, (write) =>
      updateGroup(write, before, input.patch),
    );
    return findGroup(project, input.id);
  }),

  removeGroup: workshops.removeGroup.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findGroup(project, input.id);
    project.change({ name: 'workshops.removeGroup', params: { name }, subjects }, (write) => {
      write.run(sql.deleteFrom('voting_group').where('id', '=', input.id));
    });
  }),

  formGroups: workshops.formGroups.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findWorkshop(project, input.workshopId);
    project.change({ name: 'workshops.formGroups', params: { name: title, count: input.tables }, subjects }, (write) => formGroups(write, project, input));
    return listGroups(project, input.workshopId);
  }),

  seat: workshops.seat.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const name = input.groupId === null ? '' : findGroup(project, input.groupId).name;
    const change = input.groupId === null ? 'workshops.unseat' : 'workshops.seat';
    project.change({ name: change, params: { name, count: input.ids.length }, subjects }, (write) => seat(write, project, input.ids, input.groupId));
  }),
};
