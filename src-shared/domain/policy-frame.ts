import { z } from 'zod';
import { dateSchema, idSchema, lineSchema, textSchema, yearSchema } from './ids.ts';

export const principleInputSchema = z.object({ title: lineSchema, text: textSchema });
export const principleSchema = principleInputSchema.extend({ id: idSchema });
export type PrincipleInput = z.infer<typeof principleInputSchema>;
/** A rule that the whole policy follows: nobody left out, prevention first. */
export type Principle = z.infer<typeof principleSchema>;

export const pillarInputSchema = z.object({ title: lineSchema, description: textSchema });
export const pillarSchema = pillarInputSchema.extend({ id: idSchema });
export type PillarInput = z.infer<typeof pillarInputSchema>;
/** What objectives are grouped under: a pillar, axis, component or strategy of the plan. */
export type Pillar = z.infer<typeof pillarSchema>;

export const policyStages = ['none', 'preparing', 'draft', 'adopted', 'under-review'] as const;
export const policyTypes = ['own-policy', 'strategy', 'action-plan', 'part-of-development-plan', 'resolution', 'state-or-national'] as const;

/** What a city is asked about its safety policy beyond the plan itself: the status card, and the rules of its review. */
export const policyFactsSchema = z.object({
  stage: z.enum(policyStages).nullable(),
  type: z.enum(policyTypes).nullable(),
  adoptedYear: yearSchema.nullable(),
  coversWholeCity: z.boolean().nullable(),
  coverageNote: textSchema,
  legalBasis: textSchema,
  responsibleUnit: lineSchema,
  /** The responsible unit where it stands in the register. */
  responsibleId: idSchema.nullable(),
  participation: textSchema,
  monitoring: textSchema,
  lastReviewOn: dateSchema,
  nextReviewOn: dateSchema,
  /** Months between two reviews. */
  reviewEveryMonths: z.int().min(1).max(240).nullable(),
  reviewRules: textSchema,
  publishedWhere: textSchema,
});
export type PolicyFacts = z.infer<typeof policyFactsSchema>;

export const noPolicyFacts: PolicyFacts = {
  stage: null,
  type: null,
  adoptedYear: null,
  coversWholeCity: null,
  coverageNote: '',
  legalBasis: '',
  responsibleUnit: '',
  responsibleId: null,
  participation: '',
  monitoring: '',
  lastReviewOn: '',
  nextReviewOn: '',
  reviewEveryMonths: null,
  reviewRules: '',
  publishedWhere: '',
};
