import { z } from 'zod';
import { evidenceInputSchema, findingInputSchema, findingSchema, riskInputSchema, riskSchema } from '../domain/findings.ts';
import { idSchema } from '../domain/ids.ts';
import { procedure } from './refusal.ts';

export const risksContract = {
  list: procedure.output(z.array(riskSchema)),
  add: procedure.input(riskInputSchema.partial().required({ kind: true })).output(riskSchema),
  update: procedure.input(z.object({ id: idSchema, patch: riskInputSchema.partial() })).output(riskSchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
};

export const findingsContract = {
  list: procedure.output(z.array(findingSchema)),
  add: procedure.input(findingInputSchema.partial().extend({ evidence: z.array(evidenceInputSchema).default([]) })).output(findingSchema),
  update: procedure.input(z.object({ id: idSchema, patch: findingInputSchema.partial() })).output(findingSchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  addEvidence: procedure.input(z.object({ findingId: idSchema, evidence: evidenceInputSchema })).output(findingSchema),
  updateEvidence: procedure.input(z.object({ id: idSchema, patch: evidenceInputSchema.partial() })).output(findingSchema),
  removeEvidence: procedure.input(z.object({ id: idSchema })).output(findingSchema),
};
