import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { costLineInputSchema, fundingLineInputSchema } from '../domain/plan-costs.ts';
import { measureInputSchema, measureSchema, objectiveInputSchema, objectiveSchema, policySchema } from '../domain/policy.ts';
import { policyCheckSchema } from '../domain/policy-checks.ts';
import { pillarInputSchema, pillarSchema, policyFactsSchema, principleInputSchema, principleSchema } from '../domain/policy-frame.ts';
import { procedure } from './refusal.ts';

/** What of the plan has an order that people choose. */
export const orderedKinds = ['principle', 'pillar', 'objective', 'measure'] as const;

export const policyContract = {
  get: procedure.output(policySchema),
  update: procedure.input(policySchema.partial()).output(policySchema),
  objectives: procedure.output(z.array(objectiveSchema)),
  addObjective: procedure.input(objectiveInputSchema.partial()).output(objectiveSchema),
  updateObjective: procedure.input(z.object({ id: idSchema, patch: objectiveInputSchema.partial() })).output(objectiveSchema),
  /** Refused while measures hang on it. */
  removeObjective: procedure.input(z.object({ id: idSchema })).output(z.void()),
  measures: procedure.output(z.array(measureSchema)),
  addMeasure: procedure.input(measureInputSchema.partial().required({ objectiveId: true })).output(measureSchema),
  updateMeasure: procedure.input(z.object({ id: idSchema, patch: measureInputSchema.partial() })).output(measureSchema),
  removeMeasure: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** Lines of cost and of funding; each answers the whole measure, computed anew. */
  addCostLine: procedure.input(costLineInputSchema.partial().extend({ measureId: idSchema })).output(measureSchema),
  updateCostLine: procedure.input(z.object({ id: idSchema, patch: costLineInputSchema.partial() })).output(measureSchema),
  removeCostLine: procedure.input(z.object({ id: idSchema })).output(measureSchema),
  addFundingLine: procedure.input(fundingLineInputSchema.partial().extend({ measureId: idSchema })).output(measureSchema),
  updateFundingLine: procedure.input(z.object({ id: idSchema, patch: fundingLineInputSchema.partial() })).output(measureSchema),
  removeFundingLine: procedure.input(z.object({ id: idSchema })).output(measureSchema),
  facts: procedure.output(policyFactsSchema),
  updateFacts: procedure.input(policyFactsSchema.partial()).output(policyFactsSchema),
  principles: procedure.output(z.array(principleSchema)),
  addPrinciple: procedure.input(principleInputSchema.partial()).output(principleSchema),
  updatePrinciple: procedure.input(z.object({ id: idSchema, patch: principleInputSchema.partial() })).output(principleSchema),
  removePrinciple: procedure.input(z.object({ id: idSchema })).output(z.void()),
  pillars: procedure.output(z.array(pillarSchema)),
  addPillar: procedure.input(pillarInputSchema.partial()).output(pillarSchema),
  updatePillar: procedure.input(z.object({ id: idSchema, patch: pillarInputSchema.partial() })).output(pillarSchema),
  /** Its objectives stay, without a pillar. */
  removePillar: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** Puts these things into this order; those that are not named keep their place after them. */
  setOrder: procedure.input(z.object({ kind: z.enum(orderedKinds), ids: z.array(idSchema).min(1).max(1000) })).output(z.void()),
  checks: procedure.output(z.array(policyCheckSchema)),
};
