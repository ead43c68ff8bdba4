import { z } from 'zod';
import { daySchema, idSchema, lineSchema, textSchema } from './ids.ts';

export const stakeholderSectors = [
  'municipality',
  'national',
  'police',
  'justice',
  'health',
  'education',
  'community',
  'civil-society',
  'private',
  'academia',
  'media',
  'faith',
  'international',
  'other',
] as const;
export type StakeholderSector = (typeof stakeholderSectors)[number];
export const stakeholderKinds = ['public-body', 'organisation', 'group', 'network', 'person-in-role'] as const;
export type StakeholderKind = (typeof stakeholderKinds)[number];
/** Groups of residents that every step asks about (seeds: vulnerable groups); a city may add its own words in free text. */
export const residentGroups = [
  'women',
  'girls',
  'youth',
  'children',
  'older-people',
  'people-with-disabilities',
  'informal-settlements',
  'migrants',
  'minorities',
  'urban-poor',
] as const;
export type ResidentGroup = (typeof residentGroups)[number];

/** How far its work reaches. */
export const stakeholderLevels = ['local', 'district', 'city', 'regional', 'national', 'international'] as const;
export type StakeholderLevel = (typeof stakeholderLevels)[number];

/** Score 1 (very low) to 5 (very high). */
export const scoreSchema = z.int().min(1).max(5);

export const stakeholderInputSchema = z.object({
  name: lineSchema,
  sector: z.enum(stakeholderSectors),
  kind: z.enum(stakeholderKinds),
  mandate: textSchema,
  /** Which resident groups it speaks for. */
  represents: z.array(z.enum(residentGroups)),
  note: textSchema,
  /** Empty = not said yet. */
  level: z.union([z.enum(stakeholderLevels), z.literal('')]),
  /** Areas it serves; none = the whole city, or not said. */
  areaIds: z.array(idSchema),
});
export type StakeholderInput = z.infer<typeof stakeholderInputSchema>;

/** Quadrants of the power-interest grid; `on-the-line` where a median is exactly 3 and the group decides; `not-rated` without both. */
export const gridPlaces = ['work-closely', 'keep-satisfied', 'protect-and-inform', 'watch', 'on-the-line', 'not-rated'] as const;
export type GridPlace = (typeof gridPlaces)[number];

export const quadrants = ['work-closely', 'keep-satisfied', 'protect-and-inform', 'watch'] as const satisfies readonly GridPlace[];
export type Quadrant = (typeof quadrants)[number];

/** What raters score. `stance`: 1 strongly against the city's safety plan … 5 strongly for it. */
export const ratingDimensions = ['power', 'interest', 'legitimacy', 'urgency', 'stance'] as const;
export type RatingDimension = (typeof ratingDimensions)[number];

const eachDimension = <Value extends z.ZodType>(value: Value) => z.object({ power: value, interest: value, legitimacy: value, urgency: value, stance: value });

/** What one rater gave; null = left blank. */
export const scoresSchema = eachDimension(scoreSchema.nullable());
export type Scores = z.infer<typeof scoresSchema>;

/** What several raters gave together; null without any. */
export const spreadSchema = z.object({ median: z.number().nullable(), q1: z.number().nullable(), q3: z.number().nullable(), raters: z.int() });
export type Spread = z.infer<typeof spreadSchema>;

/** Which of power, legitimacy and urgency a body has, in neutral words; `on-the-line` where a median is exactly 3, `not-rated` where one is blank. */
export const salienceClasses = [
  'all-three',
  'power-legitimacy',
  'power-urgency',
  'legitimacy-urgency',
  'power',
  'legitimacy',
  'urgency',
  'none',
  'on-the-line',
  'not-rated',
] as const;
export type SalienceClass = (typeof salienceClasses)[number];

/** Where one body stands, out of the newest rating of each rater. */
export const standingSchema = z.object({
  id: idSchema,
  spread: eachDimension(spreadSchema),
  raterCount: z.int(),
  /** With the group's decision where a median is on the line. */
  gridPlace: z.enum(gridPlaces),
  /** `gridPlace` is the group's decision about a case on the line. */
  isDecided: z.boolean(),
  salience: z.enum(salienceClasses),
});
export type Standing = z.infer<typeof standingSchema>;

export const stakeholderSchema = stakeholderInputSchema.extend({
  ...standingSchema.shape,
  /** Medians over raters, each rater's newest rating; null = not rated. */
  power: z.number().nullable(),
  interest: z.number().nullable(),
  /** What the room placed together: the rating under no name and of no group. Null = none. */
  own: scoresSchema.nullable(),
  /** What the group decided about a case on the line; counts while a median stands there. */
  decidedPlace: z.union([z.enum(quadrants), z.literal('')]),
  decidedReason: z.string(),
});
export type Stakeholder = z.infer<typeof stakeholderSchema>;

/** Whose ratings count: everybody's and all of them where nothing is said. */
export const ratingFilterSchema = z.object({
  groupId: idSchema.nullable().default(null),
  sessionId: idSchema.nullable().default(null),
  workshopId: idSchema.nullable().default(null),
  /** Up to the end of this day. */
  until: daySchema.nullable().default(null),
});
export type RatingFilter = z.infer<typeof ratingFilterSchema>;

export const standingsSchema = z.object({
  standings: z.array(standingSchema),
  /** Ratings out of ballots that are not shown for this group alone: fewer people gave them than may be shown. */
  hiddenRatings: z.int(),
});
export type Standings = z.infer<typeof standingsSchema>;

/** One body then and now. Differences are of medians; null where one of the two is missing. */
export const standingChangeSchema = z.object({
  id: idSchema,
  before: standingSchema,
  after: standingSchema,
  difference: eachDimension(z.number().nullable()),
  /** Raters who rated both times. */
  sameRaters: z.int(),
  hasMoved: z.boolean(),
});
export type StandingChange = z.infer<typeof standingChangeSchema>;

/** A line of the list of ratings: one rater's newest of a day, or everybody in one ballot (people in a ballot stay unnamed). */
export const ratingLineSchema = z.object({
  id: idSchema,
  rater: z.string(),
  groupId: idSchema.nullable(),
  groupName: z.string(),
  sessionTitle: z.string(),
  /** Null: typed. */
  ballotId: idSchema.nullable(),
  ballotQuestion: z.string(),
  day: daySchema,
  /** One rater's scores, or the medians of a ballot. */
  scores: eachDimension(z.number().nullable()),
  raters: z.int(),
  /** It is the rater's newest. */
  counts: z.boolean(),
});
export type RatingLine = z.infer<typeof ratingLineSchema>;

export const raterSchema = z.object({ rater: z.string(), groupId: idSchema.nullable(), groupName: z.string(), bodies: z.int(), lastDay: z.string() });
export type Rater = z.infer<typeof raterSchema>;

/** By what ratings can be told apart. */
export const ratingSourcesSchema = z.object({
  raters: z.array(raterSchema),
  groups: z.array(z.object({ id: idSchema, name: z.string(), ratings: z.int() })),
  days: z.array(z.object({ day: daySchema, ratings: z.int() })),
  sessions: z.array(z.object({ id: idSchema, title: z.string(), workshopId: idSchema, day: z.string(), ratings: z.int() })),
  workshops: z.array(z.object({ id: idSchema, title: z.string(), day: z.string(), ratings: z.int() })),
});
export type RatingSources = z.infer<typeof ratingSourcesSchema>;

/** Who is missing: sectors without a body, resident groups for whom nobody speaks. */
export const stakeholderGapsSchema = z.object({
  sectors: z.array(z.enum(stakeholderSectors)),
  groups: z.array(z.enum(residentGroups)),
  unratedCount: z.int(),
});
export type StakeholderGaps = z.infer<typeof stakeholderGapsSchema>;
