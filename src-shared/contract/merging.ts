import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { objectReferenceSchema } from '../domain/history.ts';
import { fileTokenSchema, lineSchema } from '../domain/ids.ts';
import { handedCopySchema, mergeReportSchema, reviewItemSchema, thisCopySchema } from '../domain/merging.ts';
import { progressSchema } from '../domain/outputs.ts';
import { procedure, refusalSchema } from './refusal.ts';

const passphraseSchema = z.string().min(1).max(1000);

const copiesSchema = z.object({
  files: z.array(fileTokenSchema).min(1).max(100),
  /** For copies under another passphrase than the open project's. */
  passphrase: passphraseSchema.optional(),
  /** For single ones among them. */
  passphrases: z
    .array(z.object({ file: fileTokenSchema, passphrase: passphraseSchema }))
    .max(100)
    .optional(),
});

/** A file that was chosen to be brought in, before anything is compared. */
export const copyLookSchema = z.object({
  file: fileTokenSchema,
  fileName: z.string(),
  /** Which copy it is; empty = the first file, or a copy made by hand. */
  copyName: z.string(),
  handedOutAt: z.string().nullable(),
  lastChangeAt: z.string().nullable(),
  /** Changes not known here. */
  news: z.int(),
  /** Made by an older version of the application; it is read as a newer one would write it and stays as it is. */
  isOlder: z.boolean(),
  /** Why it cannot be brought in. */
  problem: refusalSchema.nullable(),
});
export type CopyLook = z.infer<typeof copyLookSchema>;

/** Copies for break-out groups, and bringing them together again. */
export const mergingContract = {
  thisCopy: procedure.output(thisCopySchema),
  handedOut: procedure.output(z.array(handedCopySchema)),
  /**
   * Makes one copy for each name in a folder, or one copy at a file; with neither, in a place of the engine's own, to be downloaded before it
   * closes. A name that is taken in the folder gets a number. Returns the copies with the paths where they are.
   */
  handOut: procedure
    .input(z.object({ folder: fileTokenSchema.optional(), file: fileTokenSchema.optional(), names: z.array(lineSchema).min(1).max(50) }))
    .output(z.array(handedCopySchema.extend({ path: z.string(), file: fileTokenSchema, fileName: z.string() }))),
  /** What a file is that somebody chose: a copy of this project, and of what; or why it cannot be brought in. */
  look: procedure.input(z.object({ file: fileTokenSchema, passphrase: passphraseSchema.optional() })).output(copyLookSchema),
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
