import { z } from 'zod';
import { daySchema, idSchema, lineSchema, textSchema, yearSchema } from './ids.ts';

export const qualityGrades = ['A', 'B', 'C', 'D', 'X'] as const;
export const qualityGradeSchema = z.enum(qualityGrades);
export type QualityGrade = (typeof qualityGrades)[number];

/** `up` higher is better, `down` lower is better, `show` shown but never scored. */
export const directionSchema = z.enum(['up', 'down', 'show']);

/** A definition from the catalogue that ships (resources/indicators/), or the city's own. */
export const indicatorSchema = z.object({
  code: z.string(),
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

export const observationInputSchema = z.object({
  indicatorCode: z.string().min(1),
  areaId: idSchema.nullable(),
  year: yearSchema.nullable(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** Breakdown cell in plain words, e.g. «women»; empty for all. */
  breakdown: lineSchema,
  source: lineSchema,
  publishedOn: daySchema.nullable(),
  quality: qualityGradeSchema.nullable(),
  note: textSchema,
});
export type ObservationInput = z.infer<typeof observationInputSchema>;

export const observationSchema = observationInputSchema.extend({ id: idSchema, isComputed: z.boolean(), enteredAt: z.string() });
export type Observation = z.infer<typeof observationSchema>;
