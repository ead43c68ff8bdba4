import { z } from 'zod';
import { differenceCountSchema, objectChangeSchema, objectReferenceSchema } from './history.ts';

/** Which copy of the project this file is; an empty name = the first file. */
export const thisCopySchema = z.object({ id: z.string(), name: z.string(), originName: z.string(), handedOutAt: z.string().nullable() });
export type ThisCopy = z.infer<typeof thisCopySchema>;

/** A copy that was handed out to a break-out group. */
export const handedCopySchema = z.object({ id: z.string(), name: z.string(), handedOutAt: z.string(), broughtBackAt: z.string().nullable() });
export type HandedCopy = z.infer<typeof handedCopySchema>;

/** What one copy brings. */
export const contributionSchema = z.object({
  fileName: z.string(),
  copyName: z.string(),
  /** Changes not known here; 0 = nothing new. */
  changes: z.int(),
});

/** A value that somebody gave, or a removal. */
export const reviewWriteSchema = z.object({
  stamp: z.string(),
  value: z.union([z.string(), z.number(), z.null()]),
  at: z.string(),
  person: z.string(),
  copyName: z.string(),
});
export type ReviewWrite = z.infer<typeof reviewWriteSchema>;

/** Something that people who did not know of each other said differently. */
export const reviewItemSchema = objectReferenceSchema.extend({
  /** What people call the object. */
  name: z.string(),
  /** `field`: different values, the first stands. `removal`: removed by some, worked on by others; it is there. */
  kind: z.enum(['field', 'removal']),
  field: z.string(),
  writes: z.array(reviewWriteSchema),
  mergeRevision: z.int(),
});
export type ReviewItem = z.infer<typeof reviewItemSchema>;

/** What bringing copies together does, before or after it is done. */
export const mergeReportSchema = z.object({
  contributions: z.array(contributionSchema),
  /** What is different afterwards. */
  counts: z.array(differenceCountSchema),
  /** The first hundreds of it in words. */
  objects: z.array(objectChangeSchema),
  total: z.int(),
  /** Questions that the people have to decide afterwards. */
  reviews: z.array(reviewItemSchema),
  /** A merge that took these copies in before and was undone: bringing them together again does it again. */
  undoneMerge: z.int().nullable(),
});
export type MergeReport = z.infer<typeof mergeReportSchema>;
