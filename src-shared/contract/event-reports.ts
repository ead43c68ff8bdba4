import { z } from 'zod';
import { certificateRegisterSchema, eventFactsSchema, eventReportSchema, reportPartSchema, speakerInputSchema, takenSchema } from '../domain/event-reports.ts';
import { daySchema, idSchema, textSchema } from '../domain/ids.ts';
import { procedure } from './refusal.ts';

const byId = z.object({ id: idSchema });
const ofWorkshop = z.object({ workshopId: idSchema });
const inLanguage = z.object({ language: z.string().max(35) });

export const eventReportsContract = {
  /** Null until one is begun. */
  get: procedure.input(ofWorkshop).output(eventReportSchema.nullable()),
  /** Begins the report of a workshop, filled with what the workshop knows, in the words of `language`. One that is there already stays as it is. */
  start: procedure.input(ofWorkshop.extend(inLanguage.shape)).output(eventReportSchema),
  update: procedure.input(byId.extend({ patch: eventFactsSchema.partial() })).output(eventReportSchema),
  setText: procedure.input(byId.extend({ part: reportPartSchema, text: textSchema })).output(eventReportSchema),
  /** Takes a fact or a part from the workshop once more, instead of what stands there. */
  take: procedure.input(byId.extend({ what: takenSchema }).extend(inLanguage.shape)).output(eventReportSchema),
  remove: procedure.input(byId).output(z.void()),
  /** `personId`: somebody the project knows already, instead of a name. */
  addSpeaker: procedure.input(speakerInputSchema.partial().extend({ reportId: idSchema, personId: idSchema.optional() })).output(eventReportSchema),
  updateSpeaker: procedure.input(byId.extend({ patch: speakerInputSchema.partial() })).output(eventReportSchema),
  removeSpeaker: procedure.input(byId).output(eventReportSchema),
  /** Deletes for good, out of the history too, everybody whose day to be deleted by has passed. Answers how many. */
  deleteDue: procedure.input(byId).output(z.object({ count: z.int() })),
};

export const certificatesContract = {
  list: procedure.input(ofWorkshop).output(certificateRegisterSchema),
  /** One for everybody who finished, agreed to be named and has none. Answers how many were made. */
  issue: procedure.input(ofWorkshop.extend({ issuedOn: daySchema, signatoryId: idSchema.nullable() })).output(z.object({ count: z.int() })),
  /** Its number is never given again. */
  withdraw: procedure.input(byId.extend({ withdrawnOn: daySchema, reason: textSchema })).output(z.void()),
  sign: procedure.input(ofWorkshop.extend({ signatoryId: idSchema.nullable() })).output(z.void()),
};
