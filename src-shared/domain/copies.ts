import { z } from 'zod';
import { fileTokenSchema, idSchema } from './ids.ts';

/** Why a copy was made. `replaced` holds what a restore put aside. */
export const copyReasons = ['timer', 'close', 'asked', 'update', 'replaced'] as const;
export const copyReasonSchema = z.enum(copyReasons);
export type CopyReason = (typeof copyReasons)[number];

/** What a project holds, in counts; null where an older file has no such table. */
export const contentCountsSchema = z.object({
  areas: z.int().nullable(),
  stakeholders: z.int().nullable(),
  datasets: z.int().nullable(),
  incidents: z.int().nullable(),
  observations: z.int().nullable(),
  risks: z.int().nullable(),
  findings: z.int().nullable(),
  priorities: z.int().nullable(),
  objectives: z.int().nullable(),
  measures: z.int().nullable(),
  changes: z.int().nullable(),
});
export type ContentCounts = z.infer<typeof contentCountsSchema>;
export type CountedThing = keyof ContentCounts;
export const countedThings = Object.keys(contentCountsSchema.shape) as CountedThing[];

/** A project file in short: enough to recognise it before opening it. */
export const fileContentsSchema = z.object({
  projectId: idSchema.nullable(),
  cityName: z.string(),
  /** `user_version`: the last migration of the file. */
  version: z.int(),
  revision: z.int(),
  lastChange: z.object({ at: z.string(), name: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  counts: contentCountsSchema,
});
export type FileContents = z.infer<typeof fileContentsSchema>;

/** Why the contents of a copy are not known. */
export const copyProblems = ['not-whole', 'other-passphrase', 'not-readable', 'newer-version'] as const;
export const copyProblemSchema = z.enum(copyProblems);
export type CopyProblem = (typeof copyProblems)[number];

export const copyPlaces = ['main', 'second'] as const;
export type CopyPlace = (typeof copyPlaces)[number];

/** One copy as it lies in a folder. */
export const fileCopySchema = z.object({
  file: fileTokenSchema,
  fileName: z.string(),
  path: z.string(),
  place: z.enum(copyPlaces),
  reason: copyReasonSchema,
  /** ISO instant, out of the file's name. */
  madeAt: z.string(),
  byteCount: z.int(),
  contents: fileContentsSchema.nullable(),
  problem: copyProblemSchema.nullable(),
  hasPassphrase: z.boolean(),
});
export type FileCopy = z.infer<typeof fileCopySchema>;

/** Folders that a person chose on this machine; null is the place of the application's own. */
export const copySettingsSchema = z.object({ folder: z.string().nullable(), secondFolder: z.string().nullable() });
export type CopySettings = z.infer<typeof copySettingsSchema>;

/** One table of a damaged file: what could be read. `expected` null = nobody can say; `lost` null with it. */
export const recoveredTableSchema = z.object({
  table: z.string(),
  read: z.int(),
  expected: z.int().nullable(),
  lost: z.int().nullable(),
  /** Rows that were gone from their table and are told by the history. */
  rebuilt: z.int(),
  /** Rows that were read but whose parent is gone, so that they could not be kept. */
  dropped: z.int(),
  /** Rows kept without a link to something that is gone. */
  unlinked: z.int(),
  /** Rows made up because something kept needs them. */
  standIns: z.int(),
  /** Rows with a value that could not be true, set to a neutral one. */
  mended: z.int(),
});
export type RecoveredTable = z.infer<typeof recoveredTableSchema>;

export const recoveryReportSchema = z.object({
  path: z.string(),
  fileName: z.string(),
  file: fileTokenSchema,
  damagedPath: z.string(),
  pages: z.object({ total: z.int(), unreadable: z.int() }),
  tables: z.array(recoveredTableSchema),
  /** Nothing was missing as far as anyone can tell. */
  isComplete: z.boolean(),
  contents: fileContentsSchema,
});
export type RecoveryReport = z.infer<typeof recoveryReportSchema>;
