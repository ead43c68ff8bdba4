import { z } from 'zod';
import { daySchema, idSchema, lineSchema, textSchema } from './ids.ts';
import { measureStatuses } from './policy.ts';
import { qualityGradeSchema } from './quality-grade.ts';
import { stageSchema } from './stages.ts';

/** What an indicator was measured at, as a person types it. No value: it was asked for, and nobody knows. */
export const actualInputSchema = z.object({
  objectiveId: idSchema.nullable(),
  measureId: idSchema.nullable(),
  measuredOn: daySchema,
  value: z.number().nullable(),
  source: lineSchema,
  quality: qualityGradeSchema.nullable(),
  explanation: textSchema,
});
export type ActualInput = z.infer<typeof actualInputSchema>;
export const actualSchema = actualInputSchema.extend({ id: idSchema, enteredAt: z.string() });
export type Actual = z.infer<typeof actualSchema>;

/** Why there is no progress to tell. */
export const progressGaps = ['no-baseline', 'no-target', 'no-value', 'target-is-baseline', 'in-dispute', 'hidden'] as const;

/** Where it stands against a straight line from the baseline's day to the target's; `unknown` where a day or a figure is missing. */
export const progressPaces = ['reached', 'on-course', 'behind', 'wrong-way', 'unknown'] as const;
export type ProgressPace = (typeof progressPaces)[number];

/** One value of the indicator in time, typed for the plan or taken from the catalogue's values. */
export const progressPointSchema = z.object({
  /** Id of the typed value; null for a value of the catalogue. */
  id: idSchema.nullable(),
  /** The value of the catalogue. */
  observationId: idSchema.nullable(),
  /** `YYYY`, `YYYY-MM` or a day. */
  on: z.string(),
  value: z.number().nullable(),
  source: z.string(),
  quality: qualityGradeSchema.nullable(),
  explanation: z.string(),
  /** Sources of the catalogue disagree and nobody chose. */
  isInDispute: z.boolean(),
  /** Too few people stand behind it to be shown. */
  isHidden: z.boolean(),
  /** Collected under another wording than the baseline: it stands beside the others and is compared with none. */
  hasOtherWording: z.boolean(),
});
export type ProgressPoint = z.infer<typeof progressPointSchema>;

/** An indicator of an objective or a measure with where it started, where it shall be and where it is. */
export const followedIndicatorSchema = z.object({
  objectKind: z.enum(['objective', 'measure']),
  objectId: idSchema,
  objectiveId: idSchema,
  title: z.string(),
  ownerId: idSchema.nullable(),
  /** Null where the indicator is in the city's own words. */
  indicatorCode: z.string().nullable(),
  indicatorText: z.string(),
  /** Which way is better: as the plan says, else as the catalogue does, else the way from baseline to target. */
  direction: z.enum(['up', 'down']).nullable(),
  baseline: z.object({ value: z.number().nullable(), on: z.string() }),
  target: z.object({ value: z.number().nullable(), on: z.string() }),
  /** Oldest first. */
  points: z.array(progressPointSchema),
  /** The newest value that counts. */
  actual: progressPointSchema.nullable(),
  /** Somebody asked for it after that value, and nobody knew. */
  wasAskedLater: z.boolean(),
  /** (actual − baseline) / (target − baseline), unclamped: below 0 it went the other way, above 1 past the target. */
  share: z.number().nullable(),
  gap: z.enum(progressGaps).nullable(),
  /** The share of the time that was over on the day of the value, 0–1. */
  elapsed: z.number().nullable(),
  pace: z.enum(progressPaces),
  /** The target lies on the side that the direction calls worse. */
  isAgainstDirection: z.boolean(),
});
export type FollowedIndicator = z.infer<typeof followedIndicatorSchema>;

export const reportInputSchema = z.object({
  measureId: idSchema,
  reportedOn: daySchema,
  status: z.enum(measureStatuses),
  explanation: textSchema,
  nextStep: textSchema,
  /** In all since the beginning, in the measure's currency; null = not said. */
  spent: z.number().min(0).max(1e15).nullable(),
  /** A body or a role, no private person. */
  reportedBy: lineSchema,
  isPublic: z.boolean(),
});
export type ReportInput = z.infer<typeof reportInputSchema>;
export const progressReportSchema = reportInputSchema.extend({ id: idSchema, enteredAt: z.string() });
export type ProgressReport = z.infer<typeof progressReportSchema>;

/** What is late about a measure. */
export const lateReasons = ['start-passed', 'end-passed', 'said-delayed', 'no-report'] as const;
export type LateReason = (typeof lateReasons)[number];

export const measureProgressSchema = z.object({
  measureId: idSchema,
  objectiveId: idSchema,
  title: z.string(),
  ownerId: idSchema.nullable(),
  status: z.enum(measureStatuses).nullable(),
  statusOn: z.string(),
  /** `YYYY`, `YYYY-MM`; empty = not said. */
  startsOn: z.string(),
  endsOn: z.string(),
  currency: z.string(),
  budget: z.number().nullable(),
  /** As the newest report with an amount says. */
  spent: z.number().nullable(),
  /** Spent of the budget; above 1 = more than planned. */
  spentShare: z.number().nullable(),
  /** Share of the measure's time that is over today, 0–1. */
  elapsed: z.number().nullable(),
  late: z.array(z.enum(lateReasons)),
  /** Newest first. */
  reports: z.array(progressReportSchema),
});
export type MeasureProgress = z.infer<typeof measureProgressSchema>;

export const commitmentStatuses = ['open', 'kept', 'partly', 'broken'] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];
export const commitmentInputSchema = z.object({
  text: textSchema,
  ownerId: idSchema.nullable(),
  /** To whom: a neighbourhood, a group, the council. */
  madeTo: lineSchema,
  madeOn: daySchema.nullable(),
  dueOn: daySchema.nullable(),
  measureId: idSchema.nullable(),
  objectiveId: idSchema.nullable(),
  isPublic: z.boolean(),
  status: z.enum(commitmentStatuses),
  closedOn: daySchema.nullable(),
  explanation: textSchema,
});
export type CommitmentInput = z.infer<typeof commitmentInputSchema>;
export const commitmentSchema = commitmentInputSchema.extend({
  id: idSchema,
  workshopId: idSchema.nullable(),
  logEntryId: idSchema.nullable(),
  /** Who promised where the register has no such body: as the workshop's log says. */
  responsible: z.string(),
  isOverdue: z.boolean(),
  /** Kept in part or broken, and nobody has said why. */
  lacksExplanation: z.boolean(),
});
export type Commitment = z.infer<typeof commitmentSchema>;

/** A promise from a workshop's log that is no commitment yet. */
export const workshopPromiseSchema = z.object({
  logEntryId: idSchema,
  workshopId: idSchema,
  workshop: z.string(),
  text: z.string(),
  responsible: z.string(),
  /** The body of the register with this very name. */
  ownerId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
});
export type WorkshopPromise = z.infer<typeof workshopPromiseSchema>;

/** Where something was said: on a phone or sheet and shown by the facilitator, in the log, beside the draft, or typed here. */
export const inputKinds = ['statement', 'log', 'comment', 'typed'] as const;
export type InputKind = (typeof inputKinds)[number];
/** What became of it. */
export const answerStatuses = ['did', 'will', 'partly', 'no', 'not-ours'] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

export const answerPatchSchema = z.object({
  said: textSchema,
  /** A group or a place, never a person. */
  saidBy: lineSchema,
  status: z.enum(answerStatuses).nullable(),
  answer: textSchema,
  /** Why not, where it is not done or only in part. */
  reason: textSchema,
  measureId: idSchema.nullable(),
  answeredOn: daySchema.nullable(),
  isPublic: z.boolean(),
});
export type AnswerPatch = z.infer<typeof answerPatchSchema>;

/** Something people said, and what the city answers. */
export const participantInputSchema = answerPatchSchema.extend({
  /** Kind and id of what was said: `statement:…`. */
  key: z.string(),
  kind: z.enum(inputKinds),
  inputId: idSchema.nullable(),
  /** Id of the answer; null while it waits for one. */
  id: idSchema.nullable(),
  workshopId: idSchema.nullable(),
  workshop: z.string(),
  at: z.string(),
  isWaiting: z.boolean(),
  /** Not done, and nobody has said why. */
  lacksReason: z.boolean(),
});
export type ParticipantInput = z.infer<typeof participantInputSchema>;

export const scoreInputSchema = z.object({
  measureId: idSchema.nullable(),
  objectiveId: idSchema.nullable(),
  question: lineSchema,
  /** Empty = everybody who answered. */
  groupLabel: lineSchema,
  mean: z.number().nullable(),
  people: z.int().min(0).max(1_000_000).nullable(),
  scaleMin: z.number(),
  scaleMax: z.number(),
  scoredOn: daySchema.nullable(),
  source: lineSchema,
});
export type ScoreInput = z.infer<typeof scoreInputSchema>;
export const citizenScoreSchema = scoreInputSchema.extend({
  id: idSchema,
  ballotId: idSchema.nullable(),
  /** People by level, lowest first; empty = not known. */
  counts: z.array(z.int()),
  /** Fewer people than may be shown, or one that would give such a group away: mean, people and counts are gone. */
  isHidden: z.boolean(),
});
export type CitizenScore = z.infer<typeof citizenScoreSchema>;

/** A closed ballot of ratings whose result can be taken as citizens' scores. */
export const scoreOfferSchema = z.object({
  ballotId: idSchema,
  question: z.string(),
  workshop: z.string(),
  closedAt: z.string().nullable(),
  options: z.array(z.object({ optionId: idSchema, text: z.string(), measureId: idSchema.nullable() })),
  isTaken: z.boolean(),
});
export type ScoreOffer = z.infer<typeof scoreOfferSchema>;

export const lessonInputSchema = z.object({
  stage: z.union([stageSchema, z.literal('')]),
  text: textSchema,
  nextTime: textSchema,
  learnedOn: daySchema.nullable(),
  isPublic: z.boolean(),
});
export type LessonInput = z.infer<typeof lessonInputSchema>;
export const lessonSchema = lessonInputSchema.extend({ id: idSchema });
export type Lesson = z.infer<typeof lessonSchema>;
