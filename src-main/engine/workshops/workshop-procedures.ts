import { ended, paused, started } from '#shared/methods/session-clock.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { type ChangeWriter, sql } from '../project/open-project.ts';
import { addGroup, findGroup, listGroups, updateGroup } from './groups.ts';
import { addSession, findSession, lastPosition, listSessions, runningSession, setTimes, updateSession } from './sessions.ts';
import { addWorkshop, findWorkshop, listWorkshops, updateWorkshop } from './workshops.ts';

const workshops = procedures.workshops;

export const workshopProcedures = workshops.router({
  list: workshops.list.handler(({ context }) => listWorkshops(openProjectOf(context))),

  add: workshops.add.handler(({ context, input: { template, ...input } }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'workshops.add', params: { name: input.title ?? '' }, subjects: ['workshops'] }, (write) =>
      addWorkshop(write, input, { at: project.nowText(), template }),
    );
    return findWorkshop(project, id);
  }),

  update: workshops.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findWorkshop(project, input.id);
    project.change({ name: 'workshops.update', params: { name: before.title, fields: changedFields(input.patch) }, subjects: ['workshops'] }, (write) =>
      updateWorkshop(write, before, input.patch),
    );
    return findWorkshop(project, input.id);
  }),

  remove: workshops.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findWorkshop(project, input.id);
    project.change({ name: 'workshops.remove', params: { name: title }, subjects: ['workshops', 'ballots', 'priorities'] }, (write) =>
      removeWorkshop(write, input.id),
    );
  }),

  running: workshops.running.handler(({ context }) => {
    const project = openProjectOf(context);
    const session = runningSession(project);
    return session ? { workshop: findWorkshop(project, session.workshopId), session } : null;
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

  groups: workshops.groups.handler(({ context, input }) => listGroups(openProjectOf(context), input.workshopId)),

  addGroup: workshops.addGroup.handler(({ context, input: { workshopId, ...input } }) => {
    const project = openProjectOf(context);
    findWorkshop(project, workshopId);
    const position = Math.max(0, ...listGroups(project, workshopId).map((group) => group.position)) + 1;
    const id = project.change({ name: 'workshops.addGroup', params: { name: input.name ?? '' }, subjects: ['workshops', 'priorities'] }, (write) =>
      addGroup(write, { workshopId, position }, input),
    );
    return findGroup(project, id);
  }),

  updateGroup: workshops.updateGroup.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findGroup(project, input.id);
    project.change(
      { name: 'workshops.updateGroup', params: { name: before.name, fields: changedFields(input.patch) }, subjects: ['workshops', 'priorities'] },
      (write) => updateGroup(write, before, input.patch),
    );
    return findGroup(project, input.id);
  }),

  removeGroup: workshops.removeGroup.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findGroup(project, input.id);
    project.change({ name: 'workshops.removeGroup', params: { name }, subjects: ['workshops', 'priorities'] }, (write) => {
      write.run(sql.deleteFrom('voting_group').where('id', '=', input.id));
    });
  }),
});

/** A workshop with its sessions, groups, list, log and photos, and with the answers of its ballots, which no foreign key ties to it. */
function removeWorkshop(write: ChangeWriter, id: string): void {
  const ballots = sql.selectFrom('ballot').select('id').where('workshop_id', '=', id);
  write.run(sql.deleteFrom('ballot_answer').where('ballot_id', 'in', ballots));
  write.run(sql.deleteFrom('ballot_hands').where('ballot_id', 'in', ballots));
  write.run(sql.deleteFrom('voter').where('workshop_id', '=', id));
  write.run(sql.deleteFrom('workshop').where('id', '=', id));
}
