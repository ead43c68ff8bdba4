import { given } from '#shared/domain/given.ts';
import { possibleQuadrants } from '#shared/methods/power-interest.ts';
import { peopleOfStakeholder, removeUnlinkedPeople } from '../people/people.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { addRating, describeRating, newRating } from './add-rating.ts';
import { ratingLines, ratingSources, ratingsBy } from './rating-lines.ts';
import { readRatings } from './ratings.ts';
import { addStakeholder, findStakeholder, listStakeholders, stakeholderGaps, updateStakeholder } from './stakeholders.ts';
import { standingChanges, standings } from './standings.ts';

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
      updateStakeholder(write, input.id, { ...before, ...given(input.patch) });
    });
    return findStakeholder(project, input.id);
  }),

  rate: stakeholders.rate.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findStakeholder(project, input.id);
    const rating = newRating(project, readRatings(project, input.id), input);
    project.change({ ...describeRating(name, input, rating), subjects: ['stakeholders'] }, (write) => addRating(write, rating));
    return findStakeholder(project, input.id);
  }),

  rateMany: stakeholders.rateMany.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const known = new Set(project.all(sql.selectFrom('stakeholder').select('id')).map(({ id }) => id));
    if (input.ratings.some(({ id }) => !known.has(id))) refuse('object/not-found');
    const ratings = readRatings(project);
    project.change({ name: 'stakeholders.rateMany', params: { count: input.ratings.length }, subjects: ['stakeholders'] }, (write) => {
      for (const given of input.ratings) {
        addRating(
          write,
          newRating(
            project,
            ratings.filter(({ stakeholderId }) => stakeholderId === given.id),
            given,
          ),
        );
      }
    });
  }),

  decide: stakeholders.decide.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name, power, interest } = findStakeholder(project, input.id);
    if (input.place !== '' && !possibleQuadrants(power, interest).includes(input.place)) refuse('stakeholders/not-on-the-line', { name });
    project.change({ name: input.place === '' ? 'stakeholders.undecide' : 'stakeholders.decide', params: { name }, subjects: ['stakeholders'] }, (write) => {
      write.run(sql.updateTable('stakeholder').set({ decided_place: input.place, decided_reason: input.reason }).where('id', '=', input.id));
    });
    return findStakeholder(project, input.id);
  }),

  ratings: stakeholders.ratings.handler(({ context, input }) => ratingLines(openProjectOf(context), input.id)),
  ratingsBy: stakeholders.ratingsBy.handler(({ context, input }) => ratingsBy(openProjectOf(context), input.rater, input.groupId)),
  ratingSources: stakeholders.ratingSources.handler(({ context }) => ratingSources(openProjectOf(context))),
  standings: stakeholders.standings.handler(({ context, input }) => standings(openProjectOf(context), input)),
  change: stakeholders.change.handler(({ context, input }) => standingChanges(openProjectOf(context), input.before, input.after)),

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
