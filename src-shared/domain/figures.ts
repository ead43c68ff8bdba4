import { z } from 'zod';
import { figureFactsSchema } from './figure-facts.ts';
import { idSchema, lineSchema, yearSchema } from './ids.ts';

const wordsSchema = z.array(z.object({ value: z.string(), count: z.int() }));

/** What an imported table of statistics holds; '' among the values means that a figure is not broken down by it (a total). */
export const figureTableInfoSchema = z.object({
  datasetId: idSchema,
  name: lineSchema,
  source: lineSchema,
  publishedOn: z.string().nullable(),
  figures: z.int(),
  /** Figures that are missing. */
  missing: z.int(),
  series: z.array(z.object({ value: z.string(), unit: z.string(), count: z.int() })),
  breakdown: wordsSchema,
  breakdown2: wordsSchema,
  breakdown3: wordsSchema,
  years: z.array(yearSchema),
  hasMonths: z.boolean(),
  layers: z.array(z.object({ id: idSchema, name: lineSchema, areas: z.int() })),
  /** What the columns were called in the file, by field. */
  columns: z.record(z.string(), z.string()),
});
export type FigureTableInfo = z.infer<typeof figureTableInfoSchema>;

/** Every filter is left out for «any»; '' asks for totals. */
export const figureQuerySchema = z.object({
  datasetId: idSchema,
  series: z.string().optional(),
  breakdown: z.string().optional(),
  breakdown2: z.string().optional(),
  breakdown3: z.string().optional(),
  year: yearSchema.nullable().optional(),
  areaId: idSchema.nullable().optional(),
  layerId: idSchema.optional(),
  limit: z.int().min(1).max(20_000).default(5_000),
});

/** One figure as the file gives it; a missing value is null. */
export const figureRowSchema = z.object({
  row: z.int(),
  areaId: idSchema.nullable(),
  areaName: z.string().nullable(),
  series: z.string(),
  breakdown: z.string(),
  breakdown2: z.string(),
  breakdown3: z.string(),
  year: yearSchema.nullable(),
  month: z.int().nullable(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
});
export type FigureRow = z.infer<typeof figureRowSchema>;

export const figureAnswerSchema = z.object({ rows: z.array(figureRowSchema), total: z.int(), facts: figureFactsSchema });
export type FigureAnswer = z.infer<typeof figureAnswerSchema>;
