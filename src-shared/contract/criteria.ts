import { z } from 'zod';
import {
  criterionBallotSchema,
  criterionInputSchema,
  criterionSchema,
  criterionScoreInputSchema,
  criterionScoreSchema,
  decisionInputSchema,
  decisionSchema,
  dissentInputSchema,
  offeredCriteria,
  swingSchema,
  weighingSchema,
} from '../domain/criteria.ts';
import { idSchema } from '../domain/ids.ts';
import { offenceGroups } from '../domain/incidents.ts';
import { procedure } from './refusal.ts';

const score = z.object({ criterionId: idSchema, priorityId: idSchema });

/** Priorities weighed by criteria, and what was decided. */
export const criteriaContract = {
  list: procedure.output(z.array(criterionSchema)),
  /** Those of the offered ones that are not there yet, named in the project's main language. */
  addOffered: procedure.input(z.object({ codes: z.array(z.enum(offeredCriteria)).min(1) })).output(z.array(criterionSchema)),
  add: procedure.input(criterionInputSchema.partial().required({ name: true })).output(criterionSchema),
  update: procedure.input(z.object({ id: idSchema, patch: criterionInputSchema.partial() })).output(criterionSchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** To the place in the list, counted from 0. */
  move: procedure.input(z.object({ id: idSchema, place: z.int().min(0) })).output(z.array(criterionSchema)),
  /** Judgements as they were given, by group and together. */
  scores: procedure.output(z.array(criterionScoreSchema)),
  setScore: procedure.input(criterionScoreInputSchema.extend({ note: criterionScoreInputSchema.shape.note.optional() })).output(z.void()),
  removeScore: procedure.input(score.extend({ groupId: idSchema.nullable() })).output(z.void()),
  /** Which offence groups count for one option; null: those of the criterion. */
  setCounted: procedure.input(score.extend({ groups: z.array(z.enum(offenceGroups)).nullable() })).output(z.void()),
  swings: procedure.output(z.array(swingSchema)),
  setSwing: procedure.input(swingSchema).output(z.void()),
  /** Closed ballots on the criteria from which swings can be taken. */
  swingBallots: procedure.output(z.array(criterionBallotSchema)),
  /** Swings as that ballot gives them, in place of all that were given. Refused as `ballot/nothing-given`. */
  takeSwings: procedure.input(z.object({ ballotId: idSchema })).output(z.void()),
  /** Ranking, sensitivity and groups. */
  weighing: procedure.output(weighingSchema),
  /** Random weight sets from another seed; the seed is kept. */
  setSeed: procedure.input(z.object({ seed: z.int().min(1).max(2_000_000_000) })).output(z.void()),
  ballots: procedure.output(z.array(criterionBallotSchema)),
  decisions: procedure.output(z.array(decisionSchema)),
  /** Keeps what is on the table now: chosen options in their order, ranking and vote. */
  decide: procedure.input(decisionInputSchema.partial()).output(decisionSchema),
  updateDecision: procedure.input(z.object({ id: idSchema, patch: decisionInputSchema.partial() })).output(decisionSchema),
  removeDecision: procedure.input(z.object({ id: idSchema })).output(z.void()),
  addDissent: procedure.input(dissentInputSchema.extend({ decisionId: idSchema })).output(decisionSchema),
  updateDissent: procedure.input(z.object({ id: idSchema, patch: dissentInputSchema.partial() })).output(z.void()),
  removeDissent: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** The chosen options in the order decided, first first; all others are not chosen. */
  setOrder: procedure.input(z.object({ ids: z.array(idSchema) })).output(z.void()),
};
