import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { indicatorSchema, observationInputSchema, observationSchema } from '../domain/indicators.ts';
import { procedure } from './refusal.ts';

export const indicatorsContract = {
  /** The shipped catalogue in the language asked for, with the city's own. */
  catalogue: procedure.input(z.object({ language: z.string().default('en') })).output(z.array(indicatorSchema)),
  observations: procedure.output(z.array(observationSchema)),
  add: procedure.input(observationInputSchema.partial().required({ indicatorCode: true })).output(observationSchema),
  update: procedure.input(z.object({ id: idSchema, patch: observationInputSchema.partial() })).output(observationSchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** What can be computed from the data now in the project, without saving it: value, interval, rule. */
  computable: procedure.output(z.array(observationInputSchema)),
};
