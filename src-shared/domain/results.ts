import { z } from 'zod';
import { ballotKinds, ballotSubjects, channels, gridDimensions, ratingScales, ratingTimes } from './ballots.ts';
import { figureFactsSchema, undefinedReasonSchema } from './figure-facts.ts';
import { idSchema } from './ids.ts';

/** By what the room is divided in a result. */
export const resultDivisions = ['group', 'gender', 'ageBand', 'standing', 'area', 'channel'] as const;
export type ResultDivision = (typeof resultDivisions)[number];

/** What is asked of each option apart: nothing, the time of day, or a dimension of the grid. */
export const resultFacets = ['', ...ratingTimes, ...gridDimensions] as const;
export type ResultFacet = (typeof resultFacets)[number];

/** One option (and facet) as one part of the room sees it. What a kind does not have is null, or an empty list. */
export const resultFigureSchema = z.object({
  optionId: idSchema,
  facet: z.enum(resultFacets),
  /** People whose answer to it counts; null where they are too few in this part to be shown. */
  n: z.int().nullable(),
  /** Dots, taps, Borda points. */
  total: z.number().nullable(),
  /** People who gave it at least one dot or tap. */
  supporters: z.int().nullable(),
  /**
   * The mean of what each person gave, by which parts of different size are compared: dots, Borda points, the level, the weight, or a share
   * (0–1): who agree, who tapped, who were right, said yes or gave 4 or 5 in a quiz.
   */
  points: z.number().nullable(),
  /** 1 = first; level ones share the mean of their places. Among options with the same facet. */
  rank: z.number().nullable(),
  /** Pairs won less pairs lost. */
  copeland: z.int().nullable(),
  median: z.number().nullable(),
  lowQuartile: z.number().nullable(),
  highQuartile: z.number().nullable(),
  /** Share who gave 4 or 5 of 5. */
  agreeing: z.number().nullable(),
  /** People by level 1–5 (very unsafe first), or by choice of the quiz question. */
  counts: z.array(z.int()),
  /** Why there is no figure. */
  why: undefinedReasonSchema.nullable(),
});
export type ResultFigure = z.infer<typeof resultFigureSchema>;

/** The whole room, or one part of it. */
export const resultPartSchema = z.object({
  /** Id of the group or area, value of the attribute, channel; `all`, `none` (not said) or `merged`. */
  id: z.string(),
  /** As people wrote it; empty where the interface has words for the id. */
  name: z.string(),
  /** Names of the parts that are shown only together; `id` where the interface has words. */
  merged: z.array(z.object({ id: z.string(), name: z.string() })),
  people: z.int(),
  figures: z.array(resultFigureSchema),
});
export type ResultPart = z.infer<typeof resultPartSchema>;

/** The room divided by one thing. Parts with few people are shown together only; figures in the order of the totals'. */
export const resultDivisionSchema = z.object({
  by: z.enum(resultDivisions),
  parts: z.array(resultPartSchema),
  /** Every part weighing the same. */
  equal: z.array(z.object({ points: z.number().nullable(), rank: z.number().nullable() })),
  /** Highest part less lowest, in the unit of `points`. */
  divergence: z.array(z.number().nullable()),
  /** Kendall's τ-b between the orders of two parts. */
  agreement: z.array(z.object({ first: z.string(), second: z.string(), tau: z.number().nullable(), why: undefinedReasonSchema.nullable() })),
  /** Whether another option comes first when every part weighs the same. */
  changesFirst: z.boolean(),
  /** Of the comparison: equal weights, distance, and how they were made. */
  facts: figureFactsSchema,
  agreementFacts: figureFactsSchema,
});
export type ResultDivided = z.infer<typeof resultDivisionSchema>;

/** A sentence by its key and the values of its blanks; `…Share` is a share 0–1. */
export const resultSentenceSchema = z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type ResultSentence = z.infer<typeof resultSentenceSchema>;

/** Why somebody who was there is in no figure. */
export const leftOutReasons = ['not-answered', 'problems', 'two-typings', 'removed-device'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export const resultMeasureSchema = z.object({
  name: z.enum(['kendallW', 'winnerSteadiness', 'consistency', 'askAgain', 'rightShare']),
  value: z.number().nullable(),
  facts: figureFactsSchema,
});
export type ResultMeasure = z.infer<typeof resultMeasureSchema>;

/** One option in one round of a Delphi, against the rule fixed before the first. */
export const delphiEntrySchema = z.object({
  optionId: idSchema,
  n: z.int(),
  agreeing: z.number().nullable(),
  median: z.number().nullable(),
  iqr: z.number().nullable(),
  verdict: z.enum(['reached', 'open', 'counts-only']),
  /** Against the round before, of the people who answered both. */
  stability: z.object({ n: z.int(), unchanged: z.number(), kappa: z.number().nullable() }).nullable(),
  facts: figureFactsSchema,
});
export type DelphiEntry = z.infer<typeof delphiEntrySchema>;
export const resultRoundSchema = z.object({
  ballotId: idSchema,
  round: z.int(),
  closedAt: z.string().nullable(),
  people: z.int(),
  entries: z.array(delphiEntrySchema),
});
export type ResultRound = z.infer<typeof resultRoundSchema>;

export const ballotResultSchema = z.object({
  ballotId: idSchema,
  workshopId: idSchema,
  workshopTitle: z.string(),
  kind: z.enum(ballotKinds),
  subject: z.enum(ballotSubjects),
  question: z.string(),
  round: z.int(),
  closedAt: z.string().nullable(),
  /** It took answers again after its result could be seen. */
  wasReopened: z.boolean(),
  scale: z.enum(ratingScales),
  facets: z.array(z.enum(resultFacets)),
  dotsPerPerson: z.int().nullable(),
  options: z.array(
    z.object({ id: idSchema, text: z.string(), picture: z.string(), refId: idSchema.nullable(), choices: z.array(z.string()), correct: z.string().nullable() }),
  ),
  people: z.object({
    present: z.int(),
    /** Marked present on the attendance list on any day; 0 where none is kept. */
    listed: z.int(),
    /** Counted in the result, blank answers included. */
    answered: z.int(),
    blank: z.int(),
    byChannel: z.array(z.object({ channel: z.enum(channels), people: z.int() })),
    leftOut: z.array(z.object({ reason: z.enum(leftOutReasons), count: z.int() })),
  }),
  /** Parts with fewer people are shown by themselves nowhere. */
  smallest: z.int(),
  totals: resultPartSchema,
  /** How the figure of each option was made, in the order of `totals.figures`. */
  facts: z.array(figureFactsSchema),
  divisions: z.array(resultDivisionSchema),
  /** Divisions that would show a few people. */
  withheld: z.array(z.enum(resultDivisions)),
  measures: z.array(resultMeasureSchema),
  /** Every option lost to another one in a circle of majorities. */
  circle: z.array(idSchema),
  /** Set where a Delphi rule was fixed. Oldest round first, this one last. */
  rounds: z.array(resultRoundSchema),
  rule: z.object({ agreePercent: z.number(), mostIqr: z.number(), fewestAnswers: z.int(), mostRounds: z.int() }).nullable(),
  /** Statements that may be shown, reasons, notes and answers in words; in no order that tells who wrote them. */
  texts: z.array(z.object({ id: z.string(), optionId: idSchema.nullable(), text: z.string(), level: z.int().nullable() })),
  /** Statements that the facilitator keeps back. */
  heldBack: z.int(),
  /** What it says, and last what it does not say. */
  sentences: z.array(resultSentenceSchema),
});
export type BallotResult = z.infer<typeof ballotResultSchema>;
