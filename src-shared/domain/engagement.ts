import { z } from 'zod';
import { daySchema, idSchema, lineSchema, textSchema } from './ids.ts';

/** How far a body takes part (IAP2 spectrum of public participation), from hearing to deciding. */
export const engagementLevels = ['inform', 'consult', 'involve', 'collaborate', 'empower'] as const;
export const engagementLevelSchema = z.enum(engagementLevels);
export type EngagementLevel = (typeof engagementLevels)[number];

export const engagementInputSchema = z.object({
  stakeholderId: idSchema,
  level: engagementLevelSchema,
  how: textSchema,
  /** A role, a body or a member of the team. */
  responsible: lineSchema,
  dueOn: daySchema.nullable(),
  doneOn: daySchema.nullable(),
  note: textSchema,
});
export type EngagementInput = z.infer<typeof engagementInputSchema>;
export const engagementStepSchema = engagementInputSchema.extend({
  id: idSchema,
  /** Its day is past and it is not done, by the engine's clock. */
  isOverdue: z.boolean(),
});
export type EngagementStep = z.infer<typeof engagementStepSchema>;
