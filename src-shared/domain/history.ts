import { z } from 'zod';
import { subjectSchema } from './project.ts';

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** What «undo» or «redo» would do now; the interface has the words (`change.<name>`). */
export const historyStepSchema = z.object({ revision: z.int(), name: z.string(), params: paramsSchema });
export type HistoryStep = z.infer<typeof historyStepSchema>;
export const historyStepsSchema = z.object({ undo: historyStepSchema.nullable(), redo: historyStepSchema.nullable() });
export type HistorySteps = z.infer<typeof historyStepsSchema>;

export const changeKinds = ['edit', 'undo', 'redo', 'restore', 'merge', 'note'] as const;

/** An object of the project as the history knows it: its table and its id. */
export const objectReferenceSchema = z.object({ type: z.string().max(64), id: z.string().max(2_000) });
export type ObjectReference = z.infer<typeof objectReferenceSchema>;

/** One entry of the timeline. */
export const historyEntrySchema = z.object({
  revision: z.int(),
  /** The clock of the computer that made the change. */
  at: z.string(),
  kind: z.enum(changeKinds),
  name: z.string(),
  params: paramsSchema,
  subjects: z.array(subjectSchema),
  /** Who, as they said: a facilitator's or break-out group's name; empty = not said. */
  person: z.string(),
  /** The copy it was made in; empty = the first file. */
  copyName: z.string(),
  sessionId: z.string().nullable(),
  /** How many objects it touched. */
  objects: z.int(),
  /** Taken back and not done again. */
  isUndone: z.boolean(),
  /** Came in with this merge (a revision); null = made in this file. */
  mergeRevision: z.int().nullable(),
  /** For an undo or redo: the words of what it was about. */
  target: historyStepSchema.nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** A column of an object with its value before and after; null = empty, undefined side = the object was not there. */
export const fieldChangeSchema = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });

/** What a change did to one object. */
export const objectChangeSchema = objectReferenceSchema.extend({
  /** What people call it; empty = it has no name of its own. */
  name: z.string(),
  kind: z.enum(['added', 'changed', 'removed']),
  fields: z.array(fieldChangeSchema),
});
export type ObjectChange = z.infer<typeof objectChangeSchema>;

/** One moment in the life of an object. */
export const objectMomentSchema = objectChangeSchema.extend({
  revision: z.int(),
  at: z.string(),
  changeName: z.string(),
  params: paramsSchema,
  person: z.string(),
});
export type ObjectMoment = z.infer<typeof objectMomentSchema>;

export const snapshotSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  note: z.string(),
  madeAt: z.string(),
  person: z.string(),
  revision: z.int(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** How many objects of a type differ between two moments. */
export const differenceCountSchema = z.object({ type: z.string(), added: z.int(), changed: z.int(), removed: z.int() });
export type DifferenceCount = z.infer<typeof differenceCountSchema>;
export const comparisonSchema = z.object({
  counts: z.array(differenceCountSchema),
  /** The first hundreds of differing objects, in words. */
  objects: z.array(objectChangeSchema),
  total: z.int(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** What making the history smaller came to; bytes of the whole file. */
export const compactionSchema = z.object({ foldedChanges: z.int(), bytesBefore: z.int(), bytesAfter: z.int() });
export type Compaction = z.infer<typeof compactionSchema>;

/** How large the history is. */
export const historySizeSchema = z.object({ changes: z.int(), edits: z.int(), bytes: z.int(), firstAt: z.string().nullable() });
export type HistorySize = z.infer<typeof historySizeSchema>;
