import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { objectReferenceSchema } from '../domain/history.ts';
import { fileTokenSchema, lineSchema } from '../domain/ids.ts';
import { handedCopySchema, mergeReportSchema, reviewItemSchema, thisCopySchema } from '../domain/merging.ts';
import { progressSchema } from '../domain/outputs.ts';
import { procedure } from './refusal.ts';

const copiesSchema = z.object({
  files: z.array(fileTokenSchema).min(1).max(100),
  /** For copies under another passphrase than the open project's. */
  passphrase: z.string().min(1).max(1000).optional(),
});

/** Copies for break-out groups, and bringing them together again. */
export const mergingContract = {
  thisCopy: procedure.output(thisCopySchema),
  handedOut: procedure.output(z.array(handedCopySchema)),
  /** Makes one copy for each name in a folder, or one copy at a file. Returns the copies with the paths where they are. */
  handOut: procedure
    .input(z.object({ folder: fileTokenSchema.optional(), file: fileTokenSchema.optional(), names: z.array(lineSchema).min(1).max(50) }))
    .output(z.array(handedCopySchema.extend({ path: z.string() }))),
  /** What bringing the copies together would do; nothing is written. */
  preview: procedure.input(copiesSchema).output(eventIterator(progressSchema, mergeReportSchema)),
  /** Takes in what the copies know and this file does not, as one change that can be undone. */
  bringTogether: procedure.input(copiesSchema).output(eventIterator(progressSchema, mergeReportSchema)),
  /** What people said differently and nobody has decided yet. */
  reviews: procedure.output(z.array(reviewItemSchema)),
  /** `stamp` names the value that shall stand (null = what stands now); `remove` lets an object go after all. */
  decide: procedure
    .input(objectReferenceSchema.extend({ field: z.string(), stamp: z.string().nullable(), remove: z.boolean().default(false) }))
    .output(z.void()),
};
