import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { ballotResultSchema } from '../domain/results.ts';
import { procedure } from './refusal.ts';

export const resultsContract = {
  /** What came of a closed ballot; refused as `ballot/still-open` before. */
  of: procedure.input(z.object({ ballotId: idSchema })).output(ballotResultSchema),
};
