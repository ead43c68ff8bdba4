import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { fileTokenSchema, idSchema, lineSchema } from '../domain/ids.ts';
import { datasetSchema, importKindSchema, importPreviewSchema, importResultSchema, recipePatchSchema } from '../domain/imports.ts';
import { progressSchema } from '../domain/outputs.ts';
import { procedure } from './refusal.ts';

const request = z.object({ file: fileTokenSchema, kind: importKindSchema, recipe: recipePatchSchema.default({}) });

export const importsContract = {
  /**
   * Reads the whole file and writes nothing: what it is, how it is read, what each column seems to be, every problem by row.
   * Whatever the recipe patch states is obeyed, the rest is detected. Yields progress, returns the preview.
   */
  inspect: procedure.input(request).output(eventIterator(progressSchema, importPreviewSchema)),
  /** The same, then writes all usable rows in one change. Refused for a file that is already in the project unless `again`. */
  run: procedure
    .input(request.extend({ again: z.boolean().default(false), source: lineSchema.default(''), licence: lineSchema.default('') }))
    .output(eventIterator(progressSchema, importResultSchema)),
  datasets: procedure.output(z.array(datasetSchema)),
  updateDataset: procedure
    .input(z.object({ id: idSchema, source: lineSchema.optional(), licence: lineSchema.optional(), publishedOn: z.string().nullable().optional() }))
    .output(datasetSchema),
  /** Removes the dataset and every row that came with it. */
  removeDataset: procedure.input(z.object({ id: idSchema })).output(z.void()),
};
