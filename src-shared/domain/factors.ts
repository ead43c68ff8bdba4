import { z } from 'zod';
import { idSchema, lineSchema, textSchema } from './ids.ts';
import { qualityGrades } from './quality-grade.ts';

/** The four levels of the ecological model, from the person outwards (WHO, World report on violence and health). */
export const ecologicalLevels = ['individual', 'relationship', 'community', 'society'] as const;
export type EcologicalLevel = (typeof ecologicalLevels)[number];
export const factorDirections = ['risk', 'protective'] as const;
export type FactorDirection = (typeof factorDirections)[number];
/** Whether the municipality can change it. */
export const changeabilities = ['yes', 'partly', 'no'] as const;

/** What makes violence and crime more likely, or protects from them. */
export const factorInputSchema = z.object({
  level: z.enum(ecologicalLevels),
  direction: z.enum(factorDirections),
  text: lineSchema,
  changeable: z.enum(['', ...changeabilities]),
  /** How good the evidence is that it is so here; empty = nobody has said. */
  grade: z.enum(['', ...qualityGrades]),
  source: lineSchema,
  note: textSchema,
  findingId: idSchema.nullable(),
  /** Leaves no output. */
  isRestricted: z.boolean(),
});
export type FactorInput = z.infer<typeof factorInputSchema>;
export const factorSchema = factorInputSchema.extend({ id: idSchema });
export type Factor = z.infer<typeof factorSchema>;
/** What may leave the project. */
export type PrintedFactor = Omit<Factor, 'isRestricted'>;

/** PESTELO: where an influence from outside comes from. */
export const outsideDimensions = ['political', 'economic', 'social', 'technological', 'environmental', 'legal', 'organisational'] as const;
export type OutsideDimension = (typeof outsideDimensions)[number];
/** The three sections of a local safety audit's outlook. */
export const horizons = ['current', 'emerging', 'to-develop'] as const;
const four = z.int().min(1).max(4).nullable();

/** Something beyond the city's borders or powers that bears on its safety. */
export const outsideFactorInputSchema = z.object({
  dimension: z.enum(outsideDimensions),
  text: lineSchema,
  /** What it could do to safety here. */
  effect: textSchema,
  horizon: z.enum(['', ...horizons]),
  impact: four,
  likelihood: four,
  source: lineSchema,
  findingId: idSchema.nullable(),
  /** Leaves no output. */
  isRestricted: z.boolean(),
});
export type OutsideFactorInput = z.infer<typeof outsideFactorInputSchema>;
export const outsideBands = ['low', 'medium', 'high', 'very-high'] as const;
export type OutsideBand = (typeof outsideBands)[number];
export const outsideFactorSchema = outsideFactorInputSchema.extend({
  id: idSchema,
  /** Impact × likelihood, 1–16; null where one is missing. */
  score: z.int().nullable(),
  band: z.enum(outsideBands).nullable(),
});
export type OutsideFactor = z.infer<typeof outsideFactorSchema>;
export type PrintedOutsideFactor = Omit<OutsideFactor, 'isRestricted'>;
