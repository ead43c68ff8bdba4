import { basename } from 'node:path';
import { given } from '#shared/domain/given.ts';
import type { Change } from '#shared/domain/project.ts';
import { openProjectOf, procedures, streamed } from '../procedures.ts';
import { refuse } from '../refuse.ts';
import type { EngineContext } from '../services.ts';
import { readCity, writeCityColumns, writeTeam } from './city.ts';
import { newProjectKey, ProjectKey } from './encryption/project-key.ts';
import type { HoldOptions } from './held-file.ts';
import { sql } from './open-project.ts';
import { inspectFile } from './opening/inspect-file.ts';
import { openCopyHere } from './opening/open-copy-here.ts';
import { openSampleCity } from './sample-city.ts';
import { stageStatuses } from './stage-status.ts';

const project = procedures.project;

const keyOf = (passphrase: string | undefined): ProjectKey | null => (passphrase === undefined ? null : new ProjectKey(passphrase));

interface Opening {
  readonly passphrase?: string | undefined;
  readonly mode?: HoldOptions['mode'];
  readonly setAsideLeftOver?: boolean | undefined;
}

const holdOptions = ({ passphrase, mode, setAsideLeftOver }: Opening): HoldOptions => ({ mode, setAsideLeftOver, key: keyOf(passphrase) });

/** Only what this machine opened before: a page cannot name any other path. */
function recentPath(context: EngineContext, path: string): string {
  return context.services.session.recent.list().find((entry) => entry.path === path)?.path ?? refuse('project/not-found', { path });
}

/** The copy at close, in small steps, before the open project makes way for another (or for itself). */
async function copyFirst({ services }: EngineContext, next?: string): Promise<void> {
  if (next === undefined || services.session.current?.path !== next) await services.copies.beforeClosing();
}

export const projectProcedures = project.router({
  current: project.current.handler(({ context }) => context.services.session.state()),

  recent: project.recent.handler(({ context }) => context.services.session.recent.list()),

  forgetRecent: project.forgetRecent.handler(({ context, input }) => context.services.session.recent.forget(input.path)),

  create: project.create.handler(async ({ context, input }) => {
    await copyFirst(context);
    return context.services.session.create(context.services.files.get(input.file).path, input.city);
  }),

  open: project.open.handler(async ({ context, input }) => {
    const { path } = context.services.files.get(input.file);
    await copyFirst(context, path);
    return context.services.session.open(path, holdOptions(input));
  }),

  openRecent: project.openRecent.handler(async ({ context, input }) => {
    const path = recentPath(context, input.path);
    await copyFirst(context, path);
    return context.services.session.open(path, holdOptions(input));
  }),

  fileOfRecent: project.fileOfRecent.handler(({ context, input }) => {
    const path = recentPath(context, input.path);
    return { file: context.services.files.hand(path), fileName: basename(path) };
  }),

  inspect: project.inspect.handler(({ context, input }) =>
    inspectFile({ path: context.services.files.get(input.file).path, key: keyOf(input.passphrase), folder: context.services.folders.temporary }),
  ),

  openCopy: project.openCopy.handler(({ context, input }) =>
    openCopyHere(context.services, {
      from: input.file === undefined ? null : context.services.files.get(input.file).path,
      key: keyOf(input.passphrase),
      despiteDamage: input.despiteDamage,
    }),
  ),

  takeOver: project.takeOver.handler(({ context }) => context.services.session.takeOver()),

  setPassphrase: project.setPassphrase.handler(({ context, input, signal }) =>
    context.services.session.changeKey(newProjectKey(input.passphrase), keyOf(input.current), signal),
  ),

  removePassphrase: project.removePassphrase.handler(({ context, input, signal }) => context.services.session.changeKey(null, keyOf(input.current), signal)),

  openSample: project.openSample.handler(({ context }) => openSampleCity(context.services)),

  close: project.close.handler(async ({ context }) => {
    await copyFirst(context);
    context.services.session.close();
  }),

  city: project.city.handler(({ context }) => readCity(openProjectOf(context))),

  updateCity: project.updateCity.handler(({ context, input }) => {
    const open = openProjectOf(context);
    const city = { ...readCity(open), ...given(input) };
    open.change({ name: 'project.updateCity', params: { fields: Object.keys(input).join(', ') }, subjects: ['project'] }, (write) => {
      write.run(sql.updateTable('project').set(writeCityColumns(city)));
      if (input.team) writeTeam(write, open, city.team);
    });
    return city;
  }),

  stages: project.stages.handler(({ context }) => stageStatuses(openProjectOf(context))),

  changes: project.changes.handler(({ context, input }): Change[] =>
    openProjectOf(context)
      .all(sql.selectFrom('change').selectAll().orderBy('revision', 'desc').limit(input.limit))
      .map((row) => ({ revision: row.revision, at: row.at, name: row.name, params: JSON.parse(row.params) })),
  ),

  work: project.work.handler(({ context, signal }) => streamed(context.services.session.watchWork(signal))),

  stopWork: project.stopWork.handler(({ context }) => context.services.session.current?.work.stop()),

  watch: project.watch.handler(({ context, signal }) => streamed(context.services.session.watch(signal))),
});
