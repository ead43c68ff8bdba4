import { given } from '#shared/domain/given.ts';
import type { Change } from '#shared/domain/project.ts';
import { openProjectOf, procedures, streamed } from '../procedures.ts';
import { readCity, writeCityColumns } from './city.ts';
import { sql } from './open-project.ts';
import { openSampleCity } from './sample-city.ts';
import { stageStatuses } from './stage-status.ts';

const project = procedures.project;

export const projectProcedures = project.router({
  current: project.current.handler(({ context }) => context.services.session.state()),

  recent: project.recent.handler(({ context }) => context.services.session.recent.list()),

  forgetRecent: project.forgetRecent.handler(({ context, input }) => context.services.session.recent.forget(input.path)),

  create: project.create.handler(({ context, input }) => context.services.session.create(context.services.files.get(input.file).path, input.city)),

  open: project.open.handler(({ context, input }) => context.services.session.open(context.services.files.get(input.file).path)),

  openRecent: project.openRecent.handler(({ context, input }) => {
    // Only what this machine opened before: a page cannot name any other path.
    const known = context.services.session.recent.list().find((entry) => entry.path === input.path);
    return context.services.session.open(known?.path ?? '');
  }),

  openSample: project.openSample.handler(({ context }) => openSampleCity(context.services)),

  close: project.close.handler(({ context }) => context.services.session.close()),

  city: project.city.handler(({ context }) => readCity(openProjectOf(context).found(sql.selectFrom('project').selectAll()))),

  updateCity: project.updateCity.handler(({ context, input }) => {
    const open = openProjectOf(context);
    const city = { ...readCity(open.found(sql.selectFrom('project').selectAll())), ...given(input) };
    open.change({ name: 'project.updateCity', params: { fields: Object.keys(input).join(', ') }, subjects: ['project'] }, (write) => {
      write.run(sql.updateTable('project').set(writeCityColumns(city)));
    });
    return city;
  }),

  stages: project.stages.handler(({ context }) => stageStatuses(openProjectOf(context))),

  changes: project.changes.handler(({ context, input }): Change[] =>
    openProjectOf(context)
      .all(sql.selectFrom('change').selectAll().orderBy('revision', 'desc').limit(input.limit))
      .map((row) => ({ revision: row.revision, at: row.at, name: row.name, params: JSON.parse(row.params) })),
  ),

  watch: project.watch.handler(({ context, signal }) => streamed(context.services.session.watch(signal))),
});
