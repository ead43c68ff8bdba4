import { given } from '#shared/domain/given.ts';
import { openProjectOf, procedures, streamed } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { addLeadershipRole, findLeadershipRole, leadershipColumns, listLeadershipRoles } from './leadership-roles.ts';
import { readStrategy } from './read-strategy.ts';
import { addStrategy, findStrategy, listStrategies, strategyColumns, writeReading } from './strategies.ts';
import { openStrategyFile } from './strategy-file.ts';

const strategies = procedures.strategies;
const subjects = ['risks'] as const;

export const strategyProcedures = strategies.router({
  list: strategies.list.handler(({ context }) => listStrategies(openProjectOf(context))),

  open: strategies.open.handler(({ context, input, signal }) => {
    openProjectOf(context);
    return streamed(openStrategyFile(context.services, input.file, signal));
  }),

  add: strategies.add.handler(async ({ context, input, signal }) => {
    const project = openProjectOf(context);
    const reading = input.reading ? await readStrategy(context.services, input.reading, signal) : null;
    const today = project.nowText().slice(0, 10);
    const id = project.change({ name: 'strategies.add', params: { name: input.title ?? '' }, subjects }, (write) => addStrategy(write, input, reading, today));
    return findStrategy(project, id);
  }),

  update: strategies.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findStrategy(project, input.id), ...given(input.patch) };
    project.change({ name: 'strategies.update', params: { name: after.title, fields: changedFields(input.patch) }, subjects }, (write) => {
      write.run(sql.updateTable('strategy_document').set(strategyColumns(after)).where('id', '=', input.id));
    });
    return findStrategy(project, input.id);
  }),

  read: strategies.read.handler(async ({ context, input, signal }) => {
    const project = openProjectOf(context);
    const { title } = findStrategy(project, input.id);
    const reading = await readStrategy(context.services, input.reading, signal);
    const today = project.nowText().slice(0, 10);
    project.change({ name: 'strategies.read', params: { name: title }, subjects }, (write) => writeReading(write, input.id, reading, today));
    return findStrategy(project, input.id);
  }),

  remove: strategies.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findStrategy(project, input.id);
    project.change({ name: 'strategies.remove', params: { name: title }, subjects }, (write) => {
      write.run(sql.deleteFrom('strategy_document').where('id', '=', input.id));
    });
  }),

  roles: strategies.roles.handler(({ context }) => listLeadershipRoles(openProjectOf(context))),

  addRole: strategies.addRole.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'strategies.addRole', params: { name: input.title ?? '' }, subjects }, (write) => addLeadershipRole(write, input));
    return findLeadershipRole(project, id);
  }),

  updateRole: strategies.updateRole.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findLeadershipRole(project, input.id), ...given(input.patch) };
    project.change({ name: 'strategies.updateRole', params: { name: after.title, fields: changedFields(input.patch) }, subjects }, (write) => {
      write.run(sql.updateTable('leadership_role').set(leadershipColumns(after)).where('id', '=', input.id));
    });
    return findLeadershipRole(project, input.id);
  }),

  removeRole: strategies.removeRole.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findLeadershipRole(project, input.id);
    project.change({ name: 'strategies.removeRole', params: { name: title }, subjects }, (write) => {
      write.run(sql.deleteFrom('leadership_role').where('id', '=', input.id));
    });
  }),
});
