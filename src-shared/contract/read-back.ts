import { z } from 'zod';
import { fileTokenSchema } from '../domain/ids.ts';
import { readBackPreviewSchema } from '../domain/read-back.ts';
import { procedure } from './refusal.ts';

/** A workbook that somebody worked in, read back. Refused as `file/…`, `read-back/not-a-workbook` and `read-back/other-project`. */
export const readBackContract = {
  preview: procedure.input(z.object({ file: fileTokenSchema })).output(readBackPreviewSchema),
  /** Takes the chosen changes as one change that can be undone; keys are those of the preview. */
  take: procedure.input(z.object({ file: fileTokenSchema, keys: z.array(z.string()).min(1) })).output(z.object({ taken: z.int() })),
};
