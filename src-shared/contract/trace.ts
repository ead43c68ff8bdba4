import { z } from 'zod';
import { traceableKinds, traceSchema } from '../domain/trace.ts';
import { procedure } from './refusal.ts';

/** Where a claim comes from, and where a source is used. */
export const traceContract = {
  of: procedure.input(z.object({ kind: z.enum(traceableKinds), id: z.string().min(1).max(200) })).output(traceSchema),
};
