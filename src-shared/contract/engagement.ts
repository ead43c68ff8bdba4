import { z } from 'zod';
import { engagementInputSchema, engagementLevelSchema, engagementStepSchema } from '../domain/engagement.ts';
import { daySchema, idSchema, lineSchema, textSchema } from '../domain/ids.ts';
import { procedure } from './refusal.ts';

export const engagementContract = {
  /** Steps by due day, those without one last. */
  list: procedure.output(z.array(engagementStepSchema)),
  /** One step for each body; a level that is not given is what the grid advises for it. */
  plan: procedure
    .input(
      z.object({
        stakeholderIds: z.array(idSchema).min(1).max(1_000),
        level: engagementLevelSchema.nullable().default(null),
        how: textSchema.default(''),
        responsible: lineSchema.default(''),
        dueOn: daySchema.nullable().default(null),
      }),
    )
    .output(z.array(engagementStepSchema)),
  update: procedure.input(z.object({ id: idSchema, patch: engagementInputSchema.omit({ stakeholderId: true }).partial() })).output(engagementStepSchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
};
