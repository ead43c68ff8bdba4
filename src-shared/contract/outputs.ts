import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { fileTokenSchema } from '../domain/ids.ts';
import { outputKindSchema, outputResultSchema, progressSchema } from '../domain/outputs.ts';
import { procedure } from './refusal.ts';

export const outputsContract = {
  /** The folder beside the project that outputs go to, and what is already there. */
  folder: procedure.output(
    z.object({
      path: z.string(),
      files: z.array(z.object({ fileName: z.string(), path: z.string(), byteCount: z.int(), changedAt: z.string(), file: fileTokenSchema })),
    }),
  ),
  /** Yields progress, returns where the file is. `file` chosen in a save dialog, else a name of its own in the outputs folder. */
  make: procedure
    .input(z.object({ kind: outputKindSchema, language: z.string().default('en'), file: fileTokenSchema.optional() }))
    .output(eventIterator(progressSchema, outputResultSchema)),
  /** The pages of the document as SVG pictures, one string a page, without writing a file. */
  preview: procedure
    .input(z.object({ kind: z.enum(['profile', 'policy']), language: z.string().default('en') }))
    .output(eventIterator(progressSchema, z.object({ pages: z.array(z.string()) }))),
};
