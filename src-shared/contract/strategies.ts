import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { leadershipRoleInputSchema, leadershipRoleSchema, readingSchema, strategyInputSchema, strategySchema } from '../domain/strategies.ts';
import { procedure } from './refusal.ts';

export const strategiesContract = {
  /** The city's other strategies, newest year first. */
  list: procedure.output(z.array(strategySchema)),
  /** With a text or a file: read at once. */
  add: procedure.input(strategyInputSchema.partial().extend({ reading: readingSchema.optional() })).output(strategySchema),
  update: procedure.input(z.object({ id: idSchema, patch: strategyInputSchema.partial() })).output(strategySchema),
  /** Reads a text in the place of the one read before. */
  read: procedure.input(z.object({ id: idSchema, reading: readingSchema })).output(strategySchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  roles: procedure.output(z.array(leadershipRoleSchema)),
  addRole: procedure.input(leadershipRoleInputSchema.partial()).output(leadershipRoleSchema),
  updateRole: procedure.input(z.object({ id: idSchema, patch: leadershipRoleInputSchema.partial() })).output(leadershipRoleSchema),
  removeRole: procedure.input(z.object({ id: idSchema })).output(z.void()),
};
