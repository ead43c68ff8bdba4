import { z } from 'zod';
import { figureFactsSchema } from './figure-facts.ts';
import { daySchema, idSchema, lineSchema, textSchema } from './ids.ts';

/** What one body does to another. */
export const tieKinds = ['funds', 'commands', 'informs', 'blocks'] as const;
export const tieKindSchema = z.enum(tieKinds);
export type TieKind = (typeof tieKinds)[number];

export const tieInputSchema = z.object({
  fromId: idSchema,
  toId: idSchema,
  kind: tieKindSchema,
  /** Who told: a group, a table or a role, never a person's name. */
  informant: lineSchema,
  note: textSchema,
  observedOn: z.union([daySchema, z.literal('')]),
});
export type TieInput = z.infer<typeof tieInputSchema>;
export const tieSchema = tieInputSchema.extend({ id: idSchema, isImported: z.boolean() });
export type Tie = z.infer<typeof tieSchema>;

/** Where a body stands in a drawing, in the drawing's own units. */
export const positionSchema = z.object({ stakeholderId: idSchema, x: z.number().min(-100_000).max(100_000), y: z.number().min(-100_000).max(100_000) });
export type Position = z.infer<typeof positionSchema>;

/** One body's place among the others; `betweenness` 0 to 1, null while it is hidden or undefined. */
export const actorMeasureSchema = z.object({
  stakeholderId: idSchema,
  outDegree: z.int(),
  inDegree: z.int(),
  betweenness: z.number().nullable(),
  /** Which of the separate parts it belongs to, 1 = the largest. */
  component: z.int(),
});
export type ActorMeasure = z.infer<typeof actorMeasureSchema>;

/** What the ties of the chosen kinds say as a whole; N and informants stand beside every figure. */
export const networkMeasuresSchema = z.object({
  actorCount: z.int(),
  /** Different informants that are named. */
  informantCount: z.int(),
  /** Reports whose informant is not named. */
  unnamedReports: z.int(),
  /** Pairs with a tie, a repeated pair once. */
  tieCount: z.int(),
  /** Reports behind them, ties of a body with itself left out. */
  reportCount: z.int(),
  droppedSelfTies: z.int(),
  density: z.number().nullable(),
  reciprocity: z.number().nullable(),
  componentCount: z.int(),
  isolateIds: z.array(idSchema),
  actors: z.array(actorMeasureSchema),
  facts: z.object({ density: figureFactsSchema, reciprocity: figureFactsSchema, betweenness: figureFactsSchema, components: figureFactsSchema }),
});
export type NetworkMeasures = z.infer<typeof networkMeasuresSchema>;
