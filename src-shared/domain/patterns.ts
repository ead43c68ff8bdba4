import { z } from 'zod';
import { figureFactsSchema, undefinedReasonSchema } from './figure-facts.ts';
import { daySchema, idSchema, lineSchema } from './ids.ts';
import { incidentFilterSchema, offenceGroupSchema } from './incidents.ts';
import { boundarySchema, cellMetresSchema } from './maps.ts';

/**
 * Patterns in the incidents. Every answer says how it was made (`facts`); what has no value says why (`facts.undefinedReason` or a reason
 * of its own). A count below the smallest that may be shown is null with `isHidden`, and so is what would give it away.
 */
export const placeUnits = ['cells', 'areas'] as const;
export const placeUnitSchema = z.enum(placeUnits);
export type PlaceUnit = (typeof placeUnits)[number];

const scopeSchema = z.object({
  filter: incidentFilterSchema.default({}),
  /** The layer whose areas count, or whose boundaries are the city for cells. */
  layerId: idSchema.optional(),
});
const placesSchema = scopeSchema.extend({ unit: placeUnitSchema.default('cells'), cellMetres: cellMetresSchema.default(500) });

export const hotSpotQuerySchema = placesSchema.extend({
  /** Rates need residents, so they are for areas. */
  measure: z.enum(['count', 'rate']).default('count'),
  /** Density of the cells too: with a million points it takes longer than all the rest. */
  withDensity: z.boolean().default(false),
});
export type HotSpotQuery = z.infer<typeof hotSpotQuerySchema>;

/** Hot or cold = more or less than chance would bring among its neighbours; `none` = no more than chance. */
export const heatLevels = ['hot', 'cold', 'none', 'unknown'] as const;
export const heatLevelSchema = z.enum(heatLevels);
export type HeatLevel = (typeof heatLevels)[number];

export const hotPlaceSchema = z.object({
  id: z.string(),
  /** The area's name; null for a cell. */
  name: z.string().nullable(),
  count: z.number().nullable(),
  rate: z.number().nullable(),
  isHidden: z.boolean(),
  level: heatLevelSchema,
  /** Getis–Ord z-score to one digit, told of hot and cold places only. */
  z: z.number().nullable(),
  reason: undefinedReasonSchema.nullable(),
  /** Density as a multiple of the city's mean: 0 below it, 1 from it, 2 twice, 3 (dense) three times, 4 five times. Null for areas, and where it was not asked for. */
  densityClass: z.int().nullable(),
});
export type HotPlace = z.infer<typeof hotPlaceSchema>;

export const hotSpotsSchema = z.object({
  unit: placeUnitSchema,
  places: z.array(hotPlaceSchema),
  /** Outlines of the cells, in degrees; areas have theirs already. */
  cells: z.array(z.object({ id: z.string(), boundary: boundarySchema })),
  smallestCount: z.int(),
  /** Incidents in the places, in none of them, and without what says where. */
  totals: z.object({ inside: z.number(), outside: z.number(), unplaced: z.number() }),
  hot: z.object({ places: z.int(), share: z.number().nullable(), surfaceShare: z.number().nullable(), km2: z.number().nullable() }),
  /** Fewer places than the method wants. */
  isFew: z.boolean(),
  facts: figureFactsSchema,
  densityFacts: figureFactsSchema.nullable(),
  /** Whether places hot in the earlier half held in the later one. */
  check: z.object({
    earlier: z.object({ from: z.string(), to: z.string() }).nullable(),
    later: z.object({ from: z.string(), to: z.string() }).nullable(),
    pai: z.number().nullable(),
    rri: z.number().nullable(),
    laterShare: z.number().nullable(),
    surfaceShare: z.number().nullable(),
    facts: figureFactsSchema,
  }),
});
export type HotSpots = z.infer<typeof hotSpotsSchema>;

export const concentrationQuerySchema = placesSchema;
export type ConcentrationQuery = z.infer<typeof concentrationQuerySchema>;
export const concentrationSchema = z.object({
  unit: placeUnitSchema,
  places: z.int(),
  incidents: z.number(),
  fewestForHalf: z.int().nullable(),
  shareOfThose: z.number().nullable(),
  topPlaces: z.int().nullable(),
  topShare: z.number().nullable(),
  gini: z.number().nullable(),
  generalisedGini: z.number().nullable(),
  /** At most 41 points from [0, 0] to [1, 1]. */
  curve: z.array(z.tuple([z.number(), z.number()])),
  facts: figureFactsSchema,
});
export type Concentration = z.infer<typeof concentrationSchema>;

export const specialQuerySchema = scopeSchema;
export const specialRowSchema = z.object({
  areaId: idSchema,
  area: z.string(),
  group: offenceGroupSchema,
  quotient: z.number(),
  count: z.number(),
  allHere: z.number(),
  shareHere: z.number(),
  shareCity: z.number(),
  facts: figureFactsSchema,
});
export type SpecialRow = z.infer<typeof specialRowSchema>;
/** Areas and groups that are clearly more usual there than in the city, most first. */
export const specialSchema = z.object({ rows: z.array(specialRowSchema), smallestCount: z.int(), from: z.number(), facts: figureFactsSchema });
export type Special = z.infer<typeof specialSchema>;

export const periodSchema = z.object({ from: daySchema, to: daySchema });
export type Period = z.infer<typeof periodSchema>;
export const changeQuerySchema = scopeSchema.extend({
  /** Both ends included; whole months are compared. Left out: the last year of the data against the one before. */
  earlier: periodSchema.optional(),
  later: periodSchema.optional(),
});
export type ChangeQuery = z.infer<typeof changeQuerySchema>;

/** `few`: counts only · `chance`: the difference could be chance · the rest: more than chance usually brings. */
const changeVerdicts = ['rise', 'fall', 'chance', 'few'] as const;
export type ChangeVerdict = (typeof changeVerdicts)[number];

export const changeRowSchema = z.object({
  areaId: idSchema.nullable(),
  area: z.string().nullable(),
  group: offenceGroupSchema.nullable(),
  earlier: z.number().nullable(),
  later: z.number().nullable(),
  isHidden: z.boolean(),
  /** 0.25 = a quarter more a month. */
  change: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  p: z.number().nullable(),
  /** Null where there is no figure; `facts.undefinedReason` says why. */
  verdict: z.enum(changeVerdicts).nullable(),
  facts: figureFactsSchema,
});
export type ChangeRow = z.infer<typeof changeRowSchema>;
export const periodChangesSchema = z.object({
  earlier: periodSchema.nullable(),
  later: periodSchema.nullable(),
  /** Months of the year (1–12) that both periods have whole. Empty where the data tell years only. */
  months: z.array(z.int()),
  whole: changeRowSchema.nullable(),
  byArea: z.array(changeRowSchema),
  byGroup: z.array(changeRowSchema),
  /** Incidents that state no month, or lie in a month that is not compared. */
  leftOut: z.number(),
});
export type PeriodChanges = z.infer<typeof periodChangesSchema>;

export const weekQuerySchema = scopeSchema;
export const weekPatternSchema = z.object({
  /** Weekday (Monday first) × hour; null = hidden. */
  cells: z.array(z.array(z.number().nullable())),
  heaped: z.array(z.object({ hour: z.int(), count: z.number(), beside: z.number() })),
  busiest: z.object({ weekday: z.int(), hour: z.int(), count: z.number() }).nullable(),
  total: z.number(),
  stated: z.number(),
  facts: figureFactsSchema,
});
export type WeekPattern = z.infer<typeof weekPatternSchema>;

export const typesQuerySchema = scopeSchema.extend({ count: z.int().min(2).max(6).nullable().default(null), seed: z.int().default(1) });
export const areaTypesSchema = z.object({
  groups: z.array(offenceGroupSchema),
  types: z.array(
    z.object({
      areas: z.array(z.object({ areaId: idSchema, name: z.string() })),
      telling: z.array(z.object({ group: offenceGroupSchema, isHigh: z.boolean(), distance: z.number() })),
      /** Mean rate of each group, per 100,000 residents and year. */
      rates: z.array(z.number()),
    }),
  ),
  /** Areas without residents or with too few incidents. */
  leftOut: z.array(z.object({ areaId: idSchema, name: z.string(), reason: undefinedReasonSchema })),
  separation: z.number().nullable(),
  facts: figureFactsSchema,
});
export type AreaTypesAnswer = z.infer<typeof areaTypesSchema>;

export const harmSetInputSchema = z.object({
  name: lineSchema,
  /** Law, tribunal or study that the weights come from. */
  source: lineSchema,
  /** Day from which they hold. */
  dated: daySchema.nullable(),
  /** What a weight counts: days of sentence, points. */
  unit: lineSchema,
});
export type HarmSetInput = z.infer<typeof harmSetInputSchema>;
export const harmSetSchema = harmSetInputSchema.extend({
  id: idSchema,
  isChosen: z.boolean(),
  weights: z.array(z.object({ offenceId: idSchema, weight: z.number() })),
});
export type HarmSet = z.infer<typeof harmSetSchema>;

export const harmWeightSchema = z.object({ offenceId: idSchema, weight: z.number().min(0).max(1e9).nullable() });
/** Lines of a pasted table that were understood, and those that were not with the reason. */
export const pastedWeightsSchema = z.object({
  taken: z.int(),
  problems: z.array(z.object({ line: z.int(), text: z.string(), reason: z.enum(['unknown-offence', 'no-number']) })),
});
export type PastedWeights = z.infer<typeof pastedWeightsSchema>;

export const harmQuerySchema = scopeSchema;
const harmRowSchema = z.object({
  count: z.number().nullable(),
  isHidden: z.boolean(),
  countShare: z.number().nullable(),
  /** Per 100,000 residents and year. */
  rate: z.number().nullable(),
  /** Null = unweighted (or hidden), never 0. */
  harm: z.number().nullable(),
  harmShare: z.number().nullable(),
});
export const harmAnswerSchema = z.object({
  set: harmSetSchema.pick({ id: true, name: true, source: true, dated: true, unit: true }).nullable(),
  byOffence: z.array(harmRowSchema.extend({ offenceId: idSchema, offence: z.string(), group: offenceGroupSchema, weight: z.number().nullable() })),
  byArea: z.array(harmRowSchema.extend({ areaId: idSchema, area: z.string(), perThousand: z.number().nullable() })),
  total: z.number().nullable(),
  perThousand: z.number().nullable(),
  weighted: z.number(),
  unweighted: z.number(),
  facts: figureFactsSchema,
});
export type HarmAnswer = z.infer<typeof harmAnswerSchema>;
