import { z } from 'zod';
import { daySchema, idSchema, lineSchema, textSchema } from './ids.ts';
import { approaches } from './policy.ts';

/** What a check is about, in the order of the screen. */
export const checkTopics = [
  'plan',
  'evidence',
  'priorities',
  'aims',
  'owners',
  'money',
  'coverage',
  'attributes',
  'inclusion',
  'safeguards',
  'balance',
  'text',
] as const;
export type CheckTopic = (typeof checkTopics)[number];

/** Each code with its topic and whether a council must not adopt without it (`must`) or it is advice (`should`). */
export const checkKinds = {
  'no-vision': ['plan', 'must'],
  'no-objectives': ['plan', 'must'],
  'period-reversed': ['plan', 'must'],
  'measure-without-period': ['plan', 'must'],
  'objective-without-measure': ['plan', 'must'],
  'objective-without-finding': ['evidence', 'must'],
  'measure-without-evidence': ['evidence', 'must'],
  'finding-is-claim': ['evidence', 'must'],
  'finding-without-objective': ['evidence', 'should'],
  'finding-without-measure': ['evidence', 'should'],
  'priority-without-objective': ['priorities', 'must'],
  'priority-without-money': ['priorities', 'must'],
  'budget-against-rank': ['priorities', 'should'],
  'measure-without-indicator': ['aims', 'must'],
  'measure-without-target': ['aims', 'must'],
  'target-without-baseline': ['aims', 'must'],
  'measure-without-baseline': ['aims', 'should'],
  'measure-without-owner': ['owners', 'must'],
  'owner-not-in-register': ['owners', 'must'],
  'owner-not-confirmed': ['owners', 'should'],
  'measure-without-cost': ['money', 'must'],
  'measure-without-funding': ['money', 'should'],
  'measure-with-gap': ['money', 'should'],
  'group-not-covered': ['coverage', 'should'],
  'area-not-covered': ['coverage', 'should'],
  'attribute-not-graded': ['attributes', 'should'],
  'attribute-weak': ['attributes', 'should'],
  'policy-without-markers': ['inclusion', 'should'],
  'measure-without-markers': ['inclusion', 'should'],
  'safeguard-open': ['safeguards', 'must'],
  'safeguard-without-mitigation': ['safeguards', 'must'],
  'approach-missing': ['balance', 'should'],
  'approaches-one-sided': ['balance', 'should'],
  'text-repeated': ['text', 'should'],
  'text-of-template': ['text', 'should'],
  'text-hard-to-read': ['text', 'should'],
} as const satisfies Readonly<Record<string, readonly [CheckTopic, 'must' | 'should']>>;
export type CheckCode = keyof typeof checkKinds;
export const checkCodes = Object.keys(checkKinds) as CheckCode[];

export const checkLights = ['red', 'amber'] as const;

/**
 * Something in the policy that is missing or rests on nothing. `code` is a text key (`check.<code>`). The title is a name as people wrote it, or a
 * code with words of its own: a resident group's (`group-not-covered`), an attribute's, a safeguard's question.
 */
export const policyCheckSchema = z.object({
  code: z.enum(checkCodes),
  topic: z.enum(checkTopics),
  level: z.enum(['must', 'should']),
  /** Red for what must be there, amber for advice; a topic without checks is green. */
  light: z.enum(checkLights),
  objectKind: z.enum(['policy', 'objective', 'measure', 'finding', 'priority', 'section']),
  objectId: idSchema.nullable(),
  title: z.string(),
  /** The screen where it is put right, and what to open there (`?object=`). */
  to: z.object({ path: z.string(), object: idSchema.nullable() }),
});
export type PolicyCheck = z.infer<typeof policyCheckSchema>;

export const markerThemes = ['gender', 'youth', 'age', 'disability', 'human-rights', 'environment'] as const;
export type MarkerTheme = (typeof markerThemes)[number];
/** Scales differ by organisation, so that each mark keeps the one it was given on: four levels 0–3, or the three of the OECD's policy markers 0–2. */
export const markerScales = { 'four-levels': 3, 'three-levels': 2 } as const;
export type MarkerScale = keyof typeof markerScales;
export const markerScaleSchema = z.enum(Object.keys(markerScales) as MarkerScale[]);

/** How far a measure, or the policy as a whole (no measure), serves a theme. A level of null = not looked at yet, which is not level 0. */
export const markerSchema = z.object({
  measureId: idSchema.nullable(),
  theme: z.enum(markerThemes),
  level: z.int().min(0).max(3).nullable(),
  reason: textSchema,
  scale: markerScaleSchema,
  checkedBy: lineSchema,
  checkedOn: daySchema.nullable(),
});
export type Marker = z.infer<typeof markerSchema>;

export const safeguardQuestions = ['harm', 'displacement', 'surveillance', 'data-misuse', 'backlash', 'environment'] as const;
export type SafeguardQuestion = (typeof safeguardQuestions)[number];
/** The screen is repeated: before adoption, at a review, at the end. */
export const safeguardStages = ['planning', 'review', 'closing'] as const;
export type SafeguardStage = (typeof safeguardStages)[number];
export const safeguardLevels = ['none', 'possible', 'serious'] as const;

/** An answer for the whole policy, or for one measure. */
export const safeguardAnswerSchema = z.object({
  measureId: idSchema.nullable(),
  question: z.enum(safeguardQuestions),
  stage: z.enum(safeguardStages),
  /** Null = not answered. */
  level: z.enum(safeguardLevels).nullable(),
  risk: textSchema,
  mitigation: textSchema,
  ownerId: idSchema.nullable(),
  checkedBy: lineSchema,
  answeredOn: daySchema.nullable(),
});
export type SafeguardAnswer = z.infer<typeof safeguardAnswerSchema>;

/** What the Safer Cities approach wants a municipal safety plan to be. */
export const planAttributes = ['municipal', 'city-wide', 'partnerships', 'participation', 'multi-sectoral'] as const;
export type PlanAttribute = (typeof planAttributes)[number];
export const attributeFactCodes = [
  'vision',
  'municipal-owners',
  'team',
  'areas-covered',
  'whole-city-measures',
  'measures-with-partner',
  'partnerships',
  'people-present',
  'findings-from-residents',
  'findings-validated',
  'groups-covered',
  'sectors-owning',
  'approaches-used',
] as const;
/** A computed fact: `value`, or `value` of `of`; `names` are what it is about, as people wrote them or as codes. */
export const attributeFactSchema = z.object({
  code: z.enum(attributeFactCodes),
  value: z.number().nullable(),
  of: z.number().nullable(),
  names: z.array(z.string()),
});
export type AttributeFact = z.infer<typeof attributeFactSchema>;
export const attributeGradeSchema = z.object({
  attribute: z.enum(planAttributes),
  /** 0 not in place, 1 planned, 2 partly, 3 in place; null = not assessed, which is not 0. */
  grade: z.int().min(0).max(3).nullable(),
  reason: textSchema,
  reviewer: lineSchema,
  gradedOn: daySchema.nullable(),
});
export type AttributeGrade = z.infer<typeof attributeGradeSchema>;
export const gradedAttributeSchema = attributeGradeSchema.extend({ facts: z.array(attributeFactSchema) });
export type GradedAttribute = z.infer<typeof gradedAttributeSchema>;

export const approachShareSchema = z.object({
  approach: z.enum(approaches).nullable(),
  measures: z.int(),
  /** Null while none of them has a cost. */
  cost: z.number().nullable(),
  measureShare: z.number(),
  costShare: z.number().nullable(),
});
export type ApproachShare = z.infer<typeof approachShareSchema>;

export const readingBands = ['easy', 'hard', 'very-hard'] as const;
export const readingFormulas = ['flesch', 'szigriszt', 'sentence-length'] as const;
/** A rough guide: long sentences and long words, nothing of what they mean. */
export const readingLevelSchema = z.object({
  words: z.int(),
  sentences: z.int(),
  wordsPerSentence: z.number().nullable(),
  formula: z.enum(readingFormulas),
  /** By the formula, 100 = very easy; null for a text that is too short, and where only sentences are counted. */
  score: z.number().nullable(),
  band: z.enum(readingBands).nullable(),
});
export type ReadingLevel = z.infer<typeof readingLevelSchema>;

/** A part of the text: a section of the draft, or what a measure says of itself. */
export const textPlaceSchema = z.object({ kind: z.enum(['section', 'measure']), id: idSchema, title: z.string() });
export type TextPlace = z.infer<typeof textPlaceSchema>;
export const textCheckSchema = z.object({
  /** Language of the draft; empty without one. */
  language: z.string(),
  title: z.string(),
  whole: readingLevelSchema,
  sections: z.array(textPlaceSchema.extend({ reading: readingLevelSchema })),
  /** The same sentence, but for figures and punctuation, or nearly so. */
  repeated: z.array(z.object({ sentence: z.string(), isExact: z.boolean(), places: z.array(textPlaceSchema) })),
  /** Sentences that still are the template's. */
  ofTemplate: z.array(z.object({ sentence: z.string(), places: z.array(textPlaceSchema) })),
});
export type TextCheck = z.infer<typeof textCheckSchema>;

/** All that the screen of checks shows beside the checks themselves. */
export const policyReviewSchema = z.object({
  attributes: z.array(gradedAttributeSchema),
  markers: z.array(markerSchema),
  safeguards: z.array(safeguardAnswerSchema),
  balance: z.array(approachShareSchema),
  text: textCheckSchema.nullable(),
});
