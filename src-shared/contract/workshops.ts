import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { groupInputSchema, groupSchema, sessionInputSchema, sessionSchema, workshopInputSchema, workshopSchema } from '../domain/workshops.ts';
import { procedure } from './refusal.ts';

const byId = z.object({ id: idSchema });

export const workshopsContract = {
  list: procedure.output(z.array(workshopSchema)),
  /** `template`: one of the shipped agendas, or empty for a blank one. */
  add: procedure.input(workshopInputSchema.partial().extend({ template: z.string().max(60).default('') })).output(workshopSchema),
  update: procedure.input(byId.extend({ patch: workshopInputSchema.partial() })).output(workshopSchema),
  remove: procedure.input(byId).output(z.void()),

  /** The session that runs or is paused, with its workshop; null when none does. */
  running: procedure.output(z.object({ workshop: workshopSchema, session: sessionSchema }).nullable()),
  sessions: procedure.input(z.object({ workshopId: idSchema })).output(z.array(sessionSchema)),
  addSession: procedure.input(sessionInputSchema.partial().extend({ workshopId: idSchema, position: z.number().optional() })).output(sessionSchema),
  updateSession: procedure.input(byId.extend({ patch: sessionInputSchema.extend({ position: z.number() }).partial() })).output(sessionSchema),
  removeSession: procedure.input(byId).output(z.void()),
  /** One session of a workshop runs at a time: starting one ends the other. */
  startSession: procedure.input(byId).output(sessionSchema),
  pauseSession: procedure.input(byId).output(sessionSchema),
  addMinutes: procedure.input(byId.extend({ minutes: z.int().min(-240).max(240) })).output(sessionSchema),
  endSession: procedure.input(byId).output(sessionSchema),

  groups: procedure.input(z.object({ workshopId: idSchema })).output(z.array(groupSchema)),
  addGroup: procedure.input(groupInputSchema.partial().extend({ workshopId: idSchema })).output(groupSchema),
  updateGroup: procedure.input(byId.extend({ patch: groupInputSchema.extend({ position: z.number() }).partial() })).output(groupSchema),
  removeGroup: procedure.input(byId).output(z.void()),
};
