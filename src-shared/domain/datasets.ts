import { z } from 'zod';
import { idSchema, lineSchema, yearSchema } from './ids.ts';
import { problemCountSchema, problemSchema } from './imports.ts';
import { importKindSchema, recipeSchema } from './recipes.ts';

/** An imported table, and where every one of its figures came from. */
export const datasetSchema = z.object({
  id: idSchema,
  kind: importKindSchema,
  fileName: z.string(),
  sha256: z.string(),
  importedAt: z.string(),
  rows: z.int(),
  imported: z.int(),
  source: lineSchema,
  licence: lineSchema,
  publishedOn: z.string().nullable(),
  firstYear: yearSchema.nullable(),
  lastYear: yearSchema.nullable(),
  problemCounts: z.array(problemCountSchema),
  recipe: recipeSchema,
  /** A title of a person's own; the file's name where it is empty. */
  title: lineSchema.default(''),
  note: z.string().max(20_000).default(''),
  /** First and last day of what it tells, where it tells days. */
  firstDay: z.string().nullable().default(null),
  lastDay: z.string().nullable().default(null),
  /** The edition that it took the place of. */
  replaced: z.object({ fileName: z.string(), sha256: z.string(), importedAt: z.string(), rows: z.int() }).nullable().default(null),
});
export type Dataset = z.infer<typeof datasetSchema>;

/** What changed between two datasets of one kind, or between a dataset and the file that would take its place. */
export const datasetComparisonSchema = z.object({
  rows: z.object({ before: z.int(), after: z.int(), same: z.int(), onlyBefore: z.int(), onlyAfter: z.int() }),
  /** Counts by year and by category (offence, series, question, area), where they differ most first. */
  byYear: z.array(z.object({ year: yearSchema.nullable(), before: z.number().nullable(), after: z.number().nullable() })),
  byCategory: z.array(z.object({ category: z.string(), before: z.number().nullable(), after: z.number().nullable() })),
});
export type DatasetComparison = z.infer<typeof datasetComparisonSchema>;

/** How good a dataset is (`src-main/engine/quality`). Shares are 0–1; null where a thing does not apply to this kind. */
export const dataQualitySchema = z.object({
  datasetId: idSchema,
  rowCount: z.int(),
  /** How full each field is, and how many of its values are impossible or say «not known». */
  fields: z.array(z.object({ field: z.string(), filled: z.int(), missing: z.int(), impossible: z.int() })),
  /** Rows by month (`YYYY-MM`); a month that stands out as too empty says so. */
  months: z.array(z.object({ month: z.string(), count: z.int(), isGap: z.boolean() })),
  /** Rows and how many of them have a day, an hour and a point, by area of the layer that the city counts by. */
  areas: z.array(
    z.object({ areaId: idSchema.nullable(), name: z.string().nullable(), rows: z.int(), withDay: z.int(), withHour: z.int(), withPoint: z.int() }),
  ),
  /** Share of hours that fall on midnight, noon and the full hour against what would be expected; null without hours. */
  heaping: z
    .object({
      hours: z.array(z.int()),
      midnightShare: z.number(),
      noonShare: z.number(),
      expectedShare: z.number(),
      firstOfMonthShare: z.number().nullable(),
      isHeaped: z.boolean(),
    })
    .nullable(),
  /** Points that bear many rows: a police station, the middle of the city. Counts only. */
  pointPiles: z.object({ rows: z.int(), places: z.int(), largest: z.int() }).nullable(),
  repeatedRowCount: z.int(),
  problemCounts: z.array(problemCountSchema),
  problems: z.array(problemSchema),
});
export type DataQuality = z.infer<typeof dataQualitySchema>;
