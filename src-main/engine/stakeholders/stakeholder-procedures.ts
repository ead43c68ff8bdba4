import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { peopleOfStakeholder, removeUnlinkedPeople } from '../people/people.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { addStakeholder, findStakeholder, listStakeholders, stakeholderColumns, stakeholderGaps } from './stakeholders.ts';

const stakeholders = procedures.stakeholders;

export const stakeholderProcedures = stakeholders.router({
  list: stakeholders.list.handler(({ context }) => listStakeholders(openProjectOf(context))),

  add: stakeholders.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'stakeholders.add', params: { name: input.name ?? '' }, subjects: ['stakeholders'] }, (write) =>
      addStakeholder(write, input),
    );
    return findStakeholder(project, id);
  }),

  update: stakeholders.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findStakeholder(project, input.id);
    project.change({ name: 'stakeholders.update', params: { name: before.name, fields: changedFields(input.patch) }, subjects: ['stakeholders'] }, (write) => {
      write.run(
        sql
          .updateTable('stakeholder')
          .set(stakeholderColumns({ ...before, ...given(input.patch) }))
          .where('id', '=', input.id),
      );
    });
    return findStakeholder(project, input.id);
  }),

  rate: stakeholders.rate.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findStakeholder(project, input.id);
    project.change(
      { name: 'stakeholders.rate', params: { name, power: input.power ?? '', interest: input.interest ?? '' }, subjects: ['stakeholders'] },
      (write) => {
        write.run(
          sql.insertInto('stakeholder_rating').values({
            id: uuidv7(),
            stakeholder_id: input.id,
            rater: input.rater,
            power: input.power,
            interest: input.interest,
            rated_at: project.nowText(),
          }),
        );
      },
    );
    return findStakeholder(project, input.id);
  }),

  remove: stakeholders.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findStakeholder(project, input.id);
    project.change({ name: 'stakeholders.remove', params: { name }, subjects: ['stakeholders', 'policy'] }, (write) => {
      const people = peopleOfStakeholder(project, input.id);
      write.run(sql.deleteFrom('stakeholder').where('id', '=', input.id));
      removeUnlinkedPeople(write, people);
    });
  }),

  gaps: stakeholders.gaps.handler(({ context }) => stakeholderGaps(listStakeholders(openProjectOf(context)))),
});
