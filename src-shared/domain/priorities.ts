import { z } from 'zod';
import { idSchema, lineSchema, textSchema } from './ids.ts';

/** Something the workshop can vote for; most come from a finding. */
export const priorityInputSchema = z.object({ title: lineSchema, findingId: idSchema.nullable() });
export const prioritySchema = priorityInputSchema.extend({
  id: idSchema,
  /** Chosen by the workshop after the vote, with its reason. */
  isChosen: z.boolean(),
  reason: textSchema,
  /** What exactly is meant, for those who weigh it. */
  description: textSchema,
  /** Its place in the decision, 1 = first; null while none is given. */
  decidedRank: z.int().min(1).nullable(),
});
export type Priority = z.infer<typeof prioritySchema>;

/** A break-out group and how many people in it took part (blank ballots included). */
export const votingGroupInputSchema = z.object({ name: lineSchema, people: z.int().min(0).max(100_000) });
export const votingGroupSchema = votingGroupInputSchema.extend({ id: idSchema });
export type VotingGroup = z.infer<typeof votingGroupSchema>;

/** Dots per person and the most that one person may put on one option, fixed before voting. */
export const voteRulesSchema = z.object({ dotsPerPerson: z.int().min(1).max(50), capPerOption: z.int().min(1).max(50) });
export type VoteRules = z.infer<typeof voteRulesSchema>;

export const voteTallySchema = z.object({
  groupId: idSchema,
  priorityId: idSchema,
  dots: z.int().min(0),
});
export type VoteTally = z.infer<typeof voteTallySchema>;

export const priorityResultSchema = z.object({
  priorityId: idSchema,
  /** Dots, or Borda points where a ranking decides: those may be halves. */
  dots: z.number(),
  /** Share of all dots placed; null when none were. */
  share: z.number().nullable(),
  /** 1 = most dots; ties share the mean of the places they fill. */
  rank: z.number().nullable(),
  /** Mean over groups of the dots per person: every group weighs the same, however large. */
  equalGroupPoints: z.number().nullable(),
  equalGroupRank: z.number().nullable(),
  byGroup: z.array(z.object({ groupId: idSchema, dots: z.number(), share: z.number().nullable(), rank: z.number().nullable() })),
});
export type PriorityResult = z.infer<typeof priorityResultSchema>;

/** A closed ballot on the priorities that can decide. */
export const voteChoiceSchema = z.object({
  ballotId: idSchema,
  ballotKind: z.enum(['dots', 'ranking']),
  question: z.string(),
  workshop: z.string(),
  closedAt: z.string().nullable(),
});
export type VoteChoice = z.infer<typeof voteChoiceSchema>;

/** Where the result comes from: counts typed by group, or one ballot. */
export const voteDecidedSchema = z.object({
  source: z.discriminatedUnion('kind', [z.object({ kind: z.literal('typed') }), z.object({ kind: z.literal('ballot'), ballotId: idSchema })]),
  /** Of `dots` in the results. */
  unit: z.enum(['dots', 'points']),
  people: z.int(),
  /** Closed ballots that could decide, the last closed first. */
  choices: z.array(voteChoiceSchema),
  /** Nobody chose the source. */
  isAutomatic: z.boolean(),
  /** Whether dots were typed by group. */
  hasTyped: z.boolean(),
});
export type VoteDecided = z.infer<typeof voteDecidedSchema>;

export const voteSchema = z.object({
  rules: voteRulesSchema,
  /** options / 4, rounded up (methods: dot voting). */
  suggestedDots: z.int(),
  groups: z.array(votingGroupSchema),
  tallies: z.array(voteTallySchema),
  results: z.array(priorityResultSchema),
  /** Tallies that break the rules; listed, never trimmed. */
  problems: z.array(
    z.object({ groupId: idSchema, code: z.enum(['too-many-dots', 'over-cap']), priorityId: idSchema.nullable(), dots: z.int(), allowed: z.int() }),
  ),
  /** Present where the vote is given as it is decided; `groups` and `results` are then those of the source. */
  decided: voteDecidedSchema.optional(),
});
export type Vote = z.infer<typeof voteSchema>;
