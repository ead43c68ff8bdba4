import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { contributionInputSchema, contributionSchema, partnershipInputSchema, partnershipSchema, partnershipTotalsSchema } from '../domain/partnerships.ts';
import { procedure } from './refusal.ts';

export const partnershipsContract = {
  list: procedure.output(z.array(partnershipSchema)),
  totals: procedure.output(partnershipTotalsSchema),
  add: procedure.input(partnershipInputSchema.partial()).output(partnershipSchema),
  update: procedure.input(z.object({ id: idSchema, patch: partnershipInputSchema.partial() })).output(partnershipSchema),
  /** With its log of contributions. */
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  addContribution: procedure.input(contributionInputSchema.partial().required({ partnershipId: true, what: true })).output(contributionSchema),
  updateContribution: procedure
    .input(z.object({ id: idSchema, patch: contributionInputSchema.omit({ partnershipId: true }).partial() }))
    .output(contributionSchema),
  removeContribution: procedure.input(z.object({ id: idSchema })).output(z.void()),
};
