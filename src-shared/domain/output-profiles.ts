import { z } from 'zod';
import { idSchema, lineSchema } from './ids.ts';
import { outputKindSchema } from './outputs.ts';

/** What a saved choice says; null = the usual. */
export const outputSettingsSchema = z.object({
  /** Codes of chapters in their order; null = all of the document's own. */
  chapters: z.array(z.string().max(60)).max(60).nullable(),
  /** Annexes in their order; null = all that belong to the document. */
  annexIds: z.array(idSchema).max(60).nullable(),
  language: z.string().max(20).nullable(),
  withIdentity: z.boolean(),
  withSignatures: z.boolean(),
});
export type OutputSettings = z.infer<typeof outputSettingsSchema>;

export const usualSettings: OutputSettings = { chapters: null, annexIds: null, language: null, withIdentity: true, withSignatures: true };

export const outputProfileSchema = z.object({ id: idSchema, kind: outputKindSchema, name: lineSchema, settings: outputSettingsSchema });
export type OutputProfile = z.infer<typeof outputProfileSchema>;
