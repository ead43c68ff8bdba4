import { z } from 'zod';
import { daySchema, idSchema, textSchema } from '../domain/ids.ts';
import {
  quadrants,
  ratingFilterSchema,
  ratingLineSchema,
  ratingSourcesSchema,
  scoreSchema,
  scoresSchema,
  stakeholderGapsSchema,
  stakeholderInputSchema,
  stakeholderSchema,
  standingChangeSchema,
  standingsSchema,
} from '../domain/stakeholders.ts';
import { procedure } from './refusal.ts';

/** What is left out stays as this rater gave it before; null takes it back. */
const givenScores = z.object({
  power: scoreSchema.nullish(),
  interest: scoreSchema.nullish(),
  legitimacy: scoreSchema.nullish(),
  urgency: scoreSchema.nullish(),
  stance: scoreSchema.nullish(),
});

/** A rater is a name, a role or a table; empty without a group is the room together. Two groups' raters of one name are two. */
const rater = z.object({ rater: z.string().trim().max(200).default(''), groupId: idSchema.nullable().default(null) });

const ratingInput = z.object({ id: idSchema, ...rater.shape, ratedOn: daySchema.optional(), ...givenScores.shape });

export const stakeholdersContract = {
  list: procedure.output(z.array(stakeholderSchema)),
  add: procedure.input(stakeholderInputSchema.partial()).output(stakeholderSchema),
  update: procedure.input(z.object({ id: idSchema, patch: stakeholderInputSchema.partial() })).output(stakeholderSchema),
  /** Appends a rating; the newest rating of each rater counts. `ratedOn` may be a past day; today where left out. */
  rate: procedure.input(ratingInput).output(stakeholderSchema),
  /** A whole sheet of ratings at once. */
  rateMany: procedure.input(z.object({ ratings: z.array(ratingInput).min(1).max(5_000) })).output(z.void()),
  /** The group's word about a case on the line; an empty place takes it back. */
  decide: procedure.input(z.object({ id: idSchema, place: z.union([z.enum(quadrants), z.literal('')]), reason: textSchema })).output(stakeholderSchema),
  /** Everything ever rated about one body, newest first. */
  ratings: procedure.input(z.object({ id: idSchema })).output(z.array(ratingLineSchema)),
  /** The newest scores that one rater gave, by body. */
  ratingsBy: procedure.input(rater).output(z.array(z.object({ id: idSchema, scores: scoresSchema }))),
  ratingSources: procedure.output(ratingSourcesSchema),
  /** Where every body stands out of some of the ratings. */
  standings: procedure.input(ratingFilterSchema).output(standingsSchema),
  /** Where every body stood and stands. Says what changed, never why. */
  change: procedure
    .input(z.object({ before: ratingFilterSchema, after: ratingFilterSchema }))
    .output(z.object({ changes: z.array(standingChangeSchema), hiddenRatings: z.int() })),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  gaps: procedure.output(stakeholderGapsSchema),
};
