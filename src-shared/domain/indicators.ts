import { z } from 'zod';
import { figureFactsSchema } from './figure-facts.ts';
import { daySchema, idSchema, lineSchema, textSchema, yearSchema } from './ids.ts';
import { type QualityGrade, qualityGradeSchema, qualityGrades } from './quality-grade.ts';

export { type QualityGrade, qualityGradeSchema, qualityGrades };

/** `up` higher is better, `down` lower is better, `show` shown but never scored and never ranked by. */
export const directionSchema = z.enum(['up', 'down', 'show']);

/** What everybody needs who prints a value: its name, unit, direction and the smallest count that may be shown. */
export const indicatorSchema = z.object({
  code: z.string(),
  /** The newest version. */
  version: z.string(),
  framework: z.string(),
  name: lineSchema,
  explanation: textSchema,
  unit: lineSchema,
  direction: directionSchema,
  /** Smallest count that may be shown: 5 or 10. */
  smallestCount: z.int(),
  isStarter: z.boolean(),
  /** How the application computes it from imported data; null where it is typed or imported. */
  rule: z.string().nullable(),
});
export type Indicator = z.infer<typeof indicatorSchema>;

export const frameworkIds = ['sdg', 'iso', 'local', 'governance', 'network', 'records', 'own'] as const;
/** The themes of the Urban Safety Monitor. */
export const monitorThemes = ['crime', 'community', 'governance'] as const;
export const monitorThemeSchema = z.enum(monitorThemes);
export type MonitorTheme = (typeof monitorThemes)[number];

/** `same` numerator and denominator · `close` · `related` topic: never shown as if it could be compared. */
export const mappingStrengths = ['same', 'close', 'related'] as const;
export const indicatorMappingSchema = z.object({ code: z.string(), strength: z.enum(mappingStrengths) });

/** One wording of an indicator. A value stays tied to the wording it was collected under. */
export const indicatorVersionSchema = z.object({
  version: lineSchema,
  /** Year, month or day of metadata; null = not known. */
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  /** What is different in it, in the language asked for. */
  note: textSchema,
});

/** Kinds of sources; they decide which grade is proposed. */
export const indicatorSourceTypes = ['records', 'survey', 'census', 'maps', 'walk', 'register', 'review', 'project', 'estimate', 'any'] as const;
export type IndicatorSourceType = (typeof indicatorSourceTypes)[number];

export const intervalMethods = ['wilson', 'garwood'] as const;

/** The full definition: what `indicators.catalogue` gives. Words are in the language asked for, lists of words too. */
export const indicatorDefinitionSchema = indicatorSchema.extend({
  frameworkId: z.enum(frameworkIds),
  /** Oldest first; the last is the newest. */
  versions: z.array(indicatorVersionSchema),
  numerator: textSchema,
  denominator: textSchema,
  /** What value = numerator / denominator × multiplier; null where the value is no such ratio. */
  multiplier: z.number().nullable(),
  intervalMethod: z.enum(intervalMethods).nullable(),
  referencePeriod: lineSchema,
  population: lineSchema,
  requiredBreakdowns: z.array(lineSchema),
  optionalBreakdowns: z.array(lineSchema),
  sourceType: z.enum(indicatorSourceTypes),
  sourceWords: lineSchema,
  custodian: lineSchema,
  /** Section of the methods that says how it is worked out; empty = none. */
  methodSection: lineSchema,
  caveat: textSchema,
  sensitivity: z.enum(['S5', 'S10']),
  themes: z.array(monitorThemeSchema),
  /** O1 local policies running · O2 enabling institutions · O3 networks (UN System-wide Guidelines). */
  outcomes: z.array(z.enum(['O1', 'O2', 'O3'])),
  /** RF local risk factor · FL outside flow · RS resilience (UNODC approach; a proposal). */
  flows: z.array(z.enum(['RF', 'FL', 'RS'])),
  isInVictimSurvey: z.boolean(),
  isIsoRelated: z.boolean(),
  /** Whether the New Urban Agenda framework holds it. */
  urbanAgenda: z.enum(['yes', 'no', 'unknown']),
  mappings: z.array(indicatorMappingSchema),
  /** An empty place of a protected standard that the city fills from its own copy. */
  isSlot: z.boolean(),
  /** The city's own wording is kept under this id; null for what ships. */
  ownId: idSchema.nullable(),
});
export type IndicatorDefinition = z.infer<typeof indicatorDefinitionSchema>;

/** A city's own indicator, or what it writes into an empty slot of a protected standard. All of it in the city's own words. */
export const ownDefinitionSchema = z.object({
  name: lineSchema,
  explanation: textSchema,
  version: lineSchema,
  unit: lineSchema,
  multiplier: z.number().positive().nullable(),
  intervalMethod: z.enum(intervalMethods).nullable(),
  numerator: textSchema,
  denominator: textSchema,
  referencePeriod: lineSchema,
  population: lineSchema,
  breakdowns: lineSchema,
  direction: directionSchema,
  sourceType: z.enum(indicatorSourceTypes),
  custodian: lineSchema,
  caveat: textSchema,
  sensitivity: z.enum(['S5', 'S10']),
  themes: z.array(monitorThemeSchema),
});
export type OwnDefinition = z.infer<typeof ownDefinitionSchema>;
export const emptyOwnDefinition: OwnDefinition = {
  name: '',
  explanation: '',
  version: '1',
  unit: '%',
  multiplier: 100,
  intervalMethod: null,
  numerator: '',
  denominator: '',
  referencePeriod: '',
  population: '',
  breakdowns: '',
  direction: 'show',
  sourceType: 'any',
  custodian: '',
  caveat: '',
  sensitivity: 'S5',
  themes: [],
};

/**
 * One value as a person or a file gives it. Fields of version 30: `definitionVersion`, `sampleSize`, `periodStart`, `periodEnd`,
 * `holder`, `qualityReason`; a list of all fields with nothing in them is `emptyObservation`.
 */
export const observationInputSchema = z.object({
  indicatorCode: z.string().min(1),
  /** The wording it was collected under; empty = the only one there is, or not stated. */
  definitionVersion: lineSchema,
  areaId: idSchema.nullable(),
  year: yearSchema.nullable(),
  /** The exact period where it is not a calendar year. */
  periodStart: daySchema.nullable(),
  periodEnd: daySchema.nullable(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** People or cases asked; for weighted figures the effective number. */
  sampleSize: z.number().nonnegative().nullable(),
  /** Breakdown cell in plain words, e.g. «women»; empty for all. */
  breakdown: lineSchema,
  source: lineSchema,
  /** Who keeps the data. */
  holder: lineSchema,
  publishedOn: daySchema.nullable(),
  quality: qualityGradeSchema.nullable(),
  /** Why this grade. */
  qualityReason: lineSchema,
  note: textSchema,
});
export type ObservationInput = z.infer<typeof observationInputSchema>;

/** A value of which nothing is known yet. */
export const emptyObservation: Omit<ObservationInput, 'indicatorCode'> = {
  definitionVersion: '',
  areaId: null,
  year: null,
  periodStart: null,
  periodEnd: null,
  value: null,
  low: null,
  high: null,
  numerator: null,
  denominator: null,
  sampleSize: null,
  breakdown: '',
  source: '',
  holder: '',
  publishedOn: null,
  quality: null,
  qualityReason: '',
  note: '',
};

/**
 * A value as the project keeps it. Values of one cell (same indicator, version, place, period, breakdown) that disagree stay side by
 * side; `isChosen` with `choiceReason` marks the one a person chose. What a cell says as a whole is `headlineOf`
 * (#shared/methods/indicator-headline.ts); what may be shown of a value is `shownIndicatorValue` (#shared/methods/indicator-shown.ts).
 * Outputs print the headline and, for a cell in dispute, its range with grade X.
 */
export const observationSchema = observationInputSchema.extend({
  id: idSchema,
  isComputed: z.boolean(),
  enteredAt: z.string(),
  isChosen: z.boolean(),
  choiceReason: textSchema,
  /** Of a computed value: rule, inputs, method version. */
  computation: figureFactsSchema.nullable(),
  /** Came with this imported table. */
  isImported: z.boolean(),
});
export type Observation = z.infer<typeof observationSchema>;

/** A value that the project's data give now, with how it was made. */
export const computableSchema = observationInputSchema.extend({ facts: figureFactsSchema });
export type Computable = z.infer<typeof computableSchema>;

/** Why an indicator with a rule gives no value now; each has a text `indicatorMissing.<reason>`. */
export const computingGaps = [
  'no-incidents',
  'no-cases',
  'no-homicide-offence',
  'no-population',
  'no-points',
  'few-points',
  'no-weights',
  'few-weighted',
  'no-weapon-words',
  'no-homicides',
  'no-measures',
  'no-dates',
  'no-participants',
  'no-survey',
  'choose-question',
] as const;
export const computingGapSchema = z.object({ code: z.string(), reason: z.enum(computingGaps) });
export type ComputingGap = z.infer<typeof computingGapSchema>;

/** A computed value that the data no longer give: what they give now; null = nothing any more. */
export const staleValueSchema = z.object({ id: idSchema, value: z.number().nullable() });
export type StaleValue = z.infer<typeof staleValueSchema>;

export const knowledgeAnswers = ['yes', 'partly', 'no', 'unknown'] as const;
export const knowledgeAnswerSchema = z.enum(knowledgeAnswers);
export type KnowledgeAnswer = (typeof knowledgeAnswers)[number];
export const knowledgeQuestions = ['doesExist', 'isUpdated', 'mayBeShared', 'isUsed'] as const;

/** What the city knows about knowing it. There is no total: the answers are for talking about. */
export const indicatorKnowledgeSchema = z.object({
  indicatorCode: z.string(),
  doesExist: knowledgeAnswerSchema,
  holder: lineSchema,
  isUpdated: knowledgeAnswerSchema,
  updateRhythm: lineSchema,
  mayBeShared: knowledgeAnswerSchema,
  isUsed: knowledgeAnswerSchema,
  note: textSchema,
});
export type IndicatorKnowledge = z.infer<typeof indicatorKnowledgeSchema>;

export const indicatorTargetSchema = z.object({
  id: idSchema,
  indicatorCode: z.string(),
  definitionVersion: lineSchema,
  areaId: idSchema.nullable(),
  breakdown: lineSchema,
  baselineValue: z.number().nullable(),
  baselineYear: yearSchema.nullable(),
  targetValue: z.number().nullable(),
  targetYear: yearSchema.nullable(),
  reason: textSchema,
});
export type IndicatorTarget = z.infer<typeof indicatorTargetSchema>;

/** What choosing one of several values would do, told before it is done. */
export const choiceEffectSchema = z.object({
  /** Null while the cell is in dispute: a range then stands in its place. */
  before: z.object({ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() }),
  after: z.number().nullable(),
  /** `after` minus the value shown before; null where there was none. */
  difference: z.number().nullable(),
  usedBy: z.array(z.object({ kind: z.enum(['finding', 'measure', 'target', 'monitor']), id: z.string(), name: z.string() })),
  /** Always: the profile report and the workbook print headlines. */
  isPrinted: z.boolean(),
});
export type ChoiceEffect = z.infer<typeof choiceEffectSchema>;

/** One of the fifteen places of the Urban Safety Monitor. */
export const monitorSlotSchema = z.object({
  slot: z.string().regex(/^USM-(0[1-9]|1[0-5])$/),
  /** Null while nobody said which theme it belongs to. */
  theme: monitorThemeSchema.nullable(),
  name: lineSchema,
  /** Published by the programme, not written by the city. */
  isConfirmed: z.boolean(),
  indicatorCodes: z.array(z.string()),
});
export type MonitorSlot = z.infer<typeof monitorSlotSchema>;

/** The two steps of the reflection: what is known about safety knowledge, and where there is an opening. */
export const monitorQuestions = ['knowledge', 'quickWins', 'capacity', 'weakness'] as const;
export const monitorNoteSchema = z.object({ question: z.enum(monitorQuestions), text: textSchema });
export type MonitorNote = z.infer<typeof monitorNoteSchema>;
