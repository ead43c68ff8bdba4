import { reportOfWorkshop } from '../event-reports/event-reports.ts';
import { removeUnlinkedPeople } from '../people/people.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { type ChangeWriter, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { readAgendas, readEvaluation } from './agendas.ts';
import { attendanceProcedures } from './attendance-procedures.ts';
import { groupProcedures } from './group-procedures.ts';
import { logProcedures } from './log-procedures.ts';
import { listParticipants, personIdsOf } from './participants.ts';
import { sessionProcedures } from './session-procedures.ts';
import { addSession } from './sessions.ts';
import { addWorkshop, findWorkshop, listWorkshops, updateWorkshop } from './workshops.ts';

const { workshops } = procedures;

export const workshopProcedures = workshops.router({
  list: workshops.list.handler(({ context }) => listWorkshops(openProjectOf(context))),

  agendas: workshops.agendas.handler(({ context, input }) => readAgendas(context.services.folders.resources, input.language)),

  add: workshops.add.handler(({ context, input: { template, language, startTime, ...input } }) => {
    const project = openProjectOf(context);
    const agenda =
      template === '' ? undefined : (readAgendas(context.services.folders.resources, language).find(({ id }) => id === template) ?? refuse('object/not-found'));
    const whole = { ...(agenda ? { title: agenda.title, kind: agenda.kind, depth: agenda.depth } : {}), ...input };
    const id = project.change({ name: 'workshops.add', params: { name: whole.title ?? '' }, subjects: ['workshops'] }, (write) => {
      const workshopId = addWorkshop(write, whole, { at: project.nowText(), template });
      const days = new Set<number>();
      for (const [index, session] of (agenda?.sessions ?? []).entries()) {
        const plannedStart = days.has(session.day) ? session.plannedStart : startTime;
        days.add(session.day);
        addSession(write, { workshopId, position: index + 1 }, { ...session, plannedStart });
      }
      return workshopId;
    });
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
    const people = [...personIdsOf(listParticipants(project, input.id)), ...personIdsOf(reportOfWorkshop(project, input.id)?.speakers ?? [])];
    project.change(
      { name: 'workshops.remove', params: { name: title }, subjects: ['workshops', 'ballots', 'priorities', 'project', 'event-reports'] },
      (write) => {
        removeWorkshop(write, input.id);
        removeUnlinkedPeople(write, people);
      },
    );
  }),

  ...sessionProcedures,
  ...groupProcedures,
  ...attendanceProcedures,
  ...logProcedures,

  evaluation: workshops.evaluation.handler(({ context, input }) => readEvaluation(context.services.folders.resources, input.language)),
});

/** A workshop with its sessions, groups, list, log and photos, and with the answers of its ballots, which no foreign key ties to it. */
function removeWorkshop(write: ChangeWriter, id: string): void {
  const ballots = sql.selectFrom('ballot').select('id').where('workshop_id', '=', id);
  write.run(sql.deleteFrom('ballot_answer').where('ballot_id', 'in', ballots));
  write.run(sql.deleteFrom('ballot_hands').where('ballot_id', 'in', ballots));
  write.run(sql.deleteFrom('voter').where('workshop_id', '=', id));
  write.run(sql.deleteFrom('workshop').where('id', '=', id));
}
