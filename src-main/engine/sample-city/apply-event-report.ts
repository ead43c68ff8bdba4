import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EngineClient } from '#shared/contract/contract.ts';
import { eventFactsSchema, organiserSchema, reportPartSchema, speakerInputSchema } from '#shared/domain/event-reports.ts';
import { daySchema } from '#shared/domain/ids.ts';

const sampleEventSchema = z.object({
  note: z.string(),
  workshop: z.string(),
  facts: eventFactsSchema.partial(),
  organisers: z.array(organiserSchema),
  texts: z.partialRecord(reportPartSchema, z.string()),
  speakers: z.array(speakerInputSchema.partial()),
  training: z.object({ title: z.string(), course: z.string(), place: z.string(), day: daySchema, purpose: z.string(), people: z.array(z.string()) }),
});

/** The report of the sample workshop: filled from the workshop, then written on, so that its discussion is over the limit; and a training with certificates. */
export async function applyEventReport(client: EngineClient, folder: string): Promise<void> {
  const plan = sampleEventSchema.parse(JSON.parse(readFileSync(join(folder, 'event-report.json'), 'utf8')));
  const workshop = (await client.workshops.list()).find(({ title }) => title === plan.workshop);
  if (workshop) {
    const { id, facts } = await client.eventReports.start({ workshopId: workshop.id, language: 'en' });
    await client.eventReports.update({ id, patch: { ...plan.facts, organisers: [...facts.organisers, ...plan.organisers] } });
    for (const [part, text] of Object.entries(plan.texts)) await client.eventReports.setText({ id, part: reportPartSchema.parse(part), text });
    for (const speaker of plan.speakers) await client.eventReports.addSpeaker({ ...speaker, reportId: id });
  }
  const { title, course, place, day, purpose, people } = plan.training;
  const training = await client.workshops.add({ title, course, place, purpose, kind: 'training', startsOn: day, endsOn: day, template: '' });
  await client.workshops.addParticipants({
    workshopId: training.id,
    people: people.map((name) => ({ name, consent: { list: true }, presentDays: [1], presentHours: 6, completed: true })),
  });
  await client.certificates.issue({ workshopId: training.id, issuedOn: day, signatoryId: null });
}
