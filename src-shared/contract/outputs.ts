import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { fileTokenSchema } from '../domain/ids.ts';
import { outputAboutSchema, outputAskedSchema, outputKindSchema, outputNeedSchema, outputResultSchema, progressSchema } from '../domain/outputs.ts';
import { procedure } from './refusal.ts';

export const outputsContract = {
  /** The folder beside the project that outputs go to, and what is already there. */
  folder: procedure.output(
    z.object({
      path: z.string(),
      files: z.array(z.object({ fileName: z.string(), path: z.string(), byteCount: z.int(), changedAt: z.string(), file: fileTokenSchema })),
    }),
  ),
  /** What is still missing for each output, and what each can be about. */
  needs: procedure.output(z.array(z.object({ kind: outputKindSchema, needs: z.array(outputNeedSchema) }))),
  abouts: procedure.output(z.array(outputAboutSchema)),
  /** Yields progress, returns where the file is. `file` chosen in a save dialog, else a name of its own in the outputs folder. */
  make: procedure.input(outputAskedSchema.extend({ file: fileTokenSchema.optional() })).output(eventIterator(progressSchema, outputResultSchema)),
  /** The pages of a document that can be had as a PDF, as SVG pictures, one string a page, without writing a file. */
  preview: procedure.input(outputAskedSchema).output(eventIterator(progressSchema, z.object({ pages: z.array(z.string()), pageCount: z.number().int() }))),
};
