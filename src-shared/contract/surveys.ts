import { z } from 'zod';
import { fileTokenSchema, idSchema, lineSchema } from '../domain/ids.ts';
import { observationSchema } from '../domain/indicators.ts';
import { surveyQuestionSchema } from '../domain/recipes.ts';
import {
  codebookSchema,
  surveyAnswersSchema,
  surveyEstimatesSchema,
  surveyInfoSchema,
  surveyQuestionInfoSchema,
  surveyRequestSchema,
} from '../domain/surveys.ts';
import { procedure } from './refusal.ts';

export const surveysContract = {
  list: procedure.output(z.array(surveyInfoSchema)),
  questions: procedure.input(z.object({ datasetId: idSchema })).output(z.array(surveyQuestionInfoSchema)),
  /** Wording, labels, which codes count as no answer, whether it is an amount. Codes that occur cannot be taken away. */
  updateQuestion: procedure.input(z.object({ id: idSchema, patch: surveyQuestionSchema.partial() })).output(surveyQuestionInfoSchema),
  /** Reads a dictionary or a catalogue of codes (any table) against the questions of an imported survey, or the columns named. Writes nothing. */
  readCodebook: procedure
    .input(z.object({ file: fileTokenSchema, datasetId: idSchema.nullable().default(null), questions: z.record(z.string(), surveyQuestionSchema).default({}) }))
    .output(codebookSchema),
  /** Takes over what a codebook says, in one change. */
  applyCodebook: procedure.input(z.object({ datasetId: idSchema, codebook: codebookSchema })).output(z.array(surveyQuestionInfoSchema)),
  answers: procedure.input(z.object({ questionId: idSchema })).output(surveyAnswersSchema),
  estimate: procedure.input(surveyRequestSchema).output(surveyEstimatesSchema),
  /**
   * Saves an estimate (of all, or of one group) as a value of an indicator: percent for shares, with interval, effective n and how it was computed.
   * Refused where there is no value.
   */
  saveAsObservation: procedure
    .input(
      z.object({
        request: surveyRequestSchema,
        /** Key of the group; null = all. */
        group: z.string().nullable(),
        indicatorCode: z.string().min(1),
        breakdown: lineSchema.default(''),
        quality: z.enum(['A', 'B', 'C', 'D', 'X']).nullable().default(null),
      }),
    )
    .output(observationSchema),
};
