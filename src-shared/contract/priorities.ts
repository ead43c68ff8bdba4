import { z } from 'zod';
import { idSchema, textSchema } from '../domain/ids.ts';
import {
  priorityInputSchema,
  prioritySchema,
  voteRulesSchema,
  voteSchema,
  voteTallySchema,
  votingGroupInputSchema,
  votingGroupSchema,
} from '../domain/priorities.ts';
import { procedure } from './refusal.ts';

export const prioritiesContract = {
  list: procedure.output(z.array(prioritySchema)),
  add: procedure.input(priorityInputSchema).output(prioritySchema),
  /** One option for every finding that has none yet. */
  addFromFindings: procedure.output(z.array(prioritySchema)),
  update: procedure
    .input(z.object({ id: idSchema, patch: z.object({ title: priorityInputSchema.shape.title, isChosen: z.boolean(), reason: textSchema }).partial() }))
    .output(prioritySchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  vote: procedure.output(voteSchema),
  setRules: procedure.input(voteRulesSchema).output(voteSchema),
  addGroup: procedure.input(votingGroupInputSchema).output(votingGroupSchema),
  updateGroup: procedure.input(z.object({ id: idSchema, patch: votingGroupInputSchema.partial() })).output(votingGroupSchema),
  removeGroup: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** Saved as entered; what breaks the rules is listed in `problems`. */
  setTally: procedure.input(voteTallySchema).output(voteSchema),
};
