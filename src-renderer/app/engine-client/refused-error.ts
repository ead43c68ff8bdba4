import { ORPCError } from '@orpc/client';
import type { Refusal } from '#shared/contract/refusal.ts';

/** A refusal that came from the door itself, in the shape in which the engine's refusals arrive. */
export function refusedError(refusal: Refusal): Error {
  return new ORPCError('REFUSED', { defined: true, message: refusal.code, data: refusal, status: 422 });
}
