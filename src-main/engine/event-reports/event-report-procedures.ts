import type { EventFacts, EventReport, TakenFact } from '#shared/domain/event-reports.ts';
import { chooseLanguage, loadTranslate } from '../i18n/load-texts.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { erasePerson } from '../project/privacy/erase-person.ts';
import { refuse } from '../refuse.ts';
import { findWorkshop } from '../workshops/workshops.ts';
import { addReport, findReport, reportOfWorkshop, updateFacts, updateText } from './event-reports.ts';
import { addSpeaker, findSpeaker, removeSpeakers, updateSpeaker } from './speakers.ts';
import { suggestFacts } from './suggested-facts.ts';
import { suggestTexts } from './suggested-texts.ts';

const { eventReports } = procedures;

/** The words of a change name the workshop, never a person: they must not outlive the person's data. */
function about(project: OpenProject, name: string, report: Pick<EventReport, 'workshopId'>, params: Record<string, string | number> = {}) {
  return { name, params: { name: findWorkshop(project, report.workshopId).title, ...params }, subjects: ['event-reports', 'project'] } as const;
}

function wordsIn(resourcesFolder: string, wished: string) {
  const language = chooseLanguage(resourcesFolder, wished);
  return { language, t: loadTranslate(resourcesFolder, language) };
}

export const eventReportProcedures = eventReports.router({
  get: eventReports.get.handler(({ context, input }) => reportOfWorkshop(openProjectOf(context), input.workshopId) ?? null),

  start: eventReports.start.handler(({ context, input: { workshopId, language } }) => {
    const project = openProjectOf(context);
    const before = reportOfWorkshop(project, workshopId);
    if (before) return before;
    const words = wordsIn(context.services.folders.resources, language);
    const filled = { facts: suggestFacts(project, workshopId, words.language), texts: suggestTexts(project, workshopId, words) };
    const id = project.change(about(project, 'eventReports.start', { workshopId }), (write) => addReport(write, project, workshopId, filled));
    return findReport(project, id);
  }),

  update: eventReports.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findReport(project, input.id);
    project.change(about(project, 'eventReports.update', before, { fields: changedFields(input.patch) }), (write) => updateFacts(write, before, input.patch));
    return findReport(project, input.id);
  }),

  setText: eventReports.setText.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findReport(project, input.id);
    project.change(about(project, 'eventReports.setText', before), (write) => updateText(write, before, input.part, input.text, false));
    return findReport(project, input.id);
  }),

  take: eventReports.take.handler(({ context, input: { id, what, language } }) => {
    const project = openProjectOf(context);
    const before = findReport(project, id);
    const words = wordsIn(context.services.folders.resources, language);
    project.change(about(project, 'eventReports.take', before), (write) => {
      if (what in before.texts) {
        const part = what as keyof EventReport['texts'];
        updateText(write, before, part, suggestTexts(project, before.workshopId, words)[part] ?? '', true);
      } else {
        const fact = what as TakenFact;
        const value = suggestFacts(project, before.workshopId, words.language)[fact];
        updateFacts(write, before, value === undefined ? {} : ({ [fact]: value } as Partial<EventFacts>), [fact]);
      }
    });
    return findReport(project, id);
  }),

  remove: eventReports.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findReport(project, input.id);
    project.change(about(project, 'eventReports.remove', before), (write) => {
      removeSpeakers(write, before.speakers);
      write.run(sql.deleteFrom('event_report').where('id', '=', before.id));
    });
  }),

  addSpeaker: eventReports.addSpeaker.handler(({ context, input: { reportId, ...input } }) => {
    const project = openProjectOf(context);
    const before = findReport(project, reportId);
    project.change(about(project, 'eventReports.addSpeaker', before), (write) => addSpeaker(write, project, reportId, input));
    return findReport(project, reportId);
  }),

  updateSpeaker: eventReports.updateSpeaker.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findSpeaker(project, input.id);
    const report = findReport(project, before.reportId);
    project.change(about(project, 'eventReports.updateSpeaker', report), (write) => updateSpeaker(write, project, before, input.patch));
    return findReport(project, report.id);
  }),

  removeSpeaker: eventReports.removeSpeaker.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const speaker = findSpeaker(project, input.id);
    const report = findReport(project, speaker.reportId);
    project.change(about(project, 'eventReports.removeSpeaker', report), (write) => removeSpeakers(write, [speaker]));
    return findReport(project, report.id);
  }),

  deleteDue: eventReports.deleteDue.handler(({ context, input }) => {
    const open = context.services.copies.current ?? refuse('project/none-open');
    const report = findReport(open.project, input.id);
    const due = report.speakers.filter(({ isDue }) => isDue);
    if (due.length === 0) return { count: 0 };
    // Who stands in the project for another reason too stays there: only the place in the report goes.
    const kept = due.filter(({ isKnownElsewhere }) => isKnownElsewhere);
    if (kept.length > 0) open.project.change(about(open.project, 'eventReports.deleteDue', report), (write) => removeSpeakers(write, kept));
    for (const { personId } of due.filter(({ isKnownElsewhere }) => !isKnownElsewhere)) erasePerson(open, personId, { asAuthor: false, inTexts: true });
    return { count: due.length };
  }),
});
