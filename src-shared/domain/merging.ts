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
  /** Who made them, as they said. */
  people: z.array(z.string()),
});

/** A value that somebody gave, or a removal. */
export const reviewWriteSchema = z.object({
  stamp: z.string(),
  value: z.union([z.string(), z.number(), z.null()]),
  /** Where the value is a link: what people call the thing it points to. */
  linkedName: z.string().nullable(),
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
  /** Of a removal: what others did to the object without knowing of it, newest first; none = something else here needs the object. */
  works: z.array(reviewWriteSchema),
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
  /** Incidents that come with datasets; they are counted, not listed. */
  incidents: z.int(),
  /** People who were deleted for good in a copy: they go here too, history included, and do not come back with an undo. */
  erasedPeople: z.int(),
  /** Questions that the people have to decide afterwards. */
  reviews: z.array(reviewItemSchema),
  /** A merge that took these copies in before and was undone: bringing them together again does it again, as a whole. */
  undoneMerge: z.object({ revision: z.int(), at: z.string(), names: z.string() }).nullable(),
  /** The change that can be undone; null = nothing was written. */
  revision: z.int().nullable(),
});
export type MergeReport = z.infer<typeof mergeReportSchema>;
