import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { scoreSchema, stakeholderGapsSchema, stakeholderInputSchema, stakeholderSchema } from '../domain/stakeholders.ts';
import { procedure } from './refusal.ts';

export const stakeholdersContract = {
  list: procedure.output(z.array(stakeholderSchema)),
  add: procedure.input(stakeholderInputSchema.partial()).output(stakeholderSchema),
  update: procedure.input(z.object({ id: idSchema, patch: stakeholderInputSchema.partial() })).output(stakeholderSchema),
  /** Appends a rating; the newest rating of each rater counts. `rater` is a group or role, empty for the facilitator's own. */
  rate: procedure
    .input(z.object({ id: idSchema, rater: z.string().max(200).default(''), power: scoreSchema.nullable(), interest: scoreSchema.nullable() }))
    .output(stakeholderSchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  gaps: procedure.output(stakeholderGapsSchema),
};
