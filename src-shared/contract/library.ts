import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { practiceIdSchema, practiceInputSchema, practiceLinkSchema, practiceSchema } from '../domain/library.ts';
import { procedure } from './refusal.ts';

export const libraryContract = {
  /** Practices that ship, in the language asked for, and the project's own. */
  list: procedure.input(z.object({ language: z.string() })).output(z.array(practiceSchema)),
  add: procedure.input(practiceInputSchema.partial()).output(practiceSchema),
  /** Refused for one that ships (`object/not-found`). */
  update: procedure.input(z.object({ id: idSchema, patch: practiceInputSchema.partial() })).output(practiceSchema),
  /** Links of measures to it go with it. */
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  links: procedure.output(z.array(practiceLinkSchema)),
  /** Linked already: the note is changed. */
  link: procedure.input(practiceLinkSchema.partial({ note: true })).output(practiceLinkSchema),
  unlink: procedure.input(z.object({ measureId: idSchema, practiceId: practiceIdSchema })).output(z.void()),
};
