import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { objectiveSchema } from '../domain/policy.ts';
import { nodeInputSchema, problemLinkSchema, problemTreeSchema, treeInputSchema } from '../domain/trees.ts';
import { procedure } from './refusal.ts';

/** Problem trees. Whatever changes one answers it whole, with its checks. */
export const treesContract = {
  list: procedure.output(z.array(problemTreeSchema)),
  /** Starts a tree; `core` is its first node, best with a finding behind it. */
  add: procedure.input(treeInputSchema.partial().extend({ core: nodeInputSchema.omit({ kind: true }).partial().optional() })).output(problemTreeSchema),
  update: procedure.input(z.object({ id: idSchema, patch: treeInputSchema.partial() })).output(problemTreeSchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** `causeOf`, `effectOf`: the node it is tied to at once. */
  addNode: procedure
    .input(nodeInputSchema.partial().extend({ treeId: idSchema, causeOf: idSchema.optional(), effectOf: idSchema.optional() }))
    .output(z.object({ nodeId: idSchema, tree: problemTreeSchema })),
  updateNode: procedure.input(z.object({ id: idSchema, patch: nodeInputSchema.partial() })).output(problemTreeSchema),
  /** Its links go with it. */
  removeNode: procedure.input(z.object({ id: idSchema })).output(problemTreeSchema),
  link: procedure.input(problemLinkSchema.extend({ treeId: idSchema })).output(problemTreeSchema),
  unlink: procedure.input(problemLinkSchema.extend({ treeId: idSchema })).output(problemTreeSchema),
  move: procedure
    .input(z.object({ treeId: idSchema, positions: z.array(z.object({ id: idSchema, x: z.number(), y: z.number() })).max(1_000) }))
    .output(problemTreeSchema),
  /** Forgets places by hand. */
  arrange: procedure.input(z.object({ treeId: idSchema })).output(problemTreeSchema),
  /** Makes an objective of the plan from a node's objective wording, with the finding behind it. Refused as `tree/no-wording` without one. */
  makeObjective: procedure.input(z.object({ nodeId: idSchema })).output(objectiveSchema),
};
