import { z } from 'zod';
import { figureFactsSchema, undefinedReasonSchema } from './figure-facts.ts';
import { idSchema, lineSchema } from './ids.ts';
import { surveyQuestionSchema } from './recipes.ts';

/** A question of an imported survey with how it was answered. */
export const surveyQuestionInfoSchema = surveyQuestionSchema.extend({
  id: idSchema,
  datasetId: idSchema,
  /** The column of the file. */
  column: z.string(),
  position: z.int(),
});
export type SurveyQuestionInfo = z.infer<typeof surveyQuestionInfoSchema>;

/** A survey as it was imported: how many people, how they were drawn. */
export const surveyInfoSchema = z.object({
  datasetId: idSchema,
  name: lineSchema,
  source: lineSchema,
  publishedOn: z.string().nullable(),
  firstYear: z.int().nullable(),
  lastYear: z.int().nullable(),
  /** People in the file. */
  respondents: z.int(),
  /** People with a weight; 0 = the survey is unweighted. */
  weighted: z.int(),
  weightSum: z.number(),
  strata: z.int(),
  clusters: z.int(),
  /** Layers with areas in which people of this survey were placed. */
  layers: z.array(z.object({ id: idSchema, name: lineSchema, areas: z.int() })),
  questions: z.int(),
});
export type SurveyInfo = z.infer<typeof surveyInfoSchema>;

/** Into what groups people are parted; `question` needs a question with codes. */
export const surveyGroupingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('area'), layerId: idSchema }),
  z.object({ kind: z.literal('stratum') }),
  z.object({ kind: z.literal('year') }),
  z.object({ kind: z.literal('question'), questionId: idSchema }),
]);
export type SurveyGrouping = z.infer<typeof surveyGroupingSchema>;

export const surveyRequestSchema = z.object({
  datasetId: idSchema,
  questionId: idSchema,
  /** The answers that are counted (numerator). Not needed for an amount, whose mean is told. */
  codes: z.array(z.string()).max(500).default([]),
  by: surveyGroupingSchema.default({ kind: 'none' }),
  /**
   * `answered`: all who gave an answer that counts as one. `all`: everybody with any answer at all, «don't know» and «never goes out» included, as
   * SDG 16.1.4 asks; only those whose answer is blank stay out.
   */
  denominator: z.enum(['answered', 'all']).default('answered'),
  /** Only people of this area. */
  areaId: idSchema.nullable().default(null),
});
export type SurveyRequest = z.input<typeof surveyRequestSchema>;

/** `few`: fewer than 30 answers · `clustered`: drawn in clusters that the file does not name · `unweighted` · `wide`: an interval over 20 points. */
export const surveyWarnings = ['few', 'wide', 'unweighted', 'without-weight'] as const;

export const surveyEstimateSchema = z.object({
  /** Area id, code of the answer, stratum or year; '' for all. */
  key: z.string(),
  label: z.string(),
  /** Share 0–1, or the mean of an amount. Null with a reason. */
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  undefinedReason: undefinedReasonSchema.nullable(),
  /** People in the denominator, and those of them in the numerator (null for means). */
  n: z.int(),
  hits: z.int().nullable(),
  weightSum: z.number(),
  hitWeight: z.number().nullable(),
  effectiveN: z.number().nullable(),
  designEffect: z.number().nullable(),
  /** People of the group who are not in the denominator: no answer, or one that counts as none. */
  missing: z.int(),
  /** People left out because they have no weight. */
  withoutWeight: z.int(),
  warnings: z.array(z.enum(surveyWarnings)),
  /** Of a share of a group: how far it lies from the share of everybody else whose group is known, with limits. Null where either has none. */
  difference: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** False where so few people gave the answer, or did not, or could be worked out to be so few from the others, that it must not leave the screen. */
  mayBeKept: z.boolean(),
  facts: figureFactsSchema,
});
export type SurveyEstimate = z.infer<typeof surveyEstimateSchema>;

export const surveyEstimatesSchema = z.object({
  question: surveyQuestionInfoSchema,
  isMean: z.boolean(),
  isWeighted: z.boolean(),
  /** All people together. */
  total: surveyEstimateSchema,
  /** By group, in the order of the codes or of the names; empty without a grouping. */
  groups: z.array(surveyEstimateSchema),
  /** People whose group is not known. */
  withoutGroup: z.int(),
});
export type SurveyEstimates = z.infer<typeof surveyEstimatesSchema>;

/** Shares of every answer of a question, for a first look. */
export const surveyAnswersSchema = z.object({
  question: surveyQuestionInfoSchema,
  answers: z.array(z.object({ code: z.string(), label: z.string(), isMissing: z.boolean(), n: z.int(), weightSum: z.number(), share: z.number().nullable() })),
  blank: z.int(),
});
export type SurveyAnswers = z.infer<typeof surveyAnswersSchema>;

/** What a dictionary or catalogue says about questions; nothing is written yet. */
export const codebookSchema = z.object({
  questions: z.array(
    z.object({
      column: z.string(),
      wording: z.string().max(2000).nullable(),
      options: z.array(z.object({ code: z.string().max(200), label: z.string().max(500), isMissing: z.boolean() })).max(500),
    }),
  ),
  /** Names in the codebook that no question of the survey has. */
  unknown: z.array(z.string()),
});
export type Codebook = z.infer<typeof codebookSchema>;
