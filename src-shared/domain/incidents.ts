import { z } from 'zod';
import { daySchema, idSchema, lineSchema, yearSchema } from './ids.ts';

/** Groups that offence names are gathered in. A city's own wording stays as the offence. */
export const offenceGroups = ['violence', 'sexual', 'theft', 'property', 'drugs', 'traffic', 'other'] as const;
export const offenceGroupSchema = z.enum(offenceGroups);
export type OffenceGroup = (typeof offenceGroups)[number];

export const offenceSchema = z.object({
  id: idSchema,
  name: lineSchema,
  group: offenceGroupSchema,
  /** True once a person has chosen the group; a later import then leaves it. */
  isConfirmed: z.boolean(),
  count: z.int(),
});
export type Offence = z.infer<typeof offenceSchema>;

/** What incidents can be counted by. `weekday` 1 = Monday … 7 = Sunday; `hour` 0-23. */
export const incidentKeys = ['area', 'offence', 'group', 'year', 'month', 'weekday', 'hour'] as const;
export const incidentKeySchema = z.enum(incidentKeys);
export type IncidentKey = (typeof incidentKeys)[number];

export const incidentFilterSchema = z.object({
  areaIds: z.array(idSchema).optional(),
  offenceIds: z.array(idSchema).optional(),
  groups: z.array(offenceGroupSchema).optional(),
  years: z.array(yearSchema).optional(),
  /** First and last day, both included. */
  from: daySchema.optional(),
  to: daySchema.optional(),
  months: z.array(z.int().min(1).max(12)).optional(),
  weekdays: z.array(z.int().min(1).max(7)).optional(),
  hours: z.array(z.int().min(0).max(23)).optional(),
  datasetIds: z.array(idSchema).optional(),
});
export type IncidentFilter = z.infer<typeof incidentFilterSchema>;

export const incidentQuerySchema = z.object({
  by: z.array(incidentKeySchema).max(4),
  where: incidentFilterSchema.default({}),
  /** The layer whose areas count; the first layer where it is left out. */
  layerId: idSchema.optional(),
});
export type IncidentQuery = z.infer<typeof incidentQuerySchema>;

/**
 * One row per combination that occurs. A key that was not asked for is absent; null means «not stated in the source».
 * `population` is the sum over the years on record (person-years, also years without a case; part of a year counts as that part);
 * it and the rate are null where the key has no residents of its own (hour, weekday, month) or the population is unknown.
 */
export const incidentRowSchema = z.object({
  area: z.string().nullable().optional(),
  areaId: idSchema.nullable().optional(),
  offence: z.string().optional(),
  offenceId: idSchema.optional(),
  group: offenceGroupSchema.optional(),
  year: yearSchema.nullable().optional(),
  month: z.int().nullable().optional(),
  weekday: z.int().nullable().optional(),
  hour: z.int().nullable().optional(),
  count: z.int(),
  population: z.number().nullable(),
  /** Per 100,000 residents and year, with exact (Garwood) 95 % limits. */
  rate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type IncidentRow = z.infer<typeof incidentRowSchema>;

export const incidentOverviewSchema = z.object({
  count: z.int(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  years: z.array(yearSchema),
  withAreaCount: z.int(),
  withPointCount: z.int(),
  withHourCount: z.int(),
  offenceCount: z.int(),
  datasetCount: z.int(),
});
export type IncidentOverview = z.infer<typeof incidentOverviewSchema>;
