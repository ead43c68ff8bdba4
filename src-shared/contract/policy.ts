import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { measureInputSchema, measureSchema, objectiveInputSchema, objectiveSchema, policyCheckSchema, policySchema } from '../domain/policy.ts';
import { procedure } from './refusal.ts';

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
  checks: procedure.output(z.array(policyCheckSchema)),
};
