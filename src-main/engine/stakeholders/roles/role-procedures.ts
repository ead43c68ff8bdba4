import { openProjectOf, procedures } from '../../procedures.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';
import { confirmRole, giveRole, listRoles, makeAccountable, readRaci, takeRole } from './roles.ts';

const roles = procedures.roles;
const subjects = ['stakeholders', 'policy'] as const;

/** Names of the body and the measure for the words of a change; refused where either is not in the project. */
function namesOf(project: OpenProject, place: { measureId: string; stakeholderId: string }): { name: string; what: string } {
  const { name } = project.found(sql.selectFrom('stakeholder').select('name').where('id', '=', place.stakeholderId));
  const { title } = project.found(sql.selectFrom('measure').select('title').where('id', '=', place.measureId));
  return { name, what: title };
}

export const roleProcedures = roles.router({
  get: roles.get.handler(({ context }) => readRaci(openProjectOf(context))),

  set: roles.set.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { role, has } = input;
    const params = { ...namesOf(project, input), code: role };
    project.change({ name: has ? 'roles.give' : 'roles.take', params, subjects }, (write) =>
      has ? giveRole(write, project, input, role) : takeRole(write, project, input, role),
    );
    return readRaci(project);
  }),

  setAccountable: roles.setAccountable.handler(({ context, input }) => {
    const project = openProjectOf(context);
    project.change({ name: 'roles.setAccountable', params: namesOf(project, input), subjects }, (write) => makeAccountable(write, project, input));
    return readRaci(project);
  }),

  confirm: roles.confirm.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const isAccountable = listRoles(project).some(
      ({ measureId, stakeholderId, role }) => measureId === input.measureId && stakeholderId === input.stakeholderId && role === 'A',
    );
    if (!isAccountable) refuse('object/not-found');
    const name = input.confirmedOn === null ? 'roles.unconfirm' : 'roles.confirm';
    project.change({ name, params: namesOf(project, input), subjects }, (write) => confirmRole(write, input, input.confirmedOn));
    return readRaci(project);
  }),
});
