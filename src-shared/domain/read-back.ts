import { z } from 'zod';
import { idSchema } from './ids.ts';

export const readBackObjects = ['stakeholder', 'observation', 'objective', 'measure'] as const;

/**
 * `changed` in the workbook only; `conflict` in the workbook and, otherwise, in the project since; `added` a row without an id;
 * `missing` a row that is no longer in the workbook.
 */
export const readBackStates = ['changed', 'conflict', 'added', 'missing'] as const;

/** One change that can be taken or left. Values are as the cells say them. */
export const readBackChangeSchema = z.object({
  /** The same for the same change, however often the file is read. */
  key: z.string(),
  state: z.enum(readBackStates),
  object: z.enum(readBackObjects),
  id: idSchema.nullable(),
  /** What it is about: the measure, the stakeholder, the indicator. */
  title: z.string(),
  sheet: z.string(),
  /** Null for a row that is missing. */
  row: z.int().nullable(),
  /** The column's label; empty where the whole row is meant. */
  column: z.string(),
  /** What stood there when the workbook was made. */
  before: z.string(),
  /** What stands in the workbook. */
  after: z.string(),
  /** What stands in the project now, where that is something else. */
  now: z.string().nullable(),
  /** Of an added row: its filled cells. */
  cells: z.array(z.object({ column: z.string(), value: z.string() })),
  /** Some rows that are missing can only be removed where they are. */
  canBeTaken: z.boolean(),
});
export type ReadBackChange = z.infer<typeof readBackChangeSchema>;

export const readBackProblemCodes = [
  ...['sheet-missing', 'column-missing', 'not-a-number', 'out-of-range', 'unknown-word', 'unknown-body', 'unknown-area', 'not-a-date'],
  ...['title-empty', 'twice', 'unknown-id', 'gone', 'unknown-objective', 'unknown-indicator', 'too-long'],
] as const;
export type ReadBackProblemCode = (typeof readBackProblemCodes)[number];

/** Something that cannot be read, where it stands, with what was found there. */
export const readBackProblemSchema = z.object({
  code: z.enum(readBackProblemCodes),
  sheet: z.string(),
  row: z.int().nullable(),
  column: z.string(),
  value: z.string(),
});
export type ReadBackProblem = z.infer<typeof readBackProblemSchema>;

export const readBackPreviewSchema = z.object({
  fileName: z.string(),
  language: z.string(),
  /** The project has changed since the workbook was made. */
  isOlder: z.boolean(),
  changes: z.array(readBackChangeSchema),
  problems: z.array(readBackProblemSchema),
  /** Rows that were compared. */
  rows: z.int(),
});
export type ReadBackPreview = z.infer<typeof readBackPreviewSchema>;
