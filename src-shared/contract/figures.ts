import { z } from 'zod';
import { figureAnswerSchema, figureQuerySchema, figureTableInfoSchema } from '../domain/figures.ts';
import { procedure } from './refusal.ts';

export const figuresContract = {
  /** Imported tables of statistics with their series, breakdowns, years and layers. */
  tables: procedure.output(z.array(figureTableInfoSchema)),
  /** Figures of a table, in the order of the file. Nothing is added up: figures of different breakdowns overlap. */
  query: procedure.input(figureQuerySchema).output(figureAnswerSchema),
};
