import { z } from 'zod';
import { supportLevels } from './findings.ts';
import { idSchema, lineSchema, textSchema } from './ids.ts';

export const problemNodeKinds = ['core', 'cause', 'effect'] as const;
export type ProblemNodeKind = (typeof problemNodeKinds)[number];

/** A problem with what brings it about and what comes of it, as a group of people drew it. */
export const treeInputSchema = z.object({
  title: lineSchema,
  note: textSchema,
  /** Who drew it, and in which session. */
  groupId: idSchema.nullable(),
  sessionId: idSchema.nullable(),
});
export type TreeInput = z.infer<typeof treeInputSchema>;

export const nodeInputSchema = z.object({
  kind: z.enum(problemNodeKinds),
  text: textSchema,
  /** The same turned round: what will be true instead. Empty = not worded yet. */
  objectiveText: textSchema,
  findingId: idSchema.nullable(),
  /** «Claim only»: people say so, nothing else stands behind it. */
  isClaim: z.boolean(),
});
export type NodeInput = z.infer<typeof nodeInputSchema>;

export const problemNodeSchema = nodeInputSchema.extend({
  id: idSchema,
  /** Place in the drawing where a person put it; null = the arrangement's. */
  x: z.number().nullable(),
  y: z.number().nullable(),
  /** The objective of the plan that was made of it. */
  objectiveId: idSchema.nullable(),
  /** How well the finding behind it stands; null without one. */
  support: z.enum(supportLevels).nullable(),
});
export type ProblemNode = z.infer<typeof problemNodeSchema>;

export const problemLinkSchema = z.object({ causeId: idSchema, effectId: idSchema });
export type ProblemLink = z.infer<typeof problemLinkSchema>;

/** What `checkProblemTree` answers, by ids of nodes. */
export const treeCheckSchema = z.object({
  cycles: z.array(z.array(idSchema).readonly()).readonly(),
  orphans: z.array(idSchema).readonly(),
  rootCauses: z.array(idSchema).readonly(),
  bareRoots: z.array(idSchema).readonly(),
  wrongSide: z.array(idSchema).readonly(),
  hasOneCore: z.boolean(),
  isWhole: z.boolean(),
});

export const problemTreeSchema = treeInputSchema.extend({
  id: idSchema,
  nodes: z.array(problemNodeSchema),
  links: z.array(problemLinkSchema),
  check: treeCheckSchema,
});
export type ProblemTree = z.infer<typeof problemTreeSchema>;
