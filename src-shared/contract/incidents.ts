import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { incidentOverviewSchema, incidentQuerySchema, incidentRowSchema, offenceGroupSchema, offenceSchema } from '../domain/incidents.ts';
import { procedure } from './refusal.ts';

export const incidentsContract = {
  overview: procedure.output(incidentOverviewSchema),
  /** Counts and rates by up to four keys; rows sorted by the keys in the order asked. */
  query: procedure.input(incidentQuerySchema).output(z.array(incidentRowSchema)),
  offences: procedure.output(z.array(offenceSchema)),
  setOffenceGroup: procedure.input(z.object({ offenceIds: z.array(idSchema).min(1), group: offenceGroupSchema })).output(z.void()),
};
