import { z } from 'zod';
import { fileTokenSchema, idSchema } from './ids.ts';
import { offenceGroupSchema } from './incidents.ts';
import { dateOrders, importKindSchema, recipeSchema } from './recipes.ts';

/** A row that could not be used as it stands. `code` is a text key (`problem.<code>`); `row` is the 1-based row in the file. */
export const problemSchema = z.object({
  code: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string(),
  /** True when the row is left out; false when it is kept without the value. */
  dropsRow: z.boolean(),
  /** Plain English for logs and `--json`; the interface uses the code. */
  message: z.string(),
  /** Fills further blanks of the code's text. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
export const problemCountSchema = z.object({ code: z.string(), count: z.int(), dropsRow: z.boolean() });

/** A name in the file that matches no area surely. */
export const areaQuestionSchema = z.object({
  name: z.string(),
  rows: z.int(),
  suggestions: z.array(z.object({ areaId: idSchema, name: z.string(), score: z.number() })),
});
export type AreaQuestion = z.infer<typeof areaQuestionSchema>;

/** A value of a column with few values that stands for nothing known surely. */
export const categoryQuestionSchema = z.object({
  field: z.string(),
  column: z.string(),
  value: z.string(),
  rows: z.int(),
  suggestions: z.array(z.object({ value: z.string(), score: z.number() })),
});
export type CategoryQuestion = z.infer<typeof categoryQuestionSchema>;

/** How names of places were matched, in rows: the same letters, the same but for case and accents, alike, decided by a person, by the point, not at all. */
export const placeMatchSchema = z.object({
  exact: z.int(),
  normalised: z.int(),
  fuzzy: z.int(),
  decided: z.int(),
  point: z.int(),
  none: z.int(),
  /** Named area and point disagree. */
  disagreements: z.int(),
  /** Each fuzzy match, to be looked at: as written, the area taken, how alike (0–1). */
  fuzzyMatches: z.array(z.object({ name: z.string(), areaId: idSchema, areaName: z.string(), score: z.number(), rows: z.int() })),
});
export type PlaceMatch = z.infer<typeof placeMatchSchema>;

/** Something that was guessed about a file, and why (`guess.<code>`). `setting` is the part of the recipe that changes it. */
export const guessSchema = z.object({
  setting: z.string(),
  value: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  isSure: z.boolean(),
});
export type Guess = z.infer<typeof guessSchema>;

export const importPreviewSchema = z.object({
  file: fileTokenSchema,
  fileName: z.string(),
  byteCount: z.int(),
  sha256: z.string(),
  /** When this very file was imported before. */
  importedBefore: z.string().nullable(),
  recipe: recipeSchema,
  sheets: z.array(z.string()),
  columns: z.array(z.object({ name: z.string(), sample: z.array(z.string()), field: z.string().nullable() })),
  /** First rows as text, after the header. */
  rows: z.array(z.array(z.string())),
  rowCount: z.int(),
  usableRowCount: z.int(),
  /** Sum of the counts (equals usable rows unless a count column is mapped). */
  incidentCount: z.int().nullable(),
  problems: z.array(problemSchema),
  problemCounts: z.array(problemCountSchema),
  /** How sure the date order is: `ambiguous` when every date also reads the other way. */
  dateOrderIs: z.enum(['certain', 'ambiguous', 'none']),
  /** A few of the file's own dates, each with the day (`YYYY-MM-DD`) that it would be in every order; null where it would be none. */
  dateExamples: z.array(z.object({ text: z.string(), days: z.record(z.enum(dateOrders), z.string().nullable()) })).default([]),
  areaQuestions: z.array(areaQuestionSchema),
  offences: z.array(z.object({ name: z.string(), group: offenceGroupSchema, count: z.int() })),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  /** Fields that must be filled and that no column fills yet; while there are any, no row is judged. */
  missingFields: z.array(z.string()),
  guesses: z.array(guessSchema).default([]),
  /** Blocks of the same table stacked on the sheet: the row each begins in and the title above it. */
  blocks: z.array(z.object({ row: z.int(), title: z.string(), rowCount: z.int() })).default([]),
  /** Sheets that the file hides. */
  hiddenSheets: z.array(z.string()).default([]),
  /** Title rows above and notes below the table, as text. */
  notes: z.array(z.string()).default([]),
  /**
   * The first rows as they stand in the sheet or the text, from the file's row 1, titles and header included, about 25 of them: for a
   * picture in which the header is marked. Left out where a file has no such rows (maps, JSON).
   */
  firstRows: z.array(z.array(z.string())).optional(),
  /** Of a map or of point columns; `from` says who told. Null where there are no coordinates. */
  coordinateSystem: z
    .object({ code: z.string(), name: z.string(), from: z.enum(['file', 'chosen', 'values']) })
    .nullable()
    .default(null),
  categoryQuestions: z.array(categoryQuestionSchema).default([]),
  placeMatch: placeMatchSchema.nullable().default(null),
  repeatedRowCount: z.int().default(0),
  /** Incidents of the file that earlier datasets hold already. */
  knownIncidents: z.array(z.object({ datasetId: idSchema, fileName: z.string(), count: z.int() })).default([]),
  /** Saved recipes and earlier datasets whose columns fit this file, best first; `usedRecipeId` was applied unasked because it fits wholly. */
  fittingRecipes: z.array(z.object({ id: idSchema, name: z.string(), share: z.number() })).default([]),
  usedRecipeId: idSchema.nullable().default(null),
  /** Datasets that this file looks like a newer edition of. */
  earlierEditions: z.array(z.object({ datasetId: idSchema, fileName: z.string(), importedAt: z.string() })).default([]),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importResultSchema = z.object({
  dataset: idSchema,
  kind: importKindSchema,
  rows: z.int(),
  imported: z.int(),
  problems: z.array(problemSchema),
  problemCounts: z.array(problemCountSchema),
  unmatchedAreas: z.array(areaQuestionSchema),
  recipe: recipeSchema,
});
export type ImportResult = z.infer<typeof importResultSchema>;
