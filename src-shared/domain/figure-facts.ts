import { z } from 'zod';
import { qualityGradeSchema } from './quality-grade.ts';

/**
 * How a figure came about, so that it can be opened wherever it is shown: method and its version, what went into the formula, how many
 * it rests on, how many are missing, the sources. Texts: `method.<method>.name`, `.explanation`, `.formula`; `factInput.<key>`;
 * `factUnit.<unit>`; `undefined.<reason>`. Add to the lists below together with the texts.
 */
export const figureMethods = [
  'count',
  'sum',
  'share',
  'mean',
  'median',
  'rate',
  'pooledRate',
  'shareDifference',
  'weightedShare',
  'weightedMean',
  'weightedTotal',
  'prevalence',
  'incidence',
  'victimConcentration',
  'reportingRate',
  'darkFigure',
  'safeAfterDark',
  'harassment',
  'violenceReported',
  'representation',
  'sampleSize',
  'hotCells',
  'density',
  'predictionCheck',
  'densityChange',
  'locationQuotient',
  'placeConcentration',
  'harm',
  'weekHours',
  'periodChange',
  'areaTypes',
  'rankCorrelation',
  'pairedDifference',
  'agreement',
  'bootstrap',
  'dotVote',
  'borda',
  'copeland',
  'kendallW',
  'agreeing',
  'delphiRule',
  'pairwiseWeights',
  'consistency',
  'equalGroups',
  'orderAgreement',
  'winnerSteadiness',
  'areaWeighting',
  'typed',
  'imported',
  'networkDensity',
  'networkReciprocity',
  'networkBetweenness',
  'networkParts',
  'roomShare',
] as const;
export const figureMethodSchema = z.enum(figureMethods);
export type FigureMethod = (typeof figureMethods)[number];

/** Names of what goes into a formula and of the choices made for it. */
export const factInputKeys = [
  'count',
  'population',
  'personYears',
  'years',
  'hits',
  'total',
  'numerator',
  'denominator',
  'per',
  'value',
  'low',
  'high',
  'weightSum',
  'effectiveN',
  'designEffect',
  'cells',
  'cellSize',
  'neighbours',
  'bandwidth',
  'level',
  'measure',
  'mean',
  'standardDeviation',
  'earlierCount',
  'laterCount',
  'earlierMonths',
  'laterMonths',
  'laterInside',
  'hotArea',
  'wholeArea',
  'shareHere',
  'shareCity',
  'countHere',
  'countCity',
  'allHere',
  'allCity',
  'places',
  'groups',
  'weightSet',
  'unweighted',
  'weighted',
  'margin',
  'confidence',
  'response',
  'expectedShare',
  'repetitions',
  'period',
  'earlierPeriod',
  'laterPeriod',
  'layer',
  'filter',
  'smallestCount',
  'withoutDay',
  'withoutPoint',
  'withoutArea',
  'rule',
  'options',
  'dots',
  'hands',
  'blank',
  'squares',
  'ties',
  'chiSquare',
  'degrees',
  'chance',
  'chanceBy',
  'lambda',
  'pairsWon',
  'pairsLost',
  'agreePercent',
  'mostIqr',
  'fewestAnswers',
  'askAgain',
  'actors',
  'informants',
  'pairs',
  'mutualPairs',
  'possiblePairs',
  'reports',
] as const;
export const factInputKeySchema = z.enum(factInputKeys);
export type FactInputKey = (typeof factInputKeys)[number];

export const factUnits = [
  'incidents',
  'residents',
  'personYears',
  'persons',
  'answers',
  'areas',
  'cells',
  'places',
  'km2',
  'metres',
  'days',
  'months',
  'years',
  'share',
  'percent',
  'per1000',
  'per100000',
  'times',
] as const;
export const factUnitSchema = z.enum(factUnits);
export type FactUnit = (typeof factUnits)[number];

/** Why a figure has no value. Never 0, NaN or infinity: a dash and this reason. */
export const undefinedReasons = [
  'no-population',
  'no-cases',
  'no-answers',
  'no-victims',
  'nobody-reported',
  'no-variation',
  'too-few',
  'few-counts',
  'hidden',
  'sensitive',
  'no-later-cases',
  'no-hot-cells',
  'not-in-city',
  'no-area-size',
  'no-points',
  'no-boundaries',
  'no-days',
  'no-hours',
  'one-period',
  'no-same-months',
  'unweighted',
  'no-weights',
  'empty-stratum',
  'everyone-neighbours',
  'not-stated',
  'no-ties',
  'few-actors',
] as const;
export const undefinedReasonSchema = z.enum(undefinedReasons);
export type UndefinedReason = (typeof undefinedReasons)[number];

/** «There is no such figure, because …»: a value of its own. */
export interface Undefined {
  readonly undefined: UndefinedReason;
}
/** A figure, or why there is none. */
export type Known<Value> = Value | Undefined;

export function undefinedAs(reason: UndefinedReason): Undefined {
  return { undefined: reason };
}

export function isUndefined(value: unknown): value is Undefined {
  return typeof value === 'object' && value !== null && 'undefined' in value;
}

const factValueSchema = z.union([z.number(), z.string(), z.null()]);

export const figureFactsSchema = z.object({
  method: figureMethodSchema,
  /** Version of the method's code, e.g. `1`. Another version may give another figure. */
  version: z.string(),
  /** What went into the formula, in its order; a value that is a text key starts with `key:`. */
  inputs: z.array(z.object({ key: factInputKeySchema, value: factValueSchema, unit: factUnitSchema.nullable() })),
  /** How many cases the figure rests on. */
  n: z.number().nullable(),
  /** How many could not be used because something is not stated; null = not known. */
  missing: z.number().nullable(),
  sources: z.array(z.object({ name: z.string(), publishedOn: z.string().nullable(), grade: qualityGradeSchema.nullable() })),
  /** Choices that could have been made otherwise. */
  params: z.array(z.object({ key: factInputKeySchema, value: factValueSchema, unit: factUnitSchema.nullable() })).default([]),
  /** Where chance draws: the same seed gives the same figure. */
  seed: z.int().nullable().default(null),
  /** Why there is no value. */
  undefinedReason: undefinedReasonSchema.nullable().default(null),
});
export type FigureFacts = z.infer<typeof figureFactsSchema>;
export type FactInput = FigureFacts['inputs'][number];
export type FactSource = FigureFacts['sources'][number];

/** An input of a formula; the unit is left out where the number has none. */
export function factInput(key: FactInputKey, value: number | string | null, unit: FactUnit | null = null): FactInput {
  return { key, value, unit };
}

/** Facts with what is common left out by the caller filled in. */
export function figureFacts(facts: Pick<FigureFacts, 'method' | 'version'> & Partial<FigureFacts>): FigureFacts {
  return { inputs: [], n: null, missing: null, sources: [], params: [], seed: null, undefinedReason: null, ...facts };
}
