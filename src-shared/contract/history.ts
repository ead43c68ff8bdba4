import { z } from 'zod';
import {
  compactionSchema,
  comparisonSchema,
  historyEntrySchema,
  historySizeSchema,
  historyStepSchema,
  historyStepsSchema,
  objectMomentSchema,
  objectReferenceSchema,
  snapshotSchema,
} from '../domain/history.ts';
import { idSchema, lineSchema, textSchema } from '../domain/ids.ts';
import { subjectSchema } from '../domain/project.ts';
import { procedure } from './refusal.ts';

/** A moment: right after a revision of this file; null = now. */
const momentSchema = z.int().min(0).nullable();

export const historyContract = {
  /** What undo and redo would do now. */
  steps: procedure.output(historyStepsSchema),
  undo: procedure.output(historyStepSchema),
  redo: procedure.output(historyStepSchema),
  /** Newest first; `before` = only revisions below it, for paging. */
  list: procedure
    .input(
      z.object({
        before: z.int().optional(),
        /** Nothing later than this instant (ISO). */
        until: z.string().optional(),
        limit: z.int().min(1).max(500).default(100),
        subject: subjectSchema.optional(),
        person: z.string().optional(),
        /** Made while this session of a workshop ran; null = while none did. */
        sessionId: idSchema.nullable().optional(),
        object: objectReferenceSchema.optional(),
        /** Changes that came in with this merge, instead of the file's own timeline. */
        mergeRevision: z.int().optional(),
      }),
    )
    .output(z.array(historyEntrySchema)),
  /** The names under which changes were made. */
  people: procedure.output(z.array(z.string())),
  /** What a change did: counts by kind of object, and the first objects field by field. */
  details: procedure.input(z.object({ revision: z.int(), limit: z.int().min(1).max(1_000).default(100) })).output(comparisonSchema),
  /** The past values of an object, newest first. */
  object: procedure.input(objectReferenceSchema).output(z.array(objectMomentSchema)),
  restoreObject: procedure.input(objectReferenceSchema.extend({ revision: z.int().min(0) })).output(z.void()),
  restoreProject: procedure.input(z.object({ revision: z.int().min(0) })).output(z.void()),
  snapshots: procedure.output(z.array(snapshotSchema)),
  addSnapshot: procedure.input(z.object({ name: lineSchema, note: textSchema.default('') })).output(snapshotSchema),
  updateSnapshot: procedure.input(z.object({ id: idSchema, name: lineSchema.optional(), note: textSchema.optional() })).output(snapshotSchema),
  removeSnapshot: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** What differs between two moments. */
  compare: procedure.input(z.object({ from: momentSchema, to: momentSchema })).output(comparisonSchema),
  size: procedure.output(historySizeSchema),
  /**
   * Folds what lies between snapshots (and now) together, for good. The project and its snapshots stay as they are; who did what in between, earlier
   * values and undo are given up. Refused while differences between copies are open.
   */
  compact: procedure.input(z.object({})).output(compactionSchema),
  /** Who works at this computer: stands beside every change from now on. Empty = not said. */
  /** `isHelper`: a co-facilitator at another machine, whose name was given at the way in. */
  author: procedure.output(z.object({ person: z.string(), isHelper: z.boolean() })),
  setAuthor: procedure.input(z.object({ person: z.string().max(100) })).output(z.void()),
};
