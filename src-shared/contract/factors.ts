import { z } from 'zod';
import { factorInputSchema, factorSchema, outsideFactorInputSchema, outsideFactorSchema } from '../domain/factors.ts';
import { idSchema } from '../domain/ids.ts';
import { procedure } from './refusal.ts';

export const factorsContract = {
  /** Risk and protective factors in the order of entry. */
  list: procedure.output(z.array(factorSchema)),
  add: procedure.input(factorInputSchema.partial().required({ level: true, direction: true })).output(factorSchema),
  update: procedure.input(z.object({ id: idSchema, patch: factorInputSchema.partial() })).output(factorSchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** What comes from beyond the city, in the order of entry. */
  outside: procedure.output(z.array(outsideFactorSchema)),
  addOutside: procedure.input(outsideFactorInputSchema.partial().required({ dimension: true })).output(outsideFactorSchema),
  updateOutside: procedure.input(z.object({ id: idSchema, patch: outsideFactorInputSchema.partial() })).output(outsideFactorSchema),
  removeOutside: procedure.input(z.object({ id: idSchema })).output(z.void()),
};
