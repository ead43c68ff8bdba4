import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { cityShareChangeSchema, representationSchema } from '../domain/representation.ts';
import { procedure } from './refusal.ts';

export const representationContract = {
  /** People present at one workshop, or at all of them, against the city's population. */
  of: procedure.input(z.object({ workshopId: idSchema.nullable() })).output(representationSchema),
  /** What a person knows of the city's people; goes before what the population tables say. A null share leaves the word to them again. */
  setShare: procedure.input(cityShareChangeSchema).output(z.void()),
};
