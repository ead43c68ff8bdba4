import { ended, paused, started } from '#shared/methods/session-clock.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { addSession, findSession, lastPosition, listSessions, runningSession, setTimes, updateSession } from './sessions.ts';
import { findWorkshop } from './workshops.ts';

const { workshops } = procedures;

/** Agenda items and their timers. */
export const sessionProcedures = {
  running: workshops.running.handler(({ context }) => {
    const project = openProjectOf(context);
    const session = runningSession(project);
    return session ? { workshop: findWorkshop(project, session.workshopId), session, now: project.nowText() } : null;
  }),

  sessions: workshops.sessions.handler(({ context, input }) => listSessions(openProjectOf(context), input.workshopId)),

  addSession: workshops.addSession.handler(({ context, input: { workshopId, position, ...input } }) => {
    const project = openProjectOf(context);
    findWorkshop(project, workshopId);
    const place = { workshopId, position: position ?? lastPosition(listSessions(project, workshopId)) };
    const id = project.change({ name: 'workshops.addSession', params: { name: input.title ?? '' }, subjects: ['workshops'] }, (write) =>
      addSession(write, place, input),
    );
    return findSession(project, id);
  }),

  updateSession: workshops.updateSession.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findSession(project, input.id);
    project.change({ name: 'workshops.updateSession', params: { name: before.title, fields: changedFields(input.patch) }, subjects: ['workshops'] }, (write) =>
      updateSession(write, before, input.patch),
    );
    return findSession(project, input.id);
  }),

  setMinutes: workshops.setMinutes.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findWorkshop(project, input.workshopId);
    const known = new Set(listSessions(project, input.workshopId).map(({ id }) => id));
    if (input.minutes.some(({ id }) => !known.has(id))) refuse('object/not-found');
    project.change({ name: 'workshops.setMinutes', params: { name: title, count: input.minutes.length }, subjects: ['workshops'] }, (write) => {
      for (const { id, minutes } of input.minutes) write.run(sql.updateTable('session').set({ minutes }).where('id', '=', id));
    });
    return listSessions(project, input.workshopId);
  }),

  removeSession: workshops.removeSession.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findSession(project, input.id);
    project.change({ name: 'workshops.removeSession', params: { name: title }, subjects: ['workshops', 'ballots'] }, (write) => {
      write.run(sql.deleteFrom('session').where('id', '=', input.id));
    });
  }),

  startSession: workshops.startSession.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const session = findSession(project, input.id);
    const other = runningSession(project);
    const at = project.nowText();
    project.change({ name: 'workshops.startSession', params: { name: session.title }, subjects: ['workshops'] }, (write) => {
      if (other && other.id !== session.id) setTimes(write, other.id, ended(other, at));
      setTimes(write, session.id, started(session, at));
    });
    return findSession(project, input.id);
  }),

  pauseSession: workshops.pauseSession.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const session = findSession(project, input.id);
    project.change({ name: 'workshops.pauseSession', params: { name: session.title }, subjects: ['workshops'] }, (write) =>
      setTimes(write, session.id, paused(session, project.nowText())),
    );
    return findSession(project, input.id);
  }),

  addMinutes: workshops.addMinutes.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const session = findSession(project, input.id);
    // A session never becomes shorter than a minute.
    const added = Math.max(1 - session.minutes, session.addedMinutes + input.minutes);
    project.change({ name: 'workshops.addMinutes', params: { name: session.title, count: input.minutes }, subjects: ['workshops'] }, (write) => {
      write.run(sql.updateTable('session').set({ added_minutes: added }).where('id', '=', session.id));
    });
    return findSession(project, input.id);
  }),

  endSession: workshops.endSession.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const session = findSession(project, input.id);
    project.change({ name: 'workshops.endSession', params: { name: session.title }, subjects: ['workshops'] }, (write) =>
      setTimes(write, session.id, ended(session, project.nowText())),
    );
    return findSession(project, input.id);
  }),
};
