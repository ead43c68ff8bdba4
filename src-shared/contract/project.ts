import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { fileTokenSchema } from '../domain/ids.ts';
import { changeSchema, cityPatchSchema, citySchema, projectStateSchema, recentProjectSchema, subjectSchema } from '../domain/project.ts';
import { stageStatusSchema } from '../domain/stages.ts';
import { procedure } from './refusal.ts';

/** Told to every window whenever the open project changes: which subjects to read again. */
export const projectEventSchema = z.object({
  state: projectStateSchema.nullable(),
  subjects: z.array(subjectSchema),
});
export type ProjectEvent = z.infer<typeof projectEventSchema>;

export const projectContract = {
  /** The open project, or null. */
  current: procedure.output(projectStateSchema.nullable()),
  recent: procedure.output(z.array(recentProjectSchema)),
  forgetRecent: procedure.input(z.object({ path: z.string() })).output(z.void()),
  create: procedure.input(z.object({ file: fileTokenSchema, city: cityPatchSchema })).output(projectStateSchema),
  open: procedure.input(z.object({ file: fileTokenSchema })).output(projectStateSchema),
  openRecent: procedure.input(z.object({ path: z.string() })).output(projectStateSchema),
  /** A fresh copy of the sample city in the user's own folder, opened. */
  openSample: procedure.output(projectStateSchema),
  close: procedure.output(z.void()),
  city: procedure.output(citySchema),
  /** Saves what is given as it is given; half-filled is fine. */
  updateCity: procedure.input(cityPatchSchema).output(citySchema),
  stages: procedure.output(z.array(stageStatusSchema)),
  changes: procedure.input(z.object({ limit: z.int().min(1).max(500).default(50) })).output(z.array(changeSchema)),
  /** First event at once, then one for every change, until the reader goes away. */
  watch: procedure.output(eventIterator(projectEventSchema)),
};
