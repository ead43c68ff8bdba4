import { z } from 'zod';
import { ballotOptionInputSchema } from '../domain/ballots.ts';
import { fileTokenSchema, idSchema } from '../domain/ids.ts';
import {
  agendaSchema,
  clockTimeSchema,
  formGroupsSchema,
  groupInputSchema,
  groupSchema,
  knownPersonSchema,
  logEntryInputSchema,
  logEntrySchema,
  participantInputSchema,
  participantSchema,
  photoInputSchema,
  photoSchema,
  sessionInputSchema,
  sessionSchema,
  workshopInputSchema,
  workshopSchema,
} from '../domain/workshops.ts';
import { procedure } from './refusal.ts';

const byId = z.object({ id: idSchema });
const ofWorkshop = z.object({ workshopId: idSchema });

export const workshopsContract = {
  list: procedure.output(z.array(workshopSchema)),
  /** The shipped agendas in a language; English where one lacks it. */
  agendas: procedure.input(z.object({ language: z.string() })).output(z.array(agendaSchema)),
  /** `template`: one of the shipped agendas in the words of `language`, or empty for a blank one. `startTime` is when each of its days begins. */
  add: procedure
    .input(
      workshopInputSchema
        .partial()
        .extend({ template: z.string().max(60).default(''), language: z.string().max(35).default('en'), startTime: clockTimeSchema.default('09:00') }),
    )
    .output(workshopSchema),
  update: procedure.input(byId.extend({ patch: workshopInputSchema.partial() })).output(workshopSchema),
  remove: procedure.input(byId).output(z.void()),

  /** The session that runs or is paused, with its workshop; null when none does. `now` is the engine's clock, by which its timer goes. */
  running: procedure.output(z.object({ workshop: workshopSchema, session: sessionSchema, now: z.string() }).nullable()),
  sessions: procedure.input(ofWorkshop).output(z.array(sessionSchema)),
  addSession: procedure.input(sessionInputSchema.partial().extend({ workshopId: idSchema, position: z.number().optional() })).output(sessionSchema),
  updateSession: procedure.input(byId.extend({ patch: sessionInputSchema.extend({ position: z.number() }).partial() })).output(sessionSchema),
  /** Other lengths for several sessions at once, to win back time. */
  setMinutes: procedure.input(ofWorkshop.extend({ minutes: z.array(byId.extend({ minutes: z.int().min(1).max(1_440) })) })).output(z.array(sessionSchema)),
  removeSession: procedure.input(byId).output(z.void()),
  /** One session of a workshop runs at a time: starting one ends the other. A paused or ended one goes on. */
  startSession: procedure.input(byId).output(sessionSchema),
  pauseSession: procedure.input(byId).output(sessionSchema),
  addMinutes: procedure.input(byId.extend({ minutes: z.int().min(-240).max(240) })).output(sessionSchema),
  endSession: procedure.input(byId).output(sessionSchema),

  groups: procedure.input(ofWorkshop).output(z.array(groupSchema)),
  addGroup: procedure.input(groupInputSchema.partial().extend({ workshopId: idSchema })).output(groupSchema),
  updateGroup: procedure.input(byId.extend({ patch: groupInputSchema.extend({ position: z.number() }).partial() })).output(groupSchema),
  removeGroup: procedure.input(byId).output(z.void()),
  /** Seats everybody on the list anew. Tables that are there are used first; one that is left over goes unless something was voted at it. */
  formGroups: procedure.input(formGroupsSchema).output(z.array(groupSchema)),
  /** Null: at no table. Refused for a group of identity: nobody is put into one by somebody else. */
  seat: procedure.input(z.object({ ids: z.array(idSchema).max(1_000), groupId: idSchema.nullable() })).output(z.void()),

  participants: procedure.input(ofWorkshop).output(z.array(participantSchema)),
  /** People of the project who are not on this list yet. */
  knownPeople: procedure.input(ofWorkshop).output(z.array(knownPersonSchema)),
  /** A name without consent to the list is refused: nothing of it is kept. */
  addParticipants: procedure
    .input(ofWorkshop.extend({ people: z.array(participantInputSchema.partial()).min(1).max(1_000) }))
    .output(z.array(participantSchema)),
  updateParticipant: procedure.input(byId.extend({ patch: participantInputSchema.omit({ personId: true }).partial() })).output(participantSchema),
  /** Who was there on a day: those named, nobody else. */
  setPresent: procedure.input(ofWorkshop.extend({ day: z.int().min(1).max(14), ids: z.array(idSchema).max(1_000) })).output(z.void()),
  removeParticipants: procedure.input(z.object({ ids: z.array(idSchema).min(1).max(1_000) })).output(z.void()),

  log: procedure.input(ofWorkshop).output(z.array(logEntrySchema)),
  addLogEntry: procedure.input(logEntryInputSchema.partial().extend({ workshopId: idSchema })).output(logEntrySchema),
  updateLogEntry: procedure.input(byId.extend({ patch: logEntryInputSchema.partial() })).output(logEntrySchema),
  removeLogEntry: procedure.input(byId).output(z.void()),

  photos: procedure.input(ofWorkshop).output(z.array(photoSchema)),
  /** A JPEG or PNG of at most 40 MB; kept as a JPEG of at most 1600 pixels without place, time and device. Refused as `photo/...`. */
  addPhoto: procedure.input(photoInputSchema.partial().extend({ workshopId: idSchema, file: fileTokenSchema })).output(photoSchema),
  updatePhoto: procedure.input(byId.extend({ patch: photoInputSchema.partial() })).output(photoSchema),
  removePhoto: procedure.input(byId).output(z.void()),
  /** The picture as base64; it never changes. */
  photoImage: procedure.input(byId.extend({ size: z.enum(['small', 'whole']) })).output(z.object({ base64: z.string() })),

  /** The shipped questions that close a workshop or a training, as the options of a quiz with the subject `evaluation`. */
  evaluation: procedure
    .input(z.object({ language: z.string() }))
    .output(z.object({ question: z.string(), help: z.string(), options: z.array(ballotOptionInputSchema) })),
};
