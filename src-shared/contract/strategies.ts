import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { fileTokenSchema, idSchema } from '../domain/ids.ts';
import { progressSchema } from '../domain/outputs.ts';
import {
  leadershipRoleInputSchema,
  leadershipRoleSchema,
  readableFileSchema,
  readingSchema,
  strategyInputSchema,
  strategySchema,
} from '../domain/strategies.ts';
import { procedure } from './refusal.ts';

export const strategiesContract = {
  /** The city's other strategies, newest year first. */
  list: procedure.output(z.array(strategySchema)),
  /** Takes the words out of a file and writes nothing: whether it can be read, page by page where it has pages. What is added next with it waits for no reading. */
  open: procedure.input(z.object({ file: fileTokenSchema })).output(eventIterator(progressSchema, readableFileSchema)),
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
