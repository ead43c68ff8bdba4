import { z } from 'zod';
import { idSchema, lineSchema } from '../domain/ids.ts';
import { outputProfileSchema, outputSettingsSchema } from '../domain/output-profiles.ts';
import { outputKindSchema } from '../domain/outputs.ts';
import { procedure } from './refusal.ts';

/** Saved choices of chapters, annexes, language and look, by output. */
export const outputProfilesContract = {
  list: procedure.output(z.array(outputProfileSchema)),
  add: procedure.input(z.object({ kind: outputKindSchema, name: lineSchema.min(1), settings: outputSettingsSchema })).output(outputProfileSchema),
  update: procedure
    .input(z.object({ id: idSchema, patch: z.object({ name: lineSchema.min(1), settings: outputSettingsSchema }).partial() }))
    .output(outputProfileSchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
};
