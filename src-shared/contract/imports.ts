import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { dataQualitySchema, datasetComparisonSchema, datasetSchema } from '../domain/datasets.ts';
import { fileTokenSchema, idSchema, lineSchema } from '../domain/ids.ts';
import { importPreviewSchema, importResultSchema } from '../domain/imports.ts';
import { progressSchema } from '../domain/outputs.ts';
import { importKindSchema, recipePatchSchema, recipeSchema, savedRecipeSchema } from '../domain/recipes.ts';
import { procedure } from './refusal.ts';

const request = z.object({
  file: fileTokenSchema,
  kind: importKindSchema,
  recipe: recipePatchSchema.default({}),
  /** A saved recipe, or a dataset whose recipe is used; null = none, left out = the one that fits wholly, if any. */
  recipeId: idSchema.nullable().optional(),
});

export const importsContract = {
  /**
   * Reads the whole file and writes nothing: what it is, how it is read, what each column seems to be, every problem by row.
   * Whatever the recipe patch states is obeyed, the rest is detected. Yields progress, returns the preview.
   */
  inspect: procedure.input(request).output(eventIterator(progressSchema, importPreviewSchema)),
  /** The same, then writes all usable rows in one change. Refused for a file that is already in the project unless `again`. */
  run: procedure
    .input(
      request.extend({
        again: z.boolean().default(false),
        /** The dataset whose place it takes, in the same change. */ replaces: idSchema.nullable().default(null),
        source: lineSchema.default(''),
        licence: lineSchema.default(''),
        publishedOn: z.string().nullable().default(null),
        /** A title of a person's own; the file's name stands where it is empty. */
        title: lineSchema.default(''),
      }),
    )
    .output(eventIterator(progressSchema, importResultSchema)),
  /** What kinds the file may be, best first, judged by its columns and cells. */
  recognise: procedure.input(z.object({ file: fileTokenSchema })).output(
    z.array(
      z.object({
        kind: importKindSchema,
        score: z.number(),
        /** The columns that speak for it. */ because: z.array(z.object({ field: z.string(), column: z.string() })).optional(),
      }),
    ),
  ),
  datasets: procedure.output(z.array(datasetSchema)),
  updateDataset: procedure
    .input(
      z.object({
        id: idSchema,
        source: lineSchema.optional(),
        licence: lineSchema.optional(),
        publishedOn: z.string().nullable().optional(),
        title: lineSchema.optional(),
        note: z.string().max(20_000).optional(),
      }),
    )
    .output(datasetSchema),
  /** The problem report of a dataset and how good it is, counted afresh. */
  quality: procedure.input(z.object({ id: idSchema })).output(dataQualitySchema),
  /** Two datasets of one kind. */
  compare: procedure.input(z.object({ before: idSchema, after: idSchema })).output(datasetComparisonSchema),
  /** A dataset against a file that has not been imported yet. */
  compareFile: procedure.input(request.extend({ before: idSchema })).output(eventIterator(progressSchema, datasetComparisonSchema)),
  recipes: procedure.output(z.array(savedRecipeSchema)),
  saveRecipe: procedure.input(z.object({ name: lineSchema, recipe: recipeSchema, columns: z.array(z.string()) })).output(savedRecipeSchema),
  renameRecipe: procedure.input(z.object({ id: idSchema, name: lineSchema })).output(savedRecipeSchema),
  removeRecipe: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** Removes the dataset and every row that came with it. */
  removeDataset: procedure.input(z.object({ id: idSchema })).output(z.void()),
};
