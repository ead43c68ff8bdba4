import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import {
  type EventFacts,
  type EventReport,
  eventFactsSchema,
  eventReportSchema,
  formVersion,
  type ReportPart,
  reportParts,
  type Taken,
  takenFacts,
  takenSchema,
} from '#shared/domain/event-reports.ts';
import { given } from '#shared/domain/given.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { EventReportTable } from '../project/schema.ts';
import { listSpeakers } from './speakers.ts';

const nothing: EventFacts = {
  eventType: '',
  title: '',
  number: '',
  startsOn: null,
  endsOn: null,
  venue: '',
  startTime: '',
  endTime: '',
  organisers: [],
  participants: null,
  themes: [],
  crossCutting: [],
  issueHeadings: ['', '', ''],
  deadlineOn: null,
  sendTo: '',
};

/** What stands in the column `answers`: the facts without a column of their own, and which fields still stand as they were taken. */
const answersSchema = eventFactsSchema
  .omit({ eventType: true, deadlineOn: true, sendTo: true })
  .partial()
  .extend({ taken: z.array(takenSchema).default([]) });

/** The report of a workshop, the oldest where two copies of a project have each begun one; undefined until one is begun. */
export function reportOfWorkshop(project: OpenProject, workshopId: string): EventReport | undefined {
  const row = project.first(sql.selectFrom('event_report').selectAll().where('workshop_id', '=', workshopId).orderBy('id'));
  return row && readReport(project, row);
}

export function findReport(project: OpenProject, id: string): EventReport {
  return readReport(project, project.found(sql.selectFrom('event_report').selectAll().where('id', '=', id)));
}

/** Every report of the project, the newest workshop first. */
export function listReports(project: OpenProject): EventReport[] {
  const rows = project.all(sql.selectFrom('event_report').selectAll().where('workshop_id', 'is not', null).orderBy('made_at', 'desc').orderBy('id', 'desc'));
  return rows.map((row) => readReport(project, row));
}

/** Begins the report of a workshop with what is given; everything given counts as taken from the workshop. Returns the id. */
export function addReport(
  write: ChangeWriter,
  project: OpenProject,
  workshopId: string,
  filled: { facts: Partial<EventFacts>; texts: Partial<Record<ReportPart, string>> },
): string {
  const id = uuidv7();
  const facts = { ...nothing, ...given(filled.facts) };
  const taken: Taken[] = [...takenFacts.filter((name) => isFilled(filled.facts[name])), ...reportParts.filter((part) => (filled.texts[part] ?? '') !== '')];
  write.run(
    sql.insertInto('event_report').values({ id, workshop_id: workshopId, form_version: formVersion, made_at: project.nowText(), ...columnsOf(facts, taken) }),
  );
  for (const part of reportParts) write.run(sql.insertInto('event_report_text').values({ report_id: id, part, text: filled.texts[part] ?? '' }));
  return id;
}

/** Changes facts; what is changed by hand is not taken from the workshop any more, what is `retaken` is. */
export function updateFacts(write: ChangeWriter, before: EventReport, patch: Partial<EventFacts>, retaken: readonly Taken[] = []): void {
  const changed = new Set<string>(Object.keys(given(patch)));
  const taken = [...before.taken.filter((name) => !changed.has(name) && !retaken.includes(name)), ...retaken];
  write.run(
    sql
      .updateTable('event_report')
      .set(columnsOf({ ...before.facts, ...given(patch) }, taken))
      .where('id', '=', before.id),
  );
}

/** Changes a part of the text; see `updateFacts` for the mark. */
export function updateText(write: ChangeWriter, before: EventReport, part: ReportPart, text: string, isTaken: boolean): void {
  write.run(
    sql
      .insertInto('event_report_text')
      .values({ report_id: before.id, part, text })
      .onConflict((conflict) => conflict.columns(['report_id', 'part']).doUpdateSet({ text })),
  );
  if (before.taken.includes(part) !== isTaken) {
    const taken = [...before.taken.filter((name) => name !== part), ...(isTaken ? [part] : [])];
    write.run(sql.updateTable('event_report').set(columnsOf(before.facts, taken)).where('id', '=', before.id));
  }
}

function isFilled(value: EventFacts[keyof EventFacts] | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function columnsOf({ eventType, deadlineOn, sendTo, ...answers }: EventFacts, taken: readonly Taken[]) {
  return { event_type: eventType, deadline_on: deadlineOn, send_to: sendTo, answers: JSON.stringify({ ...answers, taken }) };
}

function readReport(project: OpenProject, row: Selectable<EventReportTable>): EventReport {
  const { taken, ...answers } = answersSchema.parse(JSON.parse(row.answers));
  const texts = new Map(
    project.all(sql.selectFrom('event_report_text').select(['part', 'text']).where('report_id', '=', row.id)).map(({ part, text }) => [part, text]),
  );
  return eventReportSchema.parse({
    id: row.id,
    workshopId: row.workshop_id,
    formVersion: row.form_version,
    madeAt: row.made_at,
    facts: { ...nothing, ...given(answers), eventType: row.event_type, deadlineOn: row.deadline_on, sendTo: row.send_to },
    texts: Object.fromEntries(reportParts.map((part) => [part, texts.get(part) ?? ''])),
    taken,
    speakers: listSpeakers(project, row.id),
  });
}
