import { z } from 'zod';
import { idSchema, lineSchema, textSchema, yearSchema } from './ids.ts';

export const policySchema = z.object({
  title: lineSchema,
  vision: textSchema,
  startYear: yearSchema.nullable(),
  endYear: yearSchema.nullable(),
});
export type Policy = z.infer<typeof policySchema>;

export const objectiveInputSchema = z.object({ title: textSchema, findingIds: z.array(idSchema), priorityIds: z.array(idSchema) });
export const objectiveSchema = objectiveInputSchema.extend({ id: idSchema });
export type Objective = z.infer<typeof objectiveSchema>;

export const approaches = ['social', 'situational', 'environmental', 'policing', 'governance'] as const;
export type Approach = (typeof approaches)[number];

const money = z.number().min(0).max(1e15).nullable();
export const measureInputSchema = z.object({
  objectiveId: idSchema,
  title: lineSchema,
  description: textSchema,
  approach: z.enum(approaches).nullable(),
  ownerId: idSchema.nullable(),
  partnerIds: z.array(idSchema),
  areaIds: z.array(idSchema),
  startYear: yearSchema.nullable(),
  endYear: yearSchema.nullable(),
  /** Once, over the whole period. */
  capitalCost: money,
  /** Per year, times the years of the period. */
  recurrentCostPerYear: money,
  contingencyPercent: z.number().min(0).max(100),
  fundingOwn: money,
  fundingShared: money,
  fundingExternal: money,
  indicatorCode: z.string().nullable(),
  /** The indicator in the city's own words where the catalogue has none. */
  indicatorText: lineSchema,
  baselineValue: z.number().nullable(),
  baselineYear: yearSchema.nullable(),
  targetValue: z.number().nullable(),
  targetYear: yearSchema.nullable(),
});
export type MeasureInput = z.infer<typeof measureInputSchema>;

export const measureSchema = measureInputSchema.extend({
  id: idSchema,
  years: z.int().nullable(),
  /** (capital + recurrent × years) × (1 + contingency); null while no cost is given. */
  totalCost: z.number().nullable(),
  funding: z.number().nullable(),
  /** Cost minus funding; negative = surplus; null while either is missing. */
  gap: z.number().nullable(),
});
export type Measure = z.infer<typeof measureSchema>;

/**
 * Something in the policy that is missing or rests on nothing. `code` is a text key (`check.<code>`). For `group-not-covered` the title
 * is the resident group's code (`residentGroup.<code>`).
 */
export const policyCheckSchema = z.object({
  code: z.enum([
    'no-vision',
    'no-objectives',
    'objective-without-finding',
    'objective-without-measure',
    'finding-without-objective',
    'finding-is-claim',
    'priority-without-objective',
    'measure-without-owner',
    'measure-without-cost',
    'measure-without-funding',
    'measure-with-gap',
    'measure-without-period',
    'measure-without-indicator',
    'measure-without-baseline',
    'measure-without-target',
    'period-reversed',
    'group-not-covered',
  ]),
  level: z.enum(['must', 'should']),
  objectKind: z.enum(['policy', 'objective', 'measure', 'finding', 'priority']),
  objectId: idSchema.nullable(),
  title: z.string(),
});
export type PolicyCheck = z.infer<typeof policyCheckSchema>;
