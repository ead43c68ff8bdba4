import { z } from 'zod';
import { idSchema, lineSchema, textSchema } from './ids.ts';
import { scoreSchema } from './stakeholders.ts';
import type { attributesSchema } from './workshops.ts';

/**
 * `dots` a few dots on the options; `ranking` best first; `rating` each option on a scale (or as safe by day and by night); `grid` power and interest of stakeholders;
 * `agree` statements with a reason; `statement` open text; `place` areas tapped on the map; `quiz` questions of a test or an evaluation; `pairwise` which of two matters more.
 */
export const ballotKinds = ['dots', 'ranking', 'rating', 'grid', 'agree', 'statement', 'place', 'quiz', 'pairwise'] as const;
export type BallotKind = (typeof ballotKinds)[number];

/** Where the options come from; `own` are typed. */
export const ballotSubjects = ['own', 'priorities', 'findings', 'stakeholders', 'areas', 'criteria', 'evaluation'] as const;
export type BallotSubject = (typeof ballotSubjects)[number];

/** Waiting, taking answers, or closed for good (a further round is a ballot of its own). Nobody sees a result before `closed`. */
export const ballotStates = ['draft', 'open', 'closed'] as const;

export const gridDimensions = ['power', 'interest', 'legitimacy', 'urgency', 'stance'] as const;
export type GridDimension = (typeof gridDimensions)[number];
/** Words and pictures of the five levels: very unsafe … very safe, fully disagree … fully agree, very low … very high, very bad … very good. */
export const ratingScales = ['safe', 'agree', 'much', 'good'] as const;
export const ratingTimes = ['day', 'night'] as const;

/** When a Delphi round has reached agreement; fixed before the first round (methods: at least 75 % agree, IQR at most 1, at least 8 answers). */
export const consensusRuleSchema = z.object({
  agreePercent: z.number().min(50).max(100).default(75),
  mostIqr: z.number().min(0).max(4).default(1),
  fewestAnswers: z.int().min(3).max(100).default(8),
  mostRounds: z.int().min(1).max(5).default(3),
});

/** Everything is fixed when the ballot opens. What a kind does not use is left alone. */
export const ballotSettingsSchema = z.object({
  /** Null: options / 4, rounded up. */
  dotsPerPerson: z.int().min(1).max(50).nullable().default(null),
  /** The most on one option; null: as many as one has. */
  capPerOption: z.int().min(1).max(50).nullable().default(null),
  /** Several options may share a place in a ranking. */
  allowsTies: z.boolean().default(true),
  scale: z.enum(ratingScales).default('agree'),
  /** Each option is rated once, or by day and by night. */
  times: z.array(z.enum(ratingTimes)).default([]),
  dimensions: z.array(z.enum(gridDimensions)).default(['power', 'interest']),
  hasReasons: z.boolean().default(false),
  /** Statements wait for the facilitator before the wall shows them. */
  isModerated: z.boolean().default(true),
  /** Statements one person may give; areas one may tap. */
  mostAnswers: z.int().min(1).max(10).default(3),
  /** Present in a Delphi: the rule fixed before round 1. */
  consensus: consensusRuleSchema.nullable().default(null),
  /** Options with large pictures and few words. */
  isLargePrint: z.boolean().default(false),
});
export type BallotSettings = z.infer<typeof ballotSettingsSchema>;

/** Only in a quiz or evaluation: how this question is answered; `correct` makes it a test. */
export const quizQuestionSchema = z.object({
  type: z.enum(['level', 'choice', 'yes-no', 'text']),
  choices: z.array(lineSchema).max(12).default([]),
  correct: z.string().nullable().default(null),
});
export type QuizQuestion = z.infer<typeof quizQuestionSchema>;

export const ballotOptionInputSchema = z.object({
  text: lineSchema,
  /** Name of a shipped picture (`room/pictures`), or empty. */
  picture: z.string().max(60),
  /** The priority, finding, stakeholder or area it stands for. */
  refId: idSchema.nullable(),
  quiz: quizQuestionSchema.nullable(),
});
export type BallotOptionInput = z.infer<typeof ballotOptionInputSchema>;
export const ballotOptionSchema = ballotOptionInputSchema.extend({ id: idSchema });
export type BallotOption = z.infer<typeof ballotOptionSchema>;

export const ballotInputSchema = z.object({
  sessionId: idSchema.nullable(),
  kind: z.enum(ballotKinds),
  subject: z.enum(ballotSubjects),
  question: lineSchema,
  help: textSchema,
  settings: ballotSettingsSchema,
});
export type BallotInput = z.infer<typeof ballotInputSchema>;

const byOption = <Value extends z.ZodType>(value: Value) => z.record(idSchema, value);

/** What one person answered. Empty is a blank ballot: it counts as taking part. Options that are absent were left out. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dots'), dots: byOption(z.int().min(0).max(50)) }),
  /** Place of each ranked option, 1 = best; ties allowed. */
  z.object({ kind: z.literal('ranking'), places: byOption(z.int().min(1).max(50)) }),
  /** Level 1-5; where the ballot asks by day and by night, one of each. */
  z.object({
    kind: z.literal('rating'),
    levels: byOption(z.object({ level: scoreSchema.optional(), day: scoreSchema.optional(), night: scoreSchema.optional() })),
  }),
  z.object({ kind: z.literal('grid'), scores: byOption(z.partialRecord(z.enum(gridDimensions), scoreSchema)) }),
  /** 1 fully disagree … 5 fully agree. */
  z.object({ kind: z.literal('agree'), levels: byOption(scoreSchema), reasons: byOption(z.string().max(1_000)) }),
  z.object({ kind: z.literal('statement'), text: z.string().max(1_000) }),
  z.object({ kind: z.literal('place'), areaIds: z.array(idSchema).max(10), note: z.string().max(1_000) }),
  z.object({ kind: z.literal('quiz'), answers: byOption(z.string().max(1_000)) }),
  /** Saaty's scale by `first:second` option ids, first before second in the ballot: 3 = first matters three times as much, 1/3 = the second does. */
  z.object({
    kind: z.literal('pairwise'),
    ratios: z.record(
      z.string().max(80),
      z
        .number()
        .min(1 / 9)
        .max(9),
    ),
  }),
]);
export type Answer = z.infer<typeof answerSchema>;

export const channels = ['phone', 'paper', 'hands'] as const;
export type Channel = (typeof channels)[number];

export const ballotSchema = ballotInputSchema.extend({
  id: idSchema,
  workshopId: idSchema,
  position: z.number(),
  options: z.array(ballotOptionSchema),
  state: z.enum(ballotStates),
  round: z.int(),
  /** The round before this one. */
  followsId: idSchema.nullable(),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** When it took answers again after its result had been seen; null = never. */
  reopenedAt: z.string().nullable(),
  /** Who has answered so far, by channel: known while it is open. What they answered is not. */
  turnout: z.object({ phone: z.int(), paper: z.int(), hands: z.int(), present: z.int() }),
});
export type Ballot = z.infer<typeof ballotSchema>;

/** One person's newest answer, as every result counts it. */
export interface CountedAnswer {
  readonly id: string;
  /** Null on paper: a sheet is a person of its own. */
  readonly voterId: string | null;
  readonly groupId: string | null;
  readonly attributes: z.infer<typeof attributesSchema>;
  readonly channel: Channel;
  readonly answer: Answer;
  readonly at: string;
  readonly moderation: Moderation;
}

/** A count by show of hands: `counts` by option id, for scales by `option id:level` (or `option id:day:level`). */
export const handsSchema = z.object({
  groupId: idSchema.nullable(),
  people: z.int().min(0).max(10_000),
  counts: z.record(z.string().max(120), z.int().min(0).max(100_000)),
});
export type Hands = z.infer<typeof handsSchema>;

/** A statement on its way to the wall; a hidden one stays in the file. */
export const moderations = ['', 'waiting', 'shown', 'hidden'] as const;
export type Moderation = (typeof moderations)[number];

/** Why an answer cannot count as it stands: said to whoever gave or typed it, with what they entered kept. */
export const answerProblemSchema = z.object({
  code: z.enum(['too-many-dots', 'over-cap', 'place-twice', 'too-many-places', 'too-long', 'unknown-option', 'nothing-given', 'bad-level', 'other-kind']),
  optionId: idSchema.nullable(),
  given: z.number().nullable(),
  allowed: z.number().nullable(),
});
export type AnswerProblem = z.infer<typeof answerProblemSchema>;
