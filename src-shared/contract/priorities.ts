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
    .input(
      z.object({
        id: idSchema,
        patch: z.object({ title: priorityInputSchema.shape.title, isChosen: z.boolean(), reason: textSchema, description: textSchema }).partial(),
      }),
    )
    .output(prioritySchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** The counts typed by group. */
  vote: procedure.output(voteSchema),
  /** The vote as it is decided, by the one source that counts. */
  result: procedure.output(voteSchema.required({ decided: true })),
  /** Which closed ballot on the priorities decides; null = the counts typed by group. Refused as `ballot/still-open`. */
  setSource: procedure.input(z.object({ ballotId: idSchema.nullable() })).output(z.void()),
  setRules: procedure.input(voteRulesSchema).output(voteSchema),
  addGroup: procedure.input(votingGroupInputSchema).output(votingGroupSchema),
  updateGroup: procedure.input(z.object({ id: idSchema, patch: votingGroupInputSchema.partial() })).output(votingGroupSchema),
  removeGroup: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** Saved as entered; what breaks the rules is listed in `problems`. */
  setTally: procedure.input(voteTallySchema).output(voteSchema),
};
