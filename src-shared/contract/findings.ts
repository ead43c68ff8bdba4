import { z } from 'zod';
import { evidenceInputSchema, evidenceItemSchema, findingInputSchema, findingSchema, riskInputSchema, riskSchema } from '../domain/findings.ts';
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
  /** Returns the finding it stands under; null while it waits for one. */
  updateEvidence: procedure.input(z.object({ id: idSchema, patch: evidenceInputSchema.partial() })).output(findingSchema.nullable()),
  removeEvidence: procedure.input(z.object({ id: idSchema })).output(findingSchema.nullable()),
  /** Keeps an evidence item that has no finding yet. */
  keep: procedure.input(evidenceInputSchema).output(evidenceItemSchema),
  /** Evidence items that wait for their finding, newest first. */
  waiting: procedure.output(z.array(evidenceItemSchema)),
  /** Puts an item under a finding, or lets it wait again. */
  placeEvidence: procedure
    .input(z.object({ id: idSchema, findingId: idSchema.nullable(), stance: evidenceInputSchema.shape.stance.optional() }))
    .output(findingSchema.nullable()),
};
