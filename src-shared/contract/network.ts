import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { networkMeasuresSchema, positionSchema, tieInputSchema, tieKindSchema, tieSchema } from '../domain/network.ts';
import { procedure } from './refusal.ts';

export const networkContract = {
  ties: procedure.output(z.array(tieSchema)),
  /** The very same report (pair, kind, informant) is kept once. Refused where a body would be tied to itself: `network/self-tie`. */
  addTie: procedure.input(tieInputSchema.partial().required({ fromId: true, toId: true, kind: true })).output(tieSchema),
  updateTie: procedure.input(z.object({ id: idSchema, patch: tieInputSchema.partial() })).output(tieSchema),
  removeTie: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** Of the ties of these kinds; of all where the list is empty. */
  measures: procedure.input(z.object({ kinds: z.array(tieKindSchema) })).output(networkMeasuresSchema),
  positions: procedure.output(z.array(positionSchema)),
  /** Where bodies were moved to by hand. */
  move: procedure.input(z.object({ positions: z.array(positionSchema).min(1).max(2_000) })).output(z.void()),
  /** Forgets every place chosen by hand: the drawing arranges itself again. */
  arrangeAnew: procedure.output(z.void()),
};
