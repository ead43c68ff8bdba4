import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { largestOwnThreshold, offenceThresholdSchema, protectedRowsSchema, protectQuerySchema, releaseKindSchema, releaseSchema } from '../domain/releases.ts';
import { procedure } from './refusal.ts';

export const releasesContract = {
  /** What was given out, newest first. */
  list: procedure.output(z.array(releaseSchema)),
  /** A release that never left the team is not compared with; `false` takes that back. */
  setWithdrawn: procedure.input(z.object({ id: idSchema, isWithdrawn: z.boolean() })).output(z.void()),
  /** From which count on incidents of each offence are shown, sensitive ones first. */
  thresholds: procedure.output(z.array(offenceThresholdSchema)),
  /** Raises the threshold of offences; null = by class again. Refused as `release/threshold-too-low` below what class and project ask for. */
  setThreshold: procedure
    .input(z.object({ offenceIds: z.array(idSchema).min(1), smallestCount: z.int().min(1).max(largestOwnThreshold).nullable() }))
    .output(z.void()),
  /** The rows of `incidents.query` as they may be shown on a projector, copied or put on a map. */
  protect: procedure.input(protectQuerySchema).output(protectedRowsSchema),
  /** Notes that figures left the screen (a copied table, a picture of a chart or a map), so that later outputs are compared with them. */
  record: procedure
    .input(
      z.object({
        kind: releaseKindSchema.extract(['copy', 'picture', 'map']),
        name: z.string().min(1).max(200),
        queries: z.array(protectQuerySchema).min(1).max(8),
      }),
    )
    .output(z.void()),
};
