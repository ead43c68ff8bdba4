import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { type ChangeDescription, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { countTables } from './groups.ts';
import { addParticipant, findParticipant, knownPeople, listParticipants, removeParticipants, updateParticipant } from './participants.ts';
import { findWorkshop } from './workshops.ts';

const { workshops } = procedures;

/** The words of a change name the workshop, never the person: they must not outlive the person's data. */
function about(project: OpenProject, name: string, workshopId: string, params: Record<string, string | number> = {}): ChangeDescription {
  return { name, params: { name: findWorkshop(project, workshopId).title, ...params }, subjects: ['workshops', 'stakeholders', 'project'] };
}

/** The attendance list. */
export const attendanceProcedures = {
  participants: workshops.participants.handler(({ context, input }) => listParticipants(openProjectOf(context), input.workshopId)),

  knownPeople: workshops.knownPeople.handler(({ context, input }) => knownPeople(openProjectOf(context), input.workshopId)),

  addParticipants: workshops.addParticipants.handler(({ context, input: { workshopId, people } }) => {
    const project = openProjectOf(context);
    const change = about(project, 'workshops.addParticipants', workshopId, { count: people.length });
    const ids = project.change(change, (write) => people.map((person) => addParticipant(write, project, workshopId, person)));
    return listParticipants(project, workshopId).filter(({ id }) => ids.includes(id));
  }),

  updateParticipant: workshops.updateParticipant.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findParticipant(project, input.id);
    const change = about(project, 'workshops.updateParticipant', before.workshopId, { fields: changedFields(input.patch) });
    project.change(change, (write) => updateParticipant(write, project, before, input.patch));
    return findParticipant(project, input.id);
  }),

  setPresent: workshops.setPresent.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const there = new Set(input.ids);
    project.change(about(project, 'workshops.setPresent', input.workshopId, { count: there.size, day: input.day }), (write) => {
      for (const { id, presentDays } of listParticipants(project, input.workshopId)) {
        const others = presentDays.filter((day) => day !== input.day);
        const days = there.has(id) ? [...others, input.day].sort((a, b) => a - b) : others;
        write.run(
          sql
            .updateTable('participant')
            .set({ present_days: JSON.stringify(days) })
            .where('id', '=', id),
        );
      }
    });
  }),

  removeParticipants: workshops.removeParticipants.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const [first] = input.ids;
    const workshopId = first === undefined ? refuse('object/not-found') : findParticipant(project, first).workshopId;
    const people = listParticipants(project, workshopId).filter(({ id }) => input.ids.includes(id));
    project.change(about(project, 'workshops.removeParticipants', workshopId, { count: people.length }), (write) => {
      removeParticipants(write, people);
      const tables = people.flatMap(({ groupId }) => groupId ?? []);
      countTables(write, project, workshopId, tables);
    });
  }),
};
