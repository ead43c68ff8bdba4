import { given } from '#shared/domain/given.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import type { EngineServices } from '../services.ts';
import { addPractice, findPractice, listPracticeLinks, listPractices, practiceColumns } from './practices.ts';

const library = procedures.library;
const subjects = ['library'] as const;

/** What the history calls a link of a measure to a practice. */
function namesOf(project: OpenProject, services: EngineServices, { measureId, practiceId }: { measureId: string; practiceId: string }) {
  const { title } = project.found(sql.selectFrom('measure').select('title').where('id', '=', measureId));
  const practice = listPractices(project, services.folders.resources, 'en').find(({ id }) => id === practiceId) ?? refuse('object/not-found');
  return { name: title, to: practice.title };
}

export const libraryProcedures = library.router({
  list: library.list.handler(({ context, input }) => listPractices(openProjectOf(context), context.services.folders.resources, input.language)),

  add: library.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'library.add', params: { name: input.title ?? '' }, subjects }, (write) => addPractice(write, input));
    return findPractice(project, id);
  }),

  update: library.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findPractice(project, input.id), ...given(input.patch) };
    project.change({ name: 'library.update', params: { name: after.title, fields: changedFields(input.patch) }, subjects }, (write) => {
      write.run(sql.updateTable('practice').set(practiceColumns(after)).where('id', '=', input.id));
    });
    return findPractice(project, input.id);
  }),

  remove: library.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findPractice(project, input.id);
    project.change({ name: 'library.remove', params: { name: title }, subjects }, (write) => {
      write.run(sql.deleteFrom('measure_practice').where('practice_id', '=', input.id));
      write.run(sql.deleteFrom('practice').where('id', '=', input.id));
    });
  }),

  links: library.links.handler(({ context }) => listPracticeLinks(openProjectOf(context))),

  link: library.link.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { measureId, practiceId, note = '' } = input;
    project.change({ name: 'library.link', params: namesOf(project, context.services, input), subjects: [...subjects, 'policy'] }, (write) => {
      write.run(
        sql
          .insertInto('measure_practice')
          .values({ measure_id: measureId, practice_id: practiceId, note })
          .onConflict((conflict) => conflict.columns(['measure_id', 'practice_id']).doUpdateSet({ note })),
      );
    });
    return { measureId, practiceId, note };
  }),

  unlink: library.unlink.handler(({ context, input }) => {
    const project = openProjectOf(context);
    project.change({ name: 'library.unlink', params: namesOf(project, context.services, input), subjects: [...subjects, 'policy'] }, (write) => {
      write.run(sql.deleteFrom('measure_practice').where('measure_id', '=', input.measureId).where('practice_id', '=', input.practiceId));
    });
  }),
});
