import { given } from '#shared/domain/given.ts';
import { openProjectOf, procedures } from '../../procedures.ts';
import { changedFields } from '../../project/history/changed-fields.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { measureNetwork } from './measure-network.ts';
import { addTie, findTie, listTies, sameTie, tieColumns } from './ties.ts';

const network = procedures.network;
/** Name of the one drawing there is, beside which others may come. */
const diagram = 'network';
const subjects = ['stakeholders'] as const;

function nameOf(project: OpenProject, id: string): string {
  return project.found(sql.selectFrom('stakeholder').select('name').where('id', '=', id)).name;
}

export const networkProcedures = network.router({
  ties: network.ties.handler(({ context }) => listTies(openProjectOf(context))),

  addTie: network.addTie.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const params = { from: nameOf(project, input.fromId), to: nameOf(project, input.toId) };
    const known = sameTie(listTies(project), input);
    if (known) return known;
    return findTie(
      project,
      project.change({ name: 'network.addTie', params, subjects }, (write) => addTie(write, project, input)),
    );
  }),

  updateTie: network.updateTie.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findTie(project, input.id), ...given(input.patch) };
    const params = { from: nameOf(project, after.fromId), to: nameOf(project, after.toId), fields: changedFields(input.patch) };
    project.change({ name: 'network.updateTie', params, subjects }, (write) => {
      write.run(sql.updateTable('influence_tie').set(tieColumns(after)).where('id', '=', input.id));
    });
    return findTie(project, input.id);
  }),

  removeTie: network.removeTie.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const tie = findTie(project, input.id);
    const params = { from: nameOf(project, tie.fromId), to: nameOf(project, tie.toId) };
    project.change({ name: 'network.removeTie', params, subjects }, (write) => {
      write.run(sql.deleteFrom('influence_tie').where('id', '=', input.id));
    });
  }),

  measures: network.measures.handler(({ context, input }) => measureNetwork(openProjectOf(context), input.kinds)),

  positions: network.positions.handler(({ context }) =>
    openProjectOf(context).all(
      sql.selectFrom('diagram_position').select(['stakeholder_id as stakeholderId', 'x', 'y']).where('diagram', '=', diagram).orderBy('stakeholder_id'),
    ),
  ),

  move: network.move.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const known = new Set(project.all(sql.selectFrom('stakeholder').select('id')).map(({ id }) => id));
    const places = new Map(input.positions.filter(({ stakeholderId }) => known.has(stakeholderId)).map((position) => [position.stakeholderId, position]));
    if (places.size === 0) return;
    project.change({ name: 'network.move', params: { count: places.size }, subjects }, (write) => {
      for (const { stakeholderId, x, y } of places.values()) {
        write.run(
          sql
            .insertInto('diagram_position')
            .values({ diagram, stakeholder_id: stakeholderId, x, y })
            .onConflict((conflict) => conflict.columns(['diagram', 'stakeholder_id']).doUpdateSet({ x, y })),
        );
      }
    });
  }),

  arrangeAnew: network.arrangeAnew.handler(({ context }) => {
    const project = openProjectOf(context);
    project.change({ name: 'network.arrangeAnew', subjects }, (write) => {
      write.run(sql.deleteFrom('diagram_position').where('diagram', '=', diagram));
    });
  }),
});
