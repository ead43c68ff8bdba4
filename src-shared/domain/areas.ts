import { z } from 'zod';
import { idSchema, lineSchema, yearSchema } from './ids.ts';

/** A set of areas that together describe the city once: boroughs, neighbourhoods, police sectors. */
export const areaLayerSchema = z.object({
  id: idSchema,
  name: lineSchema,
  position: z.int(),
  areaCount: z.int(),
  withBoundaryCount: z.int(),
  /** Sum of the areas' newest population, null where no area has one. */
  population: z.number().nullable(),
});
export type AreaLayer = z.infer<typeof areaLayerSchema>;

export const sexes = ['all', 'female', 'male'] as const;
export const populationSchema = z.object({
  value: z.number().min(0),
  year: yearSchema.nullable(),
  source: lineSchema,
});
export type Population = z.infer<typeof populationSchema>;

export const areaSchema = z.object({
  id: idSchema,
  layerId: idSchema,
  /** The area of another layer that holds this one, where the file or its centre told. */
  parentId: idSchema.nullable(),
  name: lineSchema,
  code: lineSchema,
  /** Square kilometres, geodesic; from the boundary where there is one. */
  areaKm2: z.number().nullable(),
  hasBoundary: z.boolean(),
  /** Newest total (both sexes, all ages). */
  population: populationSchema.nullable(),
});
export type Area = z.infer<typeof areaSchema>;

/** Population of one area in one year, also by sex and age where known. */
export const populationRowSchema = populationSchema.extend({
  areaId: idSchema,
  sex: z.enum(sexes),
  /** For example `0-14`; empty for all ages. */
  ageBand: z.string(),
});
export type PopulationRow = z.infer<typeof populationRowSchema>;
