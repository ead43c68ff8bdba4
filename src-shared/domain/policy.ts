import { z } from 'zod';
import { dateSchema, idSchema, lineSchema, monthSchema, textSchema, yearSchema } from './ids.ts';
import { costLineSchema, fundingLineSchema, measureMoneySchema, moneySchema } from './plan-costs.ts';
import { residentGroups } from './stakeholders.ts';

export const policySchema = z.object({
  title: lineSchema,
  vision: textSchema,
  startYear: yearSchema.nullable(),
  endYear: yearSchema.nullable(),
});
export type Policy = z.infer<typeof policySchema>;

/** Which way is better. */
export const changeDirections = ['up', 'down'] as const;

/** An indicator with where it stands and where it shall be. */
const aimFields = {
  indicatorCode: z.string().nullable(),
  /** The indicator in the city's own words where the catalogue has none. */
  indicatorText: lineSchema,
  /** Null = as the catalogue says, else not said. */
  direction: z.enum(changeDirections).nullable(),
  baselineValue: z.number().nullable(),
  targetValue: z.number().nullable(),
  /** Where one can look the figure up (means of verification). */
  verification: textSchema,
  /** The line of the municipal budget. */
  budgetLine: lineSchema,
};

/** What changes for people, and the larger change that it adds to. */
export const objectiveLevels = ['impact', 'outcome'] as const;

export const objectiveInputSchema = z.object({
  title: textSchema,
  description: textSchema,
  level: z.enum(objectiveLevels),
  pillarId: idSchema.nullable(),
  ownerId: idSchema.nullable(),
  ...aimFields,
  baselineOn: dateSchema,
  targetOn: dateSchema,
  assumption: textSchema,
  findingIds: z.array(idSchema),
  priorityIds: z.array(idSchema),
});
export type ObjectiveInput = z.infer<typeof objectiveInputSchema>;
export const objectiveSchema = objectiveInputSchema.extend({ id: idSchema });
export type Objective = z.infer<typeof objectiveSchema>;

export const approaches = ['social', 'situational', 'environmental', 'policing', 'governance'] as const;
export type Approach = (typeof approaches)[number];

/** Where a measure is carried out. */
export const deliveryLevels = ['national', 'regional', 'city', 'district', 'neighbourhood'] as const;

export const measureStatuses = ['not-started', 'on-track', 'delayed', 'stopped', 'done'] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

export const measureInputSchema = z.object({
  objectiveId: idSchema,
  /** The city's own number: `2.3`. Empty = by its place. */
  code: lineSchema,
  title: lineSchema,
  description: textSchema,
  approach: z.enum(approaches).nullable(),
  deliveryLevel: z.enum(deliveryLevels).nullable(),
  legalBasis: textSchema,
  ownerId: idSchema.nullable(),
  partnerIds: z.array(idSchema),
  areaIds: z.array(idSchema),
  residentGroups: z.array(z.enum(residentGroups)),
  startYear: yearSchema.nullable(),
  endYear: yearSchema.nullable(),
  /** To the month where it is known. The year of a month is the year beside it. */
  startsOn: monthSchema,
  endsOn: monthSchema,
  /** Once, over the whole period. Lines of cost, where there are any, stand in place of this and the next. */
  capitalCost: moneySchema,
  /** Per year, times the years of the period. */
  recurrentCostPerYear: moneySchema,
  contingencyPercent: z.number().min(0).max(100),
  /** ISO code; empty = the city's. */
  currency: z.string().regex(/^([A-Z]{3})?$/),
  /** The day, month or year of the prices. */
  priceOn: dateSchema,
  costSource: textSchema,
  /** Lines of funding, where there are any, stand in place of these three. */
  fundingOwn: moneySchema,
  fundingShared: moneySchema,
  fundingExternal: moneySchema,
  /** What there is when the work is done. */
  output: textSchema,
  /** What is done, one to a line. */
  activities: textSchema,
  ...aimFields,
  baselineYear: yearSchema.nullable(),
  targetYear: yearSchema.nullable(),
  assumptions: textSchema,
  risks: textSchema,
  status: z.enum(measureStatuses).nullable(),
  statusNote: textSchema,
  statusOn: dateSchema,
});
export type MeasureInput = z.infer<typeof measureInputSchema>;

export const measureSchema = measureInputSchema.extend({
  id: idSchema,
  costLines: z.array(costLineSchema),
  fundingLines: z.array(fundingLineSchema),
  ...measureMoneySchema.shape,
});
export type Measure = z.infer<typeof measureSchema>;
