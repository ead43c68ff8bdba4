import { z } from 'zod';
import { daySchema, idSchema, lineSchema, textSchema } from './ids.ts';
import { offenceGroups } from './incidents.ts';

/** What a priority may be weighed by (methods, section 11). The project's own criteria have no code. */
export const offeredCriteria = ['harm', 'number-affected', 'inequity', 'competence', 'cost', 'speed', 'support'] as const;
export type OfferedCriterion = (typeof offeredCriteria)[number];

/**
 * Where an option's figure comes from: `judged` by people; counted from the areas of the option's finding as `incidents`, `harm` (by the
 * city's own weights) or `residents`; or from a closed `ballot` on the priorities. A judged figure goes before a counted one.
 */
export const criterionKinds = ['judged', 'incidents', 'harm', 'residents', 'ballot'] as const;

export const criterionSourceSchema = z.object({
  /** Offence groups that are counted; none = all. */
  groups: z.array(z.enum(offenceGroups)).default([]),
  /** The closed ballot whose figures count. */
  ballotId: idSchema.nullable().default(null),
});

const figure = z.number().min(-1e15).max(1e15).nullable();
export const criterionInputSchema = z.object({
  code: z.union([z.enum(offeredCriteria), z.literal('')]),
  name: lineSchema,
  description: textSchema,
  kind: z.enum(criterionKinds),
  unit: lineSchema,
  /** The figure that speaks least for an option (0 on the scale) and the one that speaks most for it (100): which is larger says the direction. */
  worst: figure,
  best: figure,
  source: criterionSourceSchema,
});
export type CriterionInput = z.infer<typeof criterionInputSchema>;
export const criterionSchema = criterionInputSchema.extend({ id: idSchema, position: z.number() });
export type Criterion = z.infer<typeof criterionSchema>;

/** One judgement of one option: by a group, or by everybody together (`groupId` null). A null value is «asked, and not known». */
export const criterionScoreInputSchema = z.object({
  criterionId: idSchema,
  priorityId: idSchema,
  groupId: idSchema.nullable(),
  value: figure,
  note: textSchema,
});
export const criterionScoreSchema = criterionScoreInputSchema.extend({
  id: idSchema,
  /** Offence groups that count for this option alone, where its figure is counted; null = those of the criterion. */
  groups: z.array(z.enum(offenceGroups)).nullable(),
  ratedOn: z.string(),
});
export type CriterionScore = z.infer<typeof criterionScoreSchema>;

/** How much going from the worst end to the best of a criterion matters, 0–100, the one that matters most being 100. */
export const swingSchema = z.object({ criterionId: idSchema, groupId: idSchema.nullable(), swing: z.number().min(0).max(100).nullable() });
export type Swing = z.infer<typeof swingSchema>;

/** What stands behind an option's figure on a criterion. */
export const scoreOriginSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('judged'), note: z.string(), ratedOn: z.string() }),
  /** The mean of what groups judged, every group weighing the same. */
  z.object({ kind: z.literal('groups'), count: z.int() }),
  z.object({
    kind: z.literal('counted'),
    what: z.enum(['incidents', 'harm', 'residents']),
    /** Areas of the option's finding; 0 = the whole city. */
    areas: z.int(),
    /** Offence groups counted; none = all. */
    groups: z.array(z.enum(offenceGroups)),
    firstYear: z.int().nullable(),
    lastYear: z.int().nullable(),
    /** Name of the list of weights, where harm is added up. */
    weights: z.string(),
    /** Rounded to this, so that no area's own small number can be worked out from it; null = not rounded. */
    roundedTo: z.number().nullable(),
  }),
  z.object({ kind: z.literal('ballot'), ballotId: idSchema, question: z.string(), ballotKind: z.string(), people: z.int() }),
]);
export type ScoreOrigin = z.infer<typeof scoreOriginSchema>;

export const scoreCellSchema = z.object({
  criterionId: idSchema,
  value: z.number().nullable(),
  /** 0 at the worst end, 100 at the best; beyond an end it is not clamped. */
  score: z.number().nullable(),
  isBeyond: z.boolean(),
  origin: scoreOriginSchema,
});
export type ScoreCell = z.infer<typeof scoreCellSchema>;

const optionValueSchema = z.object({ priorityId: idSchema, value: z.number().nullable(), rank: z.number().nullable() });
export type OptionValue = z.infer<typeof optionValueSchema>;

export const weighingSchema = z.object({
  /** Why nothing can be ranked yet. */
  why: z.enum(['no-options', 'no-criteria', 'no-weights', 'no-complete-option']).nullable(),
  criteria: z.array(
    criterionSchema.extend({
      swing: z.number().nullable(),
      /** Share of all weights; null while no swing is given. */
      weight: z.number().nullable(),
      /** Weights between which the first option stays first; null where that cannot be said. */
      range: z.object({ low: z.number(), high: z.number(), lowNextId: idSchema.nullable(), highNextId: idSchema.nullable() }).nullable(),
      hasEnds: z.boolean(),
      /** Ends that fit what is known, where none are set. */
      suggested: z.object({ worst: z.number(), best: z.number() }).nullable(),
    }),
  ),
  options: z.array(
    optionValueSchema.extend({
      title: z.string(),
      isChosen: z.boolean(),
      decidedRank: z.int().nullable(),
      cells: z.array(scoreCellSchema),
      /** Criteria with weight for which the option has no score. */
      missing: z.array(idSchema),
      /** Share of random weight sets in which it leads. */
      leads: z.number().nullable(),
    }),
  ),
  /** Groups that judged or gave weights of their own; what a group left open is everybody's. */
  groups: z.array(
    z.object({ groupId: idSchema, name: z.string(), people: z.int(), weights: z.array(z.number()).nullable(), options: z.array(optionValueSchema) }),
  ),
  /** Every group weighing the same; empty with fewer than two groups. */
  equal: z.array(optionValueSchema),
  agreement: z.array(z.object({ firstId: idSchema, secondId: idSchema, tau: z.number().nullable() })),
  /** Whether groups counted alike put another option first than everybody's weights do. */
  changesFirst: z.boolean(),
  seed: z.int(),
  sets: z.int(),
  version: z.string(),
});
export type Weighing = z.infer<typeof weighingSchema>;

export const decisionMethods = ['criteria', 'vote', 'criteria-and-vote', 'consensus', 'council', 'other'] as const;
export const dissentInputSchema = z.object({ who: lineSchema, priorityId: idSchema.nullable(), text: textSchema });
export const dissentSchema = dissentInputSchema.extend({ id: idSchema });
export type Dissent = z.infer<typeof dissentSchema>;

export const decisionInputSchema = z.object({
  decidedOn: daySchema.or(z.literal('')),
  workshopId: idSchema.nullable(),
  /** Who decided: an assembly, a council, a committee. */
  body: lineSchema,
  method: z.enum(decisionMethods),
  people: z.int().min(0).max(1_000_000).nullable(),
  reasons: textSchema,
});
export type DecisionInput = z.infer<typeof decisionInputSchema>;

/** What stood on the table when it was decided: kept as it was, whatever changes later. */
export const decisionContentSchema = z.object({
  options: z
    .array(
      z.object({
        id: idSchema,
        title: z.string(),
        decidedRank: z.int().nullable(),
        reason: z.string().default(''),
        value: z.number().nullable(),
        rank: z.number().nullable(),
        leads: z.number().nullable(),
        voteShare: z.number().nullable(),
        voteRank: z.number().nullable(),
      }),
    )
    .default([]),
  criteria: z.array(z.object({ name: z.string(), weight: z.number().nullable() })).default([]),
  seed: z.int().nullable().default(null),
  sets: z.int().nullable().default(null),
  version: z.string().default(''),
});
export type DecisionContent = z.infer<typeof decisionContentSchema>;

export const decisionSchema = decisionInputSchema.extend({
  id: idSchema,
  madeAt: z.string(),
  content: decisionContentSchema,
  dissents: z.array(dissentSchema),
  /** Whether the order of the chosen options is another now than the one that was decided. */
  hasChangedSince: z.boolean(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** A closed ballot whose figures a criterion can use. */
export const criterionBallotSchema = z.object({ ballotId: idSchema, question: z.string(), kind: z.string(), workshop: z.string() });
export type CriterionBallot = z.infer<typeof criterionBallotSchema>;
